"""What goes by itself: carrying out what was approved, and erasing in time what has a term of its own."""

from datetime import datetime, timedelta
from uuid import UUID

from baken.core.derive.retention import FIXED
from baken.jobs import chore
from baken.jobs.everywhere import SomeFailed, for_each, in_each_organisation
from baken.ledger import matters, projections, rows
from baken.ledger.models import ClientRow, NotificationRow, RetentionRow, SignalRow
from baken.tenancy.scope import current
from baken.trust.retention import carrying

AT_ONCE = 500


@chore("destroy what was approved", every=timedelta(minutes=5), owner=True)
def destroy(now: datetime) -> int:
    """Finish what was begun, then carry out the lists that an archivist approved, also where some of it fails."""

    def carry_out(here: UUID) -> int:
        return for_each(carrying.approved(here), lambda one: carrying.carry_out(here, one, now), "lists")

    done, failed = 0, None
    try:
        done = carrying.replay()
    except SomeFailed as error:
        failed = error
    done += in_each_organisation(carry_out, scoped=False)
    if failed is not None:
        raise failed
    return done


@chore("erase who the reporter is", every=timedelta(hours=1), owner=True)
def erase(now: datetime) -> int:
    """Erase the sealed name and address whose own term has ended (ROLE-03)."""
    return in_each_organisation(lambda here: carrying.erase_identities(here, now), scoped=False)


@chore("erase reasons beside rights, keys and policies", every=timedelta(hours=24), owner=True)
def erase_reasons(now: datetime) -> int:
    """Erase what people wrote there once its term has ended; what was done stays."""
    return in_each_organisation(lambda here: carrying.erase_reasons(here, now), scoped=False)


@chore("let old lines of the logs go", every=timedelta(hours=24), owner=True)
def let_go(now: datetime) -> int:
    """Let whole batches of the read log and the processing log go when their term has ended."""
    return in_each_organisation(lambda here: carrying.let_go_of_logs(here, now), scoped=False)


@chore("note how long things are kept", every=timedelta(hours=6))
def note(now: datetime) -> int:
    """Make the rows of what began before there were any, some at a time."""
    return in_each_organisation(_note)


def _note(organisation: UUID) -> int:
    known = set(RetentionRow.objects.filter(organisation_id=current()).values_list("stream_id", flat=True))
    missing = [
        stream
        for model in (SignalRow, NotificationRow, ClientRow)
        for stream in model.objects.filter(organisation_id=current()).values_list("stream_id", flat=True)
        if stream not in known
    ][:AT_ONCE]
    found = [rows.stream_of(stream, told) for stream, told in rows.read_many(organisation, missing).items()]
    found += [one for kind in FIXED for one in matters.every(kind) if one.id not in known]
    for stream in found:
        projections.project(organisation, stream)
    return len(found)
