"""The limit on wrong codes: so many at once, more with time, never more than its size."""

from hypothesis import given
from hypothesis import strategies as st

from baken.ledger.limits import Bucket


def test_after_so_many_wrong_codes_the_next_has_to_wait() -> None:
    bucket = Bucket(size=3, per_second=1)
    for _ in range(3):
        assert bucket.open(100.0)
        bucket.spend(100.0)
    assert not bucket.open(100.5)
    assert bucket.open(101.0)


@given(st.lists(st.floats(0, 5, allow_nan=False), max_size=60))
def test_never_more_tries_than_size_and_time_allow(waits: list[float]) -> None:
    bucket, now, tried = Bucket(size=5, per_second=2), 0.0, 0
    for wait in waits:
        now += wait
        if bucket.open(now):
            bucket.spend(now)
            tried += 1
    assert tried <= 5 + 2 * now + 1e-6


def test_a_clock_that_goes_back_gives_nothing() -> None:
    bucket = Bucket(size=1, per_second=1)
    bucket.spend(100.0)
    assert not bucket.open(50.0)
    assert not bucket.open(100.5)
