"""What the told facts of one client mean on a day: the age, and what happened already."""

from collections.abc import Mapping
from datetime import date

from baken.core.vocabulary.care import AHEAD, MOMENTS, UNKNOWN, CareFacts
from baken.core.vocabulary.facts import Value
from baken.core.vocabulary.spans import age_on, birthday

FULL_AGE, YOUNG = 18, 23
_BANDS: Mapping[str, tuple[str, str]] = {
    "minor": ("minor", "yes"),
    "18_22": ("adult", "yes"),
    "23_plus": ("adult", "no"),
    "adult": ("adult", UNKNOWN),
    UNKNOWN: (UNKNOWN, UNKNOWN),
}
_PASSES = ("minor", "18_22")
"""The ages that somebody leaves again by growing older."""


def is_worn(facts: CareFacts, today: date) -> bool:
    """Whether an age was told without a birth date, and a year or more ago: it may be another by now."""
    noted = facts.age_noted
    return (
        not facts.birth_dates and facts.age in _PASSES and noted is not None and today >= birthday(noted, 1)
    )


def _worn(facts: CareFacts, today: date) -> tuple[str, str]:
    """Who was under 18 is not 23 within five years; who was 18 or older stays of age. The rest is not known."""
    if facts.age != "minor":
        return "adult", UNKNOWN
    sure = facts.age_noted is not None and today < birthday(facts.age_noted, YOUNG - FULL_AGE)
    return UNKNOWN, "yes" if sure else UNKNOWN


def ages(facts: CareFacts, today: date) -> tuple[str, str]:
    """Return whether the client is a minor and whether under 23, today; unknown where birth dates disagree.

    An age without a birth date is not sure any more after a year.
    """
    if is_worn(facts, today):
        return _worn(facts, today)
    if not facts.birth_dates:
        return _BANDS[facts.age]
    years = {age_on(born, today) for born in facts.birth_dates}
    minor, young = {age < FULL_AGE for age in years}, {age < YOUNG for age in years}
    return (
        UNKNOWN if len(minor) > 1 else "minor" if minor == {True} else "adult",
        UNKNOWN if len(young) > 1 else "yes" if young == {True} else "no",
    )


def moments(facts: CareFacts, today: date) -> dict[str, date]:
    """Return the moments that came, and the birth date that makes somebody of age first; not what lies ahead."""
    found = {
        name: day
        for name, day in facts.moments.items()
        if name in MOMENTS and (day <= today or name in AHEAD)
    }
    if facts.birth_dates:
        found["birth_date"] = min(facts.birth_dates)
    return found


def _choice(told: str, came: Mapping[str, date]) -> str:
    """A complaint that was filed says what was chosen, where nobody told it."""
    if told != UNKNOWN:
        return told
    return "complaint" if "complaint" in came else "cooperation" if "cooperation_given" in came else UNKNOWN


def _dublin(facts: CareFacts, *, dutch: bool) -> str:
    """The Dublin Regulation is about people from outside the Union."""
    return "no" if facts.dublin == UNKNOWN and (dutch or facts.nationality == "eu") else facts.dublin


def world(facts: CareFacts, today: date) -> dict[str, Value]:
    """Return the facts as the conditions of a policy read them."""
    age, under_23 = ages(facts, today)
    came = moments(facts, today)
    dutch = facts.position == "dutch" or (facts.position == UNKNOWN and facts.nationality == "dutch")
    nobody = age == "adult" or dutch
    return {
        "position": "dutch" if dutch else facts.position,
        "nationality": "dutch" if dutch else facts.nationality,
        "unaccompanied": "no" if nobody and facts.unaccompanied == UNKNOWN else facts.unaccompanied,
        "dublin": _dublin(facts, dutch=dutch),
        "choice": _choice(facts.choice, came),
        "role": facts.role,
        "stays": facts.stays,
        "registration": facts.registration,
        "age": age,
        "under_23": under_23,
        "hindrances": facts.hindrances | ({"minority"} if age == "minor" else set()),
        "statements": facts.statements,
        "exploitation": facts.exploitation,
        "happened": frozenset(
            name for name, day in came.items() if day < today or (day == today and name not in AHEAD)
        ),
    }
