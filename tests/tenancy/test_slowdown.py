from hypothesis import given
from hypothesis import strategies as st

from baken.tenancy.slowdown import FORGET_AFTER, FREE, LONGEST, MOST_KEPT, PRESSURE, Slowdown


def tried(times: int, who: str = "a", at: float = 0.0) -> Slowdown:
    slow = Slowdown()
    for _ in range(times):
        slow.wrong(who, at)
    return slow


def test_a_few_mistakes_cost_nothing() -> None:
    assert tried(FREE - 1).seconds_left("a", 0.0) == 0


def test_more_mistakes_cost_more_each_time() -> None:
    pauses = [tried(n).seconds_left("a", 0.0) for n in range(FREE, FREE + 10)]
    assert pauses == sorted(pauses)
    assert pauses[0] == 1
    assert pauses[-1] == LONGEST


@given(st.integers(0, 500), st.floats(0, 10_000))
def test_nobody_ever_waits_longer_than_the_longest_pause(times: int, later: float) -> None:
    assert 0 <= tried(times).seconds_left("a", later) <= LONGEST


def test_others_are_not_slowed() -> None:
    assert tried(50).seconds_left("b", 0.0) == 0


def test_when_much_goes_wrong_patience_is_shorter_but_the_right_password_still_works() -> None:
    slow = Slowdown()
    for one in range(PRESSURE + 1):
        slow.wrong(f"guess {one}", 0.0)
    slow.wrong("a", 0.0)
    assert slow.seconds_left("a", 0.0) > 0
    assert slow.seconds_left("somebody else", 0.0) == 0


def test_it_is_forgotten_in_time_and_at_once_after_the_right_password() -> None:
    slow = tried(20)
    assert slow.seconds_left("a", FORGET_AFTER + 1) == 0
    slow = tried(20)
    slow.right("a")
    assert slow.seconds_left("a", 0.0) == 0


def test_memory_is_bounded_and_holds_no_addresses() -> None:
    slow = Slowdown()
    for one in range(MOST_KEPT + 50):
        slow.wrong(f"guess {one}", 0.0)
    slow.wrong("saskia@woerden.example", 0.0)
    assert len(slow._tries) == MOST_KEPT
    assert "saskia" not in repr(slow)
    assert b"saskia" not in b"".join(slow._tries)
