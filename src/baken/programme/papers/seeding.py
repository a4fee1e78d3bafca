"""From the policy to the lists: its papers, and the lines of its budget for a year."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from baken.core.policy.bundle import Bundle
from baken.core.policy.programme import BudgetLine, PolicyPaper
from baken.programme.common import policy
from baken.programme.papers.models import Line, Paper
from baken.tenancy import kept
from baken.tenancy.actors import Actor
from baken.web.fields import said


def papers(now: datetime) -> list[tuple[str, dict[str, Any]]]:
    """Return every paper of the policy in force that is not in the list yet, with what would be written down."""
    bundle = policy.in_force(now)
    if bundle is None:
        return []
    known = set(kept.kept(Paper).values_list("from_policy", flat=True))
    return [(one.id, _paper(one, bundle)) for one in bundle.policy_papers if one.id not in known]


def adopt_papers(wanted: list[str], *, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Put papers of the policy in the list."""
    for id_, told in papers(now):
        if id_ in wanted:
            kept.add(Paper, told, actor=actor, now=now, command_id=uuid5(command_id, id_))


def lines(year: int, now: datetime) -> list[tuple[str, dict[str, Any]]]:
    """Return every line of the policy's budget that this year does not have yet."""
    bundle = policy.in_force(now)
    if bundle is None:
        return []
    known = set(kept.kept(Line).filter(year=year).values_list("from_policy", flat=True))
    return [(one.id, _line(one, year)) for one in bundle.budget_lines if one.id not in known]


def adopt_lines(year: int, wanted: list[str], *, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Put lines of the policy in the budget of a year."""
    for id_, told in lines(year, now):
        if id_ in wanted:
            kept.add(Line, told, actor=actor, now=now, command_id=uuid5(command_id, f"{year}.{id_}"))


def _paper(one: PolicyPaper, bundle: Bundle) -> dict[str, Any]:
    """chosen: a paper raises the barriers that its field can raise, until somebody says otherwise."""
    raised = next((field.barriers for field in bundle.flanking if field.id == one.domain), ())
    return {
        "title": one.title,
        "domain": one.domain or "",
        "owner": said(one.owner),
        "from_date": date(one.from_year, 1, 1) if one.from_year else None,
        "until_date": date(one.until_year, 12, 31) if one.until_year else None,
        "adapted_on": one.adapted,
        "barriers": list(raised),
        "regional": one.region,
        "from_policy": one.id,
    }


def _line(one: BudgetLine, year: int) -> dict[str, Any]:
    return {
        "year": year,
        "name": said(one.name),
        "kind": one.kind,
        "who": said(one.who),
        "planned": one.amount,
        "regional": one.regional,
        "note": said(one.note) if one.note else "",
        "from_policy": one.id,
    }
