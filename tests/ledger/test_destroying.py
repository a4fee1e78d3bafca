"""Destroying: the words are gone for good, the rest still verifies, and only the owner may do it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.db import Error, connection, transaction

from baken.core.events.retention import RecordErased
from baken.ledger import checking, codes, datakeys, deletions, destroying, refs, rows, store, vault
from baken.ledger.models import DestroyedCount
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


def test_it_is_noted_outside_the_databases_before_anything_goes(
    organisation: UUID, stream: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as full, as_owner():
        full.setattr(deletions, "note", refused)
        with pytest.raises(OSError, match="no space"):
            destroying.destroy(organisation, stream, now=NOW)
    with scope(organisation):
        assert store.load(stream).number == 2
        assert datakeys.fetch(organisation, stream)
    with as_owner():
        destroying.destroy(organisation, stream, now=NOW, category="unfounded")
    [noted] = [one for one in deletions.read() if one.stream == stream]
    assert noted == deletions.Deletion(organisation, stream, NOW, "unfounded")


def test_what_was_noted_and_not_finished_is_finished(organisation: UUID, stream: UUID) -> None:
    """Killed after the note, or after the key: the rest goes when it is tried again, and counts once."""
    with as_owner():
        datakeys.destroy(organisation, stream)
        assert destroying.finish(deletions.Deletion(organisation, stream, NOW, "unfounded"))
        assert not destroying.finish(deletions.Deletion(organisation, stream, NOW, "unfounded"))
    with scope(organisation):
        assert store.load(stream).destroyed
        assert list(DestroyedCount.objects.values_list("year", "category", "count")) == [
            (2026, "unfounded", 1)
        ]
    assert checking.verify([organisation]).broken == ()


def test_what_an_app_keeps_beside_the_ledger_goes_along(
    organisation: UUID, stream: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgotten: list[UUID] = []
    monkeypatch.setattr(destroying, "_beside", {})
    destroying.beside(forgotten.append)
    with as_owner():
        destroying.destroy(organisation, stream, now=NOW)
        destroying.destroy(organisation, stream, now=NOW)
    assert forgotten == [stream]


def test_a_stream_that_was_changed_meanwhile_stays(organisation: UUID, stream: UUID) -> None:
    with as_owner():
        assert not destroying.destroy(organisation, stream, now=NOW, still=lambda: False)
    with scope(organisation):
        assert store.load(stream).number == 2


def test_one_record_can_be_erased_and_the_rest_still_verifies(organisation: UUID, stream: UUID) -> None:
    """V21: who the reporter is goes before the signal does."""
    with scope(organisation):
        name, seen = (vault.put(stream, "content", {"seen": word}) for word in ("wie", "wat"))
        add(stream, 2, [adopted(name), adopted(seen)])
    before = checking.verify([organisation])
    with as_owner():
        destroying.erase(organisation, stream, name, "envelope", now=NOW, category="reporter_identity")
        destroying.erase(organisation, stream, name, "envelope", now=NOW, category="reporter_identity")
    assert checking.verify([organisation], against=before.heads).broken == ()
    with scope(organisation):
        assert store.load(stream).number == 5
        assert vault.get(stream, seen) == {"seen": "wat"}
        with pytest.raises(vault.NotInVault):
            vault.get(stream, name)
        assert DestroyedCount.objects.get().count == 1


def test_only_the_owner_says_that_a_record_was_erased(organisation: UUID, stream: UUID) -> None:
    with scope(organisation):
        ref = vault.put(stream, "content", {"seen": "wie"})
    with pytest.raises(Error, match="only the owner"):
        destroying.erase(organisation, stream, ref, "envelope", now=NOW)
    assert not [one for one in deletions.read() if one.stream == stream]


def test_a_record_that_is_said_to_be_erased_and_is_still_there_is_found(
    organisation: UUID, stream: UUID
) -> None:
    with scope(organisation):
        ref = vault.put(stream, "content", {"seen": "wie"})
        add(stream, 2, [adopted(ref)])
    with as_owner(), scope(organisation):
        add(stream, 3, [RecordErased(str(refs.parts(ref)[0]), "envelope")])
    [found] = checking.verify([organisation]).broken
    assert (found.stream, found.number) == (stream, 4)
    assert "still there" in found.what


def test_a_torn_line_of_the_list_does_not_spoil_the_next(
    organisation: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(settings, "BAKEN_DELETIONS", str(tmp_path / "deletions.log"))
    one, two = (deletions.Deletion(organisation, store.new_stream(), NOW) for _ in range(2))
    deletions.note(one)
    with deletions.path().open("ab") as file:
        file.write(b'{"organisation": "half')
    deletions.note(two)
    assert list(deletions.read()) == [one, two]
    assert deletions.path().stat().st_mode & 0o077 == 0
    deletions.path().write_text('{"organisation": 3}\n')
    with pytest.raises(deletions.DamagedDeletions):
        list(deletions.read())


def test_what_is_not_there_cannot_be_destroyed(organisation: UUID) -> None:
    with as_owner(), pytest.raises(store.LedgerError):
        destroying.destroy(organisation, store.new_stream(), now=NOW)
