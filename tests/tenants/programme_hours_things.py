"""What belongs to the hours of the town's municipality."""

from uuid import UUID, uuid5

from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.tenants.town import Town

_ONES = UUID("5b0a7f38-41cf-4d0e-9f5e-3f8a6f1d2c11")


def an_hours_line(town: Town) -> dict[str, object]:
    """Twenty minutes on signals that the focal point booked."""
    from baken.programme.hours import actions

    told = {"on": civil_date(town.now), "kind": "signal", "minutes": 20, "words": "kanarie-uren"}
    with scope(town.woerden.id):
        line = actions.book(
            told, actor=town.actor("focal_point"), now=town.now, command_id=uuid5(_ONES, "line")
        )
    return {"line": line.id}


def a_year(town: Town) -> dict[str, object]:
    """The year of today."""
    return {"year": civil_date(town.now).year}
