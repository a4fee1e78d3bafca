"""Whether the databases are as this Baken needs them, asked as the application, which owns nothing."""

import subprocess
import sys
from collections.abc import Mapping

import psycopg

from baken.project import databases, secrets
from baken.project.databases import APP, Server
from baken.project.state import secrets_dir
from baken.project.trouble import Trouble


def unsafe(environ: Mapping[str, str]) -> str:
    """This function will warn where somebody may take a trial for the real thing: on a database server of their own."""
    if not environ.get("DATABASE_URL") or environ.get("BAKEN_ENV") == "production":
        return ""
    return (
        f"NOT FOR REAL SIGNALS: DATABASE_URL is set, but BAKEN_ENV is {environ.get('BAKEN_ENV') or 'local'}. Cookies "
        "may travel without https, and in the demonstration a password alone lets people in. For real work, set "
        "BAKEN_ENV=production."
    )


def check(environ: Mapping[str, str]) -> None:
    """This function will say what is missing and that `baken migrate` makes it; nothing is made or changed here."""
    password = secrets.load(secrets_dir(environ)).passwords[APP]
    for server, dbname in databases.places(environ):
        if in_the_clear(server, environ):
            raise Trouble(
                f"The connection to the database at {server.host} may go over the network without encryption. Write "
                "?sslmode=verify-full behind DATABASE_URL (and BAKEN_KEYS_URL), as docs/how-to/install.md says."
            )
        try:
            psycopg.connect(**server.conninfo(dbname, APP, password), connect_timeout=10).close()
        except psycopg.OperationalError as error:
            raise Trouble(_reason(server, dbname, str(error))) from None
    if behind(environ):
        raise Trouble("The tables are not up to date. Run `baken migrate` first.")


def in_the_clear(server: Server, environ: Mapping[str, str]) -> bool:
    """This function will say whether what goes to a database elsewhere may be read on the way."""
    here = not server.host or server.host.startswith(("/", "127.")) or server.host in ("localhost", "::1")
    mode = server.options.get("sslmode") or environ.get("PGSSLMODE", "")
    return not here and mode not in ("require", "verify-ca", "verify-full")


def behind(environ: Mapping[str, str]) -> bool:
    """This function will say whether migrations wait, or cannot even be asked for."""
    steps = (
        "import django; django.setup()\n"
        "from django.core.management import call_command\n"
        "for alias in ('default', 'keys'):\n"
        "    call_command('migrate', database=alias, check_unapplied=True, verbosity=0)\n"
    )
    own = {**environ, "DJANGO_SETTINGS_MODULE": "baken.project.settings", "BAKEN_DB_ROLE": "app"}
    done = subprocess.run([sys.executable, "-c", steps], env=own, capture_output=True, check=False)
    return done.returncode != 0


def without_papers(environ: Mapping[str, str]) -> list[str]:
    """This function will name the organisations that have a policy in use and no signed DPIA (V28)."""
    steps = (
        "import django; django.setup()\n"
        "from baken.clock import now\n"
        "from baken.trust.accountability import going_live\n"
        "print(*going_live.not_ready(now=now()), sep='\\n')\n"
    )
    own = {**environ, "DJANGO_SETTINGS_MODULE": "baken.project.settings", "BAKEN_DB_ROLE": "app"}
    done = subprocess.run([sys.executable, "-c", steps], env=own, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble("Whether the papers of accountability are there could not be read. Run `baken doctor`.")
    return done.stdout.split()


def mail_given_up(environ: Mapping[str, str]) -> list[str]:
    """This function will name the organisations where mail was refused until it was given up, each with how many."""
    steps = (
        "import django; django.setup()\n"
        "from baken.clock import now\n"
        "from baken.mail import trying\n"
        "for slug, count in trying.counts(now=now()): print(f'{slug} ({count})')\n"
    )
    own = {**environ, "DJANGO_SETTINGS_MODULE": "baken.project.settings", "BAKEN_DB_ROLE": "app"}
    done = subprocess.run([sys.executable, "-c", steps], env=own, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble("Whether mail was refused could not be read. Run `baken migrate`, then `baken doctor`.")
    return done.stdout.splitlines()


def no_papers(slugs: list[str]) -> str:
    """This function will say what lacks, and how to mend it."""
    return (
        f"No signed DPIA is recorded for {', '.join(slugs)}, and nobody works with real signals without one (V28). "
        "Record it: baken paper add <organisation> dpia --reference ... --version ... --signed-on ... --review-on ..."
    )


def forget_ended_sessions(environ: Mapping[str, str]) -> None:
    """This function will throw away what sessions left behind that nobody can go on with."""
    server, dbname = databases.places(environ)[0]
    password = secrets.load(secrets_dir(environ)).passwords[APP]
    with psycopg.connect(**server.conninfo(dbname, APP, password), connect_timeout=10) as app:
        app.execute("DELETE FROM account_session WHERE expire_date < now()")


def _reason(server: Server, dbname: str, said: str) -> str:
    if "does not exist" in said or "permission denied" in said:
        return f"The database {dbname} is not ready yet. Run `baken migrate` first."
    if "authentication failed" in said:
        return (
            f"The server refuses {APP}. Run `baken migrate` first; if that was done, point "
            "BAKEN_SECRETS to the secrets folder it was done with."
        )
    return (
        f"No PostgreSQL answers at {server.host}, port {server.port}. "
        "Check the address in DATABASE_URL (and BAKEN_KEYS_URL), and whether that server runs."
    )
