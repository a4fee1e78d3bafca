"""What these pages share: which post, an open vault, and one way to show a form."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.posts import deputies
from baken.tenancy import doors, sessions
from baken.tenancy.actors import Actor
from baken.tenancy.keys import PostSecret
from baken.tenancy.models import Post
from baken.tenancy.scope import current
from baken.web.acting import words_begin


def held_post(request: HttpRequest, actor: Actor, post_id: UUID) -> Post:
    """Return a post that who acts holds themselves; another is not there."""
    found = Post.objects.filter(organisation_id=current(), id=post_id).first()
    if found is None or not deputies.holds(actor, found.id, now()):
        raise Http404
    doors.looked_at(request, kind="post", object_id=found.id)
    return found


def open_vault(request: HttpRequest) -> PostSecret | None:
    """What the open vault opens, or nothing."""
    return sessions.open_vault(request, now=now())


def asked(
    request: HttpRequest,
    template: str,
    form: forms.Form,
    act: Callable[[dict[str, Any]], str],
    *,
    done: str,
    needs_vault: bool = False,
    vault_open: bool = True,
    **context: Any,
) -> HttpResponse:
    """Show a form, or carry it out, say what happened, and go on; what was typed stays, whatever happens."""
    context |= {"form": form, "vault_open": vault_open or not needs_vault, "words_begin": words_begin(form)}
    if request.method != "POST":
        return render(request, template, context)
    if needs_vault and not vault_open:
        return render(request, template, context, status=409)
    if not form.is_valid():
        return render(request, template, context, status=422)
    try:
        words = act(form.cleaned_data)
    except Refused as refused:
        return render(request, template, {**context, "refused": refused}, status=409)
    messages.success(request, words)
    return see(done)


def see(name: str, **arguments: object) -> HttpResponse:
    """Go to a page, with GET."""
    return HttpResponseRedirect(reverse(name, kwargs=arguments), status=303)


def first_open_vault(request: HttpRequest) -> HttpResponse:
    """Say that the vault must be open, and lead there."""
    messages.error(request, _("Open eerst uw kluis. Daarna kunt u dit doen."))
    return HttpResponseRedirect(f"{reverse('tenancy:vault')}?next={request.path}", status=303)
