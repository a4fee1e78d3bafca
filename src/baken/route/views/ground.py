"""What is recorded before something is shared: a talk with the police (V4), and professional secrecy (V5)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from baken.core.decide.rules import must_be_open
from baken.ledger.signals import SignalFile
from baken.route import actions, forms
from baken.web.acting import Ask, ask, asks

HANDLE = "signal.handle"


@asks
def police(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Record that it was discussed with the police, and nothing of what was said."""
    words = Ask(
        title=_("Besproken met de politie"),
        lead=_(
            "U legt alleen vast dát u met de politie sprak, op welke dag en met welke functie. Wat de politie "
            "vertelde, hoort niet in Baken: dat zijn politiegegevens, en die mogen hier niet worden bewaard."
        ),
        button=_("Vastleggen"),
        done=_("Vastgelegd dat u met de politie sprak."),
    )
    return ask(
        request,
        signal,
        right=HANDLE,
        first=must_be_open,
        words=lambda file: words,
        form=forms.PoliceForm,
        act=lambda form, common: actions.record_police_talk(
            on=form.cleaned_data["on"], function=form.cleaned_data["function"], **common
        ),
    )


@asks
def secrecy(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Weigh professional secrecy, or say that it is still to be weighed."""

    def words(file: SignalFile) -> Ask:
        return Ask(
            title=_("Beroepsgeheim afwegen"),
            lead=_(
                "Wie in zorg, jeugdhulp of onderwijs werkt, mag niet alles doorgeven. Zolang dit niet is afgewogen, "
                "kan het signaal niet worden overgedragen of in een overleg worden besproken."
            ),
            button=_("Vastleggen"),
            done=_("De afweging van het beroepsgeheim is vastgelegd."),
        )

    def act(form: Any, common: Any) -> None:
        if form.cleaned_data["outcome"] == "later":
            actions.notice_secrecy(**common)
        else:
            actions.weigh_secrecy(
                outcome=form.cleaned_data["outcome"], reason=form.cleaned_data["reason"], **common
            )

    return ask(
        request, signal, right=HANDLE, first=must_be_open, words=words, form=forms.SecrecyForm, act=act
    )
