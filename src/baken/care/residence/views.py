"""One client's stay: what may be counted on, which terms run, and noting what is known."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from baken.care.common import clients
from baken.care.residence import actions, forms, queries, reading, saying
from baken.care.residence.parts import PARTS
from baken.clock import now
from baken.core.decide import residence as decide
from baken.core.decide.client import must_be_open
from baken.core.derive import residence
from baken.core.derive.care_facts import ages
from baken.core.derive.entitlements import day_words
from baken.core.vocabulary.text import Text
from baken.ledger.projections import reference
from baken.tenancy import doors
from baken.tenancy.actors import Actor
from baken.web.acting import asks
from baken.web.deciding import Decision, DecisionForm, Given, decision, see_other
from baken.web.fields import said
from baken.web.parts import Link

_MINOR = {"minor": "established", "unknown": "maybe"}


@require_safe
def stay(request: HttpRequest, client: UUID) -> HttpResponse:
    """What this client may count on, from whom and until when, what must be done next, and what is not known."""
    stream = clients.require(request, clients.READ, client)
    found = reading.of(stream, now())
    may_keep = doors.decide(request, clients.KEEP).allowed
    may_note = may_keep and found.client.open
    age, _young = ages(found.facts, found.today)
    context = {
        "client": client,
        "reference": reference(client),
        "minor": _MINOR.get(age, ""),
        "terms": queries.terms(found, may_keep=may_keep),
        "next": queries.next_steps(found) if found.client.open else [],
        "open": found.client.open,
        "rights": queries.rights(found),
        "unknown": [one.sentence for one in found.answer.unknown],
        "known": queries.known(found, may_keep=may_note),
        "changes": queries.changes(found),
        "history": queries.history(found),
        "handled": queries.handled(found),
        "stale": bool(found.stale) and may_note,
        "may_keep": may_keep,
        "may_note": may_note,
        "may_list": doors.decide(request, "care.list").allowed,
    }
    return render(request, "care_residence/stay.html", context)


@asks
def note(request: HttpRequest, client: UUID, part: str) -> HttpResponse:
    """Note what is known, one short page at a time."""
    stream = clients.require(request, clients.KEEP, client)
    if part not in PARTS:
        raise Http404
    asked, found = PARTS[part], reading.of(stream, now())
    words = _words(
        client,
        said(asked.title),
        said(asked.lead),
        _("Vastleggen"),
        _("Vastgelegd. Kijk of de termijnen kloppen."),
    )

    def act(form: Any, given: Given) -> str:
        data = form.cleaned_data
        actions.note(
            client,
            lambda own: forms.answered(asked, own, data, found.today),
            because=data.get(forms.BECAUSE) or "first",
            told=form.told(forms.NOTE),
            **given,
        )
        return _stay(client)

    return decision(
        request,
        words,
        form=forms.note_form(asked, first=forms.is_empty(asked, found.own)),
        act=act,
        initial=forms.initial(asked, found.facts, found.today),
        first=lambda: must_be_open(found.client),
    )


@asks
def handle(request: HttpRequest, client: UUID, deadline: str, on: str) -> HttpResponse:
    """Say what was done about one term."""
    stream = clients.require(request, clients.KEEP, client)
    found, key = reading.of(stream, now()), (deadline, _day(on))
    if key not in found.state.deadlines:
        raise Http404
    name = saying.names(found.bundle).get(deadline, Text(deadline, deadline))
    words = _words(
        client,
        _("Termijn afhandelen: %(term)s") % {"term": said(name)},
        _("De laatste dag is %(day)s. Wat u hier vastlegt, blijft te lezen.")
        % {"day": said(day_words(found.last_day(found.state.deadlines[key])))},
        _("Afhandelen"),
        _("De termijn is afgehandeld."),
    )

    def first() -> None:
        decide.open_one(found.state, key)

    return _settle(
        request,
        client,
        words,
        forms.HandleForm,
        lambda form, given: actions.handle(
            client, key, how=form.cleaned_data["how"], told=form.told("words"), **given
        ),
        first=first,
    )


@asks
def update(request: HttpRequest, client: UUID) -> HttpResponse:
    """Take over what the rules make of the terms today."""
    stream = clients.require(request, clients.KEEP, client)
    found = reading.of(stream, now())
    words = _words(
        client,
        _("Termijnen bijwerken"),
        _(
            "Wat er in het dossier staat, of wat de regels zeggen, geeft nu andere termijnen dan in uw lijst. Neem ze "
            "over. Wat er verandert, blijft te lezen."
        ),
        _("Bijwerken"),
        _("De termijnen zijn bijgewerkt."),
    )

    def first() -> None:
        must_be_open(found.client)
        decide.update(found.state, due=found.terms(found.facts), now=found.now)

    return _settle(
        request,
        client,
        words,
        forms.UpdateForm,
        lambda form, given: actions.update(client, **given),
        first=first,
    )


@require_POST
def seen(request: HttpRequest, client: UUID) -> HttpResponse:
    """Say that the changed terms were read; saying it again changes nothing."""
    stream = clients.require(request, clients.KEEP, client)
    actor: Actor = request.actor  # type: ignore[attr-defined]
    state = residence.fold(stream.happened)
    if state.unseen:
        command = uuid5(client, f"seen {len(state.changes)}")
        actions.seen(client, actor=actor, now=now(), command_id=command)
    return see_other(_stay(client))


def _settle(
    request: HttpRequest,
    client: UUID,
    words: Decision,
    form: Callable[..., DecisionForm],
    act: Callable[[Any, Given], None],
    *,
    first: Callable[[], None],
) -> HttpResponse:
    def done(form: Any, given: Given) -> str:
        act(form, given)
        return _stay(client)

    return decision(request, words, form=form, act=done, first=first)


def _words(client: UUID, title: str, lead: str, button: str, done: str) -> Decision:
    back = Link(_stay(client), _("Terug naar verblijf en termijnen"))
    return Decision(title=title, lead=lead, button=button, done=done, back=back)


def _stay(client: UUID) -> str:
    return reverse("care_residence:stay", args=[client])


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as wrong:
        raise Http404 from wrong
