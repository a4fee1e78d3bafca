"""What was told belongs to the chain: gone, changed, or left behind, it is found, without opening a box."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from baken.core.events.signal import SignalCorrected
from baken.ledger import boxes, checking, refs, store, vault
from baken.tenancy.scope import scope
from tests.ledger.conftest import Administrator
from tests.ledger.happening import add, adopted

TOLD = {"happened": "zestien matrassen in een schuur"}


@pytest.fixture
def told(administrator: Administrator, organisation: UUID) -> tuple[UUID, str, str]:
    """A committed stream whose second event refers to two records, between streams that nobody touches."""
    made = store.new_stream()
    with scope(organisation):
        for stream in (store.new_stream(), store.new_stream()):
            _corrected(stream, 0)
        add(made, 0)
        content, reason = _corrected(made, 1)
        add(made, 2)
        vault.put(store.new_stream(), "report", TOLD)
    return made, content, reason


def _corrected(stream: UUID, number: int) -> tuple[str, str]:
    content, reason = vault.put(stream, "report", TOLD), vault.put(stream, "reason", {"text": "x"})
    add(stream, number, [SignalCorrected(content=content, reason=reason)])
    return content, reason


def test_what_lies_untouched_verifies(organisation: UUID, told: tuple[UUID, str, str]) -> None:
    found = checking.verify([organisation])
    assert (found.streams, found.events, found.broken) == (3, 5, ())


@pytest.mark.parametrize(
    ("order", "what"),
    [
        ("DELETE FROM ledger_vault WHERE id = %(content)s", "missing"),
        ("DELETE FROM ledger_vault WHERE id = %(reason)s", "missing"),
        ("DELETE FROM ledger_vault WHERE stream_id = %(stream)s", "missing"),
        ("DELETE FROM ledger_vault", "missing"),
        ("UPDATE ledger_vault SET stream_id = %(other)s WHERE id = %(content)s", "missing"),
        ("UPDATE ledger_vault SET id = %(other)s WHERE id = %(content)s", "missing"),
        ("UPDATE ledger_vault SET box = 'rubbish' WHERE id = %(content)s", "changed"),
        ("UPDATE ledger_vault SET box = '' WHERE id = %(reason)s", "changed"),
        ("UPDATE ledger_vault SET kind = 'note' WHERE id = %(content)s", "changed"),
        ("UPDATE ledger_vault SET post = %(other)s WHERE id = %(content)s", "changed"),
        (
            "UPDATE ledger_vault SET box = (SELECT box FROM ledger_vault WHERE id = %(reason)s)"
            " WHERE id = %(content)s",
            "changed",
        ),
    ],
)
def test_what_is_gone_or_changed_is_named_with_its_event(
    administrator: Administrator,
    organisation: UUID,
    told: tuple[UUID, str, str],
    order: str,
    what: str,
) -> None:
    stream, content, reason = told
    records = {"stream": stream, "content": content[:36], "reason": reason[:36], "other": uuid4()}
    with administrator() as admin:
        admin.execute(order, records)
    found = {broken.stream: broken for broken in checking.verify([organisation]).broken}
    assert found[stream].number == 2
    assert what in found[stream].what
    assert len(found) == (3 if order == "DELETE FROM ledger_vault" else 1)


def test_a_record_put_in_the_place_of_another_does_not_open(
    administrator: Administrator, organisation: UUID, told: tuple[UUID, str, str]
) -> None:
    """Also when it was closed with the right key for the right place: the event knows which box it was."""
    stream, content, _ = told
    forged = f"{content[:36]}.{'0' * 64}"
    with scope(organisation):
        assert vault.get(stream, content) == TOLD
        with pytest.raises(boxes.CannotOpen):
            vault.get(stream, forged)
        for nothing in ("", "c", content[:36], content.upper(), f"{content}\n"):
            with pytest.raises(ValueError, match="no reference"):
                vault.get(stream, nothing)


def test_the_database_works_out_the_same_digest(inside: UUID) -> None:
    stream = store.new_stream()
    ref = vault.put(stream, "métal", TOLD)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, {refs.IN_SQL} FROM ledger_vault")
        ((record, digest),) = cursor.fetchall()
    assert refs.parts(ref) == (record, bytes(digest))


def test_references_are_found_wherever_they_stand_in_a_payload() -> None:
    one, other = (refs.made(uuid4(), refs.digest("note", None, box)) for box in (b"1", b"2"))
    payload: dict[str, Any] = {"a": one, "b": [{"c": other}, None, 3, "besluit 12", str(uuid4())], "d": True}
    assert list(refs.within(payload)) == [refs.parts(one), refs.parts(other)]


def test_many_streams_are_read_in_pages_and_none_is_forgotten(
    inside: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baken.ledger.holdings._AT_ONCE", 3)
    for _ in range(6):
        stream = store.new_stream()
        _corrected(stream, 0)
        add(store.new_stream(), 0, [adopted()])
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_vault")
        assert cursor.fetchone() == (12,)
    assert checking.verify([inside]).broken == ()
