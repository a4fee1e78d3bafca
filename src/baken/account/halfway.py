"""Somebody who gave the right password and has not logged in yet. This gives no right but to finish."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from baken.tenancy.models import Person

KEY, LIMIT = "halfway", 10 * 60


@dataclass(frozen=True, slots=True)
class Halfway:
    """Who it is, and where they wanted to go."""

    person: Person
    wants: str


def begin(request: HttpRequest, person: Person, *, wants: str, now: datetime) -> None:
    """Remember for ten minutes who gave the right password, in a fresh session without a log-in."""
    request.session.flush()
    request.session[KEY] = {
        "person": str(person.id),
        "password": person.get_session_auth_hash(),
        "wants": wants,
        "at": int(now.timestamp()),
    }


def who(request: HttpRequest, *, now: datetime) -> Halfway | None:
    """Who is halfway in this session; nobody where it took too long or the password has changed."""
    kept = request.session.get(KEY)
    if not isinstance(kept, dict) or not 0 <= now.timestamp() - kept["at"] <= LIMIT:
        return None
    person = Person.objects.filter(id=UUID(kept["person"]), is_active=True).first()
    if person is None or not constant_time_compare(kept["password"], person.get_session_auth_hash()):
        return None
    return Halfway(person, kept["wants"])
