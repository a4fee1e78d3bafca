"""Closed boxes: they open only with their key, in their place, unchanged, and their length tells little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.ledger import boxes

KEY = boxes.new_key()


@given(st.binary(max_size=2_000), st.binary(max_size=80))
def test_what_was_closed_opens_in_its_place(content: bytes, place: bytes) -> None:
    assert boxes.open_(KEY, boxes.close(KEY, content, place), place) == content


@given(st.binary(max_size=200), st.data())
def test_a_changed_box_does_not_open(content: bytes, data: st.DataObject) -> None:
    box = bytearray(boxes.close(KEY, content, b"here"))
    box[data.draw(st.integers(0, len(box) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(boxes.CannotOpen):
        boxes.open_(KEY, bytes(box), b"here")


def test_a_moved_box_and_a_box_of_another_key_do_not_open() -> None:
    box = boxes.close(KEY, b"content", b"here")
    for key, place in [(KEY, b"there"), (boxes.new_key(), b"here")]:
        with pytest.raises(boxes.CannotOpen):
            boxes.open_(key, box, place)


def test_a_box_that_was_cut_off_does_not_open() -> None:
    for box in [b"", b"short", boxes.close(KEY, b"content", b"here")[:-1]]:
        with pytest.raises(boxes.CannotOpen):
            boxes.open_(KEY, box, b"here")


@given(st.binary(max_size=3_000))
def test_padding_comes_off_and_fills_whole_blocks(content: bytes) -> None:
    padded = boxes.pad(content)
    assert boxes.unpad(padded) == content
    assert len(padded) % boxes.BLOCK == 0


def test_short_and_longer_words_look_alike_from_outside() -> None:
    assert len(boxes.pad(b"Jan")) == len(boxes.pad(b"Jan " * 60))


def test_the_same_content_closed_twice_gives_two_boxes() -> None:
    assert boxes.close(KEY, b"same", b"here") != boxes.close(KEY, b"same", b"here")
