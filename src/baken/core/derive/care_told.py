"""Facts of one client as told in JSON or YAML by somebody outside, read strictly; every mistake is one line."""

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from baken.core.derive.care_fits import Clash, clashes
from baken.core.derive.told import choose, kind_of, not_one_of, shown
from baken.core.vocabulary.care import AHEAD, MOMENTS, ORDER, UNKNOWN, WORDS, CareFacts
from baken.core.vocabulary.spans import age_on

_CLOSED = (
    "position",
    "nationality",
    "age",
    "unaccompanied",
    "dublin",
    "choice",
    "role",
    "stays",
    "registration",
)
_SETS = ("hindrances", "statements", "exploitation")
KEYS = (*_CLOSED, *_SETS, *MOMENTS)
MOST_BIRTH_DATES = 5
OLDEST = 120
_DAY = "expected a day like 2026-11-30"
_LINES: Mapping[Clash, str] = {
    "nationality_of_dutch": "facts.nationality: '{nationality}' contradicts position 'dutch'",
    "position_of_dutch": "facts.position: '{position}' is not for a Dutch citizen; write 'dutch'",
    "dublin": "facts.dublin: a Dublin case is of somebody from outside the Union; correct it or nationality",
    "unaccompanied": "facts.unaccompanied: an adult is no unaccompanied minor; leave it out",
    "before_permit": "facts.position: '{position}', but a B8 permit was granted on {granted}; "
    "tell permit_ended, or the position of today",
}


def care_facts(raw: Any, errors: list[str]) -> CareFacts:
    """Read facts; what is absent is not known."""
    if not isinstance(raw, Mapping):
        errors.append(f"facts: expected an object with facts, not {kind_of(raw)}")
        return CareFacts()
    told: dict[str, Any] = {}
    moments: dict[str, date] = {}
    for name, value in raw.items():
        path = f"facts.{shown(name)}"
        if name in _CLOSED:
            if (word := _word(value, tuple(WORDS[name]), path, errors)) is not None:
                told[name] = word
        elif name in _SETS:
            told[name] = _words(value, tuple(WORDS[name]), path, errors)
        elif name == "birth_date":
            told["birth_dates"] = _birth_dates(value, path, errors)
        elif name in MOMENTS:
            if (day := _day(value, path, errors)) is not None:
                moments[name] = day
        else:
            errors.append(f"{path}: unknown fact; {choose(name, KEYS)}")
    return CareFacts(**told, moments=MappingProxyType(moments))


def contradictions(facts: CareFacts, today: date) -> list[str]:
    """Return what cannot be so today, one line each with what to do; none: the facts fit together."""
    return [*_days(facts, today), *_ages(facts, today), *_together(facts, today)]


def _days(facts: CareFacts, today: date) -> list[str]:
    found = [
        f"facts.{name}: {day} is still to come on {today}; tell only what has happened"
        for name, day in facts.moments.items()
        if day > today and name not in AHEAD
    ]
    for earlier, later in ORDER:
        a, b = facts.moments.get(later), facts.moments.get(earlier)
        if a is not None and b is not None and a < b:
            found.append(f"facts.{later}: {a} is before {earlier} ({b}); one of the two is wrong")
    return found


def _ages(facts: CareFacts, today: date) -> list[str]:
    found: list[str] = []
    for born in facts.birth_dates:
        if born > today:
            found.append(f"facts.birth_date: {born} is still to come on {today}")
        elif age_on(born, today) > OLDEST:
            found.append(f"facts.birth_date: who was born on {born} would be {age_on(born, today)} years old")
    if found or not facts.birth_dates:
        return found
    first = min(facts.birth_dates)
    found += [
        f"facts.{name}: {day} is before the birth date {first}"
        for name, day in facts.moments.items()
        if day < first
    ]
    years = [age_on(born, today) for born in facts.birth_dates]
    if facts.age != UNKNOWN and not all(_in_band(facts.age, age) for age in years):
        told = ", ".join(str(born) for born in facts.birth_dates)
        found.append(
            f"facts.age: '{facts.age}' contradicts the birth date {told}; leave out the one that is not certain"
        )
    return found


def _in_band(band: str, age: int) -> bool:
    least, most = {"minor": (0, 17), "18_22": (18, 22), "23_plus": (23, 999), "adult": (18, 999)}[band]
    return least <= age <= most


def _together(facts: CareFacts, today: date) -> list[str]:
    told = {"nationality": facts.nationality, "position": facts.position}
    granted = facts.moments.get("permit_granted")
    return [_LINES[clash].format(**told, granted=granted) for clash in clashes(facts, today)]


def _word(value: Any, known: Collection[str], path: str, errors: list[str]) -> str | None:
    if not isinstance(value, str):
        errors.append(f"{path}: expected one of {', '.join(known)}, not {kind_of(value)}")
    elif value not in known:
        errors.append(f"{path}: {not_one_of(value, known)}")
    else:
        return value
    return None


def _words(value: Any, known: Collection[str], path: str, errors: list[str]) -> frozenset[str]:
    if not isinstance(value, list):
        errors.append(f"{path}: expected a list of {', '.join(known)}, not {kind_of(value)}")
        return frozenset()
    found = (_word(one, known, f"{path}[{number}]", errors) for number, one in enumerate(value))
    return frozenset(one for one in found if one is not None)


def _birth_dates(value: Any, path: str, errors: list[str]) -> tuple[date, ...]:
    """A birth date, or the birth dates that papers and people tell where they contradict each other."""
    if not isinstance(value, list):
        day = _day(value, path, errors)
        return () if day is None else (day,)
    if not 1 <= len(value) <= MOST_BIRTH_DATES:
        errors.append(f"{path}: expected 1 to {MOST_BIRTH_DATES} days, not {len(value)}")
        return ()
    days = [_day(one, f"{path}[{number}]", errors) for number, one in enumerate(value)]
    return tuple(sorted({day for day in days if day is not None}))


def _day(value: Any, path: str, errors: list[str]) -> date | None:
    if not isinstance(value, str):
        errors.append(f"{path}: {_DAY}, not {kind_of(value)}")
        return None
    try:
        found = date.fromisoformat(value) if len(value) == 10 and value[4] == value[7] == "-" else None
    except ValueError:
        found = None
    if found is None:
        errors.append(f"{path}: {shown(value)!r} is not a day like 2026-11-30")
    elif not 1880 <= found.year <= 2200:
        errors.append(f"{path}: {shown(value)!r} is not between the years 1880 and 2200")
        return None
    return found
