"""Logging in with a password and what comes after it. Nobody learns whether an address is known."""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from baken.account import app, factors, halfway, recovery
from baken.account.attempts import log_ins, seconds
from baken.account.forms import AppCodeForm, RecoveryForm
from baken.account.halfway import Halfway
from baken.clock import now
from baken.tenancy import log_in_notes, sessions
from baken.tenancy.doors import LoginNeeded
from baken.tenancy.forms import LogInForm
from baken.tenancy.landing import arrive, ours, see, wanted
from baken.tenancy.models import Person
from baken.tenancy.people import address

WRONG = (
    gettext_lazy(
        "Deze code klopt niet, of is al gebruikt. Vul de code in die u nu ziet, of wacht op de volgende."
    ),
    gettext_lazy("Deze herstelcode klopt niet, of is al gebruikt. Kijk hem na, of neem een andere."),
)
MANY = 10  # wrong codes in a row that the person is told of


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    """Ask for address and password."""
    form = LogInForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _log_in_page(request, form, 200)
    if not form.is_valid():
        return _log_in_page(request, form, 422)
    email, password = address(form.cleaned_data["email"]), form.cleaned_data["password"]
    if pause := log_ins.seconds_left(email, now()):
        form.add_error(None, wait(pause))
        return _log_in_page(request, form, 429)
    person = authenticate(request, username=email, password=password)
    if not isinstance(person, Person):
        log_ins.wrong(email, now())
        known = Person.objects.filter(email=email).values_list("id", flat=True).first()
        kept_out("password", known)
        form.add_error(
            None, _("Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze na en probeer het opnieuw.")
        )
        return _log_in_page(request, form, 422)
    log_ins.right(email)
    return go_on(request, person, wants=wanted(request))


def go_on(request: HttpRequest, person: Person, *, wants: str) -> HttpResponse:
    """After the right password: the second factor, or choosing one. In the demonstration it may stay with this."""
    has = factors.of(person.id)
    if settings.BAKEN_PASSWORD_ALONE and not has.enrolled:
        sessions.begin(request, person, factor=sessions.PASSWORD, now=now())
        return arrive(request, person, wants=wants)
    halfway.begin(request, person, wants=wants, now=now())
    return see("/inloggen/tweede-stap/" if has.enrolled else "/inloggen/instellen/")


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def second(request: HttpRequest) -> HttpResponse:
    """The second step: the code of the app, or on to the passkey."""
    half = _half(request)
    has = factors.of(half.person.id)
    if not has.app and request.method == "POST":
        return see("/inloggen/tweede-stap/")
    form = AppCodeForm(request.POST if request.method == "POST" else None) if has.app else None
    context = {"has": has}
    if form is None or request.method != "POST":
        return render(request, "account/second.html", {**context, "form": form})
    status = _tried(form, half, lambda code: app.accept(half.person.id, code, now=now()))
    if status != 303:
        return render(request, "account/second.html", {**context, "form": form}, status=status)
    sessions.begin(request, half.person, factor="password+totp", now=now())
    return arrive(request, half.person, wants=ours(half.wants))


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def recover(request: HttpRequest) -> HttpResponse:
    """The second step for who lost the telephone: a recovery code. Then on to the account, to put things right."""
    half = _half(request)
    form = RecoveryForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "account/recover.html", {"form": form})
    status = _tried(form, half, lambda code: recovery.accept(half.person.id, code))
    if status != 303:
        return render(request, "account/recover.html", {"form": form}, status=status)
    sessions.begin(request, half.person, factor="password+recovery", now=now())
    factors.note(half.person.id, "code_used", now=now())
    return arrive(request, half.person, wants="/account/")


@require_http_methods(["GET", "HEAD"])
def enrol(request: HttpRequest) -> HttpResponse:
    """Choose a second factor, right after the first password; nothing else can be done before."""
    half = _half(request)
    if factors.of(half.person.id).enrolled:
        return see("/inloggen/tweede-stap/")
    return render(request, "account/enrol.html")


def wait(pause: int) -> ValidationError:
    """How long to wait after too many wrong tries."""
    return ValidationError(
        _("Wacht %(seconds)d seconden en probeer het dan opnieuw.") % {"seconds": pause}, code="slow"
    )


def kept_out(factor: str, person: UUID | None) -> None:
    """Note that somebody did not come in with this, perhaps as a person who is known."""
    how = log_in_notes.by(factor)
    log_in_notes.note(log_in_notes.LOG_IN, how, person=person, at=now(), result=log_in_notes.NOT_IN)


def _tried(form: Form, half: Halfway, right: Callable[[str], bool]) -> int:
    """Look at a code: 303 where it is right, otherwise what is wrong stands in the form."""
    if not form.is_valid():
        return 422
    return tried(form, half.person, right)


def tried(form: Form, person: Person, right: Callable[[str], bool]) -> int:
    """Look at the code in a form that is complete; every kind of code of a person is slowed as one."""
    who = str(person.id)
    if pause := seconds.seconds_left(who, now()):
        form.add_error(None, wait(pause))
        return 429
    if right(form.cleaned_data["code"]):
        seconds.right(who)
        return 303
    kept_out("recovery" if isinstance(form, RecoveryForm) else "totp", person.id)
    if seconds.wrong(who, now()) == MANY:
        factors.note(person.id, "many_wrong_codes", now=now())
    form.add_error(
        "code",
        WRONG[isinstance(form, RecoveryForm)],
    )
    return 422


def _half(request: HttpRequest) -> Halfway:
    half = halfway.who(request, now=now())
    if half is None:
        raise LoginNeeded
    return half


def _log_in_page(request: HttpRequest, form: LogInForm, status: int) -> HttpResponse:
    context = {"form": form, "next": wanted(request), "alone": settings.BAKEN_PASSWORD_ALONE}
    return render(request, "account/login.html", context, status=status)
