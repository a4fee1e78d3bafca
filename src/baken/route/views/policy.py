"""Which policy a signal follows, and what changes when it follows the one of today."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from baken.ledger.signals import SignalFile
from baken.route import actions, forms
from baken.route.queries import moving, sources
from baken.web.acting import Ask, ask, asks


@asks
def move(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Show what the policy of today changes for this signal, and let it follow that one with a reason."""

    def words(file: SignalFile) -> Ask:
        return Ask(
            title=_("Ander beleid voor dit signaal"),
            lead="",
            button=_("Het nieuwere beleid volgen"),
            done=_("Het signaal volgt nu het beleid van vandaag. Wat al is gedaan, blijft staan."),
            template="route/policy.html",
            context={
                "policy": sources.policy(file),
                "move": moving.move(file),
                "may_move": file.state.received and not file.state.closed,
            },
        )

    make = partial(
        forms.MoveForm,
        label=_("Waarom volgt dit signaal voortaan het nieuwere beleid?"),
        hint=_("Een of twee zinnen, zonder namen."),
    )
    return ask(
        request,
        signal,
        right="signal.handle",
        words=words,
        form=make,
        act=lambda form, common: actions.move_policy(
            bundle=form.cleaned_data["bundle"], reason=form.cleaned_data["reason"], **common
        ),
        initial=lambda file: {"bundle": moving.newer(file) or ""},
    )
