"""The pages of notifying CoMensha, and of telling the municipality how far it is."""

from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.care.common import clients, sharing
from baken.care.notices import actions, forms, paper, queries
from baken.clock import now
from baken.core.decide.care_notice import COMENSHA, must_be_prepared, must_still_be_allowed
from baken.core.decide.client import must_be_open, must_go_to
from baken.core.decide.refusal import Refused
from baken.core.derive import care_notice
from baken.core.vocabulary import care_notice as words
from baken.core.vocabulary.moments import civil_date
from baken.ledger.streams import Stream
from baken.tenancy import doors
from baken.tenancy.actors import Actor
from baken.tenancy.models import Person
from baken.web.acting import asks
from baken.web.deciding import Decision, Given, decision, see_other
from baken.web.fields import said
from baken.web.parts import Line, Link
from baken.web.templatetags.baken import civil


@require_safe
def comensha(request: HttpRequest, client: UUID) -> HttpResponse:
    """What was notified, and what is ready to be copied, field by field in order."""
    stream = clients.require(request, clients.READ, client)
    state = care_notice.fold(stream.happened)
    refs = [one.reference for one in state.notified]
    refs.append(state.prepared.fields if state.prepared else None)
    told = clients.words(stream, refs)
    prepared = state.prepared
    refused = _stopped(stream, prepared) if prepared else None
    may_keep = doors.decide(request, clients.KEEP).allowed and clients.state(stream).open
    context = {
        "client": stream,
        "prepared": prepared,
        "refused": refused,
        "ways": sharing.ways(client, refused.lacks) if refused and may_keep else (),
        "kind": words.KIND[prepared.kind] if prepared else "",
        "fields": queries.filled(prepared.kind, told[prepared.fields]) if prepared else [],
        "notified": [_notified(one, told) for one in reversed(state.notified)],
        "may_keep": may_keep,
    }
    return render(request, "care_notices/comensha.html", context)


@asks
def prepare(request: HttpRequest, client: UUID) -> HttpResponse:
    """Check the notification, and whether it is the first about this person."""
    stream = clients.require(request, clients.KEEP, client)
    alike = queries.alike(stream)
    for one in alike:
        doors.looked_at(request, kind=clients.KIND, object_id=one.client)
    under_16 = sharing.under_16(stream, civil_date(now()))
    actor: Actor = request.actor  # type: ignore[attr-defined]
    state = care_notice.fold(stream.happened)

    def act(form: Any, given: Given) -> str:
        data = form.cleaned_data
        actions.prepare(
            client,
            kind=data["kind"],
            under_16=data["age_16"] == "yes" if under_16 is None else under_16,
            verdicts=form.verdicts,
            basis=data.get("basis", ""),
            double=data["double"],
            fields=form.fields_told,
            **given,
        )
        return _there(client)

    def first() -> None:
        must_be_open(clients.state(stream))
        must_go_to(clients.state(stream), COMENSHA)

    also = queries.sender_notified(stream)
    lead = _("Baken vulde in wat bekend is. Haal weg wat niet nodig is. Er gaat nog niets weg.")
    if also is not None:
        lead += " " + _(
            "Let op: de gemeente meldde dit signaal zelf bij CoMensha, op %(day)s. Zoek eerst uit of dat over deze "
            "persoon ging."
        ) % {"day": civil(also)}
    kept = clients.words(stream, [state.prepared.fields])[state.prepared.fields] if state.prepared else {}
    initial = {**queries.known(stream, Person.objects.get(pk=actor.person_id).name), **kept}
    form = partial(
        forms.PrepareForm, alike=alike, ask_age=under_16 is None, bases=sharing.bases(stream, COMENSHA)
    )
    words_ = _words(
        client, _("Melding aan CoMensha klaarmaken"), lead, _("De melding ligt klaar."), _("Klaarmaken")
    )
    return decision(request, words_, form=form, act=act, initial=initial, first=first)


