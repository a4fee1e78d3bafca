"""What other rooms put on a page: a small box that fits there, so that nobody has to look for it elsewhere.

beside.add("work", "hours", box, order=10)      # in apps.py
beside.drawn(request, "work")                   # in the view, for {% for box in beside %}{{ box }}{% endfor %}

The page does not know the rooms, nor they each other. A box asks no question of the database: pages have a budget.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Box:
    """A template, and what it is drawn with."""

    template: str
    context: Mapping[str, object]


Make = Callable[[HttpRequest], Box | None]
"""Given the request: the box for whoever acts in it, or None where there is nothing for them."""
_boxes: dict[str, dict[str, tuple[int, Make]]] = {}


def add(page: str, name: str, make: Make, *, order: int) -> None:
    """Put a box on a page. Once per name; lower `order` comes first."""
    _boxes.setdefault(page, {})[name] = (order, make)


def drawn(request: HttpRequest, page: str) -> list[SafeString]:
    """Return the boxes of a page for the person in this request, drawn."""
    made = (make(request) for _, make in sorted(_boxes.get(page, {}).values(), key=lambda one: one[0]))
    return [render_to_string(box.template, dict(box.context), request) for box in made if box is not None]
