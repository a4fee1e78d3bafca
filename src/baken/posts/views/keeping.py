"""Renewing a post's key, splitting it for recovery, beginning afresh; and a lost passphrase."""

import time
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.vocabulary.text import Text
from baken.posts import care, forms, queries
from baken.posts.views.common import asked, held_post, open_vault, see
from baken.tenancy import doors, recovering, renewing, sessions, slowdown
from baken.tenancy.keys import PostSecret
from baken.tenancy.queries import has_vault


@require_http_methods(["GET", "HEAD", "POST"])
def rotate(request: HttpRequest, post: UUID) -> HttpResponse:
    """Renew the key of a post."""
    actor = doors.require(request, "key.rotate")
    found, secret = held_post(request, actor, post), open_vault(request)
    seat = queries.seat(found, actor, secret, now())
    form = forms.RotateForm(
        request.POST if request.method == "POST" else None, initial={"seen": found.key_number}
    )

    def act(given: dict[str, Any]) -> str:
        care.rotate(
            post=found, seen=given["seen"], why=given["why"], actor=actor, secret=_is(secret), now=now()
        )
        doors.looked_at(request, why=given["why"])
        return _("De sleutel is vernieuwd. Oude delen openen niets meer.")

    return asked(
        request,
        "posts/rotate.html",
        form,
        act,
        done="posts:posts",
        needs_vault=True,
        vault_open=secret is not None,
        seat=seat,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def prepare(request: HttpRequest, post: UUID) -> HttpResponse:
    """Split the key of a post among people who can recover it together."""
    actor = doors.require(request, "key.rotate")
    found, secret = held_post(request, actor, post), open_vault(request)
    members = [one for one in recovering.candidates() if one.id != actor.membership_id]
    now_in = {"members": [str(one) for one in recovering.holders(found.id, found.key_number)]}
    form = forms.HoldersForm(
        request.POST if request.method == "POST" else None, members=members, initial=now_in
    )

    def act(given: dict[str, Any]) -> str:
        care.prepare_recovery(post=found, chosen=given["members"], actor=actor, secret=_is(secret), now=now())
        return _("De hersteldelen zijn gemaakt. Twee van deze mensen kunnen samen de sleutel herstellen.")

    return asked(
        request,
        "posts/prepare.html",
        form,
        act,
        done="posts:posts",
        needs_vault=True,
        vault_open=secret is not None,
        post=found,
        members=members,
        enough=len(members) >= recovering.LEAST,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def fresh(request: HttpRequest, post: UUID) -> HttpResponse:
    """Begin with a new key where nobody has the present one."""
    actor = doors.require(request, "key.rotate")
    found, secret = held_post(request, actor, post), open_vault(request)
    seat = queries.seat(found, actor, secret, now())
    form = forms.SeenForm(
        request.POST if request.method == "POST" else None, initial={"seen": found.key_number}
    )

    def act(given: dict[str, Any]) -> str:
        care.start_fresh(post=found, seen=given["seen"], actor=actor, secret=_is(secret), now=now())
        return _("Er is een nieuwe sleutel. Nieuwe enveloppen kunt u weer openen.")

    return asked(
        request,
        "posts/fresh.html",
        form,
        act,
        done="posts:posts",
        needs_vault=True,
        vault_open=secret is not None,
        seat=seat,
        count=queries.envelopes(found),
    )


@sensitive_post_parameters("passphrase", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def lost(request: HttpRequest) -> HttpResponse:
    """Say what is lost with a passphrase, and choose another one."""
    actor = doors.require(request, "vault.use")
    if not has_vault(actor.membership_id):
        return see("tenancy:vault")
    form = forms.RenewVaultForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "seats": queries.seats(actor, None, now()), "counts": {}}
    if request.method != "POST" or not form.is_valid():
        return render(request, "posts/lost.html", context, status=422 if form.is_bound else 200)
    try:
        opened = care.begin_anew(passphrase=form.cleaned_data["passphrase"], actor=actor, now=now())
    except Refused as refused:
        language = get_language() or "nl"
        form.add_error("passphrase", f"{refused.why.in_(language)} {refused.do.in_(language)}")
        return render(request, "posts/lost.html", context, status=422)
    answer = see("posts:posts") if doors.decide(request, "post.delegate").allowed else see("tenancy:vault")
    sessions.keep_vault(request, answer, opened)
    messages.success(
        request, _("U hebt een nieuwe wachtwoordzin. Lees hieronder hoe u weer bij de sleutels komt.")
    )
    return answer


@sensitive_post_parameters("passphrase")
@require_http_methods(["GET", "HEAD", "POST"])
def remember(request: HttpRequest) -> HttpResponse:
    """Try a former passphrase that came back to mind; guesses are slowed as those at the vault itself."""
    actor = doors.require(request, "vault.use")
    form = forms.RememberForm(request.POST if request.method == "POST" else None)
    kept = renewing.waiting_for(actor.membership_id)

    def act(given: dict[str, Any]) -> str:
        who, tick = str(actor.membership_id), time.monotonic()
        if slowdown.vaults.seconds_left(who, tick):
            raise Refused(
                care.NOT_TAKEN_BACK,
                Text("Er is te vaak een verkeerde zin getypt.", "A wrong passphrase was typed too often."),
                Text("Wacht een minuut en probeer het dan opnieuw.", "Wait a minute, then try again."),
            )
        try:
            care.remember(passphrase=given["passphrase"], actor=actor, now=now())
        except Refused:
            slowdown.vaults.wrong(who, tick)
            raise
        slowdown.vaults.right(who)
        return _("Uw sleutels zijn terug. Voortaan opent uw nieuwe wachtwoordzin ze.")

    return asked(request, "posts/remember.html", form, act, done="tenancy:vault", kept=kept)


def _is(secret: PostSecret | None) -> PostSecret:
    """The open vault, where the page has already asked for one."""
    if secret is None:
        raise LookupError("the vault is closed")
    return secret
