"""What was noted of a client's stay, as the vault keeps it, and what changed between two notes."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from types import MappingProxyType
from typing import Any

from baken.core.vocabulary.care import CareFacts

DATES, SETS = "birth_dates", ("hindrances", "statements", "exploitation")
NOTED = "age_noted"
MOMENTS = "moments"


def as_data(facts: CareFacts) -> dict[str, Any]:
    """Return the facts as plain JSON values, for the vault."""
    return {one.name: _plain(getattr(facts, one.name)) for one in fields(facts)}


def of_data(data: Mapping[str, Any]) -> CareFacts:
    """Read facts that `as_data` made; what an older note did not know is not known."""
    known = {one.name for one in fields(CareFacts)}
    given = {name: value for name, value in data.items() if name in known}
    for name in SETS:
        given[name] = frozenset(given.get(name, ()))
    given[DATES] = tuple(date.fromisoformat(day) for day in given.get(DATES, ()))
    if given.get(NOTED):
        given[NOTED] = date.fromisoformat(given[NOTED])
    moments = {name: date.fromisoformat(day) for name, day in given.get(MOMENTS, {}).items()}
    given[MOMENTS] = MappingProxyType(moments)
    return CareFacts(**given)


def changed(was: CareFacts, now: CareFacts) -> tuple[str, ...]:
    """Return the names of the facts and moments that differ, in a fixed order."""
    found = [
        one.name
        for one in fields(now)
        if one.name != MOMENTS and getattr(was, one.name) != getattr(now, one.name)
    ]
    names = sorted({*was.moments, *now.moments})
    return (*found, *(name for name in names if was.moments.get(name) != now.moments.get(name)))


def adds_only(was: CareFacts, now: CareFacts) -> bool:
    """Whether nothing that was noted before becomes something else: what is new was not known yet."""
    nothing = CareFacts()
    return all(
        getattr(was, name) == getattr(nothing, name) if hasattr(nothing, name) else name not in was.moments
        for name in changed(was, now)
    )


def goes_back(earlier: Iterable[CareFacts], now: CareFacts) -> bool:
    """Whether the position is one that was left before: noted, then another, then this one again."""
    positions = [one.position for one in earlier if one.position != "unknown"]
    return bool(positions) and positions[-1] != now.position and now.position in positions


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in sorted(value.items())}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value
