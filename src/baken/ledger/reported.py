"""On which day reports came in, those destroyed since included, so that a number of a period stays what it was.

A signal that turns out to be nothing is destroyed some weeks after it was closed. Counting only what is left would make
every earlier period smaller than the last one, and look like growth.
"""

from datetime import date

from baken.core.vocabulary.moments import civil_date
from baken.ledger.models import DestroyedReport, SignalRow
from baken.tenancy.scope import current


def days(*, question: bool) -> dict[bytes, date]:
    """Return on which day each signal or question came in, by an id that points to nobody.

    Of one that was destroyed it is the first day of the part of its week that lies in the same half year.
    """
    rows = SignalRow.objects.filter(organisation_id=current(), question=question)
    found = {id_.bytes: civil_date(at) for id_, at in rows.values_list("stream_id", "reported_at")}
    gone = DestroyedReport.objects.filter(organisation_id=current(), question=question)
    for on, count in gone.values_list("on", "count"):
        found.update({f"{on} {number}".encode(): on for number in range(count)})
    return found


def destroyed(first: date, last: date) -> int:
    """Return how many of the reports between two days were destroyed; both days begin or end a half year."""
    rows = DestroyedReport.objects.filter(organisation_id=current(), on__range=(first, last))
    return sum(rows.values_list("count", flat=True))
