"""The calendar, through the door by which a stay is noted: months that are shorter, leap years, midnight here."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest

from baken.care.residence import actions, reading
from baken.care.residence.forms import answered, initial
from baken.care.residence.parts import PARTS
from baken.core.decide.refusal import Refused
from baken.core.derive.care_facts import is_worn
from baken.core.derive.residence import Deadline, standing
from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.core.vocabulary.spans import birthday
from baken.ledger import deadlines
from baken.tenancy.scope import scope
from tests.care.residence.staying import Staying, staying


def note(file: Staying, at: datetime, part: str, **told: object) -> dict[str, date]:
    """Note one page at a moment, and return the terms that then wait."""
    with scope(file.town.care.id):
        actions.note(
            file.id,
            lambda own: answered(PARTS[part], own, told, civil_date(at)),
            because="happened",
            told={},
            actor=file.town.actor("care"),
            now=at,
            command_id=uuid4(),
        )
        return {one.id: one.on for one in reading.of(file.stream, at).state.open}


@pytest.mark.parametrize(
    ("granted", "last"),
    [
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2026, 11, 28), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2027, 11, 29), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 5, 29)),
        (date(2027, 12, 31), date(2028, 3, 31)),
    ],
)
def test_three_months_end_on_a_day_that_there_is(file: Staying, granted: date, last: date) -> None:
    at = datetime.combine(granted + timedelta(days=1), datetime.min.time(), AMSTERDAM)
    note(file, at, "positie", position="reflection", nationality="third_country", dublin="no")
    assert note(file, at, "bedenktijd", reflection_granted=granted, allowance_asked=granted) == {
        "reflection_end": last
    }


def test_whoever_is_born_on_29_february_is_of_age_on_1_march_of_a_common_year(file: Staying) -> None:
    at = datetime(2026, 12, 1, 12, tzinfo=UTC)
    found = note(file, at, "persoon", age="minor", birth_date=date(2012, 2, 29))
    assert found["minor_until"] == date(2030, 2, 1), (
        "outside the vault only the month: no list tells a birth date"
    )
    with scope(file.town.care.id):
        stay = reading.of(file.stream, at)
        (one,) = [one for one in stay.state.open if one.id == "minor_until"]
        assert stay.last_day(one) == date(2030, 2, 28)


def test_a_day_begins_and_a_term_ends_at_midnight_in_amsterdam(file: Staying) -> None:
    day = date(2026, 12, 1)
    before = datetime(2026, 11, 30, 23, 59, 59, tzinfo=AMSTERDAM)
    note(file, before, "positie", position="reflection", dublin="yes")
    with pytest.raises(Refused):
        note(file, before, "bedenktijd", reflection_granted=day)
    told = {"reflection_granted": day, "allowance_asked": day}
    on = note(file, before + timedelta(seconds=1), "bedenktijd", **told)["reflection_end_dublin"]
    assert on == date(2026, 12, 31)
    last = datetime(2026, 12, 31, 23, 59, 59, tzinfo=AMSTERDAM)
    (one,) = reading_of(file, last)
    assert standing(one, civil_date(last)) == "today"
    assert standing(one, civil_date(last + timedelta(seconds=1))) == "missed"
    with scope(file.town.care.id):
        assert deadlines.missed(civil_date(last)) == []
        assert len(deadlines.missed(civil_date(last + timedelta(seconds=1)))) == 1


def reading_of(file: Staying, at: datetime) -> tuple[Deadline, ...]:
    """The terms that wait."""
    with scope(file.town.care.id):
        return reading.of(file.stream, at).state.open


def test_an_age_without_a_birth_date_is_asked_again_after_a_year_and_noting_the_same_is_news(
    db: None,
) -> None:
    """Otherwise somebody who was a minor once is one for ever."""
    file = staying(age="minor")
    opened = civil_date(file.town.now)
    first = datetime.combine(opened + timedelta(days=200), time(12), AMSTERDAM)
    note(file, first, "persoon", age="minor", exploitation=["labour"])

    def sure(at: datetime) -> tuple[date | None, bool]:
        with scope(file.town.care.id):
            stay = reading.of(file.stream, at)
        return stay.facts.age_noted, not is_worn(stay.facts, stay.today)

    assert sure(first) == (opened, True), "what the file told is no newer by being copied"
    note(file, first, "positie", position="asylum")
    late = datetime.combine(birthday(opened, 1), time(12), AMSTERDAM)
    assert sure(late) == (opened, False)
    with scope(file.town.care.id):
        assert (
            initial(PARTS["persoon"], reading.of(file.stream, late).facts, civil_date(late))["age"]
            == "unknown"
        )
    note(file, late, "positie", position="none")
    assert sure(late) == (opened, False), "another page says nothing of an age"
    note(file, late, "persoon", age="minor", exploitation=["labour"])
    assert sure(late) == (civil_date(late), True)
    with pytest.raises(Refused, match="was there already"):
        note(file, late + timedelta(days=9), "persoon", age="minor", exploitation=["labour"])


def test_who_came_of_age_keeps_no_other_page_from_being_noted(file: Staying) -> None:
    at = datetime(2026, 12, 1, 12, tzinfo=UTC)
    note(file, at, "persoon", age="minor", birth_date=date(2012, 2, 29))
    later = datetime(2030, 6, 1, 12, tzinfo=UTC)
    note(file, later, "positie", position="asylum")
    with pytest.raises(Refused):
        note(file, later, "persoon", age="minor", birth_date=date(2012, 2, 28))


def test_a_step_with_a_day_stands_in_the_work_list_and_is_missed_until_it_was_done(file: Staying) -> None:
    """CARE-12: a child without a guardian. The day runs from when the file was opened, and what was done ends it."""
    opened = civil_date(file.town.now)
    at = datetime.combine(opened, time(12), AMSTERDAM)
    told = {"age": "minor", "unaccompanied": "yes", "exploitation": ["labour"]}
    note(file, at, "positie", nationality="third_country", found=opened)
    assert note(file, at, "persoon", **told)["tell_nidos"] == opened + timedelta(days=1)
    late = at + timedelta(days=3)
    with scope(file.town.care.id):
        assert "tell_nidos" in {one.deadline for one in deadlines.missed(civil_date(late))}
    note(file, late, "persoon", **told, guardian_asked=civil_date(late))
    with scope(file.town.care.id):
        assert "tell_nidos" not in {one.deadline for one in deadlines.open_ones()}
        assert "tell_nidos" in {one.id for one in reading.of(file.stream, late).state.handled}
