"""Verification: every kind of tampering is found, and the first broken link is named."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from baken.ledger import checking, store
from baken.tenancy.scope import scope
from tests.ledger.conftest import Administrator
from tests.ledger.happening import add, adopted

Tamper = Callable[[psycopg.Connection[Any], UUID], Any]


@pytest.fixture
def stream(administrator: Administrator, organisation: UUID) -> UUID:
    """A committed stream of five events, beside another that nobody touches."""
    made = store.new_stream()
    with scope(organisation):
        add(store.new_stream(), 0)
        add(made, 0, [adopted(), adopted("b")])
        add(made, 2, [adopted("c"), adopted("d"), adopted("e")])
    return made


TAMPERING = [
    (
        'UPDATE ledger_event SET payload = payload || \'{"decision": "x"}\' WHERE {} AND number = 3',
        3,
        "payload was changed",
    ),
    (
        "UPDATE ledger_event SET payload = payload || '{\"extra\": 1}' WHERE {} AND number = 5",
        5,
        "payload was changed",
    ),
    (
        "UPDATE ledger_event SET payload = payload || '{\"decision\": 1.5}' WHERE {} AND number = 2",
        2,
        "payload was changed",
    ),
    ("UPDATE ledger_event SET payload = '[\"x\"]' WHERE {} AND number = 2", 2, "payload was changed"),
    ("UPDATE ledger_event SET payload = to_jsonb(10::numeric ^ 9000) WHERE {} AND number = 2", 2, "payload"),
    (
        "UPDATE ledger_event SET payload = (repeat('[', 3000) || repeat(']', 3000))::jsonb WHERE {} AND number = 2",
        2,
        "payload was changed",
    ),
    ("UPDATE ledger_event SET occurred_at = 'infinity' WHERE {} AND number = 4", 4, "header was changed"),
    ("UPDATE ledger_event SET recorded_at = '-infinity' WHERE {} AND number = 4", 4, "header was changed"),
    (
        "UPDATE ledger_event SET occurred_at = '4000-01-01 BC' WHERE {} AND number = 1",
        1,
        "header was changed",
    ),
    ("UPDATE ledger_event SET occurred_at = '20000-01-01' WHERE {} AND number = 1", 1, "header was changed"),
    ("UPDATE ledger_event SET payload = NULL, salt = NULL WHERE {} AND number = 2", 2, "payload is gone"),
    ("UPDATE ledger_event SET salt = 'x' WHERE {} AND number = 1", 1, "payload was changed"),
    (
        "UPDATE ledger_event SET occurred_at = occurred_at + interval '1 us' WHERE {} AND number = 4",
        4,
        "header was changed",
    ),
    (
        "UPDATE ledger_event SET recorded_at = recorded_at - interval '1 day' WHERE {} AND number = 1",
        1,
        "header was changed",
    ),
    ("UPDATE ledger_event SET actor = gen_random_uuid() WHERE {} AND number = 3", 3, "header was changed"),
    ("UPDATE ledger_event SET type = 'x' WHERE {} AND number = 3", 3, "header was changed"),
    ("UPDATE ledger_event SET bundle = 'x' WHERE {} AND number = 2", 2, "header was changed"),
    ("UPDATE ledger_event SET commitment = sha256('x') WHERE {} AND number = 2", 2, "header was changed"),
    ("UPDATE ledger_event SET hash = sha256('x') WHERE {} AND number = 2", 2, "header was changed"),
    ("UPDATE ledger_event SET previous = sha256('x') WHERE {} AND number = 2", 2, "does not follow"),
    ("DELETE FROM ledger_event WHERE {} AND number = 1", 1, "missing: the next event is number 2"),
    ("DELETE FROM ledger_event WHERE {} AND number = 3", 3, "missing: the next event is number 4"),
    ("DELETE FROM ledger_event WHERE {} AND number = 5", 5, "missing: the stream went on to event 5"),
    ("DELETE FROM ledger_event WHERE {} AND number > 2", 3, "missing: the stream went on to event 5"),
    ("DELETE FROM ledger_event WHERE {}", 1, "missing: the stream went on to event 5"),
    (
        "UPDATE ledger_event SET number = number + 1 WHERE {} AND number = 5",
        5,
        "missing: the next event is number 6",
    ),
    ("swap 2 and 3", 2, "does not follow"),
]


@pytest.mark.parametrize(("order", "number", "what"), TAMPERING)
def test_tampering_is_found_and_its_first_place_named(
    administrator: Administrator, organisation: UUID, stream: UUID, order: str, number: int, what: str
) -> None:
    with administrator() as admin:
        if "{}" not in order:
            _swap(admin, stream)
        else:
            admin.execute(order.replace("{}", f"stream_id = '{stream}'", 1))  # type: ignore[call-overload]
    found = checking.verify([organisation])
    assert [(broken.stream, broken.number) for broken in found.broken] == [(stream, number)]
    assert what in found.broken[0].what


def _swap(admin: psycopg.Connection[Any], stream: UUID) -> None:
    for former, later in ((2, 99), (3, 2), (99, 3)):
        admin.execute(
            "UPDATE ledger_event SET number = %s WHERE stream_id = %s AND number = %s",
            [later, stream, former],
        )


def test_an_untouched_ledger_verifies(organisation: UUID, stream: UUID) -> None:
    found = checking.verify([organisation])
    assert (found.streams, found.events, found.broken) == (2, 6, ())
    assert found.heads[organisation, stream][0] == 5


def test_a_tail_that_went_with_its_claims_shows_against_the_checkpoint(
    administrator: Administrator, organisation: UUID, stream: UUID
) -> None:
    before = checking.verify([organisation])
    with administrator() as admin:
        admin.execute("DELETE FROM ledger_event WHERE stream_id = %s AND number > 2", [stream])
        admin.execute("DELETE FROM ledger_claim WHERE stream_id = %s AND number > 2", [stream])
    after = checking.verify([organisation])
    assert after.broken == ()
    assert after.checkpoint != before.checkpoint
    shown = checking.verify([organisation], against=before.heads).broken
    assert [(broken.stream, broken.number) for broken in shown] == [(stream, 3)]


def test_a_stream_written_anew_as_a_whole_shows_against_the_checkpoint(
    administrator: Administrator, organisation: UUID, stream: UUID
) -> None:
    before = checking.verify([organisation])
    with administrator() as admin:
        admin.execute("DELETE FROM ledger_event WHERE stream_id = %s", [stream])
        admin.execute("DELETE FROM ledger_claim WHERE stream_id = %s", [stream])
    with scope(organisation):
        add(stream, 0, [adopted("verzonnen")] * 5)
    assert checking.verify([organisation]).broken == ()
    shown = checking.verify([organisation], against=before.heads).broken
    assert [(broken.number, broken.what) for broken in shown] == [
        (5, "it is not the event that was there before")
    ]


def test_the_checkpoint_is_the_same_until_something_happens(organisation: UUID, stream: UUID) -> None:
    first = checking.verify([organisation]).checkpoint
    assert checking.verify([organisation]).checkpoint == first
    with scope(organisation):
        add(stream, 5)
    assert checking.verify([organisation]).checkpoint != first


def test_one_organisation_is_verified_without_reading_another(organisation: UUID, stream: UUID) -> None:
    assert checking.verify([uuid4()]).events == 0
    assert checking.verify().events == 0
