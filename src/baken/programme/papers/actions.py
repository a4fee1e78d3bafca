"""What is written down about papers and money. What is wrong is refused before anything is written, at its field."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.text import Text
from baken.programme.common.nameless import about_no_case
from baken.programme.papers.models import FollowUp, Line, Noted, Paper
from baken.programme.plan.actions import add_action
from baken.programme.plan.models import Action
from baken.tenancy import kept
from baken.tenancy.actors import Actor

PAPER = (
    "title",
    "domain",
    "owner",
    "from_date",
    "until_date",
    "adapted_on",
    "updating",
    "barriers",
    "regional",
    "where",
)
LINE = ("year", "name", "kind", "who", "planned", "spent", "regional", "note")
NOTED = ("verdict", "on", "by", "note")
_NOTES = UUID("2c9b6a0e-51d7-4f0e-8f5c-0d5d5a1f7b61")


def add_paper(
    told: Mapping[str, Any], *, replaces: Paper | None = None, actor: Actor, now: datetime, command_id: UUID
) -> Paper:
    """Put a paper in the list; `replaces`: it comes after that one. Raises `Refused`, with the field that is wrong."""
    if earlier := kept.made(Paper, command_id):
        return earlier
    row = _paper(told)
    if replaces is not None:
        if kept.kept(Paper).filter(replaces=replaces.id).exists():
            raise Refused(
                Text("Dit stuk heeft al een opvolger.", "This paper has a successor already."),
                Text("Twee opvolgers spreken elkaar tegen.", "Two successors contradict each other."),
                Text("Wijzig de opvolger die er is.", "Change the successor that is there."),
            )
        row["replaces"] = replaces.id
    return kept.add(Paper, row, actor=actor, now=now, command_id=command_id)


def change_paper(
    found: Paper, told: Mapping[str, Any], looked_at: int, *, actor: Actor, now: datetime
) -> None:
    """Change a paper. Raises `Refused` where a colleague was first."""
    kept.change(found, _paper(told), looked_at, actor=actor, now=now)


@transaction.atomic
def note(
    domain: str, told: Mapping[str, Any], looked_at: int, *, actor: Actor, now: datetime, command_id: UUID
) -> Noted:
    """Write down what was found of a field. `looked_at`: the number of the note that was seen, or 0 for none."""
    about_no_case(note=told["note"])
    asked = {name: told[name] for name in NOTED}
    found = noted(domain)
    if found is None:
        once = uuid5(uuid5(_NOTES, domain), str(actor.organisation_id))
        row = {**asked, "domain": domain}
        found = kept.add(Noted, row, actor=actor, now=now, command_id=once)
    kept.change(found, asked, looked_at, actor=actor, now=now)
    return found


def noted(domain: str) -> Noted | None:
    """Return what was found of a field, or None where nobody looked yet."""
    return kept.kept(Noted).filter(domain=domain).first()


@transaction.atomic
def follow_up(
    told: Mapping[str, Any],
    *,
    domain: str = "",
    paper: Paper | None = None,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> Action:
    """Put an action about a field or paper in the programme in use. Raises `Refused`, with the field that is wrong."""
    about_no_case(title=told["title"], what=told["what"])
    made = add_action(None, told, actor=actor, now=now, command_id=command_id)
    row = {
        "domain": paper.domain if paper else domain,
        "paper_id": paper.id if paper else None,
        "action_id": made.id,
    }
    kept.add(FollowUp, row, actor=actor, now=now, command_id=command_id)
    return made


def add_line(told: Mapping[str, Any], *, actor: Actor, now: datetime, command_id: UUID) -> Line:
    """Put a line in the budget of a year."""
    return kept.add(Line, _line(told), actor=actor, now=now, command_id=command_id)


def change_line(found: Line, told: Mapping[str, Any], looked_at: int, *, actor: Actor, now: datetime) -> None:
    """Change a line of the budget. Raises `Refused` where a colleague was first."""
    kept.change(found, _line(told), looked_at, actor=actor, now=now)


def _paper(told: Mapping[str, Any]) -> dict[str, Any]:
    about_no_case(title=told["title"], where=told["where"])
    first, last = told["from_date"], told["until_date"]
    if first and last and last < first:
        raise Refused(
            Text("De laatste dag ligt voor de eerste dag.", "The last day lies before the first."),
            Text("Zo geldt het stuk op geen enkele dag.", "That way the paper is in force on no day."),
            Text("Verander een van beide dagen.", "Change one of the days."),
            field="until_date",
        )
    return {name: told[name] for name in PAPER}


def _line(told: Mapping[str, Any]) -> dict[str, Any]:
    about_no_case(name=told["name"], note=told["note"])
    return {name: told[name] for name in LINE}
