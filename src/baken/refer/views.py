"""The pages of handing over: choose, look once more, hand over; and what comes back."""

from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.derive import naming
from baken.core.derive.careful import minor
from baken.core.derive.signal import Referral
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary import care_notice
from baken.core.vocabulary.pieces import PIECES
from baken.ledger import policies, processing_log, signals, store, vault
from baken.refer import actions, corrections, forms, handover, listing, queries, summaries
from baken.refer.pieces import Rendered, rendered
from baken.tenancy import doors
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import onward, printing, received
from baken.web.acting import Ask, Common, ask, asks, command_of, common_for, seen_now, signal_file
from baken.web.fields import said
from baken.web.templatetags.baken import civil

READ, MAKE = "signal.read", "referral.make"


@require_safe
def partners(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Choose to whom; what the policy requires comes first."""
    file = signal_file(request, signal, MAKE)
    return render(request, "refer/partners.html", {"file": file, **queries.offers(file)})


@asks
def hand_over(request: HttpRequest, signal: UUID, partner: str) -> HttpResponse:
    """One partner: choose what goes and why, look at exactly that, and hand over."""
    file = signal_file(request, signal, MAKE)
    try:
        offer = queries.offer(file, partner)
    except signals.NotFound as missing:
        raise Http404 from missing
    doors.looked_at(request, activity=processing_log.activity(file.bundle, partner))
    pieces = {id: piece for id, piece in rendered(file, "nl").items() if id in offer.pieces}
    if request.method != "POST":
        first = {"command": uuid4(), "looked_at": file.stream.number, "pieces": _first_choice(offer, pieces)}
        if offer.to_name and request.GET.get("naam"):  # somebody came to give the name
            first["named"] = "yes"
        form = forms.HandOverForm(file=file, offer=offer, pieces=pieces, initial=first)
        return _choose(request, file, offer, form)
    form = forms.HandOverForm(request.POST, file=file, offer=offer, pieces=pieces)
    if not form.is_valid():
        return _choose(request, file, offer, form, status=422)
    common = common_for(request, signal, form)
    if store.earlier(common["command_id"]):
        return _handed_over(request, signal, actions.hand_over(**common, choice=_choice(form, offer)), offer)
    if form.cleaned_data["looked_at"] != file.stream.number:  # what is shown below may have changed
        return _choose(request, file, offer, seen_now(form, file), status=409, conflict=True)
    if request.POST.get("stage") == "change":
        return _choose(request, file, offer, form)
    checked = forms.CheckedForm(request.POST if request.POST.get("stage") == "confirm" else None)
    if not checked.is_valid():
        return _preview(request, file, offer, form, checked, pieces)
    try:
        referral = actions.hand_over(**common, choice=_choice(form, offer))
    except Refused as refused:
        return _choose(request, file, offer, form, status=409, refused=refused)
    except store.Conflict:
        return _choose(request, file, offer, form, status=409, conflict=True)
    return _handed_over(request, signal, referral, offer)


def _handed_over(request: HttpRequest, signal: UUID, referral: str, offer: queries.Offer) -> HttpResponse:
    doors.looked_at(request, deed="share")
    done = _("Overgedragen aan: %(partner)s.")
    if offer.delivery == "document":
        done = _("Het document voor deze partner staat klaar: %(partner)s.")
    messages.success(request, done % {"partner": offer.name})
    return _see_other(reverse("refer:referral", args=[signal, referral]))


def _choice(form: forms.HandOverForm, offer: queries.Offer) -> actions.HandOver:
    data = form.cleaned_data
    return actions.HandOver(
        partner=offer.partner,
        named=data["named"] == "yes",
        ground=data["ground"],
        purpose=data["purpose"],
        pieces=tuple(id for id in form.rendered if id in data["pieces"]),
        rewritten=form.rewritten,
        explanation=data["explanation"],
        override_reason=data.get("override_reason", ""),
        minor_reason=data.get("minor_reason", ""),
        ask=data.get("ask", True),
        presumed_victim=data.get("presumed_victim", False),
    )


def _first_choice(offer: queries.Offer, pieces: dict[str, Rendered]) -> list[str]:
    """Nothing that identifies is chosen beforehand: the least data is what one gets by doing nothing."""
    return [id for id, piece in pieces.items() if not piece.identifies]


def _choose(
    request: HttpRequest,
    file: signals.SignalFile,
    offer: queries.Offer,
    form: forms.HandOverForm,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    own_words = [form[f"words_{id}"] for id in forms.IN_OWN_WORDS if f"words_{id}" in form.fields]
    context = {
        "file": file,
        "offer": offer,
        "form": form,
        "own_words": own_words,
        "minor": minor(file.state),
        **more,
    }
    return render(request, "refer/hand_over.html", context, status=status)


def _preview(
    request: HttpRequest,
    file: signals.SignalFile,
    offer: queries.Offer,
    form: forms.HandOverForm,
    checked: forms.CheckedForm,
    pieces: dict[str, Rendered],
) -> HttpResponse:
    choice = _choice(form, offer)
    content = handover.contents(pieces, choice.pieces, choice.rewritten, choice.explanation)
    stays = [said(PIECES[id].name) for id in rendered(file, "nl") if id not in choice.pieces]
    context = {
        "file": file,
        "offer": offer,
        "form": checked,
        "content": content,
        "stays": stays,
        "lines": summaries.preview(
            offer.name,
            offer.delivery == "in_baken",
            file.bundle,
            named=choice.named,
            purpose=choice.purpose,
            ground=choice.ground,
            asked=choice.ask,
        ),
        "carried": [
            (name, value) for name, values in request.POST.lists() for value in values if name in form.fields
        ],
    }
    return render(request, "refer/preview.html", context, status=422 if checked.is_bound else 200)


@require_safe
def referral(request: HttpRequest, signal: UUID, referral: UUID) -> HttpResponse:
    """One hand-over: what went, and what came back."""
    file = signal_file(request, signal, READ)
    found = _referral(file, referral)
    notes = vault.get_many(signal, [answer.note for answer in found.answers if answer.note])
    answers = [
        (
            answer.at,
            capfirst(said(care_notice.told(answer.outcome, answer.person))),
            notes[answer.note]["text"] if answer.note else "",
            answer.apart,
            answer.check_on,
        )
        for answer in found.answers
    ]
    later = naming.named_later(file.state, found)
    context = {
        "file": file,
        "referral": found,
        "partner": _partner(file, found),
        "lines": summaries.lines(found, _bundle(file, found)),
        "content": vault.get(signal, found.content),
        "answers": answers,
        "stands": summaries.GOES_ON if later else summaries.stands(found),
        "to_name": _to_name(request, file, found),
        "named_later": later,
        "putting": corrections.putting(file, found, doors.decide(request, MAKE).allowed),
    }
    return render(request, "refer/referral.html", context)


def _to_name(request: HttpRequest, file: signals.SignalFile, found: Referral) -> bool:
    """Whether care has this without a name, and the person here may give one."""
    waits = naming.to_name(file.state, found.partner)
    may = waits is not None and waits.id == found.id and not file.state.closed
    return may and doors.decide(request, MAKE).allowed


@require_safe
def paper(request: HttpRequest, signal: UUID, referral: UUID) -> HttpResponse:
    """The hand-over as a tagged PDF, to send to a partner that is not in Baken."""
    file = signal_file(request, signal, MAKE)
    found = _referral(file, referral)
    language, bundle = "nl", _bundle(file, found)
    earlier = naming.gives_name_to(file.state, found)
    ground = bundle.grounds[found.ground]
    made = printing.make(
        handover.TEMPLATE,
        handover.paper(
            vault.get(signal, found.content),
            sender=Organisation.objects.get(pk=current()).name,
            partner=bundle.partners[found.partner].name.in_(language),
            named=found.named,
            reference=_reference(found),
            date=str(civil(found.at.date())),
            purpose=bundle.purposes[found.purpose].name.in_(language),
            ground=f"{ground.name.in_(language)}, {ground.article}",
            fictional=settings.BAKEN_DEMO,
            language=language,
            earlier=_reference(earlier) if earlier else "",
        ),
    )
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="overdracht-{_reference(found)}.pdf"'
    return answer


@asks
def sending(request: HttpRequest, signal: UUID, referral: UUID) -> HttpResponse:
    """Record how the document was sent."""

    def act(form: Any, common: Common) -> None:
        data = form.cleaned_data
        actions.record_sending(referral=str(referral), channel=data["channel"], asked=data["asked"], **common)

    def words(file: signals.SignalFile) -> Ask:
        name = _partner(file, _referral(file, referral))
        return Ask(
            title=_("Verzonden aan: %(partner)s") % {"partner": name},
            lead=_("Verzend het document eerst, langs een veilige weg. Leg daarna hier vast hoe."),
            button=_("Verzending vastleggen"),
            done=_("De verzending is vastgelegd."),
        )

    return ask(request, signal, right=MAKE, words=words, form=forms.SendingForm, act=act)


@asks
def asking(request: HttpRequest, signal: UUID, referral: UUID) -> HttpResponse:
    """Record that the partner was asked for feedback."""

    def act(form: Any, common: Common) -> None:
        actions.ask_partner(referral=str(referral), **common)

    def words(file: signals.SignalFile) -> Ask:
        name = _partner(file, _referral(file, referral))
        return Ask(
            title=_("Terugkoppeling vragen: %(partner)s") % {"partner": name},
            lead=_("Vraag de partner wat die met het signaal doet. Leg hier vast dat u het vroeg."),
            button=_("Vastleggen dat ik het vroeg"),
            done=_("Vastgelegd: om terugkoppeling gevraagd."),
        )

    return ask(request, signal, right=MAKE, words=words, form=forms.AskForm, act=act)


@asks
def answer(request: HttpRequest, signal: UUID, referral: UUID) -> HttpResponse:
    """Record what the partner answered."""

    def act(form: Any, common: Common) -> None:
        data = form.cleaned_data
        actions.record_answer(
            referral=str(referral), outcome=data["outcome"], note=data["note"], asked=form.asked, **common
        )

    def words(file: signals.SignalFile) -> Ask:
        name = _partner(file, _referral(file, referral))
        return Ask(
            title=_("Antwoord van: %(partner)s") % {"partner": name},
            lead=_("Leg vast wat de partner antwoordde, en alleen wat u nodig hebt."),
            button=_("Antwoord vastleggen"),
            done=_("Het antwoord is vastgelegd. Vertel het ook aan de melder, voor zover dat mag."),
        )

    return ask(request, signal, right=MAKE, words=words, form=forms.AnswerForm, act=act)


@require_safe
def referrals(request: HttpRequest) -> HttpResponse:
    """The organisation's hand-overs, the newest first."""
    doors.require(request, "referral.list")
    return render(request, "refer/referrals.html", {"page": listing.referrals(request.GET.get("na", ""))})


@require_safe
def notifications(request: HttpRequest) -> HttpResponse:
    """The notifications this organisation received, the newest first."""
    doors.require(request, "notification.list")
    return render(
        request,
        "refer/notifications.html",
        {"page": listing.notifications(request.GET.get("na", ""), without=received.not_to_read(request))},
    )


@asks
def notification(request: HttpRequest, notification: UUID) -> HttpResponse:
    """One received notification: read it, answer it."""
    received.require(request, "notification.read", notification)
    try:
        found = queries.notification(notification, policies.bundle)
    except signals.NotFound as missing:
        raise Http404 from missing
    owed = found.asked and not found.answers and found.goes_on is None
    doors.looked_at(request, why="answer_owed" if owed else ())
    form, status, refused = forms.NotificationAnswerForm(initial={"command": uuid4()}), 200, None
    if request.method == "POST":
        doors.require(request, "notification.answer")
        form, status = forms.NotificationAnswerForm(request.POST), 422
        if form.is_valid():
            data = form.cleaned_data
            try:
                told = actions.answer_notification(
                    notification=notification,
                    outcome=data["outcome"],
                    note=data["note"],
                    actor=request.actor,  # type: ignore[attr-defined]
                    now=now(),
                    command_id=command_of(form),
                )
            except Refused as why:
                refused, status = why, 409
            else:
                sent = _("Uw antwoord is verzonden aan: %(sender)s.")
                gone = _(
                    "Uw antwoord is bewaard. %(sender)s heeft dit signaal niet meer en krijgt het dus niet."
                )
                messages.success(request, (sent if told else gone) % {"sender": found.sender})
                return _see_other(reverse("refer:notification", args=[notification]))
    may_answer = doors.decide(request, "notification.answer").allowed
    context = {
        "notification": found,
        "answers_here": may_answer and found.goes_on is None,
        "form": form,
        "refused": refused,
        "may_answer": may_answer,
        "onward": onward.ways(request, "notification", notification),
    }
    return render(request, "refer/notification.html", context, status=status)


def _referral(file: signals.SignalFile, referral: UUID) -> Referral:
    found = file.state.referrals.get(str(referral))
    if found is None:
        raise Http404("no such hand-over of this signal")
    return found


def _bundle(file: signals.SignalFile, referral: Referral) -> Bundle:
    """The policy under which the hand-over was made: its ground and purpose are those of that day."""
    return file.bundle_of("signal.referred", referral=referral.id)


def _partner(file: signals.SignalFile, referral: Referral) -> str:
    return said(_bundle(file, referral).partners[referral.partner].name)


def _reference(referral: Referral) -> str:
    return referral.id[:8].upper()


def _see_other(url: str) -> HttpResponse:
    response = HttpResponseRedirect(url)
    response.status_code = 303
    return response
