"""The two pages with a script: to log in with a passkey, and to make one. No other page of Baken has one (ADR 0021)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.account import factors, passkeys, proving
from baken.account.forms import NewPasskeyForm, PasskeyForm
from baken.account.passkeys import NotAccepted, Site
from baken.account.proving import ProofNeeded
from baken.account.views.changed import added
from baken.account.views.log_in import kept_out
from baken.clock import now
from baken.tenancy import sessions
from baken.tenancy.landing import arrive, ours, see, wanted
from baken.tenancy.models import Person
from baken.web.allowing import allow


@require_http_methods(["GET", "HEAD", "POST"])
def with_passkey(request: HttpRequest) -> HttpResponse:
    """Log in with a passkey alone; who is logged in already shows with it again who they are."""
    form, here = PasskeyForm(request.POST if request.method == "POST" else None), passkeys.site(request)
    if request.method != "POST" or here is None or not form.is_valid():
        return _ask(request, here, form, 200)
    try:
        person = passkeys.whose(request, here, form.cleaned_data["answer"], now=now())
    except NotAccepted as refused:
        kept_out("passkey", refused.person)
        form.add_error(None, _refused(form))
        return _ask(request, here, form, 422)
    if not isinstance(request.user, Person):
        sessions.begin(request, person, factor="passkey", now=now())
        return arrive(request, person, wants=wanted(request))
    if person != request.user:
        form.add_error(None, _("Deze passkey hoort bij iemand anders. Log eerst uit."))
        return _ask(request, here, form, 422)
    proving.prove(request, now=now())
    return see(wanted(request) or "/account/")


@require_http_methods(["GET", "HEAD", "POST"])
def new_passkey(request: HttpRequest) -> HttpResponse:
    """Make a passkey, as a first second factor or as one more."""
    try:
        subject = proving.subject(request, now=now())
    except ProofNeeded:
        return proving.ask(request)
    form, here = NewPasskeyForm(request.POST if request.method == "POST" else None), passkeys.site(request)
    if request.method != "POST" or here is None:
        return _make(request, here, subject.person, form, 200)
    if not form.is_valid():
        return _make(request, here, subject.person, form, 422)
    name, answer = form.cleaned_data["name"], form.cleaned_data["answer"]
    try:
        passkeys.made(request, here, subject.person, answer, name=name, now=now())
    except NotAccepted:
        form.add_error(None, _refused(form))
        return _make(request, here, subject.person, form, 422)
    factors.note(subject.person.id, "passkey_added", now=now())
    return added(request, subject, factor="passkey")


def _ask(request: HttpRequest, here: Site | None, form: PasskeyForm, status: int) -> HttpResponse:
    options = passkeys.to_ask(request, here, now=now()) if here else ""
    context = {"form": form, "options": options, "next": ours(wanted(request))}
    return _with_script(render(request, "account/with_passkey.html", context, status=status))


def _make(
    request: HttpRequest, here: Site | None, person: Person, form: NewPasskeyForm, status: int
) -> HttpResponse:
    options = passkeys.to_make(request, here, person, now=now()) if here else ""
    context = {"form": form, "options": options}
    return _with_script(render(request, "account/new_passkey.html", context, status=status))


def _with_script(answer: HttpResponse) -> HttpResponse:
    allow(answer, "script-src", "'self'")
    return answer


def _refused(form: PasskeyForm) -> str:
    if not form.cleaned_data["answer"]:
        return _(
            "Uw browser vroeg niet om een passkey. Daarvoor moet JavaScript aanstaan op deze ene pagina."
        )
    return _("Dat lukte niet met deze passkey. Probeer het opnieuw, of kies een andere manier.")
