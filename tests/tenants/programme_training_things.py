"""What belongs to the training of the town's municipality."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.tenants.things import adopt
from tests.tenants.town import Town

_ONES = UUID("0c6a2f5e-7a3b-4a3c-9c36-0f5f4f0e6b1d")
KEY = "kanarie"


def a_group(town: Town) -> dict[str, object]:
    """An own group that was counted."""
    from baken.programme.training.models import Audience

    adopt(town)
    told = {
        "key": KEY,
        "name": "Kanarie-kwekers",
        "sort": "internal",
        "layers": ["awareness"],
        "people": 12,
        "counted_on": civil_date(town.now),
    }
    _add(town, Audience, told)
    return {"key": KEY}


def a_group_of_the_policy(town: Town) -> dict[str, object]:
    """A group that the policy names."""
    adopt(town)
    return {"key": "front_desk"}


def a_course(town: Town) -> dict[str, object]:
    """An own course."""
    from baken.programme.training.models import Course

    adopt(town)
    told = {"name": "Kanarie-les", "provider": "Kanarie BV", "layer": "awareness", "form": "session"}
    return {"course": _add(town, Course, told)}


def a_session(town: Town, days: int = -7) -> dict[str, object]:
    """A planned session of which the day has passed."""
    from baken.programme.training.models import Session

    a_group(town)
    part = {"key": KEY, "name": "Kanarie-kwekers", "sort": "internal", "reached": None, "people": None}
    told = {
        "title": "Kanarie-avond",
        "layer": "awareness",
        "form": "meeting",
        "on": civil_date(town.now) + timedelta(days=days),
        "reach": [part],
    }
    return {"session": _add(town, Session, told)}


def a_session_to_take_back(town: Town) -> dict[str, object]:
    """The way to take a session back."""
    return {"sort": "training", "line": a_session(town)["session"]}


def a_check(town: Town) -> dict[str, object]:
    """That the agreements with Veilig Thuis were looked at."""
    from baken.programme.training.models import Check

    told = {
        "what": "safe_home",
        "on": civil_date(town.now),
        "found": "yes",
        "whose": "Kanarie Thuis",
        "evidence": "kanarie-afspraak",
    }
    return {"check": _add(town, Check, told)}


def somebody_due(town: Town) -> dict[str, object]:
    """A group that was never trained, and a programme in use in which that can become an action."""
    from baken.programme.plan import actions, queries

    found, today = a_group(town), civil_date(town.now)
    told = {
        "theme": queries.MAIN,
        "title": "Kanarieprogramma",
        "goal": "kanarie-doel",
        "from_date": today - timedelta(days=100),
        "until_date": today + timedelta(days=300),
    }
    with scope(town.woerden.id):
        if queries.in_use(today) is None:
            actions.start_edition(
                told, (), actor=town.actor("focal_point"), now=town.now, command_id=uuid5(_ONES, "edition")
            )
    return {**found, "about": "awareness"}


def a_team(town: Town) -> dict[str, object]:
    """A kind of work for which there is a kit."""
    adopt(town)
    return {"work": "toezicht"}


def _add(town: Town, of: Any, told: dict[str, Any]) -> UUID:
    from baken.tenancy import kept

    with scope(town.woerden.id):
        kept.add(of, told, actor=town.actor("focal_point"), now=town.now, command_id=_ONES)
    return uuid5(_ONES, of.__name__)
