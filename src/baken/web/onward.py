"""Where one can go on from a page of another room: each room adds its own ways in `apps.py`, so none knows another.

onward.add("notification", ways)      # in apps.py
onward.ways(request, "notification", id)     # in the view that shows the page
"""

from collections.abc import Callable, Iterable
from uuid import UUID

from django.http import HttpRequest

from baken.web.parts import Link

Ways = Callable[[HttpRequest, UUID], Iterable[Link]]
_ways: dict[str, dict[str, Ways]] = {}


def add(kind: str, name: str, ways: Ways) -> None:
    """Offer ways on from every page about a thing of this kind. Once per name."""
    _ways.setdefault(kind, {})[name] = ways


def ways(request: HttpRequest, kind: str, id_: UUID) -> list[Link]:
    """Return where the person in this request can go on from here."""
    return [link for _, found in sorted(_ways.get(kind, {}).items()) for link in found(request, id_)]
