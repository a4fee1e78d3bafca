"""What follows when somebody's way of logging in has changed: codes to keep, and other sessions that end."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from baken.account import factors, recovery, running
from baken.account.proving import Subject
from baken.clock import now
from baken.tenancy import sessions
from baken.tenancy.landing import arrive, ours, see
from baken.tenancy.models import Person


def added(request: HttpRequest, subject: Subject, *, factor: str) -> HttpResponse:
    """A second factor was added. The first time that is the log-in itself, and there are codes to keep."""
    person, onward = subject.person, "/account/"
    if subject.enrolling:
        running.end_all(person.id)
        sessions.begin(request, person, factor=factor, now=now())
        onward = arrive(request, person, wants=ours(subject.wants))["Location"]
    else:
        running.end_others(person.id, request)
    if factors.of(person.id).codes:
        messages.success(request, _("Dit is toegevoegd. Andere sessies van u zijn gestopt."))
        return see(onward)
    return show_codes(request, person, onward=onward)


def show_codes(request: HttpRequest, person: Person, *, onward: str) -> HttpResponse:
    """Make recovery codes and show them, this once."""
    codes = recovery.make(person.id)
    factors.note(person.id, "codes_made", now=now())
    return render(request, "account/codes.html", {"codes": codes, "onward": onward})
