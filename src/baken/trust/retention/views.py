"""The pages of retention: what goes when and why, the lists that an archivist approves, and the receipts (V21)."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.decide.retention import running
from baken.core.derive.destruction import DestructionList
from baken.core.derive.retention import holds_of
from baken.core.vocabulary.moments import civil_date
from baken.ledger import matters, signals
from baken.ledger.projections import reference
from baken.ledger.signals import SignalFile
from baken.tenancy import doors
from baken.tenancy.actors import Actor
from baken.trust.retention import actions, forms, paper, queries
from baken.web.acting import asks
from baken.web.deciding import Decision, DecisionForm, Given, Matter, decision
from baken.web.parts import Link

READ, HOLD, APPROVE = "retention.read", "retention.hold", "retention.approve"


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What goes when, what waits and why, and what was destroyed."""
    doors.require(request, READ)
    may_hold = doors.decide(request, HOLD).allowed
    context = {
        "found": queries.overview(now(), may_hold=may_hold),
        "may_approve": doors.decide(request, APPROVE).allowed,
        "most": queries.MOST_ROWS,
    }
    return render(request, "retention/overview.html", context)


@require_safe
def one_list(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """One list: what stands on it, who approved it, and what came of it."""
    doors.require(request, READ)
    found, at = _list(list_id), now()
    doors.looked_at(request, kind="destruction", object_id=list_id)
    context = {
        "found": found,
        "lines": queries.lines(found, queries.names_on(found)),
        "counts": queries.counts(found, at),
        "partners": queries.partners(found, at),
        "items": queries.items(found, at),
        "may_approve": doors.decide(request, APPROVE).allowed and found.state.stage == "drawn_up",
    }
    return render(request, "retention/list.html", context)


@require_safe
def receipt(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """The receipt of a list that was carried out, as a tagged PDF."""
    doors.require(request, READ)
    found = _list(list_id)
    if found.state.stage != "done":
        raise Http404
    doors.looked_at(request, kind="destruction", object_id=list_id, deed="print")
    answer = HttpResponse(paper.receipt(found, now()), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="vernietiging-{found.reference}.pdf"'
    return answer


@asks
def draw_up(request: HttpRequest) -> HttpResponse:
    """Draw up a list: first shown what would stand on it, by number and category."""
    doors.require(request, APPROVE)
    words = Decision(
        title=_("Vernietigingslijst opmaken"),
        lead=_(
            "Op de lijst komt alles waarvan de termijn voorbij is. Er wordt nog niets vernietigd: dat gebeurt pas als "
            "de lijst is goedgekeurd, door iemand anders als die er is."
        ),
        button=_("Lijst opmaken"),
        done=_("De lijst is opgemaakt."),
        back=_back(),
        template="retention/draw_up.html",
        writes=False,
        context={"found": queries.overview(now(), may_hold=False)},
    )
    return decision(
        request,
        words,
        form=DecisionForm,
        act=lambda form, given: reverse("trust_retention:list", args=[actions.draw_up(**given)]),
    )


@asks
def approve(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Approve a list. What changed since it was drawn up is dropped from it."""
    return _settle(
        request,
        list_id,
        title=_("Vernietigingslijst goedkeuren"),
        lead=_(
            "Na uw goedkeuring worden deze gegevens vernietigd. Dat is niet terug te draaien. Wat intussen veranderde, "
            "wordt van de lijst gehaald en genoemd."
        ),
        button=_("Goedkeuren en laten vernietigen"),
        done=_(
            "De lijst is goedgekeurd. Binnen een kwartier is zij uitgevoerd; het bewijs komt op deze pagina."
        ),
        act=actions.approve,
        first=lambda found, actor: actions.must_be_approvable(found, actor),
    )


@asks
def withdraw(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Withdraw a list that nobody approved yet."""
    return _settle(
        request,
        list_id,
        title=_("Vernietigingslijst intrekken"),
        lead=_("Er wordt dan niets vernietigd. Wat erop staat, komt op een volgende lijst."),
        button=_("Lijst intrekken"),
        done=_("De lijst is ingetrokken."),
        act=actions.withdraw,
        first=lambda found, actor: actions.must_be_drawn_up(found),
    )


@asks
def hold(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Hold off the destruction of a signal, with a reason and an end."""
    file = _signal(request, signal)
    words = Decision(
        title=_("Vernietiging van {reference} tegenhouden").format(reference=reference(signal)),
        lead=_(
            "Is er een rechtszaak, een klacht of een onderzoek? Dan kan vernietiging wachten, met een reden en een "
            "einde. Ook de naam van de melder blijft dan bewaard."
        ),
        button=_("Tegenhouden"),
        done=_("Dit signaal wordt tegengehouden."),
        back=_back(),
        template="retention/hold.html",
        context={"holds": _holds(file, civil_date(now())), "signal": signal},
    )

    def act(form: Any, given: Given) -> str:
        data = form.cleaned_data
        actions.hold_off(signal, until=data["until"], reason=data["reason"], **given)
        return reverse("trust_retention:overview")

    return decision(request, words, form=forms.HoldForm, act=act)


@asks
def end_hold(request: HttpRequest, signal: UUID, hold: UUID) -> HttpResponse:
    """End a hold before its day."""
    _signal(request, signal)
    words = Decision(
        title=_("{reference} niet langer tegenhouden").format(reference=reference(signal)),
        lead=_("De termijn loopt dan weer, en kan al voorbij zijn."),
        button=_("Niet langer tegenhouden"),
        done=_("Dit signaal wordt niet langer tegengehouden."),
        back=_back(),
    )

    def act(form: Any, given: Given) -> str:
        actions.end_hold(signal, hold, reason=form.cleaned_data["reason"], **given)
        return reverse("trust_retention:overview")

    return decision(request, words, form=forms.EndForm, act=act)


def _settle(
    request: HttpRequest,
    list_id: UUID,
    *,
    title: str,
    lead: str,
    button: str,
    done: str,
    act: Callable[..., None],
    first: Callable[[DestructionList, Actor], None],
) -> HttpResponse:
    actor = doors.require(request, APPROVE)
    found = _list(list_id)
    doors.looked_at(request, kind="destruction", object_id=list_id)
    matter = Matter(
        "trust_retention:list", list_id, _("Terug naar de lijst"), lambda: first(found.state, actor)
    )
    words = matter.words(
        title,
        lead,
        button,
        done,
        template="retention/settle.html",
        writes=False,
        context={"counts": queries.counts(found, now())},
    )
    return matter.settle(request, words, DecisionForm, lambda form, given: act(list_id, **given))


def _signal(request: HttpRequest, signal: UUID) -> SignalFile:
    doors.require(request, HOLD)
    try:
        return signals.read(signal, now=now())
    except signals.NotFound as missing:
        raise Http404 from missing


def _holds(file: SignalFile, today: date) -> list[tuple[str, date]]:
    holds = running(holds_of(stored.event for stored in file.stream.events), today)
    return [(hold, date.fromisoformat(until)) for hold, until in holds.items()]


def _list(list_id: UUID) -> queries.Drawn:
    try:
        return queries.one(list_id)
    except matters.NotThere as missing:
        raise Http404 from missing


def _back() -> Link:
    return Link(reverse("trust_retention:overview"), _("Terug naar bewaren en vernietigen"))
