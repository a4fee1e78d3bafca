"""My account: with what somebody logs in, where they are logged in, and what changed."""

from base64 import b64decode, b64encode
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from baken.account import app, factors, proving, queries, running
from baken.account.attempts import log_ins
from baken.account.forms import AppCodeForm, ChoosePasswordForm, ProveForm
from baken.account.proving import ProofNeeded
from baken.account.sealing import Damaged
from baken.account.views.changed import added, show_codes
from baken.account.views.log_in import kept_out, tried, wait
from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.tenancy.landing import see, wanted
from baken.tenancy.models import Person

_NEW_APP = "new_app"


@require_http_methods(["GET", "HEAD"])
def account(request: HttpRequest) -> HttpResponse:
    """Everything about one's own log-in on one page."""
    person = proving.logged_in(request)
    context = {
        "has": factors.of(person.id),
        "local": person.has_usable_password(),
        "passkeys": queries.passkeys(person.id),
        "running": running.of(person.id, request, now=now()),
        "changes": queries.changes(person.id),
    }
    return render(request, "account/account.html", context)


@sensitive_post_parameters("password", "code")
@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: HttpRequest) -> HttpResponse:
    """Show again who one is, before something about the log-in changes. Never with less than logging in asks."""
    person = proving.logged_in(request)
    has, local, status = factors.of(person.id), person.has_usable_password(), 200
    form = None
    if local and (has.app or not has.enrolled):
        form = ProveForm(request.POST if request.method == "POST" else None, app=has.app)
    if request.method == "POST" and form is not None:
        status = _proved(request, person, form, has) if form.is_valid() else 422
        if status == 303:
            proving.prove(request, now=now())
            return see(wanted(request) or "/account/")
    context = {"form": form, "has": has, "local": local, "next": wanted(request)}
    return render(request, "account/prove.html", context, status=status)


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def new_app(request: HttpRequest) -> HttpResponse:
    """Set up an authenticator app. Its secret waits in the session, closed, until a code shows that it works."""
    try:
        subject = proving.subject(request, now=now())
    except ProofNeeded:
        return proving.ask(request)
    secret, status = _secret(request, subject.person), 200
    form = AppCodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        status = 422
        if form.is_valid():
            who = subject.person
            status = tried(form, who, lambda code: app.install(who.id, secret, code, now=now()))
        if status == 303:
            del request.session[_NEW_APP]
            factors.note(subject.person.id, "app_added", now=now())
            return added(request, subject, factor="password+totp")
    context = {
        "form": form,
        "square": app.square(secret, subject.person),
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
    }
    return render(request, "account/new_app.html", context, status=status)


@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def new_password(request: HttpRequest) -> HttpResponse:
    """Choose another password; every other session ends."""
    try:
        person = proving.changing(request, now=now())
    except ProofNeeded:
        return proving.ask(request)
    form = ChoosePasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        person.set_password(form.cleaned_data["password"])
        person.save(update_fields=["password"])
        update_session_auth_hash(request, person)
        running.end_others(person.id, request)
        factors.note(person.id, "password", now=now())
        messages.success(request, _("Uw wachtwoord is veranderd. Andere sessies van u zijn gestopt."))
        return see("/account/")
    return render(request, "account/new_password.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def new_codes(request: HttpRequest) -> HttpResponse:
    """Make ten new recovery codes; the former ones no longer count."""
    try:
        person = proving.changing(request, now=now())
    except ProofNeeded:
        return proving.ask(request)
    if request.method == "POST" and factors.of(person.id).enrolled:
        running.end_others(person.id, request)
        return show_codes(request, person, onward="/account/")
    return render(request, "account/new_codes.html", {"has": factors.of(person.id)})


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest) -> HttpResponse:
    """Take away the app or a passkey, after being asked whether that is meant."""
    try:
        person, which = proving.changing(request, now=now()), request.GET.get("wat", "app")
    except ProofNeeded:
        return proving.ask(request)
    named = queries.passkey_name(person.id, which)
    if which != "app" and not named:
        raise Http404
    if request.method == "POST":
        try:
            if named:
                factors.remove_passkey(person.id, UUID(which), now=now())
            else:
                factors.remove_app(person.id, now=now())
        except Refused as refused:
            messages.error(request, refused.in_(get_language() or "nl"))
            return see("/account/")
        running.end_others(person.id, request)
        messages.success(request, _("Dit is weggehaald. Andere sessies van u zijn gestopt."))
        return see("/account/")
    return render(request, "account/remove.html", {"name": named})


@require_POST
def end_session(request: HttpRequest) -> HttpResponse:
    """End one session, or all the others."""
    person, which = proving.logged_in(request), request.POST.get("session", "")
    if which == "others":
        running.end_others(person.id, request)
        factors.note(person.id, "sessions_ended", now=now())
        messages.success(request, _("Alle andere sessies zijn gestopt."))
    elif running.end(person.id, which):
        factors.note(person.id, "sessions_ended", now=now())
        messages.success(request, _("Die sessie is gestopt."))
    return see("/account/")


def _proved(request: HttpRequest, person: Person, form: ProveForm, has: factors.Factors) -> int:
    """Password and code, slowed as when logging in; what is wrong stands in the form."""
    if pause := log_ins.seconds_left(person.email, now()):
        form.add_error(None, wait(pause))
        return 429
    if not person.check_password(form.cleaned_data["password"]):
        log_ins.wrong(person.email, now())
        kept_out("password", person.id)
        form.add_error("password", _("Dit is niet uw wachtwoord. Kijk het na en probeer het opnieuw."))
        return 422
    log_ins.right(person.email)
    if not has.app:
        return 303
    return tried(form, person, lambda code: app.accept(person.id, code, now=now()))


def _secret(request: HttpRequest, person: Person) -> str:
    """The secret that is being set up in this session, or a new one."""
    try:
        return app.opened(b64decode(request.session.get(_NEW_APP, "")), person.id)
    except Damaged:
        secret = app.fresh()
        request.session[_NEW_APP] = b64encode(app.closed(secret, person.id)).decode()
        return secret
