"""The programme as tables and lines: an edition under its goals, one action, what is due and what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.derive.ready_words import ready_words
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.months import last_of_quarter
from baken.core.vocabulary.text import Text
from baken.programme.common import planned
from baken.programme.common.asking import FIRST_YEAR
from baken.programme.plan import lists, queries, saying, standing, themes
from baken.programme.plan.models import Action, Progress
from baken.web.fields import said
from baken.web.parts import Line, Link, Table
from baken.web.templatetags.baken import civil

LONG_AGO = date(FIRST_YEAR, 1, 1)
"""What is late stays late, however long: it leaves the first page by being done, stopped or replaced."""
LATELY = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Group:
    """A goal with the table of its actions. `goal`: the goal itself, where it is among what is shown."""

    number: str
    goal: standing.Row | None
    title: str
    table: Table


def groups(shown: Sequence[standing.Row], every: Sequence[standing.Row], found: Bundle | None) -> list[Group]:
    """Return what is shown of an edition, under its goals; a goal stands in its own table, since it is done too."""
    names = {one.action.label: one.action.title for one in every if one.is_goal}
    barriers = lists.barriers(found)
    made = []
    for number, goal, below in standing.by_goal(shown):
        rows = [*([goal] if goal else []), *below]
        name = names.get(number, "")
        title = f"{number}. {name}" if name else _("Bij doel %(number)s") % {"number": number}
        made.append(Group(number, goal, title, _table(title, rows, barriers)))
    return made


def _table(caption: str, rows: Sequence[standing.Row], barriers: Mapping[str, Text]) -> Table:
    return Table(
        caption,
        (_("Actie"), _("Gereed"), _("Wie"), _("Hoe staat het?")),
        [
            (
                [link(one), *_more(one, barriers)],
                saying.ready(one),
                saying.who(one),
                [part for part in (saying.state(one), saying.proof(one)) if part],
            )
            for one in rows
        ],
        hide_caption=True,
    )


def link(row: standing.Row) -> Link:
    """Return the way to an action."""
    return Link(
        reverse("programme_plan:action", args=[row.action.id]), f"{row.action.label} {row.action.title}"
    )


def _more(row: standing.Row, barriers: Mapping[str, Text]) -> list[str]:
    action = row.action
    found = []
    if action.barrier:
        name = said(barriers.get(action.barrier, Text(action.barrier, action.barrier)))
        found.append(_("Barrière: %(name)s") % {"name": name})
    if action.budget is not None:
        found.append(_("Budget: %(amount)s") % {"amount": saying.euros(action.budget)})
    if action.revise:
        found.append(_("Nog aan te passen"))
    return found


def lines(row: standing.Row, found: Bundle | None) -> list[Line]:
    """Return one action in full."""
    action = row.action
    barrier = lists.barriers(found).get(action.barrier, Text(action.barrier, action.barrier))
    told = [
        Line(_("Hoe staat het?"), saying.state(row)),
        Line(_("Bewijs"), saying.proof(row)),
        Line(_("Gereed"), saying.ready(row)),
        Line(_("Eigenaar"), action.owner),
        Line(_("Met wie"), action.partners),
        Line(_("Wat we doen"), action.what),
        Line(_("Barrière"), capfirst(said(barrier))),
        Line(_("Budget"), saying.euros(action.budget)),
        Line(_("Gestopt omdat"), action.stopped_why),
        Line(_("Waar dit vandaan komt"), source(row, found)),
        Line(_("In de vorige editie"), _same(queries.carried_from(action))),
        Line(_("In de volgende editie"), _same(queries.carried_to(action))),
    ]
    return [line for line in told if line.value]


def _same(action: Action | None) -> Link | None:
    if action is None:
        return None
    words = f"{action.label} {action.title} ({said(ready_words(standing.ready_of(action)))})"
    return Link(reverse("programme_plan:action", args=[action.id]), words)


def shifted(rows: Sequence[standing.Row]) -> Table:
    """Return the actions that are ready at another time than in the former edition, and what that was."""
    former = queries.former_of(one.action for one in rows)
    told = [(one, former[one.action.id]) for one in rows if one.action.id in former]
    return Table(
        _("Wanneer gereed, anders dan in de vorige editie"),
        (_("Actie"), _("In de vorige editie"), _("Nu")),
        [
            (link(one), capfirst(said(was)), saying.ready(one))
            for one, before in told
            if (was := ready_words(standing.ready_of(before))) != one.ready
        ],
        hide_caption=True,
    )


def source(row: standing.Row, found: Bundle | None) -> list[str]:
    """Return where an action came from: the place in the policy, or what else asked for it."""
    action = row.action
    origin = lists.policy_rows(found).get(action.from_policy)
    told = []
    if origin is not None:
        titles = {one.id: one.title for one in found.documents} if found else {}
        told.append(
            f"{titles.get(origin.source.document, origin.source.document)}, {origin.source.place}"
            if origin.source
            else capfirst(said(origin.says_who))
        )
        if found and themes.of_region(origin.by, found):
            told.append(_("Afgesproken in de regio %(region)s") % {"region": themes.region_name(origin.by)})
    elif action.from_policy:
        told.append(_("Een eerder beleid"))
    return [*told, *([action.because] if action.because else [])]


def progress(found: Sequence[Progress]) -> Table:
    """Return what was done about an action."""
    return Table(
        _("Wat er is gedaan, het laatste eerst"),
        (_("Dag"), _("Wat"), _("Gedaan?"), _("Waar te zien"), _("Fout?")),
        [
            (
                one.on,
                one.what,
                _("Ja") if one.done else _("Een stap op weg"),
                one.evidence or _("Nog niet aangetoond"),
                Link(reverse("programme_plan:withdraw_progress", args=[one.id]), _("Terugnemen")),
            )
            for one in found
        ],
        hide_caption=True,
    )


@dataclass(frozen=True, slots=True)
class Now:
    """What of all parts is late, is due in this quarter, can be begun for later, and was done not long ago."""

    late: Table
    due: Table
    begun: Table
    done: Table


def now_of(today: date) -> Now:
    """Return what every part of the programme planned around today."""
    end = last_of_quarter(today)
    found = planned.between(LONG_AGO, end, today)
    lately = [one for one in found if one.state == "done" and one.last >= today - LATELY]
    return Now(
        _planned(_("Te laat"), [one for one in found if one.state == "late"]),
        _planned(_("Dit kwartaal"), [one for one in found if one.state == "due" and one.last <= end]),
        _planned(_("Kan al beginnen"), [one for one in found if one.state == "due" and one.last > end]),
        _planned(_("Net gedaan"), lately, proof=True),
    )


def _planned(caption: str, rows: Sequence[planned.Planned], *, proof: bool = False) -> Table:
    headers = (_("Wat"), _("Uiterlijk"), _("Wie"))
    return Table(
        caption,
        (*headers, _("Bewijs")) if proof else headers,
        [
            (
                Link(one.href, one.words) if one.href else one.words,
                civil(one.last),
                one.owner,
                *([_proved(one.proved)] if proof else []),
            )
            for one in rows
        ],
        hide_caption=True,
    )


def _proved(proved: bool | None) -> str:
    if proved is None:
        return ""
    return _("Aangetoond") if proved else _("Nog niet aangetoond")
