"""When which chore is due."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from baken.jobs.chores import Chore
from baken.jobs.timetable import FIRST_PAUSE, Timetable

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def a_chore(key: str = "a", *, owner: bool = False, every: timedelta = HOUR) -> Chore:
    return Chore(key, key, every, owner, lambda now: 0)


def test_at_the_start_everything_is_due_each_in_its_own_role() -> None:
    mine, owned = a_chore("mine"), a_chore("owned", owner=True)
    table = Timetable((mine, owned))
    assert table.due(START, owner=False) == (mine,)
    assert table.due(START, owner=True) == (owned,)


def test_what_ran_well_is_due_again_after_its_pause_and_not_before() -> None:
    chore = a_chore()
    table = Timetable((chore,))
    table.ran(chore, START, well=True)
    assert table.due(START + HOUR - timedelta(seconds=1), owner=False) == ()
    assert table.rest(START) == HOUR
    assert table.due(START + HOUR, owner=False) == (chore,)


@given(failures=st.integers(1, 40), every=st.integers(1, 10_000))
def test_what_failed_is_tried_again_sooner_and_never_later_than_its_pause(failures: int, every: int) -> None:
    chore = a_chore(every=timedelta(seconds=every))
    table = Timetable((chore,))
    now = START
    for _ in range(failures):
        table.ran(chore, now, well=False)
        assert min(FIRST_PAUSE, chore.every) <= table.rest(now) <= chore.every
        now += table.rest(now)
        assert table.due(now, owner=False) == (chore,)
    table.ran(chore, now, well=True)
    table.ran(chore, now, well=False)
    assert table.rest(now) == min(FIRST_PAUSE, chore.every)
