"""Letting somebody in for the first time: a code that is shown once, counts once, and for three days.

Only who cannot log in yet is invited: a code for somebody who already can would let the one who made it walk in as
that person, also in another organisation.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.text import Text
from baken.tenancy import factors, locator
from baken.tenancy.models import Invitation, Person
from baken.tenancy.scope import current

DAYS = 3
_BYTES = 20


def open_to(person: Person) -> bool:
    """Whether the organisation in scope may invite this person: nobody can log in as them, and they work only here."""
    return not _comes_in(person) and set(locator.logins(person.id)) <= {current()}


@transaction.atomic
def invite(person: Person, *, now: datetime) -> str:
    """Return a code with which this person chooses how to log in; an earlier one no longer counts."""
    if not open_to(person):
        raise Refused(
            Text("Er is geen uitnodiging gemaakt.", "No invitation was made."),
            Text("Deze persoon kan al inloggen.", "This person can log in already."),
            Text("Laat diegene inloggen zoals altijd.", "Let them log in as they always do."),
        )
    code = secrets.token_urlsafe(_BYTES)
    forget(person.id)
    Invitation.objects.create(
        person_id=person.id, code_hash=_digest(code), made_at=now, until=now + timedelta(days=DAYS)
    )
    return code


def whose(code: str, *, now: datetime) -> Person | None:
    """Return who is invited by this code, without using it up; nobody where they can log in some other way by now."""
    found = Invitation.objects.filter(code_hash=_digest(code), until__gt=now).first()
    person = Person.objects.filter(id=found.person_id, is_active=True).first() if found else None
    return None if person is None or _comes_in(person) else person


@transaction.atomic
def redeem(code: str, *, now: datetime) -> Person | None:
    """Use the code up and return who may now choose how to log in; a second time there is nobody."""
    person = whose(code, now=now)
    if person is None or not Invitation.objects.filter(code_hash=_digest(code)).delete()[0]:
        return None
    return person


def forget(person_id: UUID) -> None:
    """Let every code of this person count no more."""
    Invitation.objects.filter(person_id=person_id).delete()


def outstanding(people: set[UUID], *, now: datetime) -> set[UUID]:
    """Return who of these people was invited and may still come in."""
    found = Invitation.objects.filter(person_id__in=people, until__gt=now)
    return set(found.values_list("person_id", flat=True))


def _comes_in(person: Person) -> bool:
    """Whether there is any way in which somebody logs in as this person."""
    return person.has_usable_password() or bool(factors.ways([person.id])[person.id])


def _digest(code: str) -> bytes:
    return hashlib.sha256(code.strip().encode()).digest()
