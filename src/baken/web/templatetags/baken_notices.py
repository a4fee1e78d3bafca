"""`{% notices %}`: what the reader of this page must know, from every room that has something to say."""

from typing import Any

from django import template

from baken.web import notices as known

register = template.Library()


@register.inclusion_tag("web/notices.html", takes_context=True)
def notices(context: Any, glance: bool = False) -> dict[str, Any]:
    """`{% notices %}`: one warning with a line for each; `glance=True` on a page that is opened all day."""
    request = context.get("request")
    lines = known.of(request, glance=glance) if request is not None else []
    return {"notices": lines, "here": request.path if request is not None else ""}
