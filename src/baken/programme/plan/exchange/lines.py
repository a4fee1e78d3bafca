"""An edition as the lines of a table, in the language of the reader: what goes out to Excel and Word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.derive.ready import Done, Standing, standing
from baken.core.derive.ready_words import ready_words
from baken.core.policy.bundle import Bundle
from baken.core.policy.ready import Ready
from baken.programme.plan import queries
from baken.programme.plan.exchange import columns
from baken.programme.plan.models import Action, Edition, Progress
from baken.web.fields import said, tidy
from baken.web.templatetags.baken import civil


@dataclass(frozen=True, slots=True)
class Paper:
    """What goes out: the words above the table, its headings, and its lines. A goal stands out among the actions."""

    title: str
    goal: str
    about: str
    headings: Sequence[str]
    lines: Sequence[Mapping[str, str | int | None]]


def paper(edition: Edition, bundle: Bundle | None, today: date) -> Paper:
    """Return an edition as it stands now."""
    actions = queries.actions_of(edition)
    done = queries.progress_of(actions)
    barriers = {one.id: said(one.name) for one in bundle.barriers} if bundle else {}
    about = _("Van %(first)s tot en met %(last)s.") % {
        "first": civil(edition.from_date),
        "last": civil(edition.until_date),
    }
    return Paper(
        title=tidy(edition.title),
        goal=tidy(edition.goal),
        about=f"{about} {tidy(edition.decision)}".strip(),
        headings=[said(name) for name in columns.NAMES.values()],
        lines=[
            line(
                one,
                done.get(one.id, []),
                barriers,
                stands(edition, one, done.get(one.id, []), today),
            )
            for one in actions
        ],
    )


def line(
    action: Action, done: Sequence[Progress], barriers: Mapping[str, str], stand: str
) -> dict[str, str | int | None]:
    """Return one action, by column."""
    told: dict[str, str | int | None] = {
        columns.LABEL: action.label,
        columns.TITLE: action.title,
        columns.READY: capfirst(said(ready_words(ready_of(action)))),
        columns.WHAT: action.what,
        columns.OWNER: action.owner,
        columns.PARTNERS: joined(action.partners),
        columns.BARRIER: barriers.get(action.barrier, action.barrier),
        columns.BUDGET: action.budget,
        columns.STATE: stand,
        columns.EVIDENCE: "\n".join(f"{civil(one.on)}: {one.evidence}" for one in done if one.evidence),
    }
    return {name: tidy(value) if isinstance(value, str) else value for name, value in told.items()}


def ready_of(action: Action) -> Ready:
    """Return when an action is ready, as the core speaks of it."""
    return Ready(
        kind=action.ready,  # type: ignore[arg-type]
        on=action.ready_on,
        every_years=action.every_years,
        month=action.month,
        times=action.times,
    )


def joined(partners: Sequence[str]) -> str:
    """Return partners in one cell; a sign between them that stands in no name, also after one that has a comma."""
    return "; ".join(partners) + (";" if len(partners) == 1 and "," in partners[0] else "")


def stands(edition: Edition, action: Action, done: Sequence[Progress], today: date) -> str:
    """Return where an action stands, and whether that can be seen."""
    if action.stopped_on:
        told = {"day": civil(action.stopped_on), "why": action.stopped_why}
        return _("Gestopt op %(day)s. %(why)s") % told
    counted = [Done(one.on, bool(one.evidence)) for one in done if one.done]
    found = standing(ready_of(action), edition.from_date, edition.until_date, counted, today)
    words = _word(found)
    if found.owed > 1:
        words += ". " + _("Dit jaar %(done)s van %(owed)s") % {"done": found.done, "owed": found.owed}
    return words


def _word(found: Standing) -> str:
    if found.state == "done":
        return _("Gedaan, met bewijs") if found.proved else _("Gedaan, nog niet aangetoond")
    return {
        "ongoing": _("Loopt door"),
        "open": _("Nog te doen"),
        "due": _("Nu te doen"),
        "late": _("Te laat"),
    }[found.state]
