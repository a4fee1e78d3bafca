"""Numbers for who may see no signal: none is small, and asking with and without a signal tells nothing of it (V22)."""

from hypothesis import given
from hypothesis import strategies as st

from baken.core.figures.shielding import FIRST, LEAST, Answer, told


def signals(number: int, start: int = 0) -> frozenset[bytes]:
    return frozenset(one.to_bytes(8, "big") for one in range(start, start + number))


GROUPS = st.frozensets(st.integers(0, 40).map(lambda one: one.to_bytes(8, "big")), max_size=40)


@given(st.integers(0, FIRST - 1))
def test_fewer_than_ten_and_none_are_told_alike(number: int) -> None:
    assert told(signals(number), ()).about is None


@given(st.integers(FIRST, 400))
def test_a_number_is_rounded_to_fives_and_near_the_truth(number: int) -> None:
    about = told(signals(number), ()).about
    assert about is not None
    assert about % LEAST == 0
    assert abs(about - number) <= LEAST // 2


@given(GROUPS, st.integers(100, 200), st.lists(GROUPS, max_size=4))
def test_one_signal_more_gets_the_same_answer(
    group: frozenset[bytes], one: int, before: list[frozenset[bytes]]
) -> None:
    """Differencing: whatever was asked before, asking with and without a signal tells nothing of that signal."""
    earlier: list[Answer] = []
    for asked in (*before, group):
        earlier.append(told(asked, earlier))
    with_it = told(group | {one.to_bytes(8, "big")}, earlier)
    assert with_it.about == earlier[-1].about or any(
        len(with_it.signals ^ answer.signals) < LEAST and answer.about == with_it.about for answer in earlier
    )


@given(GROUPS)
def test_from_the_first_two_questions_nobody_learns_of_one_signal(group: frozenset[bytes]) -> None:
    """Also where one of them crosses the edge of five, of ten, or of a rounding."""
    first = told(group, ())
    assert told(group | {b"the one!"}, [first]).about == first.about
    second = told(group | {b"the one!"}, ())
    assert told(group, [second]).about == second.about


@given(st.lists(GROUPS, max_size=6), st.data())
def test_no_number_ever_stands_for_fewer_than_five(
    before: list[frozenset[bytes]], data: st.DataObject
) -> None:
    """Also not by asking for ever smaller parts of a group of which a number was told (V22)."""
    earlier: list[Answer] = []
    for asked in before:
        while asked:
            earlier.append(told(asked, earlier))
            assert earlier[-1].about is None or len(asked) >= LEAST
            asked = asked - set(data.draw(st.lists(st.sampled_from(sorted(asked)), min_size=1, max_size=4)))


def test_groups_that_differ_in_five_are_told_apart() -> None:
    earlier = [told(signals(10), ())]
    assert told(signals(14), earlier).about == 10
    assert told(signals(15), earlier).about == 15


@given(GROUPS, GROUPS)
def test_asking_again_gives_the_same_number(group: frozenset[bytes], other: frozenset[bytes]) -> None:
    earlier = [told(group, ())]
    earlier.append(told(other, earlier))
    assert told(group, earlier).about == earlier[0].about
