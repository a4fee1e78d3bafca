"""The budget of a year: sources and uses, planned and spent, what is over (FIN-02 to FIN-06)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.papers import actions, forms, money, seeding, showing
from baken.programme.papers.models import Line
from baken.programme.papers.papers import NOTHING
from baken.programme.papers.words import KEEP, READ, words
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.choices import Choice
from baken.web.deciding import Decision, DecisionForm, Given, decision
from baken.web.fields import said
from baken.web.parts import Link, Table

PAGE = "programme_papers:budget"


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The budget of one year, this year where none is asked for."""
    doors.require(request, READ)
    years = money.years(now())
    asked = request.GET.get("jaar", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else civil_date(now()).year
    found = money.of_year(year)
    keeps = doors.decide(request, KEEP).allowed
    context = {
        "found": found,
        "years": years,
        "sources": _table(_("Waar het geld vandaan komt"), found.sources, keeps=keeps, total=True),
        "uses": _table(_("Waar het geld heen gaat"), found.uses, keeps=keeps, total=True),
        "regional": _table(_("Van de hele regio, of buiten de eigen begroting"), found.regional, keeps=keeps),
        "short": said(money.euros(found.short)) if found.short else "",
        "over": [
            _("%(name)s: %(over)s meer dan gepland")
            % {"name": one.name, "over": said(money.euros(money.added([one]).over))}
            for one in found.over
        ],
        "to_adopt": len(seeding.lines(year, now())) if keeps else 0,
        "keeps": keeps,
    }
    return render(request, "programme_papers/budget.html", context)


@asks
def add(request: HttpRequest) -> HttpResponse:
    """Put a line in the budget."""
    doors.require(request, KEEP)
    asked = request.GET.get("jaar", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else civil_date(now()).year
    ask = _words(
        _("Budgetregel toevoegen"),
        _("Een bron of besteding van geld in één jaar, in hele euro's."),
        _("Toevoegen"),
        _("De regel staat in het budget."),
        year,
    )

    def act(form: Any, given: Given) -> str:
        made = actions.add_line(_given(form), **given)
        return _page(made.year)

    return decision(request, ask, form=forms.LineForm, act=act, initial={"year": year, "kind": "use"})


@asks
def change(request: HttpRequest, line: UUID) -> HttpResponse:
    """Change a line of the budget; below it stands how it was."""
    doors.require(request, KEEP)
    found = kept.one(Line, line)
    ask = _words(
        found.name,
        _("Vul in wat er gepland en uitgegeven is. Wat hier eerder stond, blijft bewaard."),
        _("Wijziging opslaan"),
        _("De wijziging is opgeslagen."),
        found.year,
        template="programme_papers/change_line.html",
        context={"line": found, "history": showing.history(kept.history(line))},
    )

    def act(form: Any, given: Given) -> str:
        looked_at = form.cleaned_data["looked_at"] or 0
        actions.change_line(found, _given(form), looked_at, actor=given["actor"], now=given["now"])
        return _page(form.cleaned_data["year"])

    initial = {**{name: getattr(found, name) for name in actions.LINE}, "looked_at": found.number}
    return decision(request, ask, form=forms.LineForm, act=act, initial=initial)


@asks
def withdraw(request: HttpRequest, line: UUID) -> HttpResponse:
    """Take a line back that should not be there."""
    doors.require(request, KEEP)
    found = kept.one(Line, line)
    ask = _words(
        _("Budgetregel terugnemen"),
        _("De regel telt dan niet meer mee en staat nergens meer. Dat hij er stond, blijft bewaard."),
        _("Terugnemen"),
        _("De regel is teruggenomen."),
        found.year,
    )

    def act(form: DecisionForm, given: Given) -> str:
        kept.withdraw(found, actor=given["actor"], now=given["now"])
        return _page(found.year)

    return decision(request, ask, form=DecisionForm, act=act)


@asks
def adopt(request: HttpRequest, year: int) -> HttpResponse:
    """Put the lines that the policy names in the budget of a year."""
    doors.require(request, KEEP)
    there = seeding.lines(year, now()) if year in money.years(now()) else []
    choices = [(id_, Choice(row["name"], hint=row["note"] or row["who"])) for id_, row in there]
    ask = _words(
        _("Budget uit het beleid overnemen"),
        _("Deze bronnen en bestedingen noemt het beleid van uw organisatie. U kunt alles daarna aanpassen."),
        _("Overnemen"),
        _("De regels staan in het budget."),
        year,
    )

    def first() -> None:
        if not there:
            raise NOTHING

    def form(*args: Any, **options: Any) -> forms.AdoptForm:
        return forms.AdoptForm(*args, there=choices, **options)

    def act(form: Any, given: Given) -> str:
        seeding.adopt_lines(year, form.cleaned_data["wanted"], **given)
        return _page(year)

    initial = {"wanted": [id_ for id_, _choice in choices]}
    return decision(request, ask, form=form, act=act, initial=initial, first=first)


def _page(year: int) -> str:
    return f"{reverse(PAGE)}?jaar={year}"


def _words(title: str, lead: str, button: str, done: str, year: int, **more: Any) -> Decision:
    return words(title, lead, button, done, back=PAGE, ask=f"?jaar={year}", **more)


def _given(form: Any) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in actions.LINE}


def _table(caption: str, lines: Sequence[Line], *, keeps: bool, total: bool = False) -> Table:
    rows: list[tuple[object, ...]] = [
        (
            Link(reverse("programme_papers:change_line", args=[one.id]), one.name) if keeps else one.name,
            [part for part in (one.who, one.note) if part],
            _euros(one.planned),
            _euros(one.spent),
        )
        for one in lines
    ]
    if total and lines:
        whole = money.added(lines)
        planned = whole.planned if whole.known_planned else None
        rows.append((_("Samen"), None, _euros(planned), _euros(whole.spent if whole.known_spent else None)))
    headers = (_("Wat"), _("Wie"), _("Gepland"), _("Uitgegeven of gekregen"))
    return Table(caption, headers, rows, numeric=frozenset({2, 3}), hide_caption=True)


def _euros(amount: int | None) -> object:
    return money.euros(amount) if amount is not None else _("niet bekend")
