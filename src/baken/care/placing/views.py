"""The pages of where a client stays and of shelter. Moving to another coordinator is in `transfer_views`."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.care.common import clients, sharing
from baken.care.placing import actions, forms, queries
from baken.care.placing import waiting as waiting_list
from baken.clock import now
from baken.core.decide.client import must_be_open
from baken.core.decide.placing import GOES_TO, must_have_asked
from baken.core.vocabulary.moments import civil_date
from baken.web.acting import asks
from baken.web.deciding import Decision, Given, decision
from baken.web.parts import Link
from baken.web.templatetags.baken import civil


def back_to(client: UUID) -> str:
    """Return the address of the client's page."""
    return reverse("care_clients:client", args=[client])


def words_for(client: UUID, title: str, lead: str, done: str, button: str = "") -> Decision:
    """Return the words around a form about a client."""
    return Decision(
        title=title,
        lead=lead,
        button=button or _("Vastleggen"),
        done=done,
        back=Link(back_to(client), _("Terug naar het dossier")),
        ways=partial(sharing.ways, client),
    )


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Who waits for shelter, and where meanwhile (CARE-05, CARE-12)."""
    clients.require_room(request, "care.list")
    return render(request, "care_placing/waiting.html", {"table": waiting_list.waiting(now())})


@asks
def stay(request: HttpRequest, client: UUID) -> HttpResponse:
    """Record where somebody stays, is registered and was found."""
    found = queries.placed(clients.require(request, clients.KEEP, client))
    words = words_for(
        client,
        _("Welke gemeente is verantwoordelijk?"),
        _("Dat is de gemeente waar de persoon is ingeschreven, en anders die waar de persoon is gevonden."),
        _("Vastgelegd. In het dossier ziet u welke gemeente verantwoordelijk is, en waarom."),
    )

    def act(form: Any, given: Given) -> None:
        data = form.cleaned_data
        actions.note_stay(
            client,
            stays=data["stays"],
            registered=data["registered"],
            because=data.get("because") or "first",
            since=data["since"],
            told={name: data[name] for name in ("stays_in", "registered_in", "found_in")},
            **given,
        )

    known = found.state.stay
    initial: dict[str, Any] = {"since": civil_date(now())}
    if known is not None:
        initial |= {**found.told(known.words), "stays": known.stays, "registered": known.registered}
    form = partial(forms.StayForm, first=known is None)
    return _settle(request, client, words, form, act, initial)


@asks
def needs(request: HttpRequest, client: UUID) -> HttpResponse:
    """Record what shelter has to offer."""
    found = queries.placed(clients.require(request, clients.KEEP, client))
    words = words_for(
        client,
        _("Wat voor opvang is nodig?"),
        _("Opvang haalt iemand uit direct gevaar en geeft rust. Vraag de persoon wat daarvoor nodig is."),
        _("Vastgelegd wat voor opvang nodig is."),
    )

    def act(form: Any, given: Given) -> None:
        names = ("along", "children", "safety", "language", "access", "note")
        actions.note_needs(client, told=form.told(*names), **given)

    return _settle(request, client, words, forms.NeedsForm, act, dict(found.told(found.state.needs)))


@asks
def request_(request: HttpRequest, client: UUID) -> HttpResponse:
    """Record that a place was asked."""
    stream = clients.require(request, clients.KEEP, client)
    words = words_for(
        client,
        _("Opvang aanvragen"),
        _("Leg vast bij wie u een plek vroeg, en waar de persoon zolang wacht. Baken verstuurt zelf niets."),
        _("De aanvraag is vastgelegd."),
    )

    def act(form: Any, given: Given) -> None:
        data = form.cleaned_data
        actions.ask(
            client,
            kind=data["kind"],
            named=data["named"] == "yes",
            not_local=data["not_local"] if data["kind"] == "specialist" else "",
            on=data["on"],
            basis=data.get(f"basis_{data['kind']}", ""),
            told=form.told("whom", "meanwhile", "note"),
            **given,
        )

    found = {kind: sharing.bases(stream, recipient) for kind, recipient in GOES_TO.items()}
    form = partial(forms.RequestForm, bases={kind: offered for kind, offered in found.items() if offered})
    return _settle(request, client, words, form, act, {"on": civil_date(now())})


@asks
def answer(request: HttpRequest, client: UUID, request_id: UUID) -> HttpResponse:
    """Record what a shelter said."""
    found = queries.placed(clients.require(request, clients.KEEP, client))
    asked = found.state.requests.get(str(request_id))
    if asked is None:
        raise Http404
    words = words_for(
        client,
        _("Antwoord van een opvang"),  # a title stays in the history of a browser, so it names none
        _("Gevraagd aan %(whom)s, op %(day)s.") % {"whom": found.whom(asked), "day": civil(asked.on)},
        _("Het antwoord is vastgelegd."),
    )

    def act(form: Any, given: Given) -> None:
        data = form.cleaned_data
        told = form.told("note")
        actions.answer(
            client, request=str(request_id), outcome=data["outcome"], on=data["on"], told=told, **given
        )

    def first() -> None:
        must_have_asked(found.state, str(request_id))

    initial = {"on": civil_date(now())}
    return _settle(request, client, words, forms.AnswerForm, act, initial, also=first)


@asks
def move(request: HttpRequest, client: UUID) -> HttpResponse:
    """Record that the client moved."""
    found = queries.placed(clients.require(request, clients.KEEP, client))
    words = words_for(
        client,
        _("Verhuizing vastleggen"),
        _("Schrijf niet meer op dan nodig. Een adres kan iemand in gevaar brengen."),
        _("De verhuizing is vastgelegd. Kijk ook of een andere gemeente verantwoordelijk wordt."),
    )

    def act(form: Any, given: Given) -> None:
        data = form.cleaned_data
        actions.move(
            client,
            to=data["to"],
            because=data["because"],
            request=data.get("request") or "",
            on=data["on"],
            told=form.told("place", "address", "municipality"),
            **given,
        )

    offered = [one for one in found.state.requests.values() if one.outcome == "place"]
    form = partial(forms.MoveForm, requests=[(one.id, found.whom(one)) for one in offered])
    return _settle(request, client, words, form, act, {"on": civil_date(now())})


def _settle(
    request: HttpRequest,
    client: UUID,
    words: Decision,
    form: Any,
    act: Callable[[Any, Given], None],
    initial: dict[str, Any],
    *,
    also: Callable[[], None] = lambda: None,
) -> HttpResponse:
    def done(form: Any, given: Given) -> str:
        act(form, given)
        return back_to(client)

    def first() -> None:
        must_be_open(clients.state(clients.read(client)))
        also()

    return decision(request, words, form=form, act=done, initial=initial, first=first)
