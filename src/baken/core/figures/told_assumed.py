"""Assumptions as somebody tells them, read strictly: one error per line, with where it stands and what to do.

    {"minutes": {"assess": [10, 20, 45]}, "mix": {"urgency": {"acute": 0.1, "not_acute": 0.9}},
     "times": {"meeting": 3}, "unsure": 0.25}

What is not told stays as it was assumed. The values of a fact that is told are told together; what is left out is 0.
"""

from collections.abc import Collection, Mapping
from math import isfinite
from typing import Any

from baken.core.figures.assumed import DEEDS, MIX, YEARLY, Assumptions, Span
from baken.core.policy.errors import nearest

MOST_MINUTES = 10_000
MOST_TIMES = 1000
_PARTS = ("minutes", "mix", "times", "unsure")
_SPAN = 3
_EXACT = 0.005
_SHOWN = 80


def assumptions(raw: Any, errors: list[str]) -> Assumptions:
    """Return what was told; what is wrong is added to `errors`."""
    usual = Assumptions()
    told = _named(raw, "assumptions", _PARTS, errors)
    minutes = _named(told.get("minutes", {}), "assumptions.minutes", {**DEEDS, **YEARLY}, errors)
    mix = _named(told.get("mix", {}), "assumptions.mix", MIX, errors)
    times = _named(told.get("times", {}), "assumptions.times", YEARLY, errors)
    return Assumptions(
        minutes={**usual.minutes, **_spans(minutes, errors)},
        mix={**usual.mix, **_mix(mix, errors)},
        times={
            name: _number(value, f"assumptions.times.{name}", MOST_TIMES, errors)
            for name, value in times.items()
        },
        unsure=_number(told.get("unsure", usual.unsure), "assumptions.unsure", 1, errors),
    )


def _spans(told: Mapping[str, Any], errors: list[str]) -> dict[str, Span]:
    found = {}
    for name, value in told.items():
        where = f"assumptions.minutes.{name}"
        if not isinstance(value, list) or len(value) != _SPAN:
            errors.append(
                f"{where}: three numbers are asked: at least, mostly and at most, such as [5, 10, 20]"
            )
            continue
        before = len(errors)
        low, likely, high = (_number(one, where, MOST_MINUTES, errors) for one in value)
        if len(errors) == before and not low <= likely <= high:
            errors.append(f"{where}: at least, mostly and at most must not grow smaller")
        found[name] = Span(low, likely, high)
    return found


def _mix(told: Mapping[str, Any], errors: list[str]) -> dict[str, Mapping[str, float]]:
    found: dict[str, Mapping[str, float]] = {}
    for name, value in told.items():
        where = f"assumptions.mix.{name}"
        before = len(errors)
        shares = _named(value, where, MIX[name].shares, errors)
        parts = {one: _number(share, f"{where}.{one}", 1, errors) for one, share in shares.items()}
        total = sum(parts.values())
        if len(errors) == before and abs(total - 1) > _EXACT:
            errors.append(f"{where}: the shares add up to {total:g}, and must add up to 1")
        found[name] = {one: share / (total or 1) for one, share in parts.items()}
    return found


def _named(raw: Any, where: str, names: Collection[str], errors: list[str]) -> dict[str, Any]:
    """Return an object without the keys that mean nothing, each of which is told."""
    if not isinstance(raw, dict):
        errors.append(f"{where}: an object is asked")
        return {}
    for key in raw:
        if key not in names:
            shown = "".join(one if one.isprintable() else "?" for one in str(key)[:_SHOWN])
            near = nearest(shown, list(names))
            hint = f"; did you mean {near!r}?" if near else ""
            errors.append(f"{where}: {shown!r} is not one of {', '.join(names)}{hint}")
    return {key: value for key, value in raw.items() if key in names}


def _number(raw: Any, where: str, most: float, errors: list[str]) -> float:
    number = (
        float(raw)
        if isinstance(raw, int | float) and not isinstance(raw, bool) and abs(raw) <= most
        else -1.0
    )
    if not isfinite(number) or number < 0:
        errors.append(f"{where}: a number from 0 to {most:g} is asked")
        return 0.0
    return number
