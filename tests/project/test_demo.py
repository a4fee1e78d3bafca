"""The demonstration is whole: real work, at every stage, in three municipalities, with nothing real in it."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from baken.ledger import checking
from baken.ledger.models import ClientRow, DeadlineRow, NotificationRow, SignalRow
from baken.project import demo
from baken.project.demo.stories import stories
from baken.tenancy.models import Organisation
from baken.tenancy.scope import scope

TODAY = datetime(2026, 11, 22, 13, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> dict[str, list[SignalRow]]:
    """The demonstration, as of a fixed day, per municipality; made once, read, and taken back."""
    found = {}
    with django_db_blocker.unblock(), transaction.atomic():
        demo.make(TODAY)
        for organisation in Organisation.objects.filter(kind="municipality"):
            with scope(organisation.id):
                found[organisation.slug] = list(SignalRow.objects.all())
        with scope(Organisation.objects.get(kind="care").id):
            open_ = set(ClientRow.objects.values_list("open", flat=True))
            assert open_ == {True, False}, "the care organisation has files to look at"
            assert DeadlineRow.objects.exists(), "and a term that runs"
            [together] = set(
                ClientRow.objects.exclude(group_id=None).values_list("notification_id", flat=True)
            )
            assert NotificationRow.objects.get(stream_id=together).named, (
                "files are opened for people with a name"
            )
        assert checking.verify(Organisation.objects.values_list("id", flat=True)).broken == ()
        transaction.set_rollback(True)
    return found


def test_at_least_twenty_four_signals_over_a_year_in_three_municipalities(
    told: dict[str, list[SignalRow]],
) -> None:
    assert sum(len(rows) for rows in told.values()) == len(stories()) >= 24
    assert min(len(rows) for rows in told.values()) >= 6
    moments = [row.reported_at for rows in told.values() for row in rows]
    assert (max(moments) - min(moments)).days > 330
    assert max(moments) <= TODAY


def test_there_is_a_signal_at_every_stage(told: dict[str, list[SignalRow]]) -> None:
    stages = Counter(row.stage for rows in told.values() for row in rows)
    assert set(stages) == {"new", "received", "enriching", "assessed", "handed_over", "answered", "closed"}, (
        stages
    )


def test_every_form_of_exploitation_and_every_kind_of_reporter_occurs(
    told: dict[str, list[SignalRow]],
) -> None:
    rows = [row for found in told.values() for row in found]
    assert {form for row in rows for form in row.forms} == {"sexual", "labour", "criminal", "organ_removal"}
    assert {row.reporter for row in rows} == {"staff", "professional", "resident", "victim"}
    assert {row.reporter_named for row in rows} == {True, False}
