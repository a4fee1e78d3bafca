"""Short ways to derive a route in a test."""

from datetime import date, datetime, timedelta
from functools import cache

from baken.core.derive.compiled import RoutePolicy
from baken.core.derive.route import Route, compile_route, derive
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.facts import Facts, Value
from baken.core.vocabulary.happened import Happened
from baken.project.policies import library
from tests.core.strategies import START
from tests.policies.shelf import GOOD

DAY = date(2026, 3, 2)


@cache
def policy(policy_id: str) -> RoutePolicy:
    """Return the compiled route of a real policy, or of the small good one (`dorp`)."""
    return compile_route(resolve(library(GOOD) if policy_id == "dorp" else library(), policy_id, DAY))


def happened(*told: str) -> tuple[Happened, ...]:
    """Return a history, an hour apart: `signal.referred partner=avim outcome=...`."""
    events = []
    for number, one in enumerate(told):
        name, *details = one.split()
        pairs = dict(detail.split("=") for detail in details)
        events.append(Happened(event=name, at=START + timedelta(hours=number), **pairs))  # type: ignore[arg-type]
    return tuple(events)


def route(
    policy_id: str,
    *told: str,
    claimed: dict[str, Value] | None = None,
    now: datetime | None = None,
    **facts: Value,
) -> Route:
    """Return the route after these events, with these facts established."""
    history = happened(*told)
    moment = now or START + timedelta(hours=len(told))
    return derive(policy(policy_id), Facts(established=facts, claimed=claimed or {}), history, moment)


def status(found: Route, step: str) -> str:
    """Return how a step stands."""
    state = found.step(step)
    assert state is not None, step
    return state.status
