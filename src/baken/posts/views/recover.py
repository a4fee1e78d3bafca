"""Asking for a key to be recovered, giving or refusing a share, and putting it together; and the log of it all."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.clock import now
from baken.core.decide.recovery import ENDS, WHYS
from baken.core.decide.refusal import Refused
from baken.core.derive.recovery import Request
from baken.posts import forms, queries, recovery, told
from baken.posts.views.common import asked, first_open_vault, held_post, open_vault, see
from baken.tenancy import doors, recovering, rotating
from baken.tenancy.actors import Actor
from baken.tenancy.models import Membership
from baken.tenancy.scope import current
from baken.web.fields import said
from baken.web.parts import Happening, Line
from baken.web.plain import mends_its_text


@mends_its_text
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, post: UUID) -> HttpResponse:
    """Ask two holders of a share for the key of one's post."""
    actor = doors.require(request, "key.recover")
    found = held_post(request, actor, post)
    seen = next(iter(rotating.out_of_reach(found)), found.key_number)
    seen = found.key_number if not queries.has_share(actor, found) else seen
    form = forms.AskForm(request.POST if request.method == "POST" else None, initial={"seen": seen})

    def act(given: dict[str, Any]) -> str:
        recovery.ask(
            post=found,
            key_number=given["seen"],
            why=given["why"],
            reason=given["reason"],
            actor=actor,
            now=now(),
        )
        doors.looked_at(request, why=given["why"])
        return _("Uw verzoek staat klaar. Bel nu twee bewaarders.")

    names = queries.names_of()
    keepers = [names[one] for one in recovering.holders(found.id, seen) if one != actor.membership_id]
    return asked(request, "posts/ask.html", form, act, done="posts:requests", post=found, keepers=keepers)


@require_GET
def requests(request: HttpRequest) -> HttpResponse:
    """List one's own requests, and those of others for whose key one holds a share."""
    actor = doors.require(request, "key.recover")
    me, names, posts = str(actor.membership_id), queries.names_of(), queries.posts_named()
    found = [
        {
            "id": one.id,
            "mine": one.by == me,
            "name": names.get(UUID(one.by), ""),
            "post": posts.get(one.post, ""),
            "at": one.at,
            "until": one.until,
            "runs": one.runs(now()),
            "state": ENDS[one.state(now())],
            "todo": one.runs(now()) and one.by != me and me not in one.given,
        }
        for one in reversed(recovery.requests().values())
        if one.by == me or _keeps(actor, one)
    ]
    return render(request, "posts/requests.html", {"requests": found})


@mends_its_text
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, id_: UUID) -> HttpResponse:
    """Show a request to who asked and who can give; give a share."""
    actor = doors.require(request, "key.recover")
    found, secret = _found(actor, id_), open_vault(request)
    doors.looked_at(request, kind="recovery", object_id=id_)
    form = forms.GiveForm(request.POST if request.method == "POST" else None)

    def act(given: dict[str, Any]) -> str:
        if secret is not None:
            recovery.give(id_=id_, actor=actor, secret=secret, now=now())
        return _("U hebt uw deel gegeven. Alleen wie het vroeg, kan het openen.")

    return asked(
        request,
        "posts/request.html",
        form,
        act,
        done="posts:requests",
        needs_vault=True,
        vault_open=secret is not None,
        **_shown(actor, found),
    )


@mends_its_text
@require_http_methods(["GET", "HEAD", "POST"])
def refuse(request: HttpRequest, id_: UUID) -> HttpResponse:
    """Refuse, and say why."""
    actor = doors.require(request, "key.recover")
    found = _found(actor, id_)
    if found.by == str(actor.membership_id):
        raise Http404
    form = forms.RefuseForm(request.POST if request.method == "POST" else None)

    def act(given: dict[str, Any]) -> str:
        recovery.refuse(id_=id_, reason=given["reason"], actor=actor, now=now())
        return _("U hebt geweigerd. Het verzoek is beëindigd.")

    return asked(request, "posts/refuse.html", form, act, done="posts:requests", **_shown(actor, found))


@require_POST
def withdraw(request: HttpRequest, id_: UUID) -> HttpResponse:
    """Take back one's own request."""
    actor = doors.require(request, "key.recover")
    _own(actor, id_)
    try:
        recovery.withdraw(id_=id_, actor=actor, now=now())
    except Refused as refused:
        return _refused(request, refused)
    messages.success(request, _("Uw verzoek is ingetrokken."))
    return see("posts:requests")


@require_POST
def complete(request: HttpRequest, id_: UUID) -> HttpResponse:
    """Put the key together."""
    actor = doors.require(request, "key.recover")
    _own(actor, id_)
    secret = open_vault(request)
    if secret is None:
        return first_open_vault(request)
    try:
        recovery.complete(id_=id_, actor=actor, secret=secret, now=now())
    except Refused as refused:
        return _refused(request, refused)
    messages.success(request, _("De sleutel is hersteld. U kunt de enveloppen weer openen."))
    return see("posts:posts")


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Show who supervises what happened to keys and envelopes."""
    doors.require(request, "log.read")
    return render(request, "posts/log.html", {"told": _timeline(), "most": told.MOST})


def _timeline() -> list[Happening]:
    return [Happening(one.at, one.what, one.who) for one in told.newest()]


def _found(actor: Actor, id_: UUID) -> Request:
    """A request that is one's own, or for whose key one holds a share; another is not there."""
    try:
        found = recovery.request(id_)
    except recovery.NoRequest as nothing:
        raise Http404 from nothing
    if found.by != str(actor.membership_id) and not _keeps(actor, found):
        raise Http404
    return found


def _own(actor: Actor, id_: UUID) -> None:
    if _found(actor, id_).by != str(actor.membership_id):
        raise Http404


def _keeps(actor: Actor, found: Request) -> bool:
    return actor.membership_id in recovering.holders(UUID(found.post), found.key_number)


def _shown(actor: Actor, found: Request) -> dict[str, Any]:
    names, me = queries.names_of(), str(actor.membership_id)
    asker = Membership.objects.select_related("person").get(organisation_id=current(), id=UUID(found.by))
    state, post = found.state(now()), queries.posts_named().get(found.post, "")
    given = [names.get(UUID(one), "") for one in found.given]
    lines = [
        Line(_("Wie"), f"{asker.person.name} ({asker.person.email})"),
        Line(_("Sleutel van"), post),
        Line(_("Waarom"), WHYS.get(found.why, "")),
        Line(_("Toelichting"), recovery.reason_of(found.reason)),
        Line(_("Gevraagd op"), found.at),
        *([Line(_("Loopt tot"), found.until)] if found.runs(now()) else []),
        Line(_("Hoe het staat"), ENDS[state]),
        Line(_("Gaf een deel"), given or _("nog niemand")),
    ]
    if found.refusal:
        lines.append(Line(_("Waarom geweigerd"), recovery.reason_of(found.refusal)))
    return {
        "found": found,
        "lines": lines,
        "mine": found.by == me,
        "gave": me in found.given,
        "runs": found.runs(now()),
        "ready": state == "ready",
        "name": asker.person.name,
        "post": post,
    }


def _refused(request: HttpRequest, refused: Refused) -> HttpResponse:
    messages.error(request, " ".join(said(part) for part in (refused.what, refused.why, refused.do)))
    return see("posts:requests")
