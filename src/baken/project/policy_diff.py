"""`baken policy diff`: what two policies, or two versions of one, do and say otherwise. Needs no database."""

import sys
from datetime import date

import click

from baken.clock import now
from baken.core.policy.bundle import Bundle
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Library
from baken.core.policy.resolve import resolve
from baken.core.prove.comparing import compare
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.project.policies import library

_NO_DAY = Text(
    "`{day}` is geen dag. Schrijf jaar-maand-dag, zoals woerden@2024-12-01.",
    "`{day}` is not a day. Write year-month-day, like woerden@2024-12-01.",
)


@click.command()
@click.argument("old", metavar="OLD[@DATE]")
@click.argument("new", metavar="NEW[@DATE]")
@click.option("--on", metavar="DATE", help="The day on which both count; without it: today.")
@click.option(
    "--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Language of the lines."
)
def diff(old: str, new: str, on: str | None, lang: str) -> None:
    """Compare what two policies do for every signal that can exist, and then what they say.

    OLD and NEW are policies, for example `woerden montfoort`. A date behind an @ takes the version that counts on that
    day, together with what its region had laid down on that day: `woerden@2024-12-01 woerden@2026-01-01`.

    Exit code: 0 no difference, 1 a difference, 2 bad input.
    """
    there = library()
    try:
        bundles = [_bundle(there, name, on, lang) for name in (old, new)]
    except PolicyErrors as found:
        for error in found.errors:
            _say(error.in_(lang), wrong=True)
        sys.exit(2)
    found_ = compare(bundles[0], bundles[1])
    for heading, differences in found_.grouped:
        _say(heading.in_(lang))
        for one in differences:
            sources = "; ".join(source.in_(lang) for source in one.sources)
            _say(f"  - {one.sentence.in_(lang)}{f' ({sources})' if sources else ''}")
        _say("")
    _say(found_.summary.in_(lang))
    sys.exit(0 if found_.same else 1)


def _bundle(there: Library, name: str, on: str | None, lang: str) -> Bundle:
    policy_id, at, version = name.partition("@")
    day = version if at else on
    return resolve(there, policy_id, _day(day, lang) if day is not None else civil_date(now()))


def _day(written: str, lang: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        _say(_NO_DAY.format(day=written).in_(lang), wrong=True)
        sys.exit(2)


def _say(line: str, *, wrong: bool = False) -> None:
    click.echo(line.encode("utf-8"), err=wrong)
