"""The fields of the programme refuse days that cannot be meant, and say so at the field."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.common import asking

TODAY = civil_date(now())


@pytest.mark.parametrize("text", ["31-09-2026", "2026-09-31", "overmorgen", "31 september"])
def test_a_day_that_does_not_exist_says_how_to_write_one(text: str) -> None:
    with pytest.raises(ValidationError) as refused:
        asking.day("Wanneer?").clean(text)
    assert "22-11-2026" in refused.value.messages[0]


@pytest.mark.parametrize("text", ["2026-11-03", "3-11-2026", "03/11/2026"])
def test_a_day_is_understood_however_it_is_written(text: str) -> None:
    assert asking.day("Wanneer?").clean(text) == date(2026, 11, 3)


def test_a_plan_is_for_today_or_later_and_a_deed_for_today_or_earlier() -> None:
    yesterday, tomorrow = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    assert asking.coming(TODAY) == asking.been(TODAY) == TODAY
    for refuses, day in (
        (asking.coming, yesterday),
        (asking.been, tomorrow),
        (asking.coming, date(9999, 1, 1)),
        (asking.been, date(1899, 1, 1)),
        (asking.not_too_far, date(1899, 1, 1)),
    ):
        with pytest.raises(ValidationError):
            refuses(day)


def test_a_number_is_not_below_what_can_be() -> None:
    with pytest.raises(ValidationError) as refused:
        asking.number("Hoeveel?", most=100).clean("-1")
    assert "0" in refused.value.messages[0]
