"""Numbers of a period stay what they were when signals of it are destroyed (V22, COMM-05)."""

from datetime import date
from uuid import UUID

from baken.core.figures.periods import earliest_alike
from baken.ledger import datakeys, deletions, destroying, reported
from baken.ledger.models import DestroyedReport
from baken.tenancy.scope import scope
from tests.trust.retention.conftest import Shelf, as_owner


def days(shelf: Shelf, *, question: bool = False) -> dict[bytes, date]:
    with scope(shelf.here):
        return reported.days(question=question)


def test_a_destroyed_signal_still_counts_in_its_period_and_points_to_nobody(shelf: Shelf) -> None:
    """What turns out to be nothing goes first: without it every earlier period would be smaller than the last."""
    gone = [shelf.closed().signal, shelf.closed().signal]
    kept = shelf.closed("handled", "trafficking").signal
    before = days(shelf)
    assert set(before) == {one.bytes for one in (*gone, kept)}
    drawn = shelf.drawn_up()
    shelf.approve(drawn)
    assert shelf.carry_out(drawn) == 2
    after = days(shelf)
    first = [earliest_alike(before[one.bytes]) for one in gone]
    assert sorted(after.values()) == sorted([*first, before[kept.bytes]])
    assert [one for one in after if len(one) == 16] == [kept.bytes], (
        "nothing of the others is left to point with"
    )
    assert days(shelf, question=True) == {}
    with scope(shelf.here):
        assert reported.destroyed(min(first), max(first)) == 2


def test_it_counts_once_also_where_destroying_was_broken_off(shelf: Shelf) -> None:
    gone: UUID = shelf.closed().signal
    noted = deletions.Deletion(shelf.here, gone, shelf.now, "unfounded")
    with as_owner():
        datakeys.destroy(shelf.here, gone)
        assert destroying.finish(noted)
        assert not destroying.finish(noted)
    with scope(shelf.here):
        assert [one.count for one in DestroyedReport.objects.all()] == [1]
