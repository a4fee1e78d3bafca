"""`baken doctor`: looks an installation over and says, of everything that is wrong, what to do."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from baken.account.single_sign_on import looking
from baken.project import databases, embedded, prepare, programs, secrets, standing
from baken.project.state import ROOT, secrets_dir, state_dir
from baken.project.trouble import Trouble

ENOUGH = 500_000_000  # bytes: a database of a small municipality and room to work


@dataclass(frozen=True)
class Finding:
    """One thing looked at: all right, or what is wrong and what to do."""

    what: str
    wrong: str = ""

    def line(self) -> str:
        """This function will say it in one line."""
        return f"WRONG  {self.what}: {self.wrong}" if self.wrong else f"ok     {self.what}"


def examine(environ: Mapping[str, str]) -> list[Finding]:
    """This function will look at everything, also after something was found wrong."""
    looks: tuple[tuple[str, Callable[[Mapping[str, str]], Iterator[str]]], ...] = (
        ("folder for state", _state),
        ("secrets", _secrets),
        ("PostgreSQL's programs", _programs),
        ("policies", _policies),
        ("database", _database),
        ("settings", _settings),
        ("single sign-on", looking.troubles),
    )
    findings = []
    for what, look in looks:
        try:
            found = list(look(environ))
        except Trouble as trouble:
            found = [trouble.sentence]
        except OSError as error:
            found = [f"{error.strerror or type(error).__name__} ({error.filename})"]
        findings += [Finding(what, wrong) for wrong in found] or [Finding(what)]
    return findings


def _state(environ: Mapping[str, str]) -> Iterator[str]:
    state = state_dir(environ)
    here = next(p for p in (state, *state.parents) if p.exists())
    if not os.access(here, os.W_OK):
        yield f"this user may not write in {here}. Run as its owner, or set BAKEN_STATE elsewhere."
    if (free := shutil.disk_usage(here).free) < ENOUGH:
        yield f"only {free // 1_000_000} MB is free on the disk of {here}. Make some room."


def _secrets(environ: Mapping[str, str]) -> Iterator[str]:
    folder = secrets_dir(environ)
    if not folder.exists():
        if environ.get("BAKEN_ENV") == "production":
            yield f"{folder} does not exist. Restore it from where you keep it."
        return
    secrets.load(folder)
    if loose := secrets.loose_files(folder):
        yield f"others can read {', '.join(loose)} in {folder}. Run: chmod -R go= {folder}"


def _programs(environ: Mapping[str, str]) -> Iterator[str]:
    if not environ.get("DATABASE_URL"):
        programs.bin_dir(programs.account())
    yield from ()


def _policies(environ: Mapping[str, str]) -> Iterator[str]:
    folder = Path(environ.get("BAKEN_POLICIES") or ROOT / "policies")
    if not any(folder.glob("*/*/municipality.yaml")):
        yield f"no policies in {folder}. Put the folder back, or point BAKEN_POLICIES to it."


def _database(environ: Mapping[str, str]) -> Iterator[str]:
    data = embedded.base_dir(state_dir(environ)) / "data"
    if not environ.get("DATABASE_URL") and not data.exists():
        return  # nothing made yet; the first start makes it
    if environ.get("BAKEN_ENV") == "production":
        standing.check(environ)
        if lacking := standing.without_papers(environ):
            yield standing.no_papers(lacking)
        if refused := standing.mail_given_up(environ):
            yield (
                f"mail was refused for two weeks and given up lately, of {', '.join(refused)}. Ask the mail server "
                "why: an address that is gone, or a sender (BAKEN_MAIL_FROM) that is not trusted."
            )
        return
    with embedded.running(environ):
        server, main = databases.server(environ), databases.name(environ)
        with prepare.connect(server) as admin:
            found = {row[0] for row in admin.execute("SELECT datname FROM pg_database")}
            roles = {row[0] for row in admin.execute("SELECT rolname FROM pg_roles")}
        if missing := ({main, databases.keys_name(main)} - found) | (set(prepare.ATTRIBUTES) - roles):
            yield f"{', '.join(sorted(missing))} not there yet. Run `baken migrate`."
        elif standing.behind(environ):
            yield "its tables are not up to date. Run `baken migrate`."


def _settings(environ: Mapping[str, str]) -> Iterator[str]:
    """In production Django's own advice counts too; elsewhere it would complain about a missing https."""
    if environ.get("BAKEN_ENV") != "production":
        if warning := standing.unsafe(environ):
            yield warning
        return
    steps = (
        "import django; django.setup()\n"
        "from django.core.checks import run_checks\n"
        "for m in run_checks(include_deployment_checks=True): m.is_silenced() or print(m.msg, m.hint or '')\n"
    )
    own = {**environ, "DJANGO_SETTINGS_MODULE": "baken.project.settings"}
    done = subprocess.run([sys.executable, "-c", steps], env=own, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["the settings do not load"])[-1]
        yield last.partition("Trouble: ")[2] or last
    yield from (line for line in done.stdout.splitlines() if line.strip())
