"""`{% drawing bundle %}`: a municipality's route as a drawing with its text twin, perhaps with a signal's position."""

from datetime import datetime
from typing import Any

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from baken.core.derive.answers import Route
from baken.core.draw.cards import STATUS
from baken.core.draw.layout import lay_out
from baken.core.draw.making import draw
from baken.core.draw.svg import of_layout, sheets
from baken.core.draw.twin import Item, twin
from baken.core.policy.bundle import Bundle

register = template.Library()


@register.inclusion_tag("components/drawing.html")
def drawing(
    bundle: Bundle,
    route: Route | None = None,
    now: datetime | None = None,
    destination: str | None = None,
    folded: bool = False,
) -> dict[str, Any]:
    """`{% drawing bundle %}` for a policy; `route=`, `now=` and `destination=` for the position of one signal.

    `folded`: on a telephone the drawing opens when asked for, on a page where other things come first.
    """
    lang = "en" if (get_language() or "nl").startswith("en") else "nl"
    found = draw(bundle, route, now=now, destination=destination or None)
    wide = lay_out(found, lang, "wide")
    # The core escapes every word of the policy; nothing of a signal but its statuses is in it.
    return {
        "folded": folded,
        "wide": mark_safe(of_layout(wide)),
        "narrow": mark_safe(of_layout(lay_out(found, lang, "narrow"))),
        "sheets": [mark_safe(sheet) for sheet in sheets(wide)],
        "twin": [_words(item, lang) for item in twin(found).items],
    }


def _words(item: Item, lang: str) -> dict[str, Any]:
    """Return an item in one language, so that the template only has to write it down."""
    return {
        "number": item.number,
        "text": item.text.in_(lang),
        "who": item.who.in_(lang),
        "lines": [line.in_(lang) for line in item.lines],
        # With a position, the page itself says who says so at everything that counts now.
        "source": "" if item.status else item.source.in_(lang),
        "status": item.status,
        "says": STATUS[item.status].in_(lang) if item.status else "",
        "groups": [
            {"heading": group.heading.in_(lang), "items": [_words(one, lang) for one in group.items]}
            for group in item.groups
        ],
    }
