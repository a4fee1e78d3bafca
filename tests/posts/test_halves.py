"""The cutting of a key in two: both make it again, and one alone is chance (ROLE-03)."""

import hashlib
from collections import Counter
from itertools import combinations
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.tenancy import boxes
from baken.tenancy.boxes import CannotOpen

KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS)
def test_both_halves_make_the_key_again_in_either_order(key: bytes) -> None:
    first, second = boxes.halved(key)
    assert boxes.joined(first, second) == boxes.joined(second, first) == key


@given(KEYS, KEYS, KEYS)
def test_a_half_could_be_the_half_of_any_key_at_all(key: bytes, other: bytes, chance: bytes) -> None:
    """What makes one half say nothing: for every other key there is a draw that gives the very same half."""
    with mock.patch.object(boxes.utils, "random", return_value=chance):
        first, second = boxes.halved(key)
    draw_for_other = boxes.joined(second, other)
    with mock.patch.object(boxes.utils, "random", return_value=chance):
        assert boxes.halved(other)[0] == first
    with mock.patch.object(boxes.utils, "random", return_value=bytes(draw_for_other)):
        assert boxes.halved(other)[1] == second


@pytest.mark.parametrize("side", [0, 1])
def test_the_halves_of_one_key_look_like_chance(side: int) -> None:
    """A key of zeros, cut a thousand times: every value of a byte is there about as often (chi-square)."""
    seen: Counter[int] = Counter()
    for _ in range(1000):
        seen.update(boxes.halved(bytes(32))[side])
    each = 32_000 / 256
    distance = sum((seen[value] - each) ** 2 / each for value in range(256))
    assert distance < 400  # 255 degrees of freedom: by chance not once in ten million runs


@given(KEYS, st.integers(2, 6))
def test_all_that_one_of_many_keeps_is_chance_together_and_any_two_make_the_key(
    key: bytes, number: int
) -> None:
    """Every pair is cut anew, so one person's halves of different pairs do not cancel each other out."""
    kept: dict[int, list[bytes]] = {person: [] for person in range(number)}
    pairs = {pair: boxes.halved(key) for pair in combinations(range(number), 2)}
    for (one, other), (first, second) in pairs.items():
        assert boxes.joined(first, second) == key
        kept[one].append(first)
        kept[other].append(second)
    for halves in kept.values():
        for some in range(1, len(halves) + 1):
            for chosen in combinations(halves, some):
                mixed = bytes(32)
                for half in chosen:
                    mixed = boxes.joined(mixed, half)
                assert mixed != key


@given(KEYS, KEYS)
def test_halves_of_two_cuts_do_not_make_the_key(key: bytes, other: bytes) -> None:
    wrong = boxes.joined(boxes.halved(key)[0], boxes.halved(other)[1])
    assert hashlib.sha256(wrong).digest() != hashlib.sha256(key).digest()


def test_halves_of_two_sizes_do_not_belong_together() -> None:
    with pytest.raises(CannotOpen):
        boxes.joined(b"12", b"1")


@given(KEYS)
def test_a_half_does_not_show_itself(key: bytes) -> None:
    assert repr(boxes.halved(key)[1]) == "<private>"
