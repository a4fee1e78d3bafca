"""Hours: what is reserved and used, booking one's own, and taking a line of one's own back."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.dates import MONTHS
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary.hours import KINDS, in_hours, in_words
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import policy
from baken.programme.hours import actions, forms, queries
from baken.programme.hours.models import Line, Reservation
from baken.programme.hours.queries import Year
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.deciding import Decision, DecisionForm, Given, decision
from baken.web.fields import figure, said
from baken.web.parts import Link, Table

BOOK, SEE, KEEP, FORECAST = "hours.book", "programme.read", "programme.keep", "hours.forecast"
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What is reserved and used in a year, by kind and by month, and one's own lines."""
    actor = doors.require(request, BOOK)
    context: dict[str, Any] = {"own": _own(queries.own_lines(actor.membership_id))}
    if doors.decide(request, SEE).allowed:
        found = queries.year(_year(request.GET.get("jaar", "")), now())
        context |= {
            "found": found,
            "said": summary(found),
            "kinds": _kinds(found),
            "months": _months(found),
            "keeps": doors.decide(request, KEEP).allowed,
            "forecasts": doors.decide(request, FORECAST).allowed,
        }
    return render(request, "programme_hours/overview.html", context)


def _year(told: str) -> int | None:
    found = int(told) if told.isascii() and told.isdigit() and len(told) == len(str(_FIRST_YEAR)) else 0
    return found if _FIRST_YEAR <= found <= _LAST_YEAR else None


def summary(found: Year) -> str:
    """Return the year in one sentence: "60 uur gereserveerd, 23 uur gebruikt"."""
    used = figure(in_hours(found.used))
    if found.reserved is None:
        return _("%(used)s uur gebruikt. Hoeveel er gereserveerd is, staat nergens vast.") % {"used": used}
    told = {"reserved": figure(found.reserved.hours), "used": used}
    return _("%(reserved)s uur gereserveerd, %(used)s uur gebruikt.") % told


def _length(minutes: int) -> Text | str:
    return in_words(minutes) if minutes else "–"


def _kinds(found: Year) -> Table:
    return _by(
        found, _("Per soort werk"), _("Soort werk"), [(said(name), *rest) for name, *rest in found.by_kind]
    )


def _months(found: Year) -> Table:
    rows = [(str(MONTHS[month]), *rest) for month, *rest in found.by_month if any(rest)]
    return _by(found, _("Per maand"), _("Maand"), rows)


def _by(found: Year, caption: str, first: str, rows: list[tuple[Any, ...]]) -> Table:
    """A table with a column for other posts only where they booked anything."""
    some = [(capfirst(name), _length(own), _length(others)) for name, own, others in rows]
    if found.others:
        headers = (first, _("Aandachtsfunctionarissen"), _("Anderen"))
        return Table(caption, headers, some, numeric=frozenset({1, 2}))
    return Table(caption, (first, _("Tijd")), [row[:2] for row in some], numeric=frozenset({1}))


def _own(lines: list[Line]) -> Table:
    known = {**KINDS, **queries.kinds(policy.in_force(now()))} if lines else {}
    return Table(
        _("Wat u zelf schreef, de laatste dag eerst"),
        (_("Dag"), _("Waaraan"), _("Tijd"), _("Uw woorden"), _("Fout?")),
        [
            (
                one.on,
                capfirst(said(known.get(one.kind, Text(one.kind, one.kind)))),
                in_words(one.minutes),
                one.words,
                Link(reverse("programme_hours:withdraw", args=[one.id]), _("Terugnemen")),
            )
            for one in lines
        ],
        hide_caption=True,
    )


@asks
def book(request: HttpRequest) -> HttpResponse:
    """Book one's own time; from the work list one goes back there."""
    doors.require(request, BOOK)
    kinds = queries.kinds(policy.in_force(now()))
    asked = _words(
        _("Uren schrijven"),
        _("Schrijf hoe lang u bezig was en waaraan. Voor wie of voor welk signaal wordt nergens bewaard."),
        _("Opschrijven"),
        _("Uw tijd is opgeschreven."),
    )

    def form(*args: Any, **options: Any) -> forms.BookForm:
        return forms.BookForm(*args, kinds=kinds, **options)

    def act(form: Any, given: Given) -> str:
        told = form.cleaned_data
        actions.book({**told, "minutes": told["time"]}, **given)
        return _back_to_work(request) if told["then"] == forms.THEN else reverse("programme_hours:overview")

    return decision(request, asked, form=form, act=act, initial={"on": civil_date(now())})


def _back_to_work(request: HttpRequest) -> str:
    try:
        page = "route:work" if doors.decide(request, "signal.list").allowed else "programme_hours:overview"
        return reverse(page)
    except NoReverseMatch:
        return reverse("programme_hours:overview")


@asks
def withdraw(request: HttpRequest, line: UUID) -> HttpResponse:
    """Take back a line of one's own."""
    actor = doors.require(request, BOOK)
    found = actions.own(line, actor)
    asked = _words(
        _("Regel terugnemen"),
        _("De regel telt dan niet meer mee. Dat hij er stond, blijft bewaard."),
        _("Terugnemen"),
        _("De regel is teruggenomen."),
    )

    def act(form: Any, given: Given) -> str:
        actions.take_back(found, actor=given["actor"], now=given["now"])
        return reverse("programme_hours:overview")

    return decision(request, asked, form=DecisionForm, act=act)


@asks
def reserve(request: HttpRequest, year: int) -> HttpResponse:
    """Set how many hours are reserved for a year, with the reason."""
    doors.require(request, KEEP)
    today = civil_date(now())
    bundle = policy.in_force(now())
    found = queries.reserved(year, bundle, today)
    asked = _words(
        _("Uren reserveren voor %(year)s") % {"year": year},
        _("Wat u hier invult, gaat voor dat jaar voor het aantal uit het beleid."),
        _("Opslaan"),
        _("Het aantal is opgeslagen."),
        writes=True,
    )

    def act(form: Any, given: Given) -> str:
        actions.reserve(year, form.cleaned_data["hours"], form.cleaned_data["reason"], **given)
        return f"{reverse('programme_hours:overview')}?jaar={year}"

    own = kept.kept(Reservation).filter(year=year).first()
    initial = {"hours": found.hours if found else None, "reason": own.reason if own else ""}
    return decision(request, asked, form=forms.ReserveForm, act=act, initial=initial)


def _words(title: str, lead: str, button: str, done: str, **more: Any) -> Decision:
    back = Link(reverse("programme_hours:overview"), _("Naar de uren"))
    return Decision(title, lead, button, done, back, **{"writes": False, **more})
