"""`baken policy new`: start a municipality on its region's policy, in a folder that works at once (DIFF-03)."""

import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import click

from baken import clock
from baken.core.derive.first_case import first_case
from baken.core.policy.bundle import Bundle
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Library
from baken.core.policy.making import Decision, NewFolder, name_of, new_folder, open_tables
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.project.policies import library, policies_root

_ASK = Text("Heeft {name} een eigen {table}?", "Does {name} have its own {table}?")
_MADE = Text("Gemaakt:", "Made:")
_ASSUMED = Text(
    "Aangenomen: {name} heeft {having}{table}, net als de regio. Klopt dat niet? Wijzig `exists` in tables.yaml.",
    "Assumed: {name} has {having}{table}, like the region. Not so? Change `exists` in tables.yaml.",
)
_NONE = {True: Text("een ", "a "), False: Text("geen ", "no ")}
_NEXT = Text(
    "Kijk nu: baken policy check {policy}. Wat eigen moet worden, staat in docs/tutorial/your-policy.md.",
    "Now see: baken policy check {policy}. How to make it your own: docs/tutorial/your-policy.md.",
)
_NO_FOLDER = Text(
    "{folder}: Deze map is er niet. Nieuw beleid komt in een map waar al beleid in staat. Noem een map die er is.",
    "{folder}: This folder is not there. A new policy goes in a folder with policies. Name one that exists.",
)
_THERE = Text(
    "{folder}: Hier staat al iets. Wat er is, wordt nooit overschreven. Kies een andere naam, of haal het zelf weg.",
    "{folder}: Something is here already. It is never overwritten. Choose another name, or take it away yourself.",
)
_NOT_WRITTEN = Text(
    "{folder}: Schrijven lukt hier niet ({why}). Er is niets gemaakt. Kies met --into een andere map.",
    "{folder}: Cannot write here ({why}). Nothing was made. Choose another folder with --into.",
)


@click.command()
@click.argument("policy_id", metavar="ID")
@click.option("--extends", required=True, metavar="REGION", help="The region to follow, for example copen.")
@click.option(
    "--from", "valid_from", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="First day; default today."
)
@click.option("--name", help="The municipality's name; default made from ID.")
@click.option("--into", type=click.Path(path_type=Path), help="A folder of policies; default the one in use.")
@click.option("--decision", "number", metavar="NUMBER", help="The college's decision to follow the region.")
@click.option(
    "--decided-on", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The day of that decision."
)
@click.option(
    "--local-meeting/--no-local-meeting",
    default=None,
    help="Whether the municipality has a local undermining meeting; default: asked, or as the region has it.",
)
@click.option(
    "--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Language of the lines."
)
def new(
    policy_id: str,
    extends: str,
    valid_from: datetime | None,
    name: str | None,
    into: Path | None,
    number: str | None,
    decided_on: datetime | None,
    local_meeting: bool | None,
    lang: str,
) -> None:
    """Start a municipality that follows its region: a small folder with what is its own, and a first case."""
    if decided_on is not None and number is None:
        raise click.UsageError("--decided-on is the day of a decision: name it with --decision.")
    root = into or policies_root()
    if not root.is_dir():
        _refuse(_NO_FOLDER.format(folder=root).in_(lang))
    there = library(root)
    day = valid_from.date() if valid_from else civil_date(clock.now())
    said_name = name if name is not None else name_of(policy_id)
    try:
        tables = (
            {}
            if policy_id in there.policy_ids
            else _asked(there, extends, day, said_name, local_meeting, lang)
        )
        made = new_folder(
            there,
            policy_id,
            name=said_name,
            extends=extends,
            valid_from=day,
            decision=Decision(number, decided_on.date() if decided_on else None)
            if number is not None
            else None,
            tables=tables,
        )
        bundle = resolve(there.with_folder(policy_id, day.isoformat(), made.files), policy_id, day)
    except PolicyErrors as found:
        _refuse(*(error.in_(lang) for error in found.errors))
    written = _write(root, made, first_case(bundle), lang)
    _say(_MADE.in_(lang))
    for path in written:
        _say(f"  {path}")
    for table in made.assumed:
        _say(_ASSUMED.format(name=said_name, having=_NONE[table.exists], table=table.name).in_(lang))
    _say(_NEXT.format(policy=policy_id).in_(lang))


def _asked(
    there: Library, extends: str, day: date, name: str, local_meeting: bool | None, lang: str
) -> Mapping[str, bool]:
    """Return what is said of the tables on which the region's route turns; a person at the keyboard is asked."""
    try:
        parent: Bundle = resolve(there, extends, day)
    except PolicyErrors:
        return {}  # said again, with everything else that is wrong
    tables = open_tables(parent)
    if local_meeting is not None:
        return {"local_undermining_meeting": local_meeting}
    if not at_a_keyboard():
        return {}
    return {
        table.id: click.confirm(_ASK.format(name=name, table=table.name).in_(lang), default=table.exists)
        for table in tables
    }


def at_a_keyboard() -> bool:
    """Return whether there is somebody to ask."""
    return sys.stdin.isatty()


def _write(root: Path, made: NewFolder, cases: Mapping[str, str], lang: str) -> list[Path]:
    """Write everything or nothing. A folder that appears meanwhile is not touched: making it is what claims it."""
    home = root / made.policy_id
    inside = {f"{made.valid_from.isoformat()}/{file}": text for file, text in made.files.items()}
    inside |= {f"cases/{file}": text for file, text in cases.items()}
    done: list[Path] = []
    try:
        home.mkdir()
    except FileExistsError:
        _refuse(_THERE.format(folder=home).in_(lang))
    except OSError as error:
        _refuse(_NOT_WRITTEN.format(folder=root, why=error.strerror).in_(lang))
    try:
        for name, text in sorted(inside.items()):
            path = home / name
            if not path.parent.is_dir():
                path.parent.mkdir()
            done.append(path)
            path.write_text(text, "utf-8")
    except OSError as error:
        for path in done:
            path.unlink(missing_ok=True)
        for folder in (*sorted({path.parent for path in done}), home):
            folder.rmdir()
        _refuse(_NOT_WRITTEN.format(folder=home, why=error.strerror).in_(lang))
    return done


def _refuse(*lines: str) -> None:
    for line in lines:
        click.echo(line.encode("utf-8", "replace"), err=True)
    sys.exit(2)


def _say(line: str) -> None:
    click.echo(line.encode("utf-8", "replace"))
