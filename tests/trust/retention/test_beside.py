"""V21: what lies beside the signals goes too, by the same list: requests of people concerned, and data leaks."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from baken.ledger import datakeys, keeping, matters
from baken.ledger.models import RetentionRow, VaultRecord
from baken.tenancy.scope import scope
from baken.trust.incidents import actions as incidents
from baken.trust.retention import chores
from baken.trust.rights import actions as requests
from tests.trust.retention.conftest import Shelf

YEARS = timedelta(days=6 * 366)


def request(shelf: Shelf, *, answered: bool) -> UUID:
    """Register a request, which is withdrawn where it is answered."""
    by = {"actor": shelf.town.actor("privacy"), "now": shelf.town.now}
    with scope(shelf.here):
        made = requests.register(
            right="access",
            received_on=shelf.town.today,
            identity="in_person",
            who={"name": "Radu Kanarie", "reach": "", "asked": ""},
            command_id=uuid4(),
            **by,
        )
        if answered:
            requests.answered(request=made, outcome="withdrawn", channel="post", command_id=uuid4(), **by)
    return made


def leak(shelf: Shelf) -> UUID:
    """Report a leak, and leave it."""
    with scope(shelf.here):
        return incidents.report(
            what="lost",
            where="own",
            ongoing="no",
            discovered_at=shelf.town.now,
            told="Een telefoon is kwijt.",
            actor=shelf.town.actor("privacy"),
            now=shelf.town.now,
            command_id=uuid4(),
        )


def test_what_was_settled_goes_in_the_end_and_what_runs_stays(shelf: Shelf) -> None:
    gone, running, left = request(shelf, answered=True), request(shelf, answered=False), leak(shelf)
    assert not shelf.plan(gone).plan.due
    shelf.now += YEARS
    assert {one: shelf.plan(one).plan.due for one in (gone, running, left)} == {
        gone: True,
        running: False,
        left: False,
    }
    page = shelf.get("archivist").content.decode()
    assert "Een verzoek van een betrokkene" in page
    assert "Kanarie" not in page
    drawn = shelf.drawn_up()
    assert "Een verzoek van een betrokkene" in shelf.get("archivist", f"lijst/{drawn}/").content.decode()
    shelf.approve(drawn)
    assert shelf.carry_out(drawn) == 1
    with scope(shelf.here):
        assert [one.id for one in matters.every("request")] == [running]
        assert not VaultRecord.objects.filter(stream_id=gone).exists()
        assert not RetentionRow.objects.filter(stream_id=gone).exists()
    with pytest.raises(datakeys.KeyGone):
        datakeys.fetch(shelf.here, gone)
    assert shelf.state(drawn).counts == {"request": 1}


def test_rows_and_events_agree_and_what_has_no_row_yet_gets_one(shelf: Shelf) -> None:
    made = request(shelf, answered=True)
    with scope(shelf.here):
        before = shelf.plan(made)
        assert keeping.from_events([made], shelf.now)[made].kept == before.kept
        RetentionRow.objects.all().delete()
    assert chores.note(shelf.now) == 1
    assert chores.note(shelf.now) == 0
    assert shelf.plan(made) == before
