"""One page per decision of a focal point: a short explanation, a form, and a clear refusal."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from baken.core.decide.rules import must_be_open
from baken.ledger import vault
from baken.ledger.signals import SignalFile
from baken.route import actions, forms
from baken.route.correcting import CorrectForm
from baken.route.facts import QUESTIONS
from baken.route.queries.todo import left_open
from baken.web.acting import Ask, CommandForm, ask, asks
from baken.web.fields import said

HANDLE = "signal.handle"


@asks
def receive(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Take the signal in hand."""
    words = Ask(
        title=_("Signaal in ontvangst nemen"),
        lead=_(
            "U wordt de contactpersoon voor dit signaal. De melder ziet op de antwoordpagina dat het in "
            "behandeling is, zonder uw naam. Doel en grondslag staan er al; kies andere als die beter passen."
        ),
        button=_("In ontvangst nemen"),
        done=_("Het signaal is in ontvangst genomen."),
    )
    return ask(
        request,
        signal,
        right=HANDLE,
        words=lambda file: words,
        form=forms.ReceiveForm,
        act=lambda form, common: actions.receive(
            purpose=form.cleaned_data["purpose"], ground=form.cleaned_data["ground"], **common
        ),
        initial=lambda file: {"purpose": file.state.purpose, "ground": file.state.ground},
    )


@asks
def coordinator(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Record that a team coordinator was consulted, and nothing about who."""
    words = Ask(
        title=_("Besproken met een teamcoördinator"),
        lead=_(
            "U legt vast dat het signaal met een teamcoördinator is besproken. Met wie staat er niet bij: dat "
            "zou kunnen verraden wie de melder is."
        ),
        button=_("Vastleggen"),
        done=_("Vastgelegd dat het met een teamcoördinator is besproken."),
    )
    return ask(
        request,
        signal,
        right=HANDLE,
        words=lambda file: words,
        form=CommandForm,
        act=lambda form, common: actions.coordinator_consulted(**common),
    )


@asks
def establish(request: HttpRequest, signal: UUID, slug: str) -> HttpResponse:
    """Establish one fact."""
    if slug not in QUESTIONS:
        raise Http404
    question = QUESTIONS[slug]
    words = Ask(
        title=_("Feit vaststellen"),
        lead=_("Wat de melder denkt, is een aanwijzing. Wat u vaststelt, bepaalt de route."),
        button=_("Vaststellen"),
        done=_("Het feit is vastgesteld."),
    )

    def act(form: Any, common: Any) -> None:
        actions.establish_fact(
            fact=question.fact,
            value=form.values,
            reason=form.cleaned_data["reason"],
            asked=form.asked,
            **common,
        )

    make = partial(forms.FactForm, fact=question.fact, label=said(question.asked), hint=said(question.hint))
    return ask(
        request,
        signal,
        right=HANDLE,
        first=must_be_open,
        words=lambda file: words,
        form=make,
        act=act,
        initial=lambda file: forms.established(file, question.fact),
    )


@asks
def assess(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Judge what the signal is."""
    words = Ask(
        title=_("Signaal beoordelen"),
        lead=_(
            "Uw oordeel bepaalt wie het signaal moet krijgen. U kunt het later herzien; het vorige oordeel blijft "
            "zichtbaar."
        ),
        button=_("Beoordeling vastleggen"),
        done=_("De beoordeling is vastgelegd."),
    )
    return ask(
        request,
        signal,
        right=HANDLE,
        first=must_be_open,
        words=lambda file: words,
        form=forms.AssessForm,
        act=lambda form, common: actions.assess(
            assessment=form.cleaned_data["assessment"],
            destination=form.cleaned_data["destination"] or None,
            reason=form.cleaned_data["reason"],
            asked=form.asked,
            **common,
        ),
    )


@asks
def correct(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Write a new account; the former one stays."""

    def words(file: SignalFile) -> Ask:
        return Ask(
            title=_("Verslag verbeteren"),
            lead=_(
                "U schrijft het verslag zoals het moet zijn. Het vorige verslag blijft bewaard. Hebt u het signaal "
                "al overgedragen? Dan moet de partner de verbetering ook krijgen."
            ),
            button=_("Verbetering vastleggen"),
            done=_("De verbetering is vastgelegd. Het vorige verslag blijft bewaard."),
            template="route/correct.html",
            context={"account_fields": CorrectForm.WORDS},
        )

    return ask(
        request,
        signal,
        right=HANDLE,
        first=must_be_open,
        words=words,
        form=CorrectForm,
        act=lambda form, common: actions.correct(
            content=form.content, reason=form.cleaned_data["reason"], asked=form.asked, **common
        ),
        initial=lambda file: vault.get(file.id, file.state.contents[-1]),
    )


@asks
def close(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Close the signal; what is owed stays owed."""

    def words(file: SignalFile) -> Ask:
        return Ask(
            title=_("Signaal afsluiten"),
            lead=_("Wat nog moet gebeuren, blijft ook na het afsluiten op uw lijst staan."),
            button=_("Afsluiten"),
            done=_("Het signaal is afgesloten."),
            template="route/close.html",
            context={"owed": [said(sentence) for sentence in left_open(file)]},
        )

    return ask(
        request,
        signal,
        right=HANDLE,
        first=must_be_open,
        words=words,
        form=forms.CloseForm,
        act=lambda form, common: actions.close(
            outcome=form.cleaned_data["outcome"], reason=form.cleaned_data["reason"], **common
        ),
    )


@asks
def reopen(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Take a closed signal up again."""
    words = Ask(
        title=_("Signaal heropenen"),
        lead=_("Het signaal komt terug op uw werklijst, met alles wat al is gedaan."),
        button=_("Heropenen"),
        done=_("Het signaal is heropend."),
    )
    make = partial(forms.ReasonForm, label=_("Waarom heropent u het signaal?"), hint=_("Een of twee zinnen."))
    return ask(
        request,
        signal,
        right=HANDLE,
        words=lambda file: words,
        form=make,
        act=lambda form, common: actions.reopen(reason=form.cleaned_data["reason"], **common),
    )
