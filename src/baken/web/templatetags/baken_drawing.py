"""`{% drawing bundle %}`: a municipality's route as a drawing with its text twin, perhaps with a signal's position."""

from datetime import datetime
from typing import Any

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from baken.core.derive.answers import Route
from baken.core.draw.layout import lay_out
from baken.core.draw.making import draw
from baken.core.draw.svg import of_layout, sheets
from baken.core.draw.twin import twin
from baken.core.policy.bundle import Bundle

register = template.Library()


@register.inclusion_tag("components/drawing.html")
def drawing(
    bundle: Bundle,
    route: Route | None = None,
    now: datetime | None = None,
    destination: str | None = None,
    level: int = 3,
) -> dict[str, Any]:
    """`{% drawing bundle %}` for a policy; `route=`, `now=` and `destination=` for the position of one signal."""
    lang = "en" if (get_language() or "nl").startswith("en") else "nl"
    found = draw(bundle, route, now=now, destination=destination or None)
    wide = lay_out(found, lang, "wide")
    return {
        # The core escapes every word of the policy; nothing of a signal but its statuses is in it.
        "wide": mark_safe(of_layout(wide)),
        "sheets": [mark_safe(sheet) for sheet in sheets(wide)],
        "narrow": mark_safe(of_layout(lay_out(found, lang, "narrow"))),
        "twin": twin(found),
        "positioned": found.positioned,
        "level": level,
    }