@asks
def notified(request: HttpRequest, client: UUID) -> HttpResponse:
    """Record when and how it was sent."""
    stream = clients.require(request, clients.KEEP, client)

    def act(form: Any, given: Given) -> str:
        data = form.cleaned_data
        reference = {"reference": data["reference"]} if data["reference"] else {}
        actions.notify(client, on=data["on"], channel=data["channel"], told=reference, **given)
        return _there(client)

    def first() -> None:
        must_be_open(clients.state(stream))
        must_be_prepared(care_notice.fold(stream.happened))

    words_ = _words(
        client,
        _("Gemeld bij CoMensha"),
        _("U verstuurt de melding zelf, langs de weg van CoMensha. Leg hier vast dat het is gebeurd."),
        _("De melding is vastgelegd."),
        _("Vastleggen"),
    )
    initial = {"on": civil_date(now())}
    return decision(request, words_, form=forms.NotifiedForm, act=act, initial=initial, first=first)


@require_safe
def document(request: HttpRequest, client: UUID) -> HttpResponse:
    """The notification that is ready, as a tagged PDF."""
    stream = clients.require(request, clients.READ, client)
    state = care_notice.fold(stream.happened)
    if state.prepared is None:
        raise Http404
    if _stopped(stream, state.prepared):
        return see_other(_there(client))  # where it says why
    doors.looked_at(request, kind=clients.KIND, object_id=client, deed="print")
    told = clients.words(stream, [state.prepared.fields])[state.prepared.fields]
    made = paper.made(stream.id, state.prepared, told, fictional=settings.BAKEN_DEMO)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="melding-comensha.pdf"'
    return answer


@asks
def tell(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show exactly what the municipality will see of this person, and let it see that."""
    stream = clients.require(request, clients.KEEP, client)
    sender = queries.sender(stream)
    goes = shown(stream)

    def act(form: Any, given: Given) -> str:
        actions.tell(client, **given)
        return reverse("care_clients:client", args=[client])

    def first() -> None:
        actions.must_have(sender)

    name = sender.name if sender else ""
    words_ = Decision(
        title=_("Laten weten hoe ver het is"),
        lead=_("%(sender)s ziet van deze persoon alleen dit. Geen naam, geen inhoud.") % {"sender": name},
        button=_("Laten weten"),
        done=_("Dit is nu te zien voor wie de persoon aanmeldde."),
        back=Link(reverse("care_clients:client", args=[client]), _("Terug naar het dossier")),
        template="care_notices/tell.html",
        context={"goes": goes or []},
    )
    return decision(request, words_, form=forms.TellForm, act=act, first=first)


def shown(stream: Stream) -> list[Line] | None:
    """Return the two lines that go, where there is somebody to tell."""
    state = clients.state(stream)
    if state.notification is None:
        return None
    standing = care_notice.standing(state)
    lines = [Line(_("Hoe ver"), capfirst(said(words.STANDING[standing])))]
    if standing != "finished" and state.check_on:
        lines.append(Line(_("Volgende controle"), state.check_on))
    return lines


def _stopped(stream: Stream, prepared: care_notice.Prepared) -> Refused | None:
    """Return why what is ready may not go any more, where something was withdrawn since."""
    try:
        must_still_be_allowed(clients.state(stream), prepared)
    except Refused as refused:
        return refused
    return None


def _notified(one: care_notice.Notified, told: Any) -> list[Line]:
    reference = told[one.reference]["reference"] if one.reference else ""
    return [
        Line(_("Gemeld op"), one.on),
        Line(_("Soort"), words.KIND[one.kind]),
        Line(_("Hoe"), words.CHANNEL[one.channel]),
        *([Line(_("Kenmerk van CoMensha"), reference)] if reference else []),
    ]


def _there(client: UUID) -> str:
    return reverse("care_notices:comensha", args=[client])


def _words(client: UUID, title: str, lead: str, done: str, button: str) -> Decision:
    back = Link(reverse("care_clients:client", args=[client]), _("Terug naar het dossier"))
    ways = partial(sharing.ways, client)
    return Decision(title=title, lead=lead, button=button, done=done, back=back, ways=ways)
