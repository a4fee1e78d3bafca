"""What goes by itself here: bringing the terms of every file up to date, and a mail on the days of a warning.

At most one mail a day, without a word about whom or what; a day on which this did not run is made up for in a week.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from baken.care.common import clients, room
from baken.care.residence import actions
from baken.care.residence.models import Reminded
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.jobs import chore
from baken.jobs.everywhere import for_each, in_each_organisation
from baken.ledger import deadlines
from baken.ledger.models import DeadlineRow
from baken.mail import owed, sending
from baken.tenancy.scope import scope

COORDINATOR, DIRECTOR = "care_coordinator", "process_director"
CATCH_UP = timedelta(days=7)
DAY = timedelta(days=1)


@chore("bring deadlines up to date", every=timedelta(hours=6))
def refresh(now: datetime) -> int:
    """Take over what the rules give now in every open file: another policy, another age; return how many changed."""
    return in_each_organisation(lambda organisation: _refresh(organisation, now), scoped=False)


def _refresh(organisation: UUID, now: datetime) -> int:
    with scope(organisation):
        files = [row.stream_id for row in clients.open_clients(now)]

    def there(client: UUID) -> int:
        with scope(organisation):
            return actions.refresh(client, now, unasked=True)

    return for_each(files, there, "files")


@chore("tell care coordinators that a deadline is near", every=timedelta(hours=1))
def remind(now: datetime) -> int:
    """Owe a mail to whoever has a term to see to; return how many."""
    if not sending.possible():
        return 0
    return in_each_organisation(lambda organisation: _remind(organisation, now))


def _remind(organisation: UUID, now: datetime) -> int:
    today, bundle = civil_date(now), room.policy(now)
    if bundle is None or not room.is_on(now):
        return 0
    mine = Reminded.objects.filter(organisation_id=organisation)
    last = max((row.day for row in mine), default=today - DAY)
    if last >= today:
        return 0
    since = max(last, today - CATCH_UP)
    roles = {role for row in deadlines.open_ones() for role in _roles(row, bundle, since, today)}
    mine.filter(day__lt=today).delete()
    Reminded.objects.create(organisation_id=organisation, day=today)
    return owed.tell(roles, now=now) if roles else 0


def _roles(row: DeadlineRow, bundle: Bundle, since: date, today: date) -> Iterator[str]:
    """Yield who hears of a term today: each warning, its last day, and (the process director too) once it is over."""
    rule = next((one for one in bundle.deadlines if one.id == row.deadline), None)
    warned = [row.on - timedelta(days=days) for days in rule.warn] if rule else []
    if any(since < day <= today for day in (*warned, row.on, row.on + DAY)):
        yield COORDINATOR
    if since < row.on + DAY <= today:
        yield DIRECTOR
