"""The pages of shelter for people who were found together."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.care.common import clients
from baken.care.placing import forms, together
from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.tenancy import doors
from baken.web.acting import asks
from baken.web.deciding import Decision, Given, decision
from baken.web.parts import Link


@asks
def ask(request: HttpRequest, group: UUID) -> HttpResponse:
    """Ask for shelter for several people at once."""
    found = _members(request, group)
    words = _words(
        group,
        _("Opvang vragen voor mensen die samen zijn gevonden"),
        _(
            "U vult dit één keer in. Ieder dossier krijgt een eigen aanvraag zonder naam: in het ene staat niets over "
            "de ander. Gespecialiseerde opvang loopt per persoon, via CoMensha."
        ),
        _("De aanvragen zijn vastgelegd, in ieder dossier één."),
    )

    def act(form: Any, given: Given) -> str:
        data = form.cleaned_data
        chosen = [UUID(one) for one in data["people"]]
        _looked_at(request, chosen)
        together.ask(
            chosen,
            needs=form.told("along", "safety", "language", "access", "note"),
            on=data["on"],
            told=form.told("whom", "meanwhile"),
            **given,
        )
        return _there(group)

    initial = {
        "people": [str(one.client) for one in found if not one.waits],
        "along": "together",
        "on": civil_date(now()),
    }
    form = partial(forms.TogetherForm, people=[(str(one.client), one.name) for one in found])
    return decision(request, words, form=form, act=act, initial=initial)


@asks
def answer(request: HttpRequest, group: UUID) -> HttpResponse:
    """Record what a shelter said about several people at once."""
    found = _members(request, group)
    _looked_at(request, [one.client for one in found if one.waits])
    offered = {one.id: one for one in together.waiting(found)}
    if not offered and request.method != "POST":
        raise Http404
    words = _words(
        group,
        _("Antwoord van een opvang voor meer mensen"),
        _("Kies over wie dit antwoord gaat. Is er voor een paar van hen plek, leg dan eerst dat vast."),
        _("Het antwoord is vastgelegd."),
    )

    def act(form: Any, given: Given) -> str:
        data = form.cleaned_data
        together.answer(
            [offered[one] for one in data["requests"]],
            outcome=data["outcome"],
            on=data["on"],
            told=form.told("note"),
            **given,
        )
        return _there(group)

    form = partial(forms.TogetherAnswerForm, waiting=[(one.id, one.words) for one in offered.values()])
    return decision(request, words, form=form, act=act, initial={"on": civil_date(now())})


def _members(request: HttpRequest, group: UUID) -> list[together.Member]:
    clients.require_room(request, clients.KEEP)
    found = together.members(group, now())
    if not found:
        raise Http404
    return found


def _looked_at(request: HttpRequest, chosen: list[UUID]) -> None:
    for client in chosen:
        activity = clients.activity(clients.read(client))
        doors.looked_at(request, kind=clients.KIND, object_id=client, activity=activity)


def _there(group: UUID) -> str:
    return f"{reverse('care_clients:caseload')}?samen={group}"


def _words(group: UUID, title: str, lead: str, done: str) -> Decision:
    back = Link(_there(group), _("Terug naar deze dossiers"))
    return Decision(title=title, lead=lead, button=_("Vastleggen"), done=done, back=back)
