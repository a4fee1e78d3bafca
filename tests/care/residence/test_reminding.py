"""A mail that there is something to see, on the days on which the policy warns of a term: at most one a day."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.conf import LazySettings

from baken.care.residence import chores
from baken.core.vocabulary.moments import AMSTERDAM
from baken.mail.models import Owed
from baken.tenancy.scope import scope
from tests.care.residence.staying import Staying, today


@pytest.fixture
def granted(file: Staying, settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> date:
    """A reflection period of thirty days that began yesterday, where mail can be sent."""
    monkeypatch.setattr(chores.sending, "possible", lambda: True)
    day = today(-1)
    file.note("positie", position="reflection", nationality="third_country", dublin="yes")
    file.note("bedenktijd", reflection_granted=day.isoformat(), allowance_asked=day.isoformat())
    return day


def owed(file: Staying, on: date, hour: int = 9) -> list[str]:
    """Let the chore run on a day, and return who is owed a mail by it."""
    with scope(file.town.care.id):
        Owed.objects.all().delete()
    chores.remind(datetime.combine(on, time(hour), AMSTERDAM).astimezone(UTC))
    visitor = {member.id: who for who, member in file.town.members.items()}
    with scope(file.town.care.id):
        return sorted(visitor[one.membership_id] for one in Owed.objects.all())


def test_the_mail_goes_on_the_days_of_the_policy_once_and_on_no_other(file: Staying, granted: date) -> None:
    last = granted + timedelta(days=30)
    told = {}
    for number in range(35):
        on = granted + timedelta(days=1 + number)
        told[(last - on).days] = owed(file, on)
        assert owed(file, on, hour=15) == [], "one a day"
    assert [left for left, who in told.items() if who] == [21, 14, 7, 1, 0, -1]
    assert told[0] == ["care"]
    assert told[-1] == ["care", "director"], "once it is over the process director hears too"


def test_a_day_on_which_nothing_ran_is_made_up_for_and_a_handled_term_is_silent(
    file: Staying, granted: date
) -> None:
    last = granted + timedelta(days=30)
    assert owed(file, granted + timedelta(days=2)) == []
    assert owed(file, last - timedelta(days=19)) == ["care"]
    term = f"termijn/reflection_end_dublin/{last.isoformat()}/"
    assert file.post(term, how="done", words="Gekozen.").status_code == 303
    assert owed(file, last + timedelta(days=1)) == []


def test_nothing_is_owed_where_no_mail_is_sent_from_here(
    file: Staying, granted: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chores.sending, "possible", lambda: False)
    assert owed(file, granted + timedelta(days=9)) == []
