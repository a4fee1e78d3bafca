"""Who works here: listed, added, given other roles, and let go."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.derive.access import Relation
from baken.people import actions, queries
from baken.people.forms import AddForm, RolesForm, SeatForm
from baken.tenancy import doors, overview
from baken.tenancy.actors import Actor
from baken.tenancy.invitations import DAYS
from baken.tenancy.overview import Here
from baken.web.fields import said
from baken.web.plain import mends_its_text

READ, MANAGE = "people.read", "people.manage"


@require_safe
def members(request: HttpRequest) -> HttpResponse:
    """Everybody who works here."""
    doors.require(request, READ)
    shown = {
        "table": queries.table(queries.everybody(now())),
        "may_manage": doors.decide(request, MANAGE).allowed,
    }
    return render(request, "people/members.html", shown)


@require_safe
def member(request: HttpRequest, membership: UUID) -> HttpResponse:
    """One member: what they may, since when, and what they had before."""
    actor = doors.require(request, READ)
    all_ = queries.everybody(now())
    found = _found(all_, membership)
    own = found.id == actor.membership_id
    shown = {
        "member": found,
        "lines": queries.summary(all_, found),
        "history": queries.history(all_, found),
        "own": own,
        "may_manage": doors.decide(request, MANAGE, Relation(themselves=own)).allowed,
        "may_invite": queries.may_invite(found),
    }
    return render(request, "people/member.html", shown)


@mends_its_text
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("added")
def add(request: HttpRequest) -> HttpResponse:
    """Add somebody. The code with which they come in is shown on the answer, and never again."""
    actor = doors.require(request, MANAGE)
    if request.method != "POST":
        return render(request, "people/add.html", {"form": AddForm()})
    form = AddForm(request.POST)
    if not form.is_valid():
        return render(request, "people/add.html", {"form": form}, status=422)
    told = form.cleaned_data
    try:
        added = actions.add(
            name=told["name"], email=told["email"], roles=told["roles"], actor=actor, now=now()
        )
    except Refused as refused:
        form.add_error(None, _sentence(refused))
        return render(request, "people/add.html", {"form": form}, status=409)
    return _invited(request, added.member.id, added.member.person.name, added.code)


@require_POST
@sensitive_variables("code")
def invite(request: HttpRequest, membership: UUID) -> HttpResponse:
    """Make a new code for somebody who never came in."""
    actor, found = _other(request, membership)
    try:
        code = actions.invite_again(membership_id=found.id, actor=actor, now=now())
    except Refused as refused:
        messages.error(request, _sentence(refused))
        return _see("people:member", found.id)
    return _invited(request, found.id, found.name, code)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("code")
def anew(request: HttpRequest, membership: UUID) -> HttpResponse:
    """Let somebody begin anew who lost everything to log in with; their signals and roles stay."""
    actor, found = _other(request, membership)
    if request.method != "POST":
        return render(request, "people/anew.html", {"member": found})
    try:
        code = actions.invite_again(membership_id=found.id, actor=actor, now=now(), lost=True)
    except Refused as refused:
        shown = {"member": found, "refused": _sentence(refused)}
        return render(request, "people/anew.html", shown, status=409)
    return _invited(request, found.id, found.name, code)


@mends_its_text
@require_http_methods(["GET", "HEAD", "POST"])
def roles(request: HttpRequest, membership: UUID) -> HttpResponse:
    """Give somebody else other roles; never oneself."""
    actor, found = _other(request, membership)
    if request.method != "POST":
        fresh = RolesForm(initial={"roles": found.roles, "seen": " ".join(found.roles)})
        return _roles_page(request, found, fresh)
    form = RolesForm(request.POST)
    if not form.is_valid():
        return _roles_page(request, found, form, status=422)
    try:
        actions.change(
            membership_id=found.id,
            roles=form.cleaned_data["roles"],
            seen=form.seen_roles(),
            actor=actor,
            now=now(),
        )
    except actions.Changed:
        sent = request.POST.copy()
        sent["seen"] = " ".join(found.roles)
        return _roles_page(request, found, RolesForm(sent), status=409, changed=True)
    except Refused as refused:
        form.add_error(None, _sentence(refused))
        return _roles_page(request, found, form, status=409)
    messages.success(request, _("De rollen van %(name)s zijn gewijzigd.") % {"name": found.name})
    return _see("people:member", found.id)


@require_http_methods(["GET", "HEAD", "POST"])
def seat(request: HttpRequest, membership: UUID) -> HttpResponse:
    """Let somebody hold a post, such as one that nobody holds any more."""
    actor, found = _other(request, membership)
    posts = [(post.id, post.name) for post in overview.seats_for(found.id)]
    form = SeatForm(request.POST if request.method == "POST" else None, posts=posts)
    if not form.is_bound or not form.is_valid():
        shown = {"member": found, "form": form, "posts": posts}
        return render(request, "people/seat.html", shown, status=422 if form.is_bound else 200)
    actions.seat(membership_id=found.id, post_id=form.cleaned_data["post"], actor=actor, now=now())
    messages.success(request, _("%(name)s vervult nu deze functie.") % {"name": found.name})
    return _see("people:member", found.id)


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, membership: UUID) -> HttpResponse:
    """Show what somebody holds, ask once more, and end the membership."""
    actor, found = _other(request, membership)
    if request.method != "POST":
        held = overview.held_by(found.id, now())
        return render(request, "people/leave.html", {"member": found, "held": held})
    actions.end(membership_id=found.id, actor=actor, now=now())
    messages.success(request, _("%(name)s heeft vanaf nu geen toegang meer.") % {"name": found.name})
    return _see("people:members")


def _other(request: HttpRequest, membership: UUID) -> tuple[Actor, Here]:
    """Who manages, and a member who is somebody else."""
    actor = doors.require(request, MANAGE)
    found = _found(queries.everybody(now()), membership)
    doors.require(request, MANAGE, Relation(themselves=found.id == actor.membership_id))
    return actor, found


def _found(all_: queries.Everybody, membership: UUID) -> Here:
    found = all_.one(membership)
    if found is None:
        raise Http404
    return found


def _roles_page(
    request: HttpRequest, found: Here, form: RolesForm, *, status: int = 200, changed: bool = False
) -> HttpResponse:
    shown: dict[str, Any] = {"member": found, "form": form}
    if changed:
        shown["roles_now"] = queries.role_names(found)
    return render(request, "people/roles.html", shown, status=status)


def _invited(request: HttpRequest, membership: UUID, name: str, code: str) -> HttpResponse:
    shown = {
        "membership": membership,
        "name": name,
        "code": code,
        "days": DAYS,
        "joins": queries.joins(membership),
    }
    return render(request, "people/invited.html", shown)


def _sentence(refused: Refused) -> str:
    return " ".join(said(part) for part in (refused.what, refused.why, refused.do))


def _see(name: str, *arguments: UUID) -> HttpResponse:
    answer = HttpResponseRedirect(reverse(name, args=arguments))
    answer.status_code = 303
    return answer
