"""Who it is about, on pages that change how somebody logs in: somebody halfway, or somebody who proved it just now."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from baken.account import factors, halfway
from baken.tenancy import sessions
from baken.tenancy.doors import LoginNeeded
from baken.tenancy.models import Person

LIMIT = 10 * 60


class ProofNeeded(Exception):
    """Somebody is logged in, and must show again who they are before this."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The person, whether this is their first second factor, and where they wanted to go."""

    person: Person
    enrolling: bool
    wants: str = ""


def proved(request: HttpRequest, *, now: datetime) -> bool:
    """Whether somebody showed who they are in the last ten minutes."""
    at = request.session.get(sessions.PROVED)
    return isinstance(at, int) and 0 <= now.timestamp() - at <= LIMIT


def prove(request: HttpRequest, *, now: datetime) -> None:
    """Somebody who is logged in showed again who they are; the session gets another identifier."""
    request.session.cycle_key()
    request.session[sessions.PROVED] = int(now.timestamp())


def logged_in(request: HttpRequest) -> Person:
    """Who is logged in. Raises `LoginNeeded`."""
    if not isinstance(request.user, Person):
        raise LoginNeeded
    return request.user


def subject(request: HttpRequest, *, now: datetime) -> Subject:
    """Whose factors may be changed in this request. Raises `LoginNeeded` or `ProofNeeded`."""
    if isinstance(request.user, Person):
        return Subject(changing(request, now=now), enrolling=False)
    half = halfway.who(request, now=now)
    if half is None or factors.of(half.person.id).enrolled:
        raise LoginNeeded
    return Subject(half.person, enrolling=True, wants=half.wants)


def changing(request: HttpRequest, *, now: datetime) -> Person:
    """Who may change how they log in. Raises `LoginNeeded` or `ProofNeeded`."""
    person = logged_in(request)
    _own_password(person)
    if not proved(request, now=now):
        raise ProofNeeded
    return person


def _own_password(person: Person) -> None:
    """Whoever comes in by their organisation's log-in gets no second way in, which would outlive the first."""
    if not person.has_usable_password():
        raise PermissionDenied(
            _("U logt in met het account van uw organisatie. Daar verandert u hoe u inlogt.")
        )


def ask(request: HttpRequest) -> HttpResponse:
    """Lead to the page where one shows who one is, and back here afterwards."""
    return HttpResponseRedirect(
        f"/account/bevestigen/?{urlencode({'next': request.get_full_path()})}", status=303
    )
