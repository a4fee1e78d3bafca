"""Laws of the chain: what is hashed, and what never matters to it."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.ledger import chain

NOON = datetime(2026, 11, 22, 11, 0, 0, 123456, tzinfo=UTC)
EARLY, LATE = NOON.replace(year=1990, tzinfo=None), NOON.replace(year=2100, tzinfo=None)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def a_header(**changed: Any) -> chain.Header:
    header = chain.Header(
        id=uuid4(),
        organisation=uuid4(),
        stream=uuid4(),
        kind="signal",
        number=1,
        type="signal.reported",
        version=1,
        occurred_at=NOON,
        recorded_at=NOON,
        actor=None,
        on_behalf_of=None,
        bundle="sha256:00",
        command=uuid4(),
        causation=None,
    )
    return replace(header, **changed)


@given(st.dictionaries(st.text(max_size=8), json_values, max_size=5))
def test_the_order_of_a_payloads_fields_does_not_matter(payload: dict[str, Any]) -> None:
    turned = dict(reversed(payload.items()))
    assert chain.commitment(b"salt", payload) == chain.commitment(b"salt", turned)


def test_the_same_payload_with_another_salt_gives_another_commitment() -> None:
    assert chain.commitment(b"one", {"outcome": "stop"}) != chain.commitment(b"two", {"outcome": "stop"})


@given(st.integers(-720, 720), st.datetimes(EARLY, LATE))
def test_a_moment_is_the_same_in_every_time_zone(minutes: int, moment: datetime) -> None:
    here = moment.replace(tzinfo=UTC)
    there = here.astimezone(timezone(timedelta(minutes=minutes)))
    assert chain.microseconds(here) == chain.microseconds(there)
    assert chain.microseconds(here) == chain.microseconds(here.astimezone(ZoneInfo("Europe/Amsterdam")))


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        chain.microseconds(NOON.replace(tzinfo=None))


@pytest.mark.parametrize("value", [1.5, [0.1], {"a": {"b": 2.0}}, {1: "a"}])
def test_fractions_and_nameless_fields_are_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="event"):
        chain.canonical(value)


@pytest.mark.parametrize("name", [field.name for field in fields(chain.Header)])
def test_every_field_of_the_header_counts(name: str) -> None:
    header = a_header()
    other: Any = {
        "number": 2,
        "version": 2,
        "kind": "x",
        "type": "x",
        "bundle": "x",
        "occurred_at": NOON + timedelta(microseconds=1),
        "recorded_at": NOON + timedelta(microseconds=1),
    }.get(name, uuid4())
    assert chain.link(chain.START, header, bytes(32)) != chain.link(
        chain.START, replace(header, **{name: other}), bytes(32)
    )


def test_the_link_before_and_the_commitment_count() -> None:
    header = a_header()
    links = {
        chain.link(chain.START, header, bytes(32)),
        chain.link(b"\1" * 32, header, bytes(32)),
        chain.link(chain.START, header, b"\1" * 32),
    }
    assert len(links) == 3
