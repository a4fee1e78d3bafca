"""The pages of handing a file to another coordinator: choose, look once more, hand over; and what came back."""

from functools import partial
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.care.common import clients, sharing
from baken.care.placing import forms, paper, pieces, queries, transferring
from baken.care.placing.panels import stands
from baken.care.placing.transferring import Transfer
from baken.care.placing.views import words_for
from baken.clock import now
from baken.core.decide.client import must_go_to
from baken.core.decide.placing import COORDINATOR, must_be_able_to_transfer
from baken.core.decide.refusal import Refused
from baken.core.derive import placing
from baken.core.vocabulary import placing as words
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger.streams import Stream
from baken.tenancy import doors
from baken.tenancy.actors import Actor
from baken.web.acting import asks, command_of, words_begin
from baken.web.deciding import Decision, Given, decision, see_other
from baken.web.fields import said
from baken.web.parts import Line

CONFIRM, CHANGE = "confirm", "change"


@asks
def transfer(request: HttpRequest, client: UUID) -> HttpResponse:
    """Choose what goes to whom, see exactly that, and hand it over."""
    stream = clients.require(request, clients.KEEP, client)
    make = partial(forms.TransferForm, choices=_choices(stream))
    stage = request.POST.get("stage", "")
    if stage != CONFIRM and (refused := _may_not(stream)):
        return _page(request, stream, None, refused=refused)
    if request.method != "POST":
        return _page(request, stream, make(initial={"command": uuid4()}))
    form = make(request.POST)
    if stage == CHANGE:
        return _page(request, stream, form)
    if not form.is_valid():
        return _page(request, stream, form, status=422)
    choice = _choice(form)
    if stage != CONFIRM:
        return _preview(request, stream, form, choice)
    actor: Actor = request.actor  # type: ignore[attr-defined]
    try:
        made = transferring.hand_over(client, choice, actor=actor, now=now(), command_id=command_of(form))
    except Refused as why:
        return _page(request, stream, form, refused=why, status=409)
    if choice.recipient:
        messages.success(
            request, _("Overgedragen. De ander heeft het nu in Baken, met de vraag om antwoord.")
        )
    else:
        messages.success(request, _("Het document staat klaar. Verzend het zelf, langs een veilige weg."))
    return see_other(reverse("care_placing:transferred", args=[client, made]))


@require_safe
def transferred(request: HttpRequest, client: UUID, transfer: UUID) -> HttpResponse:
    """One transfer: how far it is, and exactly what went."""
    stream = clients.require(request, clients.READ, client)
    found = _found(stream, transfer)
    notes = clients.words(stream, [note for _at, _outcome, note in found.answers])
    told = clients.words(stream, [found.content, found.reason, found.withdrawn])
    bundle = queries.bundle_of(stream)
    may_keep = doors.decide(request, clients.KEEP).allowed
    waits = not found.arrived and found.running
    context = {
        "client": stream,
        "transfer": found,
        "receiver": queries.receiver(told[found.content]),
        "stands": stands(found),
        "content": told[found.content],
        "lines": [
            Line(_("Overgedragen op"), found.at),
            Line(_("Doel"), dict(queries.purposes(bundle)).get(found.purpose, "")),
            Line(_("Grondslag"), dict(queries.grounds(bundle)).get(found.ground, "")),
            Line(_("Mag omdat"), words.BASIS[found.basis]),
            Line(_("Waarom"), told[found.reason].get("reason", "")),
            *([Line(_("Verzonden op"), found.sent_on)] if found.sent_on else []),
            *([Line(_("Teruggenomen omdat"), told[found.withdrawn]["reason"])] if found.withdrawn else []),
        ],
        "answers": [
            (
                at,
                queries.named(words.TRANSFER_ANSWER, outcome),
                notes[note].get("note", notes[note].get("text", "")),
            )
            if note
            else (at, queries.named(words.TRANSFER_ANSWER, outcome), "")
            for at, outcome, note in found.answers
        ],
        "may_send": may_keep and waits and clients.state(stream).open,
        "may_withdraw": may_keep and waits,
        "may_answer": may_keep and found.delivery == "document" and found.arrived and found.running,
    }
    return render(request, "care_placing/transferred.html", context)


@require_safe
def document(request: HttpRequest, client: UUID, transfer: UUID) -> HttpResponse:
    """What goes, as a tagged PDF: in Dutch for the other coordinator; with a language asked, a copy for the person."""
    stream = clients.require(request, clients.READ, client)
    found = _found(stream, transfer)
    language = request.GET.get("taal", "nl")
    if language not in pieces.LANGUAGES:
        raise Http404
    if found.withdrawn is not None:
        return see_other(reverse("care_placing:transferred", args=[client, transfer]))
    if not found.arrived and (refused := _stopped(stream)):
        messages.error(request, f"{said(refused.what)} {said(refused.why)} {said(refused.do)}")
        return see_other(reverse("care_placing:transferred", args=[client, transfer]))
    doors.looked_at(request, kind=clients.KIND, object_id=client, deed="print")
    told = clients.words(stream, [found.content])[found.content]
    made = paper.made(
        stream, found, told, language, for_the_person="taal" in request.GET, fictional=settings.BAKEN_DEMO
    )
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="overdracht-{paper.reference(found)}.pdf"'
    return answer


@asks
def sent(request: HttpRequest, client: UUID, transfer: UUID) -> HttpResponse:
    """Record how the document left."""
    stream = clients.require(request, clients.KEEP, client)
    _found(stream, transfer)
    words_ = words_for(
        client,
        _("Verzending vastleggen"),
        _("Verzend het document eerst, langs een veilige weg. Leg daarna hier vast hoe."),
        _("De verzending is vastgelegd."),
    )

    def act(form: Any, given: Given) -> str:
        data = form.cleaned_data
        transferring.sent(client, transfer, channel=data["channel"], on=data["on"], **given)
        return reverse("care_placing:transferred", args=[client, transfer])

    return decision(request, words_, form=forms.SentForm, act=act, initial={"on": civil_date(now())})


