"""What cannot be so is refused with what to do: days to come, moments out of order, an age that cannot be."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.decide.refusal import Refused
from baken.core.decide.stay_facts import ORDER, must_fit
from baken.core.derive.care_told import contradictions
from baken.core.derive.stay_facts import as_data, changed, goes_back, of_data
from baken.core.vocabulary.care import AGES, AHEAD, MOMENTS, POSITIONS, WORDS, CareFacts

TODAY = date(2026, 11, 22)
days = st.dates(date(1900, 1, 1), date(2090, 12, 31))
unaccompanied = st.sampled_from(["yes", "no", "unknown"])
facts = st.builds(
    CareFacts,
    position=st.sampled_from(sorted(POSITIONS)),
    nationality=st.sampled_from(sorted(WORDS["nationality"])),
    age=st.sampled_from(sorted(AGES)),
    birth_dates=st.lists(days, max_size=2, unique=True).map(lambda found: tuple(sorted(found))),
    choice=st.sampled_from(sorted(WORDS["choice"])),
    statements=st.frozensets(st.sampled_from(sorted(WORDS["statements"]))),
    moments=st.dictionaries(st.sampled_from(sorted(set(MOMENTS) - {"birth_date"})), days, max_size=4),
)


def why(found: CareFacts, *earlier: CareFacts, because: str = "happened", words: str = "") -> str:
    """Why it is refused; nothing where it is taken."""
    try:
        must_fit(found, earlier, because=because, words=words, today=TODAY)
    except Refused as refused:
        return refused.why.nl if all(refused.do) else "says not what to do"
    return ""


@given(facts)
def test_what_was_noted_reads_back_as_it_was(found: CareFacts) -> None:
    assert of_data(as_data(found)) == found
    assert changed(found, of_data(as_data(found))) == ()


@given(facts, facts)
def test_any_two_notes_are_taken_or_refused_with_a_sentence(was: CareFacts, found: CareFacts) -> None:
    assert isinstance(why(found, was, words="w"), str)
    assert changed(was, found) or was == found


def test_only_the_last_day_on_a_permit_may_still_come() -> None:
    for name in set(MOMENTS) - {"birth_date", *AHEAD}:
        assert not why(CareFacts(moments={name: TODAY})), name
        assert "moet nog komen" in why(CareFacts(moments={name: TODAY + timedelta(days=1)})), name
    assert not why(CareFacts(moments={"permit_until": TODAY + timedelta(days=900)}))
    assert "moet nog komen" in why(CareFacts(birth_dates=(TODAY + timedelta(days=1),)))


@pytest.mark.parametrize(("first", "then"), ORDER)
def test_what_follows_from_something_does_not_come_before_it(first: str, then: str) -> None:
    early, late = TODAY - timedelta(days=30), TODAY - timedelta(days=20)
    assert not why(CareFacts(moments={first: early, then: late}))
    assert not why(CareFacts(moments={first: early, then: early}))
    assert "niet eerder" in why(CareFacts(moments={first: late, then: early}))
    assert not why(CareFacts(moments={then: early}))


def test_a_birth_date_fits_the_age_that_was_chosen_or_one_of_two_does() -> None:
    child, adult = date(2012, 1, 1), date(1990, 1, 1)
    assert "past niet bij" in why(CareFacts(age="minor", birth_dates=(adult,)))
    assert "past niet bij" in why(CareFacts(age="23_plus", birth_dates=(child,)))
    assert not why(CareFacts(age="minor", birth_dates=(adult, child)))
    assert not why(CareFacts(age="unknown", birth_dates=(adult,)))
    assert "Zo oud" in why(CareFacts(birth_dates=(date(1890, 1, 1),)))
    assert "voor de geboortedatum" in why(
        CareFacts(birth_dates=(child,), moments={"found": date(2011, 1, 1)})
    )


def test_a_year_that_nobody_lived_through_is_refused() -> None:
    for name in set(MOMENTS) - {"birth_date"}:
        assert "jaar kan niet" in why(CareFacts(moments={name: date(1, 1, 1)})), name
    assert "jaar kan niet" in why(CareFacts(moments={"permit_until": date.max}))
    assert "Zo oud" in why(CareFacts(birth_dates=(date.min,)))


def test_a_birthday_today_counts_and_one_of_tomorrow_does_not() -> None:
    assert not why(CareFacts(age="adult", birth_dates=(date(2008, 11, 22),)))
    assert not why(CareFacts(age="minor", birth_dates=(date(2008, 11, 23),)))
    assert "past niet bij" in why(CareFacts(age="minor", birth_dates=(date(2008, 11, 22),)))


def test_going_back_to_an_earlier_position_needs_its_own_reason_in_words() -> None:
    here, there = CareFacts(position="reflection"), CareFacts(position="b8_cooperation")
    assert goes_back([here, there], here)
    assert "eerder geweest" in why(here, here, there)
    assert "waarom" in why(here, here, there, because="back")
    assert not why(here, here, there, because="back", words="Bezwaar toegewezen.")
    assert not why(here, here, there, because="mistake", words="Verkeerd gelezen.")
    assert not goes_back([here], here)
    assert not goes_back([here, CareFacts()], replace(here, dublin="yes"))


def test_the_same_again_is_not_noted_twice_and_a_late_discovery_says_how() -> None:
    here = CareFacts(position="reflection", dublin="no")
    assert "stond er al" in why(here, here)
    assert "waarom" in why(replace(here, dublin="yes"), here, because="discovered")
    assert not why(replace(here, dublin="yes"), here, because="discovered", words="Brief van de IND.")


@pytest.mark.parametrize(
    ("told", "fits"),
    [
        ({"position": "dutch", "nationality": "third_country"}, False),
        ({"position": "reflection", "nationality": "dutch"}, False),
        ({"position": "reflection", "nationality": "eu", "dublin": "yes"}, False),
        ({"position": "dutch", "dublin": "yes"}, False),
        ({"position": "reflection", "nationality": "eu"}, True),
        ({"position": "reflection", "nationality": "third_country", "dublin": "yes"}, True),
        ({"nationality": "dutch"}, True),
    ],
)
def test_a_position_a_nationality_and_a_dublin_case_go_together(told: dict[str, str], fits: bool) -> None:
    """RES-02: a wrong Dublin case makes a period of three months one of thirty days."""
    assert (why(CareFacts(**told)) == "") == fits


GRANTED, BEFORE, AFTER = (TODAY - timedelta(days=days) for days in (100, 200, 50))


@pytest.mark.parametrize(
    ("told", "moments", "fits"),
    [
        ({"age": "adult", "unaccompanied": "yes"}, {}, False),
        ({"age": "18_22", "unaccompanied": "yes"}, {}, False),
        ({"birth_dates": (date(1990, 1, 1),), "unaccompanied": "yes"}, {}, False),
        ({"birth_dates": (date(1990, 1, 1), date(2012, 1, 1)), "unaccompanied": "yes"}, {}, True),
        ({"age": "minor", "unaccompanied": "yes"}, {}, True),
        ({"age": "adult", "unaccompanied": "no"}, {}, True),
        ({"position": "none"}, {"permit_granted": GRANTED}, False),
        ({"position": "reflection"}, {"permit_granted": GRANTED}, False),
        ({"position": "reflection"}, {"permit_granted": GRANTED, "reflection_granted": BEFORE}, False),
        ({"position": "reflection"}, {"permit_granted": GRANTED, "reflection_granted": AFTER}, True),
        ({"position": "none"}, {"permit_granted": GRANTED, "permit_ended": AFTER}, True),
        ({"position": "b8_without"}, {"permit_granted": GRANTED}, True),
    ],
)
def test_a_grown_unaccompanied_minor_and_a_position_from_before_the_permit_are_refused(
    told: dict[str, Any], moments: dict[str, date], fits: bool
) -> None:
    assert (why(CareFacts(**told, moments=moments)) == "") == fits


@given(
    facts.map(lambda one: replace(one, moments={})), st.sampled_from(["yes", "no", "unknown"]), unaccompanied
)
def test_the_pages_refuse_whatever_the_command_refuses(found: CareFacts, dublin: str, alone: str) -> None:
    """One place for the rules: of two birth dates the pages take an age that fits one of them, and no more."""
    told = replace(found, dublin=dublin, unaccompanied=alone)
    if contradictions(told, TODAY) and len(told.birth_dates) < 2:
        assert why(told)


def test_who_came_of_age_since_the_last_note_keeps_no_other_page_from_being_noted() -> None:
    was = CareFacts(birth_dates=(date(2008, 11, 22),), unaccompanied="yes")
    assert not why(replace(was, position="asylum"), was)
    assert "past niet bij elkaar" in why(was)
    assert "past niet bij elkaar" in why(replace(was, age="adult"), was)
    assert not why(replace(was, unaccompanied="no"), was)
