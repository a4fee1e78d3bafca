"""Destroying: the words are gone for good, the rest still verifies, and only the owner may do it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import pytest
from django.conf import settings
from django.db import Error, connection, transaction

from baken.ledger import checking, codes, datakeys, destroying, rows, store, vault
from baken.project.databases import switch_role
from baken.tenancy.scope import scope
from tests.ledger.happening import NOW, add, adopted

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def as_owner() -> Iterator[None]:
    """Work as the role that owns the tables."""
    switch_role("owner", settings.SECRETS.passwords)
    try:
        yield
    finally:
        switch_role("app", settings.SECRETS.passwords)


@pytest.fixture
def stream(organisation: UUID) -> UUID:
    """A stream with words in its vault and a code that leads to it."""
    made = store.new_stream()
    with scope(organisation):
        vault.put(made, "content", {"seen": "een paspoort"})
        add(made, 0, [adopted(), adopted()])
        codes.register(codes.make("f"), organisation, made)
    return made


def test_a_destroyed_stream_still_verifies_and_tells_nothing(organisation: UUID, stream: UUID) -> None:
    """V21: when the term ends the content goes; that something was there stays provable."""
    other = store.new_stream()
    with scope(organisation):
        add(other, 0)
        kept = vault.put(other, "content", {"seen": "iets anders"})
    before = checking.verify([organisation])
    with as_owner():
        destroying.destroy(organisation, stream, now=NOW + timedelta(days=1))
    assert checking.verify([organisation], against=before.heads).broken == ()
    with scope(organisation):
        assert store.load(stream) == store.Stream(stream, "organisation", 3, (), "", destroyed=True)
        assert vault.get(other, kept) == {"seen": "iets anders"}
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*), count(payload), count(salt) FROM ledger_event WHERE stream_id = %s",
                [stream],
            )
            assert cursor.fetchone() == (3, 1, 1)
            cursor.execute("SELECT count(*) FROM ledger_vault WHERE stream_id = %s", [stream])
            assert cursor.fetchone() == (0,)
    with pytest.raises(datakeys.KeyGone):
        datakeys.fetch(organisation, stream)
    assert codes.find(str(codes.make("f"))) is None


def test_nothing_is_added_to_a_destroyed_stream(organisation: UUID, stream: UUID) -> None:
    with as_owner():
        destroying.destroy(organisation, stream, now=NOW)
        destroying.destroy(organisation, stream, now=NOW)
    with scope(organisation):
        with pytest.raises(store.LedgerError):
            add(stream, 3)
        assert store.load(stream).number == 3


def test_a_tombstone_above_words_that_are_still_there_is_found(organisation: UUID, stream: UUID) -> None:
    with as_owner(), scope(organisation):
        rows.insert([destroying.tombstone(rows.read(organisation, stream)[-1], NOW)])
    found = checking.verify([organisation]).broken
    assert [(broken.stream, broken.number) for broken in found] == [(stream, 1)]
    assert "still there" in found[0].what


def test_the_application_cannot_destroy(organisation: UUID, stream: UUID) -> None:
    with pytest.raises(Error):
        destroying.destroy(organisation, stream, now=NOW)
    with scope(organisation):
        assert store.load(stream).number == 2
        assert datakeys.fetch(organisation, stream)


@pytest.mark.parametrize(
    "order", ["UPDATE ledger_event SET payload = NULL, salt = NULL", "DELETE FROM ledger_event"]
)
def test_the_owner_changes_nothing_without_a_tombstone(organisation: UUID, stream: UUID, order: str) -> None:
    with as_owner(), scope(organisation), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('baken.destroying', %s, true)", [str(stream)])
        with pytest.raises(Error, match="stays as it is"):
            cursor.execute(order)
        transaction.set_rollback(True)


def test_what_is_not_there_cannot_be_destroyed(organisation: UUID) -> None:
    with as_owner(), pytest.raises(store.LedgerError):
        destroying.destroy(organisation, store.new_stream(), now=NOW)
