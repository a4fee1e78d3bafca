from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.tenancy import boxes
from baken.tenancy.boxes import CannotOpen, Cost

QUICK = Cost(1, 8192)


@given(st.binary(max_size=2000))
@settings(max_examples=25, deadline=None)
def test_what_is_sealed_comes_out_again_with_the_private_half_only(plain: bytes) -> None:
    pair, other = boxes.new_pair(), boxes.new_pair()
    sealed = boxes.seal(pair.public, plain)
    assert boxes.unseal(pair.private, sealed) == plain
    assert len(plain) < 4 or plain not in sealed
    with pytest.raises(CannotOpen):
        boxes.unseal(other.private, sealed)


@given(st.text(min_size=1, max_size=40), st.text(min_size=1, max_size=40))
@settings(max_examples=25, deadline=None)
def test_a_wrapped_key_opens_with_its_own_passphrase_only(right: str, wrong: str) -> None:
    private = boxes.new_pair().private
    wrapped = boxes.wrap(private, right, QUICK)
    assert boxes.unwrap(wrapped, right) == private
    if boxes.normalised(wrong) != boxes.normalised(right):
        with pytest.raises(CannotOpen):
            boxes.unwrap(wrapped, wrong)


def test_an_accent_typed_in_another_way_is_the_same_passphrase() -> None:
    private = boxes.new_pair().private
    wrapped = boxes.wrap(private, "drie\u0308 cafe\u0301s", QUICK)
    assert boxes.unwrap(wrapped, "dri\u00eb caf\u00e9s") == private


def test_the_same_passphrase_never_makes_the_same_box() -> None:
    private = boxes.new_pair().private
    first, second = (boxes.wrap(private, "zeven zwanen", QUICK) for _ in range(2))
    assert first.salt != second.salt
    assert first.box != second.box


def test_a_changed_box_does_not_open() -> None:
    pair = boxes.new_pair()
    sealed = bytearray(boxes.seal(pair.public, b"melder"))
    sealed[-1] ^= 1
    with pytest.raises(CannotOpen):
        boxes.unseal(pair.private, bytes(sealed))


@given(st.uuids(), st.integers(1, 30_000), st.binary(min_size=1, max_size=100))
def test_a_box_tells_for_which_post_and_key_it_is(post: UUID, number: int, sealed: bytes) -> None:
    assert boxes.address_of(boxes.addressed(post, number, sealed)) == (post, number, sealed)


OTHER_KIND = b"\x02" + UUID(int=7).bytes + b"\x00\x01x"


@pytest.mark.parametrize("box", [b"", b"\x01", OTHER_KIND, b"x" * 19])
def test_what_is_no_sealed_box_is_refused(box: bytes) -> None:
    with pytest.raises(CannotOpen):
        boxes.address_of(box)


def test_key_material_does_not_show_itself() -> None:
    pair = boxes.new_pair()
    assert repr(bytes(pair.private)) not in repr(pair)
    assert repr(pair.private) == "<private>"
