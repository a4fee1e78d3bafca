"""V21: why somebody did something with rights, keys or a policy goes after its term, and comes back from no backup.

The two streams of an organisation on which that stands never go themselves.
"""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection

from baken.core.events.keys import RecoveryAsked, RecoveryRefused
from baken.core.vocabulary.retention import ERASED_WHAT
from baken.jobs.everywhere import SomeFailed
from baken.ledger import checking, deletions, people, postkeys, reasons, store, vault
from baken.ledger.models import DestroyedCount, VaultRecord
from baken.posts import recovery
from baken.tenancy.scope import scope
from baken.trust.emergency import actions as emergency
from baken.trust.emergency import queries
from baken.trust.retention import carrying, chores
from tests.tenants import things
from tests.tenants.town import Town
from tests.trust.retention.conftest import Shelf, as_owner

TERM = timedelta(days=2 * 365 + 2)
NOTE, ASKED, REFUSED = "Kanarie in nood.", "Kanarie die vroeg.", "Kanarie die weigerde."


def take(town: Town, at: datetime) -> None:
    with scope(town.woerden.id):
        emergency.take(reason="nobody_there", note=NOTE, hours=1, actor=town.actor("coordinator"), now=at)


def recover(town: Town, at: datetime) -> tuple[str, str]:
    """A request to recover a key and its refusal, as the ledger has them."""
    request, who = str(uuid4()), town.members["focal_point"].id
    with scope(town.woerden.id):
        asked, refused = (
            vault.put(town.woerden.id, recovery.VAULT_KIND, {"text": one}) for one in (ASKED, REFUSED)
        )
        events = [
            RecoveryAsked(request, str(uuid4()), 1, str(who), 1, "lost", asked),
            RecoveryRefused(request, str(who), refused),
        ]
        for event in events:
            postkeys.tell([event], by=who, now=at)
    return asked, refused


def erase(shelf: Shelf, now: datetime) -> int:
    with as_owner():
        return carrying.erase_reasons(shelf.here, now)


def test_a_reason_goes_after_its_term_and_that_it_was_done_stays(shelf: Shelf) -> None:
    asked, refused = recover(shelf.town, shelf.town.now)
    take(shelf.town, shelf.now)
    ends = shelf.town.now + TERM
    assert erase(shelf, shelf.now) == 0, "nothing goes before its term"
    assert erase(shelf, ends) == 2
    assert erase(shelf, ends) == 0
    with scope(shelf.here):
        assert reasons.words(shelf.here, [asked, refused]) == dict.fromkeys(
            [asked, refused], "(gewist na de bewaartermijn)"
        )
        assert recovery.reason_of(asked) == "(gewist na de bewaartermijn)"
        assert [one.note for one in queries.taken(ends)] == [NOTE]
        (request,) = recovery.requests().values()
        assert request.refusal == refused
        assert not VaultRecord.objects.filter(stream_id=shelf.here, kind=recovery.VAULT_KIND).exists()
        assert DestroyedCount.objects.get(category="reasons").count == 2
    assert erase(shelf, shelf.now + TERM) == 1
    with scope(shelf.here):
        assert [(one.note, one.who) for one in queries.taken(ends)] == [
            ("(gewist na de bewaartermijn)", "Persoon coordinator")
        ]
    assert checking.verify([shelf.here]).broken == ()


def test_the_page_of_the_supervisor_says_that_it_was_erased(shelf: Shelf) -> None:
    take(shelf.town, shelf.town.now)
    shelf.town.visit(shelf.client, "supervisor")
    assert NOTE in shelf.client.get("/verantwoording/noodtoegang/").content.decode()
    erase(shelf, shelf.town.now + TERM)
    page = shelf.client.get("/verantwoording/noodtoegang/").content.decode()
    assert NOTE not in page
    assert "(gewist na de bewaartermijn)" in page


def test_what_a_backup_brings_back_goes_again(shelf: Shelf) -> None:
    """As after a restore: the list of deletions names a record that is there."""
    take(shelf.town, shelf.town.now)
    with scope(shelf.here):
        (old,) = reasons.written(before=shelf.now)
        record = VaultRecord.objects.get(kind="emergency").id
    deletions.note(deletions.Deletion(shelf.here, old.stream, shelf.now, "reasons", record, "reason"))
    with as_owner():
        assert carrying.replay() == 1
        assert carrying.replay() == 0
    with scope(shelf.here):
        assert not VaultRecord.objects.filter(id=record).exists()
        assert reasons.written(before=shelf.now) == []
    assert checking.verify([shelf.here]).broken == ()


def test_it_is_noted_before_it_goes_with_a_word_of_a_list_and_without_what_was_written(shelf: Shelf) -> None:
    take(shelf.town, shelf.town.now)
    erase(shelf, shelf.town.now + TERM)
    (noted,) = deletions.read()
    assert (noted.category, noted.what in ERASED_WHAT) == ("reasons", True)
    assert NOTE not in deletions.path().read_text()


def test_the_application_erases_none(shelf: Shelf) -> None:
    take(shelf.town, shelf.town.now)
    with pytest.raises(SomeFailed, match="0 things"):
        carrying.erase_reasons(shelf.here, shelf.town.now + TERM)
    assert list(deletions.read()) == []
    with scope(shelf.here):
        assert [one.note for one in queries.taken(shelf.now)] == [NOTE]


def test_after_erasing_rights_and_policies_change_as_before(shelf: Shelf) -> None:
    recover(shelf.town, shelf.town.now)
    take(shelf.town, shelf.town.now)
    with as_owner():
        chores.erase_reasons(shelf.town.now + TERM)
    take(shelf.town, shelf.now)
    recover(shelf.town, shelf.now)
    things.adopt(shelf.town)
    with scope(shelf.here), connection.cursor() as cursor:
        assert len(queries.taken(shelf.now)) == 2
        assert people.rights().emergencies
        cursor.execute("SELECT count(*) FROM ledger_event WHERE type = 'record.erased'")
        assert cursor.fetchone() == (3,)
        assert store.load(shelf.here).events
    assert checking.verify([shelf.here]).broken == ()
