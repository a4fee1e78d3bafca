"""The 72 hours of a leak: real hours, from the discovery, whatever the calendar says (V30)."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from baken.core.derive.incidents import IncidentState, clock, fold, left
from baken.core.events import Event
from baken.core.events import incident as past

FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2029, 12, 31, tzinfo=UTC)
MOMENTS = st.datetimes(FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None), timezones=st.just(UTC))


def leak(discovered: datetime, *then: Event) -> IncidentState:
    first = past.IncidentReported("lost", "own", discovered.isoformat(), "no", "ref")
    return fold([(first, discovered), *((one, discovered) for one in then)])


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=10)))
def test_it_runs_for_exactly_72_hours_also_across_a_change_of_the_clock(
    discovered: datetime, later: timedelta
) -> None:
    state, now = leak(discovered), discovered + later
    assert clock(state, now) == ("late" if later > timedelta(hours=72) else "running")
    assert left(state, now) == timedelta(hours=72) - later


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=10)))
def test_only_telling_or_deciding_that_it_is_not_needed_stops_it(
    discovered: datetime, later: timedelta
) -> None:
    now = discovered + later
    told = past.IncidentTold("authority", now.isoformat(), None)
    assert clock(leak(discovered, told), now) == ("told" if later <= timedelta(hours=72) else "told_late")
    people = past.IncidentTold("people", now.isoformat(), None)
    assert clock(leak(discovered, people), now) in ("running", "late")
    weighed = past.IncidentWeighed("unlikely", "not_needed", "not_needed", "ref")
    assert clock(leak(discovered, weighed), now) == "not_needed"


def test_all_that_is_left_is_named_in_order() -> None:
    at = datetime(2026, 11, 20, tzinfo=UTC)
    assert leak(at).open_work == ("weigh", "concerned", "measure")
    weighed = past.IncidentWeighed("high", "tell", "later", "ref")
    assert leak(at, weighed).open_work == ("authority", "concerned", "people", "measure")
