"""What the page of a table from elsewhere shows: row by row what was read, and what could not be read and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.derive.ready_words import ready_words
from baken.programme.plan.exchange import columns
from baken.programme.plan.exchange.forms import TakeForm
from baken.programme.plan.exchange.judging import Judged
from baken.programme.plan.exchange.wrong import Problem
from baken.web.fields import figure, said
from baken.web.parts import Table


@dataclass(frozen=True, slots=True)
class Shown:
    """What was read of a file. `possible` of `total` rows can go along; `rows` asks which."""

    total: int
    possible: int
    rows: Table | None
    problems: Table | None


def shown(judged: Sequence[Judged], form: TakeForm | None) -> Shown:
    """Return what was read, with the fields of the form that takes it beside each row."""
    several = len({one.raw.where for one in judged}) > 1
    possible = [one for one in judged if one.possible]
    stopped = [one for one in judged if not one.possible]
    return Shown(
        total=len(judged),
        possible=len(possible),
        rows=_rows(possible, form, several) if possible and form else None,
        problems=_problems(stopped, several) if stopped else None,
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
            [_field(form, f"take_{one.order}"), *([said(one.raw.where)] if several else [])],
            _action(one),
            capfirst(said(ready_words(one.ready))) if one.ready else "",
            _who(one, form),
            _notes(one.problems),
        )
        for one in judged
    ]
    return Table(_("Deze rijen kunnen mee"), headers, cells)


def _action(one: Judged) -> list[str]:
    return [f"{one.label} {one.title}".strip(), *([one.what] if one.what else [])]


def _who(one: Judged, form: TakeForm) -> list[object]:
    owner: object = one.owner or _field(form, f"owner_{one.order}")
    with_whom = [_("Met %(partners)s") % {"partners": ", ".join(one.partners)}] if one.partners else []
    budget = [f"€ {figure(one.budget)}"] if one.budget is not None else []
    return [owner, *with_whom, *budget]


def _notes(problems: Sequence[Problem]) -> list[str]:
    return [f"{said(one.what)} {said(one.do)}" for one in problems if not one.stops]


def _field(form: TakeForm, name: str) -> SafeString:
    return render_to_string("programme_plan/exchange_field.html", {"bound": form[name]})
