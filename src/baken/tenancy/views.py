"""Logging out, and choosing the organisation one works for. Logging in is the room `account`."""

from uuid import UUID

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from baken.tenancy import landing, locator, sessions
from baken.tenancy.doors import LoginNeeded
from baken.tenancy.forms import ChooseForm
from baken.tenancy.landing import wanted
from baken.tenancy.models import Person
from baken.tenancy.queries import organisations_of
from baken.tenancy.vault import close_vault, give_key, vault

__all__ = ["choose", "close_vault", "give_key", "log_out", "vault"]


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Leave nothing behind, not in the session and not in the browser."""
    answer = landing.see(landing.ours(request.session.get(sessions.AFTERWARDS, "")) or "/")
    sessions.close_vault(request, answer)
    logout(request)
    answer["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Choose the organisation to act for, of those one belongs to."""
    if not isinstance(request.user, Person):
        raise LoginNeeded
    mine = organisations_of(request.user.id)
    form = ChooseForm(request.POST if request.method == "POST" else None, organisations=mine)
    if request.method == "POST" and form.is_valid():
        organisation: UUID = form.cleaned_data["organisation"]
        membership = locator.logins(request.user.id)[organisation]
        return landing.start(request, organisation, membership, wants=wanted(request))
    context = {"form": form, "organisations": mine, "next": wanted(request)}
    return render(request, "tenancy/choose.html", context, status=422 if form.is_bound else 200)
