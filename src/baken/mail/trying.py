"""How often a mail that was refused is tried again: ever less often, and after some two weeks no more.

What was given up is a row without an address, so that who can mend it hears of it: who manages people, of a colleague
by name; who keeps the server (`baken doctor`), as a number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from baken.mail.models import GivenUp
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current, scope

FIRST, LONGEST = timedelta(minutes=1), timedelta(days=1)
MOST = 24
"""So many refusals are enough. Chosen: eleven within a day and a half, and one each day until thirteen days passed."""
TOLD = timedelta(days=30)
STAFF, REPORTER = "staff", "reporter"


@dataclass(frozen=True, slots=True)
class Failed:
    """A colleague whose mail was given up, and when that was for the last time."""

    membership: UUID
    at: datetime


def again_at(refused: int, now: datetime) -> datetime | None:
    """Return when a mail that was refused so often is tried again; None where it is given up."""
    if refused >= MOST:
        return None
    return now + min(FIRST * (1 << (refused - 1)), LONGEST)


def give_up(kind: str, membership: UUID | None, *, now: datetime) -> None:
    """Note that a mail was given up. Of a reporter not even for which signal it was."""
    GivenUp.objects.create(organisation_id=current(), kind=kind, membership_id=membership, at=now)


def of_staff(*, now: datetime) -> list[Failed]:
    """Return which colleagues here a mail was given up of lately, each once."""
    rows = GivenUp.objects.filter(organisation_id=current(), kind=STAFF, at__gt=now - TOLD).order_by("at")
    last = {one.membership_id: one.at for one in rows if one.membership_id}
    return [Failed(membership, at) for membership, at in last.items()]


def counts(*, now: datetime) -> Iterable[tuple[str, int]]:
    """Return the organisations where mail was given up lately, each with how many."""
    for organisation in Organisation.objects.order_by("slug"):
        with scope(organisation.id):
            found = GivenUp.objects.filter(organisation_id=organisation.id, at__gt=now - TOLD).count()
        if found:
            yield organisation.slug, found


def forget_old(*, now: datetime) -> None:
    """Forget what was given up and told long enough."""
    GivenUp.objects.filter(organisation_id=current(), at__lte=now - TOLD).delete()
