"""Actions and what was done about them: added, changed, recorded, taken back, stopped with the reason."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.plan import actions, forms, queries, refusals
from baken.programme.plan.models import Action, Edition, Progress
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.deciding import Decision, DecisionForm, Given, decision
from baken.web.parts import Link

KEEP = "programme.keep"
SAME = ("label", "title", "what", "owner", "ready", "ready_on", "every_years", "times", "barrier", "budget")


@asks
def add(request: HttpRequest, edition: UUID) -> HttpResponse:
    """Put an action in a programme."""
    doors.require(request, KEEP)
    home = kept.one(Edition, edition)
    back = reverse("programme_plan:edition", args=[home.id])
    words = _words(
        _("Actie toevoegen"),
        _("Schrijf op wat u wilt bereiken, wie ervoor zorgt en wanneer het klaar is."),
        _("Toevoegen"),
        _("De actie staat in het programma."),
        Link(back, home.title),
    )

    def act(form: Any, given: Given) -> str:
        made = actions.add_action(home, form.told(), **given)
        return reverse("programme_plan:action", args=[made.id])

    taken = {one.label for one in queries.actions_of(home)}
    initial = {"label": queries.next_label(taken, request.GET.get("onder", "")), "ready": "date"}
    return decision(request, words, form=forms.ActionForm, act=act, initial=initial)


@asks
def change(request: HttpRequest, action: UUID) -> HttpResponse:
    """Change an action; how it was stays in its history."""
    doors.require(request, KEEP)
    found = kept.one(Action, action)
    words = _about(
        found,
        _("Actie wijzigen"),
        _("Wat hier eerder stond, blijft bewaard."),
        _("Wijziging opslaan"),
        _("De wijziging is opgeslagen."),
    )

    def act(form: Any, given: Given) -> str:
        looked_at = form.cleaned_data["looked_at"] or 0
        actions.change_action(found, form.told(), looked_at, actor=given["actor"], now=given["now"])
        return _page(found)

    initial = {name: getattr(found, name) for name in SAME}
    initial |= {"partners": "\n".join(found.partners), "looked_at": found.number}
    return decision(
        request, words, form=forms.ActionForm, act=act, initial=initial, first=lambda: _going_on(found)
    )


@asks
def progress(request: HttpRequest, action: UUID) -> HttpResponse:
    """Write down what was done about an action, and where that can be seen."""
    doors.require(request, KEEP)
    found = kept.one(Action, action)
    words = _about(
        found,
        _("Vastleggen wat er is gedaan"),
        f"{found.label} {found.title}",
        _("Vastleggen"),
        _("Vastgelegd."),
    )

    def act(form: Any, given: Given) -> str:
        actions.add_progress(found, form.told(), **given)
        return _page(found)

    return decision(request, words, form=forms.ProgressForm, act=act, initial={"on": civil_date(now())})


@asks
def withdraw(request: HttpRequest, progress: UUID) -> HttpResponse:
    """Take back what was written down by mistake."""
    doors.require(request, KEEP)
    found = kept.one(Progress, progress)
    action = kept.one(Action, found.action_id)
    words = _about(
        action,
        _("Voortgang terugnemen"),
        _("Dit telt dan niet meer mee. Dat het er stond, blijft te zien in de geschiedenis van de actie."),
        _("Terugnemen"),
        _("De voortgang is teruggenomen."),
    )

    def act(form: Any, given: Given) -> str:
        actions.withdraw_progress(found, actor=given["actor"], now=given["now"])
        return _page(action)

    return decision(request, words, form=DecisionForm, act=act)


@asks
def stop(request: HttpRequest, action: UUID) -> HttpResponse:
    """Stop an action, with the reason; it stays in its programme."""
    doors.require(request, KEEP)
    found = kept.one(Action, action)
    words = _about(
        found,
        _("Actie stoppen"),
        _("De actie blijft staan, met de reden erbij. Hij gaat niet mee naar de volgende editie."),
        _("Actie stoppen"),
        _("De actie is gestopt."),
    )

    def act(form: Any, given: Given) -> str:
        told = form.cleaned_data
        actions.stop_action(
            found, told["on"], told["why"], told["looked_at"] or 0, actor=given["actor"], now=given["now"]
        )
        return _page(found)

    initial = {"on": civil_date(now()), "looked_at": found.number}
    return decision(
        request, words, form=forms.StopForm, act=act, initial=initial, first=lambda: _going_on(found)
    )


def _going_on(found: Action) -> None:
    if found.stopped_on:
        raise refusals.stopped()


def _page(found: Action) -> str:
    return reverse("programme_plan:action", args=[found.id])


def _about(found: Action, title: str, lead: str, button: str, done: str) -> Decision:
    return _words(title, lead, button, done, Link(_page(found), f"{found.label} {found.title}"))


def _words(title: str, lead: str, button: str, done: str, back: Link) -> Decision:
    return Decision(title, lead, button, done, back, writes=False)
