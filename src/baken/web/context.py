"""What the frame of a page needs to know, worked out only where a template asks for it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

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
        "person": SimpleLazyObject(lambda: acting_person(request)),
    }


def acting_organisation(request: HttpRequest) -> Any:
    """The organisation that the person now acts for, or None."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return None
    from baken.tenancy.models import Organisation  # here, so that error pages need no models

    return Organisation.objects.filter(pk=actor.organisation_id).only("name", "slug", "kind").first()


def acting_person(request: HttpRequest) -> Any:
    """The person who is logged in, or None; a page without a session asks the database nothing."""
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None
