"""The policies of the municipalities as bundles, and small edits of them."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from hypothesis import strategies as st

from baken.core.derive.route import compile_route, derive
from baken.core.policy import written
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import can_hold
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.actors import ACTORS
from baken.core.vocabulary.facts import Facts
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.moments import Duration
from baken.project.policies import library
from tests.core.strategies import conditions

ON = date(2026, 11, 22)
_ROUTE = ("steps", "advice", "questions", "referrals", "holds")


@cache
def bundle(policy_id: str) -> Bundle:
    """Return a shipped policy as it counts on a fixed day."""
    return resolve(library(), policy_id, ON)


def with_element(old: Bundle, section: str, name: str, **changes: Any) -> Bundle:
    """Return the bundle with one element changed."""
    elements = tuple(
        element.model_copy(update=changes) if element.id == name else element
        for element in getattr(old, section)
    )
    return _fresh(old, section, elements)


def without_element(old: Bundle, section: str, name: str) -> Bundle:
    """Return the bundle without one element."""
    return _fresh(old, section, tuple(one for one in getattr(old, section) if one.id != name))


def _fresh(old: Bundle, section: str, elements: tuple[Any, ...]) -> Bundle:
    # Read back from its text: a copy would keep the old hash.
    return Bundle.from_canonical(old.model_copy(update={section: elements}).canonical())


@st.composite
def edited(draw: st.DrawFn, old: Bundle) -> Bundle:
    """Return the bundle with one thing about its route edited, or left out."""
    section = draw(st.sampled_from(_ROUTE).filter(lambda one: getattr(old, one)))
    element = draw(st.sampled_from(getattr(old, section)))
    change = draw(
        st.sampled_from(("when", "drop", "strength", "after", "within", "actor", "source", "nameless"))
    )
    if change == "drop" and section != "steps":
        return without_element(old, section, element.id)
    if change == "strength" and section in ("steps", "referrals"):
        other = (
            {"required": "suggested", "suggested": "required"}
            if section == "referrals"
            else {
                "required": "optional",
                "optional": "required",
            }
        )
        return with_element(old, section, element.id, strength=other[element.strength])
    if change == "after" and section == "steps" and element.after:
        return with_element(old, section, element.id, after=element.after[1:])
    if change == "within" and section in ("steps", "referrals", "questions"):
        term = Duration(draw(st.integers(1, 9)), draw(st.sampled_from(("hours", "days", "working_days"))))
        return with_element(old, section, element.id, within=term)
    if change == "actor" and section in ("steps", "advice", "questions"):
        return with_element(old, section, element.id, actor=draw(st.sampled_from(sorted(ACTORS))))
    if change == "nameless" and section == "referrals":
        return with_element(old, section, element.id, nameless=not element.nameless)
    if change == "source":
        moved = element.chosen or old.name
        return with_element(old, section, element.id, chosen=moved, source=None)
    when = written.condition(draw(conditions()))
    return with_element(old, section, element.id, when=when) if can_hold(when) else old


def answer(policy: Bundle, facts: Facts, history: Sequence[Happened], now: datetime) -> object:
    """Return what a policy asks for a signal: everything but the words."""
    route = derive(compile_route(policy), facts, history, now)
    return (
        route.stage,
        [(step.id, step.actor, step.status, step.due_at) for step in route.steps],
        {
            (one.partner, one.strength, one.held, one.needs_reason, one.done, one.nameless, one.due_at)
            for one in route.referrals
        },
        {(hold.targets, hold.may_override) for hold in route.holds},
        {(owed.step, owed.partner, owed.actor, owed.due_at) for owed in route.owed},
        {(table.table, table.held, table.needs_reason) for table in route.tables},
    )
