"""Who comes to a draft: a policy adviser of the organisation whose draft it is. For others it does not exist."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baken.policy.drafting import queries
from baken.policy.drafting.actions import NoDraft
from baken.policy.models import Draft
from baken.tenancy import doors
from baken.tenancy.actors import Actor
from baken.web.plain import mends_its_text

RIGHT = "policy.adopt"
View = TypeVar("View", bound=Callable[..., HttpResponse])


def edits(view: View) -> View:
    """Mark a page with a form: shown with GET, sent with POST, its text judged by the page itself."""
    return mends_its_text(require_http_methods(["GET", "HEAD", "POST"])(view))


def adviser(request: HttpRequest) -> Actor:
    """Return who acts, where this person may draft."""
    return doors.require(request, RIGHT)


def draft_of(request: HttpRequest, draft: UUID, *, open_only: bool = False) -> Draft:
    """Return the draft for who may work on it."""
    adviser(request)
    try:
        found = queries.get(draft)
    except NoDraft as missing:
        raise Http404 from missing
    if open_only and found.ended:
        raise Http404
    return found


def go(name: str, *args: Any) -> HttpResponse:
    """Go to a page, with GET."""
    answer = HttpResponseRedirect(reverse(f"policy:{name}", args=args))
    answer.status_code = 303
    return answer
