"""Which databases there are, and as whom one connects to them.

Two databases per installation: the main one and the one with the vault's data keys. Everyday work connects as
`baken_app`, which owns nothing and cannot pass row-level security; BAKEN_DB_ROLE=owner|maintenance is for
migrations and for verifying and backing up.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from baken.project import secrets
from baken.project.state import secrets_dir
from baken.project.trouble import Trouble

OWNER, APP, MAINTENANCE = "baken_owner", "baken_app", "baken_maintenance"
ROLE_OF = {"app": APP, "owner": OWNER, "maintenance": MAINTENANCE}


@dataclass(frozen=True)
class Server:
    """Where a PostgreSQL listens, and as whom an administrator gets in (only to prepare it)."""

    host: str
    port: int
    user: str = "postgres"
    password: str = field(default="", repr=False)
    options: Mapping[str, str] = field(default_factory=dict)
    maintenance_db: str = "postgres"
    embedded: bool = False
    everyday: bool = False  # no administrator was named: what can be done, is done as the owner

    def conninfo(self, dbname: str, user: str, password: str) -> dict[str, Any]:
        """This function will give what psycopg.connect() needs."""
        who = {"host": self.host, "port": self.port, "dbname": dbname, "user": user, "password": password}
        return {**who, **self.options}

    def admin(self, dbname: str | None = None) -> dict[str, Any]:
        """This function will give an administrator's connection."""
        return self.conninfo(dbname or self.maintenance_db, self.user, self.password)


def from_url(url: str) -> Server:
    """This function will read DATABASE_URL: `postgresql://user:password@host:port/database?sslmode=require`."""
    try:
        parts = urlsplit(url)
        port = parts.port or 5432
    except ValueError:
        parts, port = urlsplit(""), 0
    if parts.scheme not in ("postgres", "postgresql"):
        raise Trouble(
            "DATABASE_URL is not an address of PostgreSQL. "
            "Write it like postgresql://administrator:password@host:5432/postgres?sslmode=require",
            code=2,
        )
    # Who and which database may stand in the query too; left there, they would win over the role that is meant.
    options = dict(parse_qsl(parts.query))
    user = options.pop("user", "") or unquote(parts.username or "")
    return Server(
        host=options.pop("host", "") or unquote(parts.hostname or "localhost"),
        port=port,
        user=user or "postgres",
        password=options.pop("password", "") or unquote(parts.password or ""),
        maintenance_db=options.pop("dbname", "") or parts.path.strip("/") or "postgres",
        options=options,
        everyday=not user,
    )


def for_workers(environ: Mapping[str, str]) -> dict[str, str]:
    """This function will give the environment of the web server: without the account of an administrator."""
    kept = {key: value for key, value in environ.items() if key != "BAKEN_DB_ROLE"}
    return kept | {key: _nameless(kept[key]) for key in ("DATABASE_URL", "BAKEN_KEYS_URL") if kept.get(key)}


def _nameless(url: str) -> str:
    parts = urlsplit(url)
    query = [(key, value) for key, value in parse_qsl(parts.query) if key not in ("user", "password")]
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query=urlencode(query)))


def name(environ: Mapping[str, str]) -> str:
    """This function will name the main database; the demonstration has its own."""
    demo = environ.get("BAKEN_ENV") == "demo"
    chosen = environ.get("BAKEN_DATABASE") or ("baken_demo" if demo else "baken")
    if not chosen.replace("_", "").isalnum() or not chosen.isascii() or chosen != chosen.lower():
        raise Trouble("BAKEN_DATABASE may hold small letters, digits and underscores only.", code=2)
    if demo and chosen != "baken_demo":  # making the demonstration anew drops its database
        raise Trouble(
            "BAKEN_DATABASE is set, and the demonstration uses its own database, baken_demo. "
            "Unset BAKEN_DATABASE, or serve that database without --demo.",
            code=2,
        )
    return chosen


def keys_name(main: str) -> str:
    """This function will name the key database that belongs to a main database."""
    return f"{main}_keys"


def server(environ: Mapping[str, str]) -> Server:
    """This function will say which server is used: DATABASE_URL, otherwise the embedded one."""
    if url := environ.get("DATABASE_URL"):
        given = from_url(url)
        if not given.everyday:
            return given
        passwords = secrets.load(secrets_dir(environ), make=False).passwords
        return replace(given, user=OWNER, password=passwords[OWNER], maintenance_db=name(environ))
    from baken.project import embedded

    return embedded.server(environ)


def places(environ: Mapping[str, str]) -> tuple[tuple[Server, str], tuple[Server, str]]:
    """This function will say where both databases are: the main one and the one with the keys."""
    here, main = server(environ), name(environ)
    keys_server = from_url(environ["BAKEN_KEYS_URL"]) if environ.get("BAKEN_KEYS_URL") else here
    return (here, main), (keys_server, keys_name(main))


def django_databases(environ: Mapping[str, str], passwords: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """This function will write Django's DATABASES for the role in BAKEN_DB_ROLE."""
    asked = environ.get("BAKEN_DB_ROLE") or "app"
    if asked not in ROLE_OF:
        raise Trouble(f"BAKEN_DB_ROLE is '{asked}'; it may be app, owner or maintenance.", code=2)
    found = zip(("default", "keys"), places(environ), strict=True)
    return {alias: _alias(*place, ROLE_OF[asked], passwords) for alias, place in found}


def _alias(where: Server, dbname: str, role: str, passwords: Mapping[str, str]) -> dict[str, Any]:
    options: dict[str, Any] = {"connect_timeout": 10, **where.options}
    if role == APP:
        # More than a worker has threads; a connection that died is noticed before it is handed out.
        options["pool"] = {"min_size": 0, "max_size": 12, "timeout": 15}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": where.host,
        "PORT": str(where.port),
        "NAME": dbname,
        "USER": role,
        "PASSWORD": passwords[role],
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def switch_role(role: str, passwords: Mapping[str, str]) -> None:
    """This function will make this process connect as another role from now on."""
    from django.db import connections

    os.environ["BAKEN_DB_ROLE"] = role
    fresh = django_databases(os.environ, passwords)
    for alias, settings in fresh.items():
        connections[alias].close()
        if hasattr(connections[alias], "close_pool"):
            connections[alias].close_pool()  # type: ignore[attr-defined]
        held = connections.settings[alias]
        held.update(settings)
