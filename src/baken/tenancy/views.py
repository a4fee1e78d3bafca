"""Logging in and out, and choosing the organisation one works for."""

import time
from uuid import UUID

from django.conf import settings
from django.contrib.auth import authenticate, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from baken.clock import now
from baken.tenancy import landing, locator, sessions
from baken.tenancy.doors import LoginNeeded
from baken.tenancy.forms import ChooseForm, LogInForm
from baken.tenancy.landing import wanted
from baken.tenancy.models import Person
from baken.tenancy.people import address
from baken.tenancy.queries import organisations_of
from baken.tenancy.slowdown import log_ins
from baken.tenancy.vault import close_vault, give_key, vault

__all__ = ["choose", "close_vault", "give_key", "log_in", "log_out", "vault"]


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    """Ask for address and password. Nobody learns whether an address is known."""
    if not settings.AUTHENTICATION_BACKENDS:
        return render(request, "tenancy/no_password.html")
    form = LogInForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _log_in_page(request, form, 200)
    if not form.is_valid():
        return _log_in_page(request, form, 422)
    email, password = address(form.cleaned_data["email"]), form.cleaned_data["password"]
    if pause := log_ins.seconds_left(email, time.monotonic()):
        form.add_error(
            None, _("Wacht %(seconds)d seconden en probeer het dan opnieuw.") % {"seconds": pause + 1}
        )
        return _log_in_page(request, form, 429)
    person = authenticate(request, username=email, password=password)
    if not isinstance(person, Person):
        log_ins.wrong(email, time.monotonic())
        form.add_error(
            None, _("Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze na en probeer het opnieuw.")
        )
        return _log_in_page(request, form, 422)
    log_ins.right(email)
    sessions.begin(request, person, factor=sessions.PASSWORD, now=now())
    return landing.arrive(request, person, wants=wanted(request))


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


def _log_in_page(request: HttpRequest, form: LogInForm, status: int) -> HttpResponse:
    return render(request, "tenancy/login.html", {"form": form, "next": wanted(request)}, status=status)
