"""What the page of a table from elsewhere shows: row by row what was read, and what could not be read and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.derive.ready_words import ready_words
from baken.core.vocabulary.text import Text
from baken.programme.plan import saying
from baken.programme.plan.exchange import columns
from baken.programme.plan.exchange.forms import TakeForm
from baken.programme.plan.exchange.judging import Judged
from baken.programme.plan.exchange.taking import Looked
from baken.programme.plan.exchange.wrong import Problem
from baken.web.fields import figure, said
from baken.web.parts import Link, Table


@dataclass(frozen=True, slots=True)
class Shown:
    """What was read of a file. `possible` of `total` rows can go along: `rows` and `changes` ask which.

    `same` rows say what the programme says; `left_out` leads to the actions that no row names. `told`: the file also
    says what was done, and that does not go along.
    """

    total: int
    possible: int
    same: int
    rows: Table | None
    changes: Table | None
    problems: Table | None
    left_out: Sequence[Link]
    told: bool


def shown(looked: Looked, form: TakeForm, barriers: Mapping[str, Text]) -> Shown:
    """Return what was read, with the fields of the form that takes it beside each row."""
    judged = looked.rows
    several = len({one.raw.where for one in judged}) > 1
    possible = [one for one in judged if one.possible and not one.same]
    new = [one for one in possible if one.action is None]
    changed = [one for one in possible if one.action is not None]
    stopped = [one for one in judged if not one.possible]
    return Shown(
        total=len(judged),
        possible=len(possible),
        same=sum(one.same for one in judged),
        rows=_rows(new, form, several) if new else None,
        changes=_changes(changed, form, several, barriers) if changed else None,
        problems=_problems(stopped, several) if stopped else None,
        left_out=[
            Link(reverse("programme_plan:action", args=[one.id]), f"{one.label} {one.title}")
            for one in looked.left_out
        ],
        told=any(column in one.raw.there for one in judged for column in columns.TOLD),
    )


def _row(one: Judged, several: bool) -> str:
    if not several:
        return str(one.raw.number)
    return _("%(row)s, %(where)s") % {"row": one.raw.number, "where": said(one.raw.where)}


def _problems(judged: Sequence[Judged], several: bool) -> Table:
    cells = [
        (_row(one, several), said(columns.NAMES[problem.column]), said(problem.what), said(problem.do))
        for one in judged
        for problem in one.problems
        if problem.stops
    ]
    headers = (_("Rij"), _("Kolom"), _("Wat er mis is"), _("Wat u kunt doen"))
    return Table(_("Deze rijen kunnen zo niet mee"), headers, cells)


def _rows(judged: Sequence[Judged], form: TakeForm, several: bool) -> Table:
    headers = (_("Meenemen?"), _("Actie"), _("Wanneer gereed"), _("Wie"), _("Let op"))
    cells = [
        (
            _take(one, form, several),
            _action(one),
            capfirst(said(ready_words(one.ready))) if one.ready else "",
            _who(one, form),
            _notes(one.problems),
        )
        for one in judged
    ]
    return Table(_("Nieuw in het programma"), headers, cells)


def _changes(judged: Sequence[Judged], form: TakeForm, several: bool, barriers: Mapping[str, Text]) -> Table:
    headers = (_("Meenemen?"), _("Actie"), _("Wat er verandert"), _("Let op"))
    cells = [
        (
            _take(one, form, several),
            f"{one.action.label} {one.action.title}" if one.action else "",
            [_change(column, old, new, barriers) for column, (old, new) in one.changes.items()],
            _notes(one.problems),
        )
        for one in judged
    ]
    return Table(_("Staat er al en verandert"), headers, cells)


def _change(column: str, old: Any, new: Any, barriers: Mapping[str, Text]) -> str:
    """Return what a column says now and what it becomes; of long text only what it becomes."""
    name = said(columns.NAMES[column])
    told = {"name": name, "old": _value(column, old, barriers), "new": _value(column, new, barriers)}
    if column == columns.WHAT and new:
        return _("%(name)s: wordt “%(new)s”") % told
    return _("%(name)s: nu %(old)s, wordt %(new)s") % told


def _value(column: str, value: Any, barriers: Mapping[str, Text]) -> str:
    if value is None or value == "" or value == ():
        return _("leeg")
    if column == columns.READY:
        return said(ready_words(value))
    if column == columns.BUDGET:
        return saying.euros(value)
    if column == columns.BARRIER:
        return said(barriers[value]) if value in barriers else str(value)
    return f"“{'; '.join(value) if column == columns.PARTNERS else value}”"


def _take(one: Judged, form: TakeForm, several: bool) -> list[object]:
    """Return the box that takes a row; it carries which state of the action was looked at."""
    seen = one.action.number if one.action else None
    return [_field(form, f"take_{one.order}", seen), *([said(one.raw.where)] if several else [])]


def _action(one: Judged) -> list[str]:
    return [f"{one.label} {one.title}".strip(), *([one.what] if one.what else [])]


def _who(one: Judged, form: TakeForm) -> list[object]:
    owner: object = one.owner or _field(form, f"owner_{one.order}")
    with_whom = [_("Met %(partners)s") % {"partners": ", ".join(one.partners)}] if one.partners else []
    budget = [f"€ {figure(one.budget)}"] if one.budget is not None else []
    return [owner, *with_whom, *budget]


def _notes(problems: Sequence[Problem]) -> list[str]:
    return [f"{said(one.what)} {said(one.do)}" for one in problems if not one.stops]


def _field(form: TakeForm, name: str, seen: int | None = None) -> SafeString:
    context = {"bound": form[name], "seen": seen, "order": name.rpartition("_")[2]}
    return render_to_string("programme_plan/exchange_field.html", context)
