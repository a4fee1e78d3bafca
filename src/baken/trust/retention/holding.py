"""Holding off destruction: of a signal by whoever reads signals, of a client file by whoever reads client files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.clock import now
from baken.core.decide.retention import running
from baken.core.derive.retention import CLIENT, SIGNAL, holds_of
from baken.core.vocabulary.moments import civil_date
from baken.ledger import keeping
from baken.ledger.projections import reference
from baken.ledger.signals import NotFound
from baken.ledger.streams import Stream
from baken.tenancy import doors
from baken.trust.retention import actions, forms
from baken.web.acting import asks
from baken.web.deciding import Decision, Given, decision
from baken.web.parts import Link

HOLD = "retention.hold"


@dataclass(frozen=True, slots=True)
class Sort:
    """What can be held off: who may read it, where one ends a hold, and where one goes from there."""

    read: str
    end: str
    back: str
    back_words: str | Promise
    of_one: bool
    also: str | Promise = ""


SORTS: Mapping[str, Sort] = MappingProxyType(
    {
        SIGNAL: Sort(
            "signal.read",
            "trust_retention:end_hold",
            "trust_retention:overview",
            gettext_lazy("Terug naar bewaren en vernietigen"),
            False,
            gettext_lazy("Ook de naam van de melder blijft dan bewaard."),
        ),
        CLIENT: Sort(
            "care.read",
            "trust_retention:end_hold_client",
            "care_clients:client",
            gettext_lazy("Terug naar het dossier"),
            True,
        ),
    }
)


@asks
def hold(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Hold off the destruction of a signal, with a reason and an end."""
    return _hold(request, SIGNAL, signal)


@asks
def hold_client(request: HttpRequest, client: UUID) -> HttpResponse:
    """Hold off the destruction of a client file."""
    return _hold(request, CLIENT, client)


@asks
def end_hold(request: HttpRequest, signal: UUID, hold: UUID) -> HttpResponse:
    """End a hold of a signal before its day."""
    return _end(request, SIGNAL, signal, hold)


@asks
def end_hold_client(request: HttpRequest, client: UUID, hold: UUID) -> HttpResponse:
    """End a hold of a client file before its day."""
    return _end(request, CLIENT, client, hold)


def _hold(request: HttpRequest, kind: str, id_: UUID) -> HttpResponse:
    stream, sort = _stream(request, kind, id_), SORTS[kind]
    lead = _(
        "Is er een rechtszaak, een klacht of een onderzoek? Dan kan vernietiging wachten, met een reden en een einde."
    )
    words = Decision(
        title=_("Vernietiging van {reference} tegenhouden").format(reference=reference(id_)),
        lead=f"{lead} {sort.also}".strip(),
        button=_("Tegenhouden"),
        done=_("De vernietiging wordt tegengehouden."),
        back=_back(sort, id_),
        template="retention/hold.html",
        context={"holds": _holds(stream, civil_date(now())), "end": sort.end, "held": id_},
    )

    def act(form: Any, given: Given) -> str:
        data = form.cleaned_data
        actions.hold_off(id_, until=data["until"], reason=data["reason"], **given)
        return _back(sort, id_).href

    return decision(request, words, form=forms.HoldForm, act=act)


def _end(request: HttpRequest, kind: str, id_: UUID, hold: UUID) -> HttpResponse:
    _stream(request, kind, id_)
    words = Decision(
        title=_("{reference} niet langer tegenhouden").format(reference=reference(id_)),
        lead=_("De termijn loopt dan weer, en kan al voorbij zijn."),
        button=_("Niet langer tegenhouden"),
        done=_("De vernietiging wordt niet langer tegengehouden."),
        back=_back(SORTS[kind], id_),
    )

    def act(form: Any, given: Given) -> str:
        actions.end_hold(id_, hold, reason=form.cleaned_data["reason"], **given)
        return _back(SORTS[kind], id_).href

    return decision(request, words, form=forms.EndForm, act=act)


def _stream(request: HttpRequest, kind: str, id_: UUID) -> Stream:
    """Return what is held off, for whoever may hold off and may read it; for others it does not exist."""
    doors.require(request, HOLD)
    doors.require(request, SORTS[kind].read)
    try:
        return keeping.to_hold(id_, kind)
    except NotFound as missing:
        raise Http404 from missing


def _holds(stream: Stream, today: date) -> list[tuple[str, date]]:
    holds = running(holds_of(stored.event for stored in stream.events), today)
    return [(hold, date.fromisoformat(until)) for hold, until in holds.items()]


def _back(sort: Sort, id_: UUID) -> Link:
    return Link(reverse(sort.back, args=[id_] if sort.of_one else []), str(sort.back_words))