@asks
def withdraw(request: HttpRequest, client: UUID, transfer: UUID) -> HttpResponse:
    """Take back a document that never left, so that another transfer can be made."""
    stream = clients.require(request, clients.KEEP, client)
    _found(stream, transfer)
    words_ = words_for(
        client,
        _("Overdracht terugnemen"),
        _("Dit kan zolang het document niet is verzonden. Daarna kunt u het aan een ander overdragen."),
        _("De overdracht is teruggenomen. Vernietig het document, als u het al had opgehaald."),
        _("Deze overdracht terugnemen"),
    )

    def act(form: Any, given: Given) -> str:
        transferring.withdraw(client, transfer, told=form.told("reason"), **given)
        return reverse("care_placing:transferred", args=[client, transfer])

    return decision(request, words_, form=forms.WithdrawForm, act=act)


@asks
def answer(request: HttpRequest, client: UUID, transfer: UUID) -> HttpResponse:
    """Record what a coordinator outside Baken said."""
    stream = clients.require(request, clients.KEEP, client)
    _found(stream, transfer)
    words_ = words_for(
        client,
        _("Antwoord van de andere coördinator"),
        _("Neemt de ander het over, dan sluit dit dossier als overgedragen."),
        _("Het antwoord is vastgelegd."),
    )

    def act(form: Any, given: Given) -> str:
        outcome = form.cleaned_data["outcome"]
        transferring.answered(client, str(transfer), outcome=outcome, told=form.told("note"), **given)
        return reverse("care_placing:transferred", args=[client, transfer])

    return decision(request, words_, form=forms.TransferAnswerForm, act=act)


def _found(stream: Stream, transfer: UUID) -> placing.Transfer:
    found = queries.one_transfer(stream, transfer)
    if found is None:
        raise Http404
    return found


def _may_not(stream: Stream) -> Refused | None:
    bundle = queries.bundle_of(stream)
    if not queries.purposes(bundle) or not queries.grounds(bundle):
        return Refused(
            Text("Overdragen kan nog niet.", "Handing over is not possible yet."),
            Text(
                "Uw beleid noemt geen doel en grondslag om over te dragen.",
                "Your policy names no purpose and ground for handing over.",
            ),
            Text(
                "Neem eerst een beleid in gebruik waarin die staan.", "Put a policy into use that has them."
            ),
        )
    try:
        must_be_able_to_transfer(clients.state(stream), placing.fold(stream.happened))
    except Refused as refused:
        return refused
    return None


def _stopped(stream: Stream) -> Refused | None:
    """Return why a document that did not leave yet may not go any more, where something was withdrawn since (V5)."""
    try:
        must_go_to(clients.state(stream), COORDINATOR)
    except Refused as refused:
        return refused
    return None


def _choices(stream: Stream) -> dict[str, Any]:
    bundle = queries.bundle_of(stream)
    there = [(str(one.id), one.name) for one in transferring.others()]
    return {
        "receiver": [*there, (forms.TransferForm.ELSEWHERE, _("Een ander, niet in deze lijst"))],
        "basis": sharing.bases(stream, COORDINATOR),
        "purpose": queries.purposes(bundle),
        "ground": queries.grounds(bundle),
        "pieces": [(id_, queries.named(words.PIECES, id_)) for id_ in pieces.rendered(stream)],
    }


def _choice(form: forms.TransferForm) -> Transfer:
    data = form.cleaned_data
    there = {str(one.id): one for one in transferring.others()}
    chosen = there.get(data["receiver"])
    return Transfer(
        receiver=chosen.name if chosen else data["receiver_name"],
        recipient=chosen.id if chosen else None,
        purpose=data["purpose"],
        ground=data["ground"],
        pieces=tuple(data["pieces"]),
        explanation=data["explanation"],
        basis=data["basis"],
        reason=form.told("reason"),
    )


def _preview(
    request: HttpRequest, stream: Stream, form: forms.TransferForm, choice: Transfer
) -> HttpResponse:
    bundle = queries.bundle_of(stream)
    context = {
        "client": stream,
        "receiver": choice.receiver,
        "content": transferring.contents(stream, choice.pieces, choice.explanation),
        "lines": [
            Line(_("Aan"), choice.receiver),
            Line(_("Doel"), dict(queries.purposes(bundle))[choice.purpose]),
            Line(_("Grondslag"), dict(queries.grounds(bundle))[choice.ground]),
            Line(
                _("Hoe"), _("een eigen afschrift in Baken") if choice.recipient else _("een document (PDF)")
            ),
        ],
        "carried": [
            (name, value) for name, values in request.POST.lists() for value in values if name in form.fields
        ],
    }
    return render(request, "care_placing/preview.html", context)


def _page(
    request: HttpRequest,
    stream: Stream,
    form: forms.TransferForm | None,
    *,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    ask: Decision = words_for(
        stream.id,
        _("Overdragen aan een andere coördinator"),
        _("Verblijft de persoon in een andere regio? Dan hoort de zorg daar. Er gaat nog niets weg."),
        "",
        _("Bekijk wat de ander krijgt"),
    )
    context = {
        "ask": ask,
        "form": form,
        "refused": refused,
        "ways": ask.ways(refused.lacks) if refused and refused.lacks else (),
        "words_begin": words_begin(form) if form else "",
    }
    return render(request, ask.template, context, status=status)
