"""On one signal: whether the people in it are told, and the end of a restriction (V24, V25)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from baken.core.decide import rights as ask_for
from baken.core.decide.rules import must_be_received
from baken.core.vocabulary.moments import civil_date
from baken.ledger import signals
from baken.trust.rights import forms
from baken.web.acting import Ask, Common, ask, asks

HANDLE = "signal.handle"


@asks
def informing(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Decide whether the people are told: now, or not yet with a ground and a day to look again."""
    words = Ask(
        title=_("Besluiten over inlichten"),
        lead=_(
            "Wie in een signaal staat, moet dat binnen een maand horen. Uitstel mag, als het anders een onderzoek of "
            "iemands veiligheid schaadt. Dan kijkt u op een vaste dag opnieuw."
        ),
        button=_("Besluit vastleggen"),
        done=_("Het besluit is vastgelegd."),
    )

    def act(form: Any, common: Common) -> None:
        data, now = form.cleaned_data, common["now"]
        signals.carry_out(
            signal,
            lambda refs: ask_for.DecideInforming(
                data["decision"], data["ground"] or None, data["review_on"], civil_date(now), refs["reason"]
            ),
            words={"reason": {"text": data["reason"]}},
            actor=common["actor"],
            now=now,
            command_id=common["command_id"],
        )

    return ask(
        request,
        signal,
        right=HANDLE,
        words=lambda file: words,
        form=forms.InformingForm,
        act=act,
        first=must_be_received,
    )


@asks
def informed(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Record that the people were told."""
    words = Ask(
        title=_("Betrokkenen ingelicht"),
        lead=_("Vertel niet wie het meldde. Denk aan de veiligheid van wie u inlicht."),
        button=_("Vastleggen"),
        done=_("Vastgelegd dat zij zijn ingelicht."),
    )

    def act(form: Any, common: Common) -> None:
        signals.carry_out(
            signal,
            lambda refs: ask_for.RecordInformed(form.cleaned_data["how"]),
            actor=common["actor"],
            now=common["now"],
            command_id=common["command_id"],
        )

    return ask(request, signal, right=HANDLE, words=lambda file: words, form=forms.InformedForm, act=act)


@asks
def release(request: HttpRequest, signal: UUID) -> HttpResponse:
    """End a restriction, with the reason."""
    words = Ask(
        title=_("Beperking opheffen"),
        lead=_("Vertel het eerst aan wie om de beperking vroeg (AVG artikel 18 lid 3)."),
        button=_("Opheffen"),
        done=_("De beperking is opgeheven."),
    )

    def act(form: Any, common: Common) -> None:
        signals.carry_out(
            signal,
            lambda refs: ask_for.Release(refs["reason"]),
            words={"reason": {"text": form.cleaned_data["reason"]}},
            actor=common["actor"],
            now=common["now"],
            command_id=common["command_id"],
        )

    return ask(request, signal, right=HANDLE, words=lambda file: words, form=forms.ReleaseForm, act=act)
