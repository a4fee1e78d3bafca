"""V21, V24: what a request holds of who asked goes two years after the answer, also where it was for erasure."""

from dataclasses import replace
from datetime import timedelta

import pytest

from baken.ledger import checking, datakeys, keeping, store
from baken.ledger.models import VaultRecord
from baken.tenancy.scope import scope
from tests.trust.retention.conftest import Shelf
from tests.trust.rights.conftest import asked


def test_what_a_settled_request_for_erasure_holds_goes_two_years_after_the_answer(shelf: Shelf) -> None:
    case = shelf.closed("handled", "trafficking")
    asking = asked(case, right="erasure")
    asking.search()
    asking.weigh()
    asking.send(f"werkblad/{case.signal}/uitvoeren/", done="erased", reason="terecht")
    asking.write()
    soon = replace(shelf, now=shelf.now + timedelta(days=600))
    with scope(shelf.here):
        before = keeping.from_events([asking.id], soon.now)[asking.id].plan
    assert (before.due, before.goes_at) == (False, None), "what was never answered is not settled"
    assert asking.send("verzonden/", "privacy", outcome="met", channel="post").status_code == 303

    erased = soon.drawn_up()
    soon.approve(erased)
    assert soon.carry_out(erased) == 1
    with scope(shelf.here):
        assert store.load(case.signal).destroyed, "what had to be erased goes at once"
        assert VaultRecord.objects.filter(stream_id=asking.id).exists(), "that it was done well can be shown"

    later = replace(shelf, now=shelf.now + timedelta(days=800))
    drawn = later.drawn_up()
    later.approve(drawn)
    assert later.carry_out(drawn) == 1
    with scope(shelf.here):
        assert store.load(asking.id).destroyed
        assert not VaultRecord.objects.filter(stream_id=asking.id).exists()
    with pytest.raises(datakeys.KeyGone):
        datakeys.fetch(shelf.here, asking.id)
    assert checking.verify([shelf.here]).broken == ()
