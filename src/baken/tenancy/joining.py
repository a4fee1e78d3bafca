"""Letting somebody whom another organisation let in work here too: with a code that only they were given, here.

An address alone proves nobody. Whoever manages people elsewhere could have made somebody of this address, and log in as
them: without a code they would come along in here, unseen. A provider that speaks for an address has proved it.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from baken.tenancy import factors, invitations, locator
from baken.tenancy.models import Membership, Person
from baken.tenancy.scope import scope

_BYTES = 20


def needed(person: Person) -> bool:
    """Whether somebody may log in as this person whom the organisation in scope did not let in."""
    return not invitations.open_to(person) and "sso" not in factors.ways([person.id])[person.id]


def ask(member: Membership, *, now: datetime) -> str:
    """Let a log-in lead here only with the code that this returns; an earlier one no longer counts."""
    locator.forget_login(member.person_id, member.organisation_id)
    until = now + timedelta(days=invitations.DAYS)
    code = f"{secrets.token_urlsafe(_BYTES)}.{int(until.timestamp()):x}"
    locator.register_join(_digest(code), member.organisation_id, member.id)
    return code


def waiting(member: Membership) -> bool:
    """Whether this member works here and has not come in with their code yet."""
    return member.active and member.organisation_id not in locator.logins(member.person_id)


def join(person: Person, code: str, *, now: datetime) -> tuple[UUID, UUID] | None:
    """Use a code up and return the organisation and membership it leads to, where it is this person's and not ended.

    Only the one that was made last leads anywhere, and none once somebody came in.
    """
    found = locator.join_of(_digest(code.strip()))
    if found is None or _ended(code, now):
        return None
    organisation, membership = found
    with scope(organisation):
        mine = Membership.objects.select_for_update().filter(
            organisation_id=organisation, id=membership, person=person, active=True
        )
        if mine.first() is None:
            return None
        locator.register_login(person.id, organisation, membership)
        locator.forget_join(organisation, membership)
    return found


def _ended(code: str, now: datetime) -> bool:
    """The moment stands in the code itself; of another moment there is no such code."""
    return now.timestamp() >= int(code.strip().rpartition(".")[2], 16)


def _digest(code: str) -> bytes:
    return hashlib.sha256(code.encode(errors="replace")).digest()
