"""Return codes: readable, forgiving in typing, the same for the same form, and stored nowhere."""

import hashlib
import hmac
from uuid import UUID, uuid4

import pytest
from django.conf import settings as installation
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from baken.ledger import codes

tokens = st.text(min_size=1, max_size=60)
sloppy = st.sampled_from(["", " ", "-", "  ", " - ", "\t", "–", "."])


def test_a_code_has_ninety_bits_and_is_written_in_groups() -> None:
    """R6: at least eighty bits, and readable."""
    code = codes.make("een formulier")
    assert len(code.value) * 5 == 90
    assert set(code.value) <= set(codes.ALPHABET)
    assert [len(group) for group in str(code).split("-")] == [4, 4, 4, 4, 2]


def test_a_code_is_the_beginning_of_a_keyed_hash() -> None:
    digest = hmac.digest(installation.SECRETS.return_codes, b"code|token", hashlib.sha256)
    bits = f"{int.from_bytes(digest, 'big'):0256b}"[:90]
    letters = [codes.ALPHABET[int(bits[at : at + 5], 2)] for at in range(0, 90, 5)]
    assert codes.make("token").value == "".join(letters)


@given(tokens)
def test_the_same_form_gives_the_same_code_and_the_same_command(token: str) -> None:
    assert codes.make(token) == codes.make(token)
    assert codes.command(token) == codes.command(token)


@given(tokens, tokens)
def test_another_form_gives_another_code_and_another_command(one: str, other: str) -> None:
    if one.encode(errors="replace") != other.encode(errors="replace"):
        assert codes.make(one) != codes.make(other)
        assert codes.command(one) != codes.command(other)


@given(tokens, st.lists(sloppy, min_size=18, max_size=18), st.data())
def test_a_code_is_read_however_it_is_typed(token: str, between: list[str], data: st.DataObject) -> None:
    value = codes.make(token).value
    alike = {"0": "0oO", "1": "1iIlL"}
    letters = [data.draw(st.sampled_from(alike.get(letter, letter + letter.lower()))) for letter in value]
    typed = "".join(gap + letter for gap, letter in zip(between, letters, strict=True))
    assert codes.normalise(typed) == value
    assert codes.normalise(f"  {codes.make(token)}\n") == value


@given(st.text(max_size=5_000))
def test_anything_typed_is_normalised_once_and_for_all(typed: str) -> None:
    once = codes.normalise(typed)
    assert codes.normalise(once) == once
    assert len(once) <= 600


def test_ten_thousand_codes_are_ten_thousand_codes() -> None:
    made = {codes.make(str(number)).value for number in range(10_000)}
    assert len(made) == 10_000
    assert all(codes.normalise(value.lower()) == value for value in made)


def test_a_registered_code_leads_back_and_twice_is_once(db: None) -> None:
    organisation, stream, code = uuid4(), uuid4(), codes.make("f")
    codes.register(code, organisation, stream)
    codes.register(code, organisation, stream)
    assert codes.find(str(code).lower().replace("-", " ")) == (organisation, stream)


def test_a_code_never_leads_to_two_places(db: None) -> None:
    """Somebody would read an answer that is not theirs, and somebody would never find their own."""
    organisation, stream, code = uuid4(), uuid4(), codes.make("f")
    codes.register(code, organisation, stream)
    for whose, where in ((organisation, uuid4()), (uuid4(), stream), (uuid4(), uuid4())):
        with pytest.raises(codes.CodeLeadsElsewhere) as refused:
            codes.register(code, whose, where)
        assert code.value not in str(refused.value)
    assert codes.find(str(code)) == (organisation, stream)


@pytest.mark.parametrize(
    "typed", ["", "ABCD", "-" * 50, "x" * 10_000, "\x00", "é\ud800", "'; DROP TABLE x", "🙂"]
)
def test_a_wrong_code_leads_nowhere_with_the_same_work_as_a_right_one(
    db: None, django_assert_num_queries: object, typed: str
) -> None:
    """R9: nothing tells a wrong code from one that is no more."""
    code = codes.make("f")
    codes.register(code, uuid4(), uuid4())
    for attempt in (typed, str(code), str(codes.make("never sent"))):
        with django_assert_num_queries(1):  # type: ignore[operator]
            found = codes.find(attempt)
        assert (found is None) == (attempt != str(code))


def test_the_database_holds_no_code(db: None) -> None:
    code, organisation = codes.make("f"), uuid4()
    codes.register(code, organisation, uuid4())
    with connection.cursor() as cursor:
        cursor.execute("SELECT locator::text, key FROM tenancy_locator locator")
        ((row, key),) = cursor.fetchall()
    assert code.value not in row
    assert hashlib.sha256(code.value.encode()).digest() != bytes(key)
    assert str(UUID(str(organisation))) in row


def test_a_code_does_not_show_itself_in_a_trace() -> None:
    code = codes.make("f")
    assert code.value not in repr(code)
