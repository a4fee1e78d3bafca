"""An age that was told without a birth date is not sure any more after a year, and the answer says so (RES, V31)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.derive.care_answer import CareAnswer
from baken.core.derive.care_facts import ages
from baken.core.derive.entitlements import entitlements
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.care import AGES, CareFacts
from baken.core.vocabulary.spans import birthday
from baken.project.policies import library

NOTED = date(2025, 3, 1)
POLICY = resolve(library(), "moviera", date(2026, 11, 22))
CHILD = CareFacts(position="none", nationality="third_country", age="minor", age_noted=NOTED)


def ask(facts: CareFacts, on: date) -> CareAnswer:
    return entitlements(POLICY, facts, datetime(on.year, on.month, on.day, 12, tzinfo=UTC))


def age_of(answer: CareAnswer) -> list[str]:
    """What the answer says of an age that was told too long ago."""
    return [one.sentence.nl for one in answer.unknown if "was de leeftijd" in one.sentence.nl]


@pytest.mark.parametrize(
    ("age", "years", "told"),
    [
        ("minor", 0, ("minor", "yes")),
        ("minor", 1, ("unknown", "yes")),
        ("minor", 4, ("unknown", "yes")),
        ("minor", 5, ("unknown", "unknown")),
        ("18_22", 0, ("adult", "yes")),
        ("18_22", 1, ("adult", "unknown")),
        ("23_plus", 30, ("adult", "no")),
        ("adult", 30, ("adult", "unknown")),
    ],
)
def test_an_age_that_can_have_passed_is_not_known_after_a_year(
    age: str, years: int, told: tuple[str, str]
) -> None:
    facts = CareFacts(age=age, age_noted=NOTED)
    assert ages(facts, birthday(NOTED, years)) == told
    assert ages(facts, birthday(NOTED, years + 1) - timedelta(days=1)) == told


def test_a_minor_of_long_ago_is_not_surely_one_and_the_answer_names_what_waits() -> None:
    before, after = ask(CHILD, date(2026, 2, 28)), ask(CHILD, date(2026, 3, 1))
    assert age_of(before) == []
    (sentence,) = age_of(after)
    assert "Op 1 maart 2025 was de leeftijd 'jonger dan 18'" in sentence
    (waits,) = [one.blocks for one in after.unknown if one.id == "birth_date"]
    lost = {one.id for one in before.entitlements} - {one.id for one in after.entitlements}
    assert lost
    assert lost <= set(waits)
    assert not any(one.id == "age" for one in after.unknown), "once, with what to ask"


def test_a_birth_date_or_noting_it_again_makes_it_sure() -> None:
    late = date(2026, 11, 22)
    assert age_of(ask(replace(CHILD, age_noted=late), late)) == []
    assert age_of(ask(replace(CHILD, birth_dates=(date(2012, 1, 1),)), late)) == []
    assert age_of(ask(replace(CHILD, age_noted=None), late)) == [], "told now, as the command has it"


@given(st.sampled_from(sorted(AGES)), st.dates(date(2020, 1, 1), date(2026, 1, 1)), st.integers(0, 4000))
def test_an_age_of_long_ago_never_gives_more_than_the_same_age_told_today(
    age: str, noted: date, later: int
) -> None:
    day = noted + timedelta(days=later)
    facts = CareFacts(position="none", nationality="third_country", age=age, age_noted=noted)
    sure = {one.id for one in ask(replace(facts, age_noted=day), day).entitlements}
    assert {one.id for one in ask(facts, day).entitlements} <= sure
