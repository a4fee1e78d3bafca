"""What belongs to the care offer of the town's care organisation."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.tenants.care_things import a_room
from tests.tenants.town import Town

_ONES = UUID("7d3c1d62-2b1e-4f0c-8a52-50a0c9b1f0aa")


def an_offer(town: Town) -> dict[str, object]:
    """Help that somebody offers."""
    from baken.care.offer.models import Offer

    a_room(town)
    told = {
        "name": "Kanarie Steunpunt",
        "what": "kanarie-begeleiding",
        "reach": "088-0000000",
        "areas": ["medical"],
        "ages": ["minor"],
        "forms": ["sexual"],
        "from_date": civil_date(town.now) - timedelta(days=30),
    }
    return {"offer": _add(town, Offer, told)}


def a_line(town: Town) -> dict[str, object]:
    """A gap that was noted, and that can be taken back."""
    from baken.care.offer.models import Missing

    a_room(town)
    told = {"on": civil_date(town.now), "area": "medical", "reason": "no_offer", "what": "children"}
    return {"sort": "hiaat", "line": _add(town, Missing, told)}


def a_leaflet(town: Town) -> dict[str, object]:
    """Information for clients in Polish, which somebody checked."""
    from baken.care.offer import information
    from baken.care.offer.models import Translation
    from baken.core.vocabulary import information as own

    a_room(town)
    with scope(town.care.id):
        made_from = own.digest(information.numbers(town.now))
        told = {
            "language": "pl",
            "texts": dict.fromkeys(information.names(), "Zdanie."),
            "made_from": made_from,
            "checked_by": "tolkencentrum, beëdigd tolk",
            "checked_on": civil_date(town.now),
        }
        if information.translation("pl") is None:
            _add(town, Translation, told)
    return {"language": "pl"}


def _add(town: Town, of: Any, told: dict[str, Any]) -> UUID:
    from baken.tenancy import kept

    with scope(town.care.id):
        kept.add(of, told, actor=town.actor("care"), now=town.now, command_id=_ONES)
    return uuid5(_ONES, of.__name__)
