"""The terms of client files as their lists show them: what the events say, and nothing about anybody."""

from datetime import date
from uuid import UUID

from baken.core.decide import residence as decide
from baken.core.derive.residence import Term, fold
from baken.core.events import client as past
from baken.ledger import deadlines, rebuilding, store
from baken.ledger.models import DeadlineRow
from baken.tenancy.scope import scope
from tests.ledger.happening import NOW
from tests.ledger.test_projections import happen

LATE = Term("b8", date(2026, 12, 1), date(2026, 11, 25))
SOON = Term("nidos", date(2026, 12, 30), date(2026, 12, 10))


def opened() -> past.ClientOpened:
    return past.ClientOpened("own", None, None, "g", "unknown", "2026-04-01", "v")


def a_client(*due: Term) -> UUID:
    """A client file in which these terms run."""
    stream = store.new_stream()
    happen(stream, "", [opened()], kind="client")
    note(stream, *due)
    return stream


def note(stream: UUID, *due: Term, because: str = "happened") -> None:
    """Note what now counts in a file."""
    state = fold(store.load(stream).happened)
    events = decide.note(state, facts="v", because=because, due=due, now=NOW)
    happen(stream, "", list(events), kind="client")


def test_what_waits_stands_in_one_list_over_all_files_the_first_to_end_on_top(inside: UUID) -> None:
    first, second = a_client(SOON), a_client(LATE, SOON)
    rows = deadlines.open_ones()
    assert [(row.deadline, row.on) for row in rows] == [
        ("b8", LATE.on),
        ("nidos", SOON.on),
        ("nidos", SOON.on),
    ]
    assert {row.stream_id for row in rows[1:]} == {first, second}
    assert [row.deadline for row in deadlines.missed(date(2026, 12, 2))] == ["b8"]
    assert deadlines.missed(LATE.on) == []
    assert [row.deadline for row in deadlines.pressing(date(2026, 11, 25))] == ["b8"]
    assert deadlines.first_of_each() == {first: SOON.on, second: LATE.on}


def test_what_was_handled_leaves_the_list_and_a_change_stands_until_it_was_read(inside: UUID) -> None:
    stream = a_client(SOON, LATE)
    state = fold(store.load(stream).happened)
    handled = decide.handle(state, key=(LATE.id, LATE.on), how="done", note="v")
    happen(stream, "", list(handled), kind="client")
    note(stream, Term("nidos", date(2026, 12, 20), SOON.warn_on), because="discovered")
    assert [(row.deadline, row.on) for row in deadlines.open_ones()] == [("nidos", date(2026, 12, 20))]
    (row,) = deadlines.changed()
    assert (row.on, row.became, row.because) == (SOON.on, date(2026, 12, 20), "discovered")
    happen(stream, "", list(decide.seen(fold(store.load(stream).happened))), kind="client")
    assert deadlines.changed() == []


def test_the_rows_are_made_again_as_they_were(inside: UUID) -> None:
    note(a_client(SOON, LATE), SOON)
    before = sorted(DeadlineRow.objects.values(), key=str)
    rebuilding.rebuild(inside)
    with scope(inside):
        assert sorted(DeadlineRow.objects.values(), key=str) == before
    assert before
