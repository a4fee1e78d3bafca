"""One's posts: who has the key, who stands in, what is owed; and appointing or ending a deputy."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.vocabulary.moments import civil_date
from baken.posts import care, deputies, forms, queries
from baken.posts.views.common import asked, first_open_vault, held_post, open_vault, see
from baken.tenancy import doors
from baken.tenancy.actions import forget_ended_shares
from baken.tenancy.models import Delegation
from baken.tenancy.scope import current
from baken.web.fields import said
from baken.web.templatetags.baken import civil


@require_GET
def posts(request: HttpRequest) -> HttpResponse:
    """Show the posts that one holds or stands in for."""
    actor = doors.require(request, "post.delegate")
    secret = open_vault(request)
    context = {"seats": queries.seats(actor, secret, now()), "vault_open": secret is not None}
    return render(request, "posts/posts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def appoint(request: HttpRequest, post: UUID) -> HttpResponse:
    """Appoint somebody who stands in between two days."""
    actor = doors.require(request, "post.delegate")
    found, secret = held_post(request, actor, post), open_vault(request)
    members = deputies.candidates(found, now())
    first = {"first": civil_date(now())}
    form = forms.DeputyForm(
        request.POST if request.method == "POST" else None, members=members, initial=first
    )

    def act(given: dict[str, Any]) -> str:
        made = deputies.appoint(
            post=found,
            member=given["member"],
            first=given["first"],
            last=given["last"],
            actor=actor,
            secret=secret,
            now=now(),
        )
        words = _("De achtervang is aangewezen, tot en met {day}.")
        return words.format(day=civil(given["last"])) if made else ""

    return asked(
        request,
        "posts/appoint.html",
        form,
        act,
        done="posts:posts",
        post=found,
        members=members,
        has_vault=secret,
    )


@require_POST
def end(request: HttpRequest, delegation: UUID) -> HttpResponse:
    """End a delegation before its time."""
    actor = doors.require(request, "post.delegate")
    found = Delegation.objects.filter(organisation_id=current(), id=delegation).first()
    if found is None or not deputies.holds(actor, found.post_id, now()):
        raise Http404
    doors.looked_at(request, kind="post", object_id=found.post_id)
    try:
        deputies.end(delegation=found, actor=actor, now=now())
    except Refused as refused:
        messages.error(request, f"{said(refused.what)} {said(refused.why)}")
        return see("posts:posts")
    messages.success(
        request, _("De aanwijzing is beëindigd. De sleutel gaat niet meer open voor deze persoon.")
    )
    return see("posts:posts")


@require_POST
def hand_on(request: HttpRequest, share: UUID) -> HttpResponse:
    """Give a colleague who waits for it a share in a key."""
    doors.require(request, "key.rotate")
    secret = open_vault(request)
    if secret is None:
        return first_open_vault(request)
    forget_ended_shares(now=now())
    try:
        care.hand_on(share=share, secret=secret, now=now())
    except (ValueError, LookupError) as nothing:
        raise Http404 from nothing
    messages.success(request, _("Uw collega heeft de sleutel gekregen."))
    return see("posts:posts")
