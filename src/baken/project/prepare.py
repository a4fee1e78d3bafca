"""Makes roles and databases on a server, as an administrator. Doing it again changes nothing."""

from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg import sql

from baken.project.databases import APP, MAINTENANCE, OWNER, Server, keys_name
from baken.project.trouble import Trouble, full_disk

ATTRIBUTES = {
    OWNER: "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE",
    APP: "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS",
    MAINTENANCE: "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS",
}
# Django's own tables, which no organisation owns. Others are granted in the migration that makes them.
DJANGO_TABLES = {
    "django_content_type": "SELECT",
    "auth_permission": "SELECT",
    "auth_group": "SELECT",
    "auth_group_permissions": "SELECT",
    "django_migrations": "SELECT",
}


def connect(server: Server, dbname: str | None = None) -> psycopg.Connection[Any]:
    """This function will connect as the administrator, or say plainly why it cannot."""
    try:
        return psycopg.connect(**server.admin(dbname), autocommit=True, connect_timeout=10)
    except psycopg.OperationalError as error:
        raise Trouble(_reason(server, str(error))) from None


def _reason(server: Server, said: str) -> str:
    if "password authentication failed" in said and server.embedded:
        return (
            "The secrets folder does not belong to this database. Restore the folder that was made with it, "
            "or move both away to begin empty."
        )
    if server.everyday and ("authentication failed" in said or "does not exist" in said):
        return (
            "The roles and databases are not there yet, or have other passwords than the secrets folder. "
            "Run `baken migrate` once with an administrator's address in DATABASE_URL."
        )
    if "authentication failed" in said or "no password supplied" in said:
        return "The server refused the administrator's password. Check the user and password in DATABASE_URL."
    if "No space left" in said:
        return full_disk("connecting to the database").sentence
    return (
        f"No PostgreSQL answers at {server.host}, port {server.port}. "
        "Check the address in DATABASE_URL and whether that server runs."
    )


def everything(server: Server, main: str, passwords: Mapping[str, str]) -> None:
    """This function will make the roles, the main database and its key database."""
    if server.everyday:
        for name in (main, keys_name(main)):
            connect(server, name).close()  # they must be there; making them takes an administrator
        return
    with connect(server) as admin:
        if admin.info.server_version < 150000:
            raise Trouble("The server is older than PostgreSQL 15, which Baken needs. Use a newer one.")
        _roles(admin, server, passwords)
        for name in (main, keys_name(main)):
            if not admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                make = "CREATE DATABASE {} OWNER {} ENCODING 'UTF8' TEMPLATE template0"
                admin.execute(sql.SQL(make).format(sql.Identifier(name), sql.Identifier(OWNER)))
    for name in (main, keys_name(main)):
        _doors(server, name)


def _roles(admin: psycopg.Connection[Any], server: Server, passwords: Mapping[str, str]) -> None:
    known = {row[0] for row in admin.execute("SELECT rolname FROM pg_roles")}
    for role, attributes in ATTRIBUTES.items():
        words = {"role": sql.Identifier(role), "password": sql.Literal(passwords[role])}
        try:
            if role not in known:
                create = sql.SQL(f"CREATE ROLE {{role}} {attributes} PASSWORD {{password}}")
                admin.execute(create.format(**words))
            elif server.embedded:
                continue
            else:
                _check_password(server, role, passwords[role])
        except psycopg.errors.InsufficientPrivilege:
            raise Trouble(
                "The user in DATABASE_URL may not make roles. Give an administrator's address once, for "
                "`baken migrate`; docs/how-to/install.md lists the roles to make by hand otherwise."
            ) from None
    if not admin.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()[0]:  # type: ignore[index]
        admin.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(OWNER)))


def _check_password(server: Server, role: str, password: str) -> None:
    try:
        psycopg.connect(**server.conninfo(server.maintenance_db, role, password), connect_timeout=10).close()
    except psycopg.OperationalError as error:
        if "password authentication failed" in str(error):
            raise Trouble(
                f"Role {role} exists on this server with another password. Point BAKEN_SECRETS to the folder "
                "of the installation that made it, or give Baken a server of its own."
            ) from None


def _doors(server: Server, name: str) -> None:
    """Who may come in: the three roles and nobody else."""
    with connect(server, name) as admin:
        order = """
            REVOKE ALL ON DATABASE {db} FROM PUBLIC;
            GRANT CONNECT ON DATABASE {db} TO {app}, {maintenance};
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            ALTER SCHEMA public OWNER TO {owner};
            GRANT USAGE ON SCHEMA public TO {app}, {maintenance};
            ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public
                GRANT SELECT ON TABLES TO {maintenance};
            GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {maintenance};
            ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public
                GRANT SELECT ON SEQUENCES TO {maintenance};
            ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public
                GRANT USAGE ON SEQUENCES TO {app};
        """
        names = {"db": name, "app": APP, "maintenance": MAINTENANCE, "owner": OWNER}
        admin.execute(sql.SQL(order).format(**{k: sql.Identifier(v) for k, v in names.items()}))


def grant_django_tables(server: Server, name: str) -> None:
    """This function will give the application what it needs of Django's own tables, after migrating."""
    with connect(server, name) as admin:
        for table, rights in DJANGO_TABLES.items():
            if admin.execute("SELECT to_regclass(%s)", [table]).fetchone()[0]:  # type: ignore[index]
                words = sql.SQL(f"GRANT {rights} ON {{}} TO {{}}")
                admin.execute(words.format(sql.Identifier(table), sql.Identifier(APP)))


def in_use(server: Server, main: str) -> bool:
    """This function will say whether a database holds anything but Baken's own empty tables."""
    with connect(server, main) as admin:
        tables = {
            row[0] for row in admin.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        }
        if "tenancy_organisation" not in tables:
            return bool(tables - set(DJANGO_TABLES))
        return admin.execute("SELECT 1 FROM tenancy_organisation LIMIT 1").fetchone() is not None


def drop(server: Server, main: str) -> None:
    """This function will drop a main database and its key database, ending whoever is still connected."""
    with connect(server) as admin:
        for name in (main, keys_name(main)):
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
