"""Client files in the demonstration, opened and kept through the product's own actions."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import yaml

from baken.care.clients import actions
from baken.care.clients.acts import ACTS
from baken.care.residence import actions as residence
from baken.core.vocabulary.care import CareFacts
from baken.core.vocabulary.moments import civil_date
from baken.ledger.models import NotificationRow
from baken.project.demo.cast import CARE, Cast
from baken.tenancy.scope import current, scope

STORIES = Path(__file__).parent / "clients.yaml"
_DAYS = ("due", "on", "next_on")
STAY = "stay"
Step = Mapping[str, Any]


def tell(cast: Cast, today: datetime) -> None:
    """Let the care organisation open its files, and record in them what happened since."""
    with scope(cast.organisations[CARE].id):
        for number, story in enumerate(yaml.safe_load(STORIES.read_text("utf-8"))):
            _open(story, number, cast, today)


def _open(story: Mapping[str, Any], number: int, cast: Cast, today: datetime) -> None:
    at = today - timedelta(days=story["ago"])
    actor, command = cast.actors[CARE], uuid5(NAMESPACE_URL, f"demonstration/client/{number}")
    opening = actions.Opening(
        names=story["names"],
        source=story["source"],
        ground=story["ground"],
        age=story["age"],
        told={"because": story["because"], "police": "no"},
        notification=_notification(at) if story["source"] == "notification" else None,
    )
    opened = actions.open_files(opening, actor=actor, now=at, command_id=command)
    for name, client in zip(story["names"], opened, strict=True):
        for count, step in enumerate(story["files"].get(name, ())):
            moment = min(at + timedelta(hours=20 * (count + 1)), today)
            do = _stay if step["do"] == STAY else _record
            do(client, step, moment, today, actor=actor, command_id=uuid5(client, str(count)))


def _record(client: UUID, step: Step, at: datetime, today: datetime, **who: Any) -> None:
    act = ACTS[step["do"]]
    data = {name: _value(name, value, today) for name, value in step.items()}
    told = {name: step.get(name, "") for name in act.words}
    actions.record(client, act, data, told if any(told.values()) else {}, part="", now=at, **who)


def _stay(client: UUID, step: Step, at: datetime, today: datetime, **who: Any) -> None:
    days = {name: _day(away, today) for name, away in step.get("moments", {}).items()}

    def answered(own: CareFacts) -> CareFacts:
        moments = MappingProxyType({**own.moments, **days})
        return replace(own, **step["facts"], exploitation=frozenset(step["exploitation"]), moments=moments)

    residence.note(client, answered, because="first", told={}, now=at, **who)


def _value(name: str, value: Any, today: datetime) -> Any:
    if name not in _DAYS:
        return value
    return _day(value, today) if value else None


def _day(away: str, today: datetime) -> date:
    return civil_date(today + timedelta(days=int(away)))


def _notification(at: datetime) -> UUID:
    """Return the last notification with a name that had arrived by then."""
    found = NotificationRow.objects.filter(organisation_id=current(), named=True, received_at__lte=at)
    return found.order_by("-received_at", "stream_id")[0].stream_id
