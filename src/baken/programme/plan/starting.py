"""Beginning a programme: from the policy in use, empty, for another theme, or as the next edition of the last."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.plan import (
    actions,
    forms,
    lists,
    queries,
    readying,
    refusals,
    saying,
    seeding,
    standing,
)
from baken.programme.plan.models import Edition
from baken.programme.plan.moving import after, months_between, moved
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.deciding import Decision, DecisionForm, Given, decision
from baken.web.fields import said
from baken.web.parts import Link
from baken.web.templatetags.baken import civil

KEEP = "programme.keep"


@asks
def start(request: HttpRequest) -> HttpResponse:
    """Begin the programme that the policy in use lays down, with all its actions."""
    doors.require(request, KEEP)
    found = lists.bundle(now())
    days = ""
    if found is not None and found.programme is not None:
        told = {"first": civil(found.programme.from_), "last": civil(found.programme.until)}
        days = _("In het beleid staan deze dagen: %(first)s tot en met %(last)s.") % told
    words = _words(
        _("Programma beginnen uit het beleid"),
        _(
            "Alle acties uit het beleid gaan mee, met nummer, eigenaar en wanneer ze gereed zijn. "
            "Kiest u een ander begin? Dan schuiven de dagen mee."
        )
        + f" {days}",
        _("Programma beginnen"),
        _("Het programma is begonnen."),
    )

    def first() -> None:
        if found is None or found.programme is None:
            raise Refused(
                Text("In uw beleid staat geen programma.", "There is no programme in your policy."),
                Text("Er valt dus niets over te nemen.", "So there is nothing to take over."),
                Text("Begin een leeg programma.", "Begin an empty programme."),
            )

    def act(form: Any, given: Given) -> str:
        first()
        assert found is not None
        told = form.told()
        rows = seeding.rows(found, told["from_date"], told["until_date"])
        made = actions.start_edition({**told, **seeding.origin(found)}, rows, **given)
        return _page(made)

    initial = seeding.first_words(found, civil_date(now())) if found else {}
    return decision(request, words, form=forms.EditionForm, act=act, initial=initial, first=first)


@asks
def empty(request: HttpRequest) -> HttpResponse:
    """Begin a programme without actions, of this theme or another."""
    doors.require(request, KEEP)
    words = _words(
        _("Leeg programma beginnen"),
        _("Daarna voegt u de acties toe. Er kan per thema van veiligheid een programma lopen."),
        _("Programma beginnen"),
        _("Het programma is begonnen. Voeg nu de eerste actie toe."),
    )

    def act(form: Any, given: Given) -> str:
        return _page(actions.start_edition(form.told(), **given))

    names = _themes(lists.bundle(now()))
    today = civil_date(now())
    initial = {
        "theme": request.GET.get("thema", next(iter(names))),
        "from_date": today,
        "until_date": after(today, 24) - timedelta(days=1),
    }
    return decision(
        request,
        words,
        form=lambda *args, **options: forms.EmptyForm(*args, themes=names, **options),
        act=act,
        initial=initial,
    )


@asks
def change(request: HttpRequest, edition: UUID) -> HttpResponse:
    """Change the words or days of a programme, or write down who laid it down."""
    doors.require(request, KEEP)
    found = kept.one(Edition, edition)
    words = _words(
        _("Programma wijzigen"),
        _("Wat hier eerder stond, blijft bewaard."),
        _("Wijziging opslaan"),
        _("De wijziging is opgeslagen."),
        found,
    )

    def act(form: Any, given: Given) -> str:
        looked_at = form.cleaned_data["looked_at"] or 0
        actions.change_edition(found, form.told(), looked_at, actor=given["actor"], now=given["now"])
        return _page(found)

    names = ("title", "goal", "from_date", "until_date", "decision")
    initial = {**{name: getattr(found, name) for name in names}, "looked_at": found.number}
    return decision(request, words, form=forms.EditionForm, act=act, initial=initial)


@asks
def following(request: HttpRequest, edition: UUID) -> HttpResponse:
    """Make the next edition from this one: of each action, whether it goes along."""
    doors.require(request, KEEP)
    former = kept.one(Edition, edition)
    rows = [row for row in standing.rows(former, civil_date(now())) if not row.action.stopped_on]
    words = _words(
        _("Volgende editie maken"),
        _(
            "Kies van elke actie of hij meegaat. De dagen schuiven mee. De editie van nu blijft te lezen, zoals hij is."
        ),
        _("Volgende editie maken"),
        _("De volgende editie is gemaakt."),
        former,
    )

    def first() -> None:
        there = kept.kept(Edition).filter(made_from=former.id).first()
        if there is not None:
            raise refusals.has_next(there.title)

    def act(form: Any, given: Given) -> str:
        return _page(actions.next_edition(former, form.told(), form.choices(), **given))

    begins = _next_words(former)
    asked = [
        (
            row.action.id,
            f"{row.action.label} {row.action.title}",
            f"{_how(row)} {_where(row, former, begins)}".strip(),
        )
        for row in rows
    ]
    return decision(
        request,
        words,
        form=lambda *args, **options: forms.NextForm(*args, actions=asked, **options),
        act=act,
        initial={**begins, **{f"choice_{row.action.id}": _expected(row) for row in rows}},
        first=first,
    )


@asks
def withdraw(request: HttpRequest, edition: UUID) -> HttpResponse:
    """Take back a draft that was made by mistake."""
    doors.require(request, KEEP)
    found = kept.one(Edition, edition)
    words = _words(
        _("Ontwerp terugnemen"),
        _("Dit ontwerp staat dan nergens meer, en zijn acties ook niet. Dat het er was, blijft bewaard."),
        _("Terugnemen"),
        _("Het ontwerp is teruggenomen."),
        found,
    )

    def first() -> None:
        if found.decision:
            raise refusals.counted_already()

    def act(form: Any, given: Given) -> str:
        actions.withdraw_edition(found, actor=given["actor"], now=given["now"])
        return reverse("programme_plan:editions")

    return decision(request, words, form=DecisionForm, act=act, first=first)


def _next_words(former: Edition) -> dict[str, Any]:
    first = former.until_date + timedelta(days=1)
    return {
        "title": _next_title(former, first),
        "goal": former.goal,
        "from_date": first,
        "until_date": _as_long(former, first),
    }


def _as_long(former: Edition, first: date) -> date:
    months = months_between(former.from_date, first)
    return (
        after(first, months) - timedelta(days=1) if months else first + (former.until_date - former.from_date)
    )


def _next_title(former: Edition, first: date) -> str:
    """Return the title with its years moved along, or with the new years where it names none."""
    title = former.title
    move = first.year - former.from_date.year
    for year in sorted({former.from_date.year, former.until_date.year}, reverse=True):
        title = title.replace(str(year), str(year + move))
    return title if title != former.title else f"{title} {first.year}–{_as_long(former, first).year}"[:160]


def _how(row: standing.Row) -> str:
    """Return when an action is ready and how it stands, in one line."""
    told = (saying.ready(row), saying.state(row), saying.proof(row))
    return " ".join(f"{one}." for one in dict.fromkeys(told) if one)


def _where(row: standing.Row, former: Edition, begins: Mapping[str, Any]) -> str:
    """Return to when an action moves where the next edition begins as it is filled in, or nothing where it stays."""
    action, first, last = row.action, begins["from_date"], begins["until_date"]
    months = months_between(former.from_date, first)
    on = moved(action.ready, action.ready_on, action.every_years, months, first, last)
    if on == action.ready_on:
        return ""
    ready = readying.written({**{name: getattr(action, name) for name in readying.NAMES}, "ready_on": on})
    words = said(standing.words_of({"kind": ready.pop("ready"), "on": ready.pop("ready_on"), **ready}))
    return _("In de volgende editie: %(ready)s.") % {"ready": words}


def _expected(row: standing.Row) -> str:
    """Return what is likely: what comes back or is not done yet goes along."""
    return "finished" if row.state == "done" and row.action.ready not in ("every", "times") else "along"


def _themes(found: Bundle | None) -> dict[str, Text]:
    ids = dict.fromkeys([lists.main(found), *lists.themes(found), *queries.themes(queries.editions())])
    return {id_: lists.theme_name(id_, found) for id_ in ids}


def _page(found: Edition) -> str:
    return reverse("programme_plan:edition", args=[found.id])


def _words(title: str, lead: str, button: str, done: str, found: Edition | None = None) -> Decision:
    back = (
        Link(_page(found), found.title)
        if found
        else Link(reverse("programme_plan:editions"), _("Naar alle programma's"))
    )
    return Decision(capfirst(title), lead, button, done, back, writes=False)
