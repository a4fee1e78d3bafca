"""Two changes of one text come together where they do not touch, and never silently where they do."""

from hypothesis import given
from hypothesis import strategies as st

from baken.policy.drafting.merging import merged

lines = st.lists(st.sampled_from(["a", "b", "c", "", "  d: e"]), max_size=12).map(
    lambda found: "".join(f"{line}\n" for line in found)
)


@given(lines, lines)
def test_a_change_of_one_alone_is_that_change(was: str, new: str) -> None:
    assert merged(was, new, was) == new
    assert merged(was, was, new) == new


@given(lines, lines)
def test_the_same_change_of_both_is_that_change(was: str, new: str) -> None:
    assert merged(was, new, new) in (new, None)


@given(lines, lines, lines)
def test_it_does_not_matter_who_was_first(was: str, one: str, other: str) -> None:
    assert merged(was, one, other) == merged(was, other, one)


@given(st.integers(1, 8), st.integers(0, 3))
def test_changes_far_apart_are_both_there(apart: int, above: int) -> None:
    was = "".join(f"regel {n}\n" for n in range(20))
    first, second = f"regel {above}\n", f"regel {above + apart + 1}\n"
    theirs, mine = was.replace(first, "van de ander\n"), was.replace(second, "van mij\n")
    together = merged(was, theirs, mine)
    assert together == was.replace(first, "van de ander\n").replace(second, "van mij\n")


def test_changes_of_one_line_are_not_put_together() -> None:
    assert merged("a\nb\nc\n", "a\nx\nc\n", "a\ny\nc\n") is None
    assert merged("a\nb\nc\n", "a\nc\n", "a\ny\nc\n") is None
    assert merged("a\nb\n", "a\nx\nb\n", "a\ny\nb\n") is None
