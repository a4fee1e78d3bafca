"""The pages on which a correction reaches whoever received the signal, and is confirmed (V26)."""

from functools import partial
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.vocabulary import outcomes, rights
from baken.ledger import signals, vault
from baken.refer import correcting, corrections
from baken.tenancy import doors
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import printing, received
from baken.web.acting import Ask, CommandForm, Common, ask, asks, choices_from, signal_file, words_field
from baken.web.deciding import see_other
from baken.web.fields import said
from baken.web.templatetags.baken import civil

READ, MAKE = "signal.read", "referral.make"


class CorrectionForm(CommandForm):
    """What this recipient must know: a sentence, and the pieces it had as they read now."""

    statement = words_field(
        gettext_lazy("Wat moet de ontvanger weten?"),
        gettext_lazy("Schrijf niets op dat aanwijst wie het signaal gaf."),
        rows=4,
    )

    def __init__(self, *args: Any, pieces: dict[str, tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.pieces = pieces
        for id, (title, text) in pieces.items():
            field = words_field(
                title,
                gettext_lazy("Zo leest het nu. Maak het leeg om dit niet opnieuw te sturen."),
                required=False,
                rows=4,
            )
            field.initial = text
            self.fields[f"piece_{id}"] = field
        self.fields["checked"] = forms.BooleanField(
            label=_("Ik heb dit gelezen. Het verraadt niet wie de melder is."),
            error_messages={"required": _("Lees na wat de ontvanger krijgt, en zet dan een vinkje.")},
        )

    @property
    def chosen(self) -> dict[str, tuple[str, str]]:
        """Return the pieces that go, in the officer's words."""
        return {id: (title, self.cleaned_data[f"piece_{id}"]) for id, (title, _text) in self.pieces.items()}


class SentForm(CommandForm):
    """How the letter was sent."""

    channel = forms.ChoiceField(label=gettext_lazy("Hoe verzond u de brief?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["channel"].choices = choices_from(outcomes.CHANNEL)  # type: ignore[attr-defined]


class ConfirmedForm(CommandForm):
    """How the recipient said that it was done."""

    how = forms.ChoiceField(label=gettext_lazy("Hoe liet de ontvanger dat weten?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        others = {how: words for how, words in rights.CONFIRMED_HOW.items() if how != "in_baken"}
        self.fields["how"].choices = choices_from(others)  # type: ignore[attr-defined]


@asks
def make(request: HttpRequest, signal: UUID, referral: UUID) -> HttpResponse:
    """Write what the recipient must know; within Baken it arrives at once."""
    file = signal_file(request, signal, MAKE)
    handed = _referral(file, referral)
    stands = correcting.standing(file, handed)
    why = stands.why if stands else "corrected"

    def act(form: Any, common: Common) -> None:
        correcting.make(
            referral=handed, statement=form.cleaned_data["statement"], pieces=form.chosen, **common
        )

    def words(file: signals.SignalFile) -> Ask:
        return Ask(
            title=_("Verbetering doorgeven aan: %(partner)s") % {"partner": _partner(file, handed)},
            lead=_(
                "Wie het signaal kreeg, heeft iets wat niet meer klopt. Meer dan hieronder krijgt de ontvanger niet."
            ),
            button=_("Doorgeven"),
            done=_(
                "De verbetering is doorgegeven, of staat klaar als brief. Dit blijft open tot de ontvanger bevestigt."
            ),
        )

    return ask(
        request,
        signal,
        right=MAKE,
        words=words,
        form=partial(CorrectionForm, pieces=correcting.pieces_now(file, handed)),
        act=act,
        initial=lambda file: {"statement": correcting.STATEMENTS[why].nl},  # as the pieces beside it
    )


@require_safe
def letter(request: HttpRequest, signal: UUID, referral: UUID) -> HttpResponse:
    """The correction as a tagged PDF, for a recipient that is not in Baken."""
    file = signal_file(request, signal, MAKE)
    handed = file.state.referrals[_referral(file, referral)]
    if not handed.corrections:
        raise Http404
    made, language, reference = handed.corrections[-1], "nl", handed.id[:8].upper()
    doors.looked_at(request, kind="signal", object_id=signal, deed="print")
    printed = printing.make(
        corrections.TEMPLATE,
        corrections.letter(
            vault.get(signal, made.content),
            sender=Organisation.objects.get(pk=current()).name,
            partner=_partner(file, handed.id),
            reference=reference,
            date=str(civil(made.at.date())),
            fictional=settings.BAKEN_DEMO,
            language=language,
        ),
    )
    answer = HttpResponse(printed, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="verbetering-{reference}.pdf"'
    return answer


@asks
def sent(request: HttpRequest, signal: UUID, referral: UUID) -> HttpResponse:
    """Record how the letter was sent."""
    handed = _referral(signal_file(request, signal, MAKE), referral)
    words = Ask(
        title=_("Verbetering verzonden"),
        lead=_("Verzend de brief eerst, langs een veilige weg. Leg daarna hier vast hoe."),
        button=_("Verzending vastleggen"),
        done=_("De verzending is vastgelegd. De ontvanger moet nog bevestigen."),
    )

    def act(form: Any, common: Common) -> None:
        correcting.send(referral=handed, channel=form.cleaned_data["channel"], **common)

    return ask(request, signal, right=MAKE, words=lambda file: words, form=SentForm, act=act)


@asks
def confirmed(request: HttpRequest, signal: UUID, referral: UUID) -> HttpResponse:
    """Record that the recipient took the correction over."""
    handed = _referral(signal_file(request, signal, MAKE), referral)
    words = Ask(
        title=_("Verbetering bevestigd"),
        lead=_("Leg vast dat de ontvanger zei dat de verbetering is verwerkt. In Baken gaat dat vanzelf."),
        button=_("Bevestiging vastleggen"),
        done=_("De bevestiging is vastgelegd."),
    )

    def act(form: Any, common: Common) -> None:
        correcting.confirmed(referral=handed, how=form.cleaned_data["how"], **common)

    return ask(request, signal, right=MAKE, words=lambda file: words, form=ConfirmedForm, act=act)


@require_POST
def confirm(request: HttpRequest, notification: UUID, correction: UUID) -> HttpResponse:
    """The receiving organisation says that it put its own copy right. Pressed twice, it is said once."""
    actor = received.require(request, "notification.answer", notification)
    try:
        correcting.confirm_received(
            notification=notification,
            correction=str(correction),
            actor=actor,
            now=now(),
            command_id=uuid5(correction, f"confirm {notification}"),
        )
    except signals.NotFound as missing:
        raise Http404 from missing
    except Refused as refused:
        messages.error(request, refused.in_(request.LANGUAGE_CODE))
    else:
        messages.success(request, _("Bevestigd. De afzender ziet dat dit is verwerkt."))
    return see_other(reverse("refer:notification", args=[notification]))


def _referral(file: signals.SignalFile, referral: UUID) -> str:
    if str(referral) not in file.state.referrals:
        raise Http404("no such hand-over of this signal")
    return str(referral)


def _partner(file: signals.SignalFile, referral: str) -> str:
    handed = file.state.referrals[referral]
    return said(file.bundle_of("signal.referred", referral=referral).partners[handed.partner].name)
