"""Lists: every row once, newest first, page after page, with as many queries for few rows as for many."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.ledger import lists
from baken.ledger.models import NotificationRow, Obligation, SignalRow
from baken.tenancy.scope import NoScope, scope
from tests.ledger.happening import NOW


def a_row(organisation: UUID, at: datetime, **changed: object) -> SignalRow:
    words = {
        "organisation_id": organisation,
        "stream_id": uuid4(),
        "reference": "ABCDEF",
        "number": 1,
        "stage": "reported",
        "reported_at": at,
        "last_at": at,
        "reporter": "staff",
        "reporter_named": False,
        "question": False,
        "forms": [],
        "urgency": "unknown",
        "urgency_claimed": "unknown",
        "assessment": "open",
        "closed": False,
        "answered": False,
        "bundle": "",
        "engine_version": 1,
    }
    return SignalRow(**{**words, **changed})


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hours=st.lists(st.integers(0, 5), max_size=14), limit=st.integers(1, 6))
def test_the_pages_together_are_the_whole_list_in_order(db: None, hours: list[int], limit: int) -> None:
    organisation = uuid4()
    with scope(organisation):
        SignalRow.objects.bulk_create(a_row(organisation, NOW - timedelta(hours=hour)) for hour in hours)
        found, after, pages = [], None, 0
        while True:
            page = lists.signals(after=after, limit=limit)
            found += page.rows
            pages += 1
            if page.after is None:
                break
            after = lists.cursor(str(page.after))
        places = [(row.reported_at, row.stream_id) for row in found]
        assert places == sorted(set(places), reverse=True)
        assert len(found) == len(hours)
        assert pages == max(1, -(-len(hours) // limit))


def test_a_row_that_comes_in_above_shifts_nothing(inside: UUID) -> None:
    SignalRow.objects.bulk_create(a_row(inside, NOW - timedelta(hours=hour)) for hour in range(4))
    first = lists.signals(limit=2)
    a_row(inside, NOW + timedelta(hours=1)).save(force_insert=True)
    second = lists.signals(limit=2, after=first.after)
    assert [row.reported_at for row in second.rows] == [NOW - timedelta(hours=2), NOW - timedelta(hours=3)]


def test_filters_keep_what_fits(inside: UUID) -> None:
    SignalRow.objects.bulk_create(
        [
            a_row(inside, NOW, closed=True, stage="closed"),
            a_row(inside, NOW, reference="ZZZZZZ"),
            a_row(inside, NOW - timedelta(days=9)),
        ]
    )
    assert len(lists.signals(closed=True).rows) == 1
    assert len(lists.signals(closed=False).rows) == 2
    assert len(lists.signals(stage="closed").rows) == 1
    assert len(lists.signals(reference="ZZZZZZ").rows) == 1
    assert len(lists.signals(since=NOW - timedelta(days=1)).rows) == 2


@pytest.mark.parametrize("written", ["", "x", "é", "AAAA", "A" * 32, "/" * 32, "A" * 5_000])
def test_a_cursor_that_somebody_made_up_breaks_nothing(inside: UUID, written: str) -> None:
    made = lists.cursor(written)
    assert lists.signals(after=made).rows == ()


def test_ten_rows_take_as_many_queries_as_one(inside: UUID, django_assert_num_queries: object) -> None:
    for _ in range(2):
        SignalRow.objects.bulk_create(a_row(inside, NOW) for _ in range(9))
        with django_assert_num_queries(2):  # type: ignore[operator]
            page = lists.signals()
            lists.owed_on(row.stream_id for row in page.rows)


def test_what_is_due_first_is_owed_first(inside: UUID) -> None:
    stream, other = uuid4(), uuid4()
    Obligation.objects.bulk_create(
        Obligation(organisation_id=inside, stream_id=where, step=step, partner="", since=NOW, due_at=due)
        for where, step, due in [
            (stream, "no-term", None),
            (stream, "later", NOW + timedelta(days=9)),
            (other, "sooner", NOW + timedelta(days=1)),
        ]
    )
    assert [one.step for one in lists.owed()] == ["sooner", "later", "no-term"]
    assert [one.step for one in lists.owed(due_before=NOW + timedelta(days=2))] == ["sooner"]
    assert {one.step for one in lists.owed_on([stream])[stream]} == {"no-term", "later"}
    assert lists.owed_on([uuid4()]).popitem()[1] == ()


def test_hand_overs_that_arrived_are_listed_newest_first(inside: UUID) -> None:
    NotificationRow.objects.bulk_create(
        NotificationRow(
            organisation_id=inside,
            stream_id=uuid4(),
            reference="ABCDEF",
            number=1,
            sender=uuid4(),
            sender_name="Hier",
            referral=uuid4(),
            purpose="p",
            ground="g",
            named=False,
            answer_asked=True,
            received_at=NOW - timedelta(hours=hour),
            last_at=NOW,
            engine_version=1,
        )
        for hour in (2, 0, 1)
    )
    first = lists.notifications(limit=2)
    rest = lists.notifications(limit=2, after=first.after)
    assert [NOW - row.received_at for row in (*first.rows, *rest.rows)] == [
        timedelta(hours=hour) for hour in (0, 1, 2)
    ]
    assert rest.after is None


def test_another_organisations_rows_are_not_listed(inside: UUID) -> None:
    a_row(inside, NOW).save(force_insert=True)
    with scope(uuid4()):
        assert lists.signals().rows == ()
        assert lists.owed() == ()


def test_without_a_scope_there_is_no_list(db: None) -> None:
    with pytest.raises(NoScope):
        lists.signals()
