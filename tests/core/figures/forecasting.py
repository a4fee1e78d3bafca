"""Policies and assumptions to forecast with."""

from datetime import date
from functools import cache

from baken.core.figures.assumed import DEEDS, MIX, YEARLY, Assumptions, Span
from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.project.policies import library

ONE = {
    "exploitation": "labour",
    "related": "none",
    "urgency": "not_acute",
    "hardness": "soft",
    "assessment": "suspicion",
    "age": "adult",
    "residence": "lawful",
    "unaccompanied_minor": "no",
    "reporter": "staff",
    "reporter_named": "yes",
    "secrecy": "no",
    "suggested": "no",
}
"""An ordinary signal: exploitation of labour of an adult, told by a colleague."""
NEVER = dict.fromkeys(YEARLY, 0.0)


@cache
def policy(name: str) -> Bundle:
    """Return a policy that is shipped."""
    return resolve(library(), name, date(2026, 11, 22))


def always(minutes: float = 10) -> dict[str, Span]:
    """Every deed takes the same time."""
    return {name: Span(minutes, minutes, minutes) for name in {**DEEDS, **YEARLY}}


def alike(**differently: object) -> Assumptions:
    """Every signal is the ordinary one, nothing returns by itself, and the minutes are sure."""
    told: dict[str, object] = {
        "mix": {name: {value: 1.0} for name, value in ONE.items()},
        "times": NEVER,
        "unsure": 0.0,
    }
    return Assumptions(**{**told, **differently})  # type: ignore[arg-type]


def whole_mix() -> dict[str, dict[str, float]]:
    """Every value of every fact as likely as the others."""
    return {name: dict.fromkeys(fact.shares, 1 / len(fact.shares)) for name, fact in MIX.items()}
