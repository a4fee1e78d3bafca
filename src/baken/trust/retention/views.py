"""The pages of retention: what goes when and why, the lists that an archivist approves, and the receipts (V21)."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.derive.destruction import DestructionList
from baken.ledger import matters
from baken.tenancy import doors
from baken.tenancy.actors import Actor
from baken.trust.retention import actions, paper, queries
from baken.web.acting import asks
from baken.web.deciding import Decision, DecisionForm, Matter, decision
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


def _list(list_id: UUID) -> queries.Drawn:
    try:
        return queries.one(list_id)
    except matters.NotThere as missing:
        raise Http404 from missing


def _back() -> Link:
    return Link(reverse("trust_retention:overview"), _("Terug naar bewaren en vernietigen"))
