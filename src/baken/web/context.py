"""What the frame of a page needs to know, worked out only where a template asks for it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from baken.core.derive.access import may
from baken.web import navigation


def frame_alone() -> dict[str, Any]:
    """What a frame shows without a request: only whether this is the demonstration."""
    return {"fictional": bool(getattr(settings, "BAKEN_DEMO", False))}


def frame(request: HttpRequest) -> dict[str, Any]:
    """Menu, acting organisation and person, and whether this is the demonstration."""
    return {
        **frame_alone(),
        "menu": SimpleLazyObject(lambda: navigation.items(request)),
        "acting": SimpleLazyObject(lambda: acting_organisation(request)),
        "reports_leaks": SimpleLazyObject(lambda: _may(request, "incident.report")),
        "person": SimpleLazyObject(lambda: acting_person(request)),
    }


def _may(request: HttpRequest, action: str) -> bool:
    """Whether who acts in this request may do this; on an error page there may be nobody."""
    actor = getattr(request, "actor", None)
    return actor is not None and may(actor.roles, action).allowed


def acting_organisation(request: HttpRequest) -> Any:
    """The organisation that the person now acts for, or None."""
    return getattr(request, "organisation", None) if getattr(request, "actor", None) is not None else None


def acting_person(request: HttpRequest) -> Any:
    """The person who is logged in, or None; a page without a session asks the database nothing."""
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None
