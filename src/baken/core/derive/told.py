"""Facts and history as told in JSON or YAML by somebody outside, read strictly; every mistake is one line."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from baken.core.policy.errors import nearest
from baken.core.vocabulary.facts import FACTS, Facts, Value
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.happenings import ABOUT_PARTNER, ABOUT_SOURCE, ABOUT_TABLE, EVENT_NAMES
from baken.core.vocabulary.partners import PARTNER_IDS, TABLE_IDS
from baken.core.vocabulary.sources import SOURCE_IDS

_KEYS = (
    "event",
    "at",
    "partner",
    "table",
    "source",
    "fact",
    "value",
    "assessment",
    "destination",
    "outcome",
    "referral",
    "reasoned",
)
_ABOUT: tuple[tuple[str, Collection[str], Collection[str]], ...] = (
    ("partner", ABOUT_PARTNER, PARTNER_IDS),
    ("table", ABOUT_TABLE, TABLE_IDS),
    ("source", ABOUT_SOURCE, SOURCE_IDS),
    ("fact", ("fact.established",), tuple(FACTS)),
    ("assessment", ("signal.assessed",), FACTS["assessment"].values),
)
_HOUR = timedelta(hours=1)


def facts(raw: Any, errors: list[str]) -> Facts:
    """Read facts; a bare value is established, `{"claimed": value}` is what the reporter thinks."""
    if not isinstance(raw, Mapping):
        errors.append(f"facts: expected an object with facts, not {kind_of(raw)}")
        return Facts()
    established: dict[str, Value] = {}
    claimed: dict[str, Value] = {}
    for name, told in raw.items():
        path = f"facts.{shown(name)}"
        if name not in FACTS:
            errors.append(f"{path}: unknown fact; {choose(name, FACTS)}")
        elif isinstance(told, Mapping):
            for key in told:
                if key != "claimed":
                    errors.append(
                        f'{path}.{shown(key)}: unknown key; write {{"claimed": ...}} or a bare value'
                    )
            if "claimed" in told:
                _put(claimed, name, told["claimed"], f"{path}.claimed", errors)
            elif not told:
                errors.append(f'{path}: expected a value or {{"claimed": ...}}')
        else:
            _put(established, name, told, path, errors)
    return Facts(established=established, claimed=claimed)


def history(raw: Any, errors: list[str], *, starting: datetime | None = None) -> tuple[Happened, ...]:
    """Read history. With `starting`, an event without `at` comes an hour after the one before it."""
    if not isinstance(raw, list):
        errors.append(f"history: expected a list of events, not {kind_of(raw)}")
        return ()
    happened: list[Happened] = []
    for number, told in enumerate(raw):
        path = f"history[{number}]"
        if not isinstance(told, Mapping):
            errors.append(f"{path}: expected an object with an event, not {kind_of(told)}")
            continue
        default = None
        if starting is not None:
            default = happened[-1].at + _HOUR if happened else starting
        one = _event(told, path, errors, default)
        if one is not None:
            happened.append(one)
    return tuple(happened)


def moment(raw: Any, path: str, errors: list[str]) -> datetime | None:
    """Read a moment with a time zone; a naive one is refused, for nobody can say when it was."""
    if not isinstance(raw, str):
        errors.append(f"{path}: expected a moment like 2026-11-20T09:00:00+01:00, not {kind_of(raw)}")
        return None
    try:
        found = datetime.fromisoformat(raw)
    except ValueError:
        errors.append(f"{path}: {shown(raw)!r} is not a moment like 2026-11-20T09:00:00+01:00")
        return None
    if found.tzinfo is None or found.utcoffset() is None:
        errors.append(f"{path}: {shown(raw)!r} has no time zone; write for example 2026-11-20T09:00:00+01:00")
        return None
    if not 1900 <= found.year <= 2200:
        errors.append(f"{path}: {shown(raw)!r} is not between the years 1900 and 2200")
        return None
    return found


def _event(
    told: Mapping[Any, Any], path: str, errors: list[str], default: datetime | None
) -> Happened | None:
    before = len(errors)
    for key in told:
        if key not in _KEYS:
            errors.append(f"{path}.{shown(key)}: unknown key; {choose(key, _KEYS)}")
    event = told.get("event")
    if "event" not in told:
        errors.append(f"{path}.event: missing")
    elif not isinstance(event, str):
        errors.append(f"{path}.event: expected a word, not {kind_of(event)}")
    elif event not in EVENT_NAMES:
        errors.append(f"{path}.event: {not_one_of(event, EVENT_NAMES)}")
    if "at" in told:
        at = moment(told["at"], f"{path}.at", errors)
    else:
        at = default
        if default is None:
            errors.append(f"{path}.at: missing")
    details: dict[str, Any] = {}
    if event in EVENT_NAMES:
        told = _table_as_partner(told, str(event))
        for key, events, known in _ABOUT:
            _about(
                told, path, errors, details, key=key, belongs=event in events, known=known, event=str(event)
            )
        _value(told, path, errors, details, str(event))
    for key, kind, word in (
        ("destination", str, "a word"),
        ("outcome", str, "a word"),
        ("referral", str, "a word"),
        ("reasoned", bool, "true or false"),
    ):
        if key in told:
            if isinstance(told[key], kind):
                details[key] = told[key]
            else:
                errors.append(f"{path}.{key}: expected {word}, not {kind_of(told[key])}")
    if len(errors) > before or at is None:
        return None
    return Happened(event=str(event), at=at, **details)


def _table_as_partner(told: Mapping[Any, Any], event: str) -> Mapping[Any, Any]:
    """A table is a partner id too, so an event about a table may name it under `partner`."""
    if event in ABOUT_TABLE and "partner" in told and told.get("table", told["partner"]) == told["partner"]:
        return {**{key: value for key, value in told.items() if key != "partner"}, "table": told["partner"]}
    return told


def _about(
    told: Mapping[Any, Any],
    path: str,
    errors: list[str],
    details: dict[str, Any],
    *,
    key: str,
    belongs: bool,
    known: Collection[str],
    event: str,
) -> None:
    if key not in told:
        if belongs:
            errors.append(f"{path}.{key}: missing; {event} is about a {key}")
        return
    if not belongs:
        errors.append(f"{path}.{key}: {event} is not about a {key}")
    elif not isinstance(told[key], str):
        errors.append(f"{path}.{key}: expected a word, not {kind_of(told[key])}")
    elif told[key] not in known:
        errors.append(f"{path}.{key}: {not_one_of(told[key], known)}")
    else:
        details[key] = told[key]


def _value(
    told: Mapping[Any, Any], path: str, errors: list[str], details: dict[str, Any], event: str
) -> None:
    if event != "fact.established":
        if "value" in told:
            errors.append(f"{path}.value: {event} has no value")
        return
    if "value" not in told:
        errors.append(f"{path}.value: missing; fact.established has a value")
        return
    fact = details.get("fact")
    if fact is None:
        return
    value = told["value"]
    found: dict[str, Value] = {}
    # One value of a set may be told bare: the event establishes just that one.
    _put(
        found,
        fact,
        [value] if FACTS[fact].is_set and isinstance(value, str) else value,
        f"{path}.value",
        errors,
    )
    details.update(value=found.get(fact))


def _put(into: dict[str, Value], name: str, raw: Any, path: str, errors: list[str]) -> None:
    kind = FACTS[name]
    if kind.is_set:
        if not isinstance(raw, list):
            errors.append(f"{path}: expected a list of {', '.join(kind.values)}, not {kind_of(raw)}")
            return
        before = len(errors)
        for number, value in enumerate(raw):
            if not isinstance(value, str):
                errors.append(f"{path}[{number}]: expected a word, not {kind_of(value)}")
            elif value not in kind.values:
                errors.append(f"{path}[{number}]: {not_one_of(value, kind.values)}")
        if len(errors) == before:
            into[name] = frozenset(raw)
    elif not isinstance(raw, str):
        errors.append(f"{path}: expected one of {', '.join(kind.values)}, not {kind_of(raw)}")
    elif raw not in kind.values:
        errors.append(f"{path}: {not_one_of(raw, kind.values)}")
    else:
        into[name] = raw


def not_one_of(value: object, known: Collection[str]) -> str:
    near = nearest(str(value)[:100], known) if len(known) > 8 else None
    hint = f"; did you mean {near!r}?" if near else ""
    return f"{shown(value)!r} is not one of {', '.join(known)}{hint}"


def choose(value: object, known: Collection[str]) -> str:
    near = nearest(str(value)[:100], known)
    return f"did you mean {near!r}?" if near else f"choose from {', '.join(known)}"


def shown(value: object) -> str:
    """Return a value short and on one line, so that one error stays one line."""
    text = "".join(character if character.isprintable() else "?" for character in str(value)[:81])
    return text if len(text) <= 80 else text[:80] + "..."


def kind_of(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case list():
            return "a list"
        case _:
            return "an object"
