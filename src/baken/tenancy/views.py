"""Logging out, and choosing the organisation one works for. Logging in is the room `account`."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.clock import now
from baken.tenancy import joining, landing, locator, log_in_notes, sessions
from baken.tenancy.doors import LoginNeeded
from baken.tenancy.forms import ChooseForm, JoinForm
from baken.tenancy.landing import wanted
from baken.tenancy.models import Person
from baken.tenancy.queries import organisations_of
from baken.tenancy.vault import close_vault, give_key, vault

__all__ = ["choose", "close_vault", "give_key", "log_out", "vault"]


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Leave nothing behind, not in the session and not in the browser but the chosen language.

    `Clear-Site-Data` names no cookies: browsers would then clear those of the whole domain, such as woerden.nl.
    """
    answer = landing.see(landing.ours(request.session.get(sessions.AFTERWARDS, "")) or "/")
    sessions.close_vault(request, answer)
    if isinstance(request.user, Person):
        log_in_notes.note(log_in_notes.LOG_OUT, "", person=request.user.id, at=now())
    logout(request)
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        answer.delete_cookie(name)
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Choose the organisation to act for, of those one belongs to, or come into another with its code."""
    if not isinstance(request.user, Person):
        raise LoginNeeded
    mine, sent = organisations_of(request.user.id), request.POST if request.method == "POST" else None
    joins = sent is not None and "code" in sent
    form = ChooseForm(None if joins else sent, organisations=mine)
    code = JoinForm(sent if joins else None)
    if code.is_bound and code.is_valid():
        found = joining.join(request.user, code.cleaned_data["code"], now=now())
        if found is not None:
            return landing.start(request, *found)
        code.add_error("code", _("Deze code werkt niet of niet meer. Kijk hem na, of vraag een nieuwe."))
    elif form.is_bound and form.is_valid():
        organisation: UUID = form.cleaned_data["organisation"]
        membership = locator.logins(request.user.id)[organisation]
        return landing.start(request, organisation, membership, wants=wanted(request))
    context = {"form": form, "code": code, "organisations": mine, "next": wanted(request)}
    return render(request, "tenancy/choose.html", context, status=422 if sent is not None else 200)
