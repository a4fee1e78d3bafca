"""An edition as the lines of a table, in the language of the reader: what goes out to Excel and Word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from baken.core.policy.bundle import Bundle
from baken.programme.plan import lists, saying, standing
from baken.programme.plan.exchange import columns
from baken.programme.plan.models import Edition
from baken.web.fields import said, tidy
from baken.web.templatetags.baken import civil

Line = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Paper:
    """What goes out: the words above the table, its headings, and its lines, each by column."""

    title: str
    goal: str
    about: str
    headings: Sequence[str]
    lines: Sequence[Line]


def paper(edition: Edition, bundle: Bundle | None, today: date) -> Paper:
    """Return an edition as it stands today."""
    barriers = {id_: said(name) for id_, name in lists.barriers(bundle).items()}
    about = _("Van %(first)s tot en met %(last)s.") % {
        "first": civil(edition.from_date),
        "last": civil(edition.until_date),
    }
    return Paper(
        title=tidy(edition.title),
        goal=tidy(edition.goal),
        about=f"{about} {tidy(edition.decision)}".strip(),
        headings=[said(name) for name in columns.NAMES.values()],
        lines=[line(row, barriers) for row in standing.rows(edition, today)],
    )


def line(row: standing.Row, barriers: Mapping[str, str]) -> Line:
    """Return one action, by column."""
    action = row.action
    told: dict[str, str | int | None] = {
        columns.LABEL: action.label,
        columns.TITLE: action.title,
        columns.READY: saying.ready(row),
        columns.WHAT: action.what,
        columns.OWNER: action.owner,
        columns.PARTNERS: joined(action.partners),
        columns.BARRIER: barriers.get(action.barrier, action.barrier),
        columns.BUDGET: action.budget,
        columns.STATE: f"{saying.state(row)}. {action.stopped_why}"
        if action.stopped_on
        else saying.state(row),
        columns.EVIDENCE: _evidence(row),
    }
    return {name: tidy(value) if isinstance(value, str) else value for name, value in told.items()}


def joined(partners: Sequence[str]) -> str:
    """Return partners in one cell; a sign between them that stands in no name, also after one that has a comma."""
    return "; ".join(partners) + (";" if len(partners) == 1 and "," in partners[0] else "")


def _evidence(row: standing.Row) -> str:
    shown = [f"{civil(one.on)}: {one.evidence}" for one in row.progress if one.evidence]
    return "\n".join(shown) or ("" if row.action.stopped_on else saying.proof(row))
