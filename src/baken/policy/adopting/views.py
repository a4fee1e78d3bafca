"""Pages to check and propose a draft, and for a second person to put it into use or send it back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.clock import now
from baken.core.decide.policy import NOT_IN_USE
from baken.core.decide.refusal import Refused
from baken.core.derive.adoptions import Proposal
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.policy.adopting import actions, evidence, forms, pages
from baken.policy.drafting import queries
from baken.policy.drafting.actions import NoDraft
from baken.policy.models import Draft
from baken.tenancy import doors
from baken.tenancy.actors import Actor
from baken.web.acting import command_of
from baken.web.plain import mends_its_text
from baken.web.templatetags.baken import civil

UNCLEAR = (
    NOT_IN_USE,
    Text("Het is niet duidelijk welk voorstel u bedoelt.", "It is not clear which proposal you mean."),
    Text("Bekijk het voorstel hieronder en beslis opnieuw.", "Look at the proposal below and decide again."),
)


@mends_its_text
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Show what was found about a draft, and propose it where all is well."""
    actor = doors.require(request, "policy.adopt")
    found = _draft(draft)
    if request.method != "POST":
        return _check(request, actor, found, None)
    form = forms.ProposeForm(request.POST)
    if not form.is_valid():
        return _check(request, actor, found, form, status=422)
    given = form.cleaned_data
    try:
        actions.propose(
            draft=draft,
            looked_at=given["looked_at"] or 0,
            from_date=given["from_date"],
            decision=given["decision"],
            decided_on=given["decided_on"],
            actor=actor,
            now=now(),
            command_id=command_of(form),
        )
    except Refused as refused:
        return _check(request, actor, _draft(draft), form, status=409, refused=refused)
    messages.success(request, _("Het beleid is voorgesteld. Een tweede persoon neemt het in gebruik."))
    return _see_other("policy:proposal")


@mends_its_text
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest) -> HttpResponse:
    """Show what is proposed with the evidence, and put it into use."""
    actor = doors.require(request, "policy.confirm")
    if request.method != "POST":
        return _proposal(request, actor)
    form = forms.ProposalForm(request.POST)
    if not form.is_valid():
        return _proposal(request, actor, status=422, refused=Refused(*UNCLEAR))
    waiting = policies.decided().proposed
    try:
        actions.confirm(proposal=form.meant, actor=actor, now=now(), command_id=command_of(form))
    except Refused as refused:
        return _proposal(request, actor, status=409, refused=refused)
    if waiting is not None:
        words = _("Het beleid is in gebruik genomen. Het geldt vanaf {day}.")
        messages.success(request, words.format(day=civil(waiting.from_date)))
    return _see_other("policy:read")


@mends_its_text
@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request: HttpRequest) -> HttpResponse:
    """Ask why, and end the proposal without putting it into use."""
    actor = doors.require(request, "policy.confirm")
    waiting = policies.decided().proposed
    if request.method != "POST":
        if waiting is None:
            return _see_other("policy:proposal")
        return _send_back(request, actor, waiting, None)
    own = waiting is not None and actions.proposed_by(waiting, actor.person_id)
    form = forms.SendBackForm(request.POST, own=own)
    if not form.is_valid():
        return _send_back(request, actor, waiting, form, status=422)
    try:
        actions.withdraw(
            proposal=form.meant,
            reason=form.cleaned_data["reason"],
            actor=actor,
            now=now(),
            command_id=command_of(form),
        )
    except Refused as refused:
        return _send_back(request, actor, waiting, form, status=409, refused=refused)
    done = _("Het voorstel is ingetrokken.") if own else _("Het voorstel is teruggestuurd.")
    messages.success(request, done)
    return _see_other("policy:proposal")


def _check(
    request: HttpRequest,
    actor: Actor,
    draft: Draft,
    form: forms.ProposeForm | None,
    *,
    status: int = 200,
    refused: Refused | None = None,
) -> HttpResponse:
    state = policies.decided()
    found = evidence.of_draft(draft, actions.replaced_on(state, draft.valid_from))
    if form is None:
        first = max(draft.valid_from, civil_date(now()))
        form = forms.ProposeForm(initial={"looked_at": draft.number, "from_date": first})
    elif refused is not None:  # whoever reads why may send again, knowing the draft as it is now
        form.data = {**form.data.dict(), "looked_at": str(draft.number)}  # type: ignore[attr-defined]
    context = {
        **pages.evidence(found, draft, mend=True),
        "draft": draft,
        "form": form,
        "refused": refused,
        "waiting": state.proposed,
        "may_propose": found.well and state.proposed is None and not draft.ended,
        "ended": pages.ended(state, draft.id)[:1],
        "second": actions.others_who_may_confirm(actor),
    }
    return render(request, "policy/check.html", context, status=status)


def _proposal(
    request: HttpRequest, actor: Actor, *, status: int = 200, refused: Refused | None = None
) -> HttpResponse:
    state = policies.decided()
    waiting = state.proposed
    context: dict[str, Any] = {"refused": refused, "ended": pages.timeline(pages.ended(state)[:5])}
    if waiting is not None:
        draft = _draft(UUID(waiting.draft))
        found = evidence.of_proposal(waiting, draft, actions.replaced_on(state, waiting.from_date))
        own = actions.proposed_by(waiting, actor.person_id)
        mend = doors.decide(request, "policy.adopt").allowed
        context |= pages.evidence(found, draft, mend=mend)
        context |= {
            "draft": draft,
            "shown": pages.proposal(waiting, draft, own=own, today=civil_date(now())),
            "facts": pages.facts(waiting),
            "form": forms.ProposalForm(initial={"proposal": waiting.id}),
            "coming": state.coming(waiting.from_date),
        }
    return render(request, "policy/proposal.html", context, status=status)


def _send_back(
    request: HttpRequest,
    actor: Actor,
    waiting: Proposal | None,
    form: forms.SendBackForm | None,
    *,
    status: int = 200,
    refused: Refused | None = None,
) -> HttpResponse:
    own = waiting is not None and actions.proposed_by(waiting, actor.person_id)
    if form is None:
        form = forms.SendBackForm(own=own, initial={"proposal": waiting.id if waiting else ""})
    context = {"form": form, "own": own, "refused": refused, "waiting": waiting}
    return render(request, "policy/send_back.html", context, status=status)


def _draft(draft: UUID) -> Draft:
    try:
        return queries.get(draft)
    except NoDraft as missing:
        raise Http404 from missing


def _see_other(name: str) -> HttpResponse:
    answer = HttpResponseRedirect(reverse(name))
    answer.status_code = 303
    return answer
