"""What belongs to the meetings of the town's municipality."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.tenants.programme_plan_things import a_programme
from tests.tenants.things import adopt
from tests.tenants.town import Town

_ONES = UUID("a8e4a1de-3a2b-4b12-9d1e-6f1b0f3d7c55")


def a_meeting(town: Town) -> dict[str, object]:
    """A meeting of today."""
    return {"meeting": _meeting(town, 0, "")}


def a_coming_meeting(town: Town) -> dict[str, object]:
    """A meeting that is still to come."""
    return {"meeting": _meeting(town, 14, " straks")}


def an_item(town: Town) -> dict[str, object]:
    """An item of an agenda."""
    from baken.programme.meetings.models import AgendaItem

    told = {"meeting_id": _meeting(town, 0, ""), "place": 1, "words": "kanarie-onderwerp"}
    return {"line": _add(town, AgendaItem, told)}


def an_action(town: Town) -> dict[str, object]:
    """An action of minutes."""
    from baken.programme.meetings.models import MinuteLine

    told = {
        "meeting_id": _meeting(town, 0, ""),
        "sort": "action",
        "words": "kanarie-actie",
        "owner": "team Veiligheid",
        "due": civil_date(town.now) + timedelta(days=20),
    }
    return {"line": _add(town, MinuteLine, told)}


def an_action_for_the_programme(town: Town) -> dict[str, object]:
    """An action of minutes, and a programme that it can be put in."""
    a_programme(town)
    return an_action(town)


def something_open(town: Town) -> dict[str, object]:
    """A meeting, and an action of earlier minutes that can come on its agenda."""
    an_action(town)
    return a_coming_meeting(town)


def an_item_to_take_off(town: Town) -> dict[str, object]:
    """The way to take an item off an agenda."""
    return {"sort": "onderwerp", **an_item(town)}


def _meeting(town: Town, days: int, more: str) -> UUID:
    from baken.programme.meetings.models import Meeting

    adopt(town)
    told = {
        "rhythm": "focal_points",
        "name": f"Kanarieoverleg{more}",
        "on": civil_date(town.now) + timedelta(days=days),
        "who": ["kanarie-gemeenten"],
        "owner": "beleidsadviseur",
    }
    return _add(town, Meeting, told, uuid5(_ONES, more))


def _add(town: Town, of: Any, told: dict[str, Any], command: UUID = _ONES) -> UUID:
    from baken.tenancy import kept

    with scope(town.woerden.id):
        kept.add(of, told, actor=town.actor("focal_point"), now=town.now, command_id=command)
    return uuid5(command, of.__name__)
