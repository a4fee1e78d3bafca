"""`baken policy draw`: a policy's route as a drawing (SVG), as BPMN 2.0, or as text. Needs no database."""

import sys
from datetime import date
from pathlib import Path
from typing import Literal, NoReturn

import click

from baken.clock import now
from baken.core.draw import making
from baken.core.draw.bpmn import bpmn
from baken.core.draw.svg import svg
from baken.core.draw.twin import as_text
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import unknown_policy
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.project.policies import library

_DAY = Text(
    "on: {day} is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-22.",
    "on: {day} is not a date. Write year-month-day, like 2026-11-22.",
)
_CANNOT_WRITE = Text(
    "out: in {file} kan niet worden geschreven: {why}. Kies een andere plek.",
    "out: cannot write to {file}: {why}. Choose another place.",
)
_WRITTEN = Text("Getekend in {file}.", "Drawn in {file}.")


@click.command("draw")
@click.argument("policy")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["svg", "bpmn", "text"]),
    default="svg",
    show_default=True,
    help="A drawing, BPMN 2.0 for a process program, or plain text.",
)
@click.option(
    "--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Language of the words."
)
@click.option(
    "--width",
    "shape",
    type=click.Choice(["wide", "narrow"]),
    default="wide",
    show_default=True,
    help="Wide for a screen or A4, narrow for a telephone (SVG only).",
)
@click.option(
    "--on", "on", metavar="DAY", help="The policy of this day, for example 2026-11-22. Default: today."
)
@click.option("--out", "out", default="-", show_default=True, metavar="FILE|-", help="Where to write it.")
def draw(
    policy: str, kind: str, lang: str, shape: Literal["wide", "narrow"], on: str | None, out: str
) -> None:
    """Draw the route of POLICY: who does what, after what, on which condition, and who receives the signal."""
    there = library()
    if policy not in there.policy_ids:
        _refuse(unknown_policy(policy[:80], there.policy_ids).in_(lang))
    try:
        bundle = resolve(there, policy, _day(on, lang))
    except PolicyErrors as wrong:
        _refuse(*(error.in_(lang) for error in wrong.errors))
    drawing = making.draw(bundle)
    if kind == "svg":
        made = svg(drawing, lang, shape, alone=True) + "\n"
    else:
        made = bpmn(drawing, lang) if kind == "bpmn" else as_text(drawing, lang)
    if out == "-":
        click.echo(made.encode("utf-8"), nl=False)
        return
    try:
        Path(out).write_text(made, "utf-8")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        _refuse(_CANNOT_WRITE.format(file=repr(out[:200]), why=why).in_(lang))
    click.echo(_WRITTEN.format(file=out).in_(lang).encode("utf-8"), err=True)


def _day(written: str | None, lang: str) -> date:
    if written is None:
        return civil_date(now())
    try:
        return date.fromisoformat(written)
    except ValueError:
        _refuse(_DAY.format(day=repr(written[:40])).in_(lang))


def _refuse(*lines: str) -> NoReturn:
    for line in lines:
        click.echo(line.encode("utf-8"), err=True)
    sys.exit(2)
