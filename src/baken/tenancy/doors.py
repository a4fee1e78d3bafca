"""The one question every page asks before it shows anything: may this person do this here?

Without a log-in one is sent to log in; a signal or notification that is not yours does not exist; a page for which
your role gives no right says so. Each door notes that it was passed, or stayed closed: the read log is written from
that (V9).
"""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import get_language

from baken.clock import now
from baken.core.derive.access import Decision, Relation, may
from baken.core.vocabulary.actions import ACTIONS
from baken.tenancy.actors import Actor
from baken.tenancy.looks import Deed, Look

OWN = Relation()


class LoginNeeded(Exception):
    """Nobody is logged in; the middleware leads to the log-in page."""


class OrganisationNeeded(Exception):
    """Somebody is logged in but acts for no organisation yet; the middleware leads to the choice."""


def require(request: HttpRequest, action: str, relation: Relation = OWN) -> Actor:
    """Return who acts, where this is allowed; otherwise the request ends here."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        raise OrganisationNeeded if request.user.is_authenticated else LoginNeeded
    decision = may(actor.roles, action, relation)
    look_of(request).passed(action, allowed=decision.allowed)
    if decision.allowed:
        return actor
    if ACTIONS[action].about_one:
        raise Http404
    raise PermissionDenied(decision.reason.in_(get_language() or "nl"))


def decide(request: HttpRequest, action: str, relation: Relation = OWN) -> Decision:
    """Say whether the acting person may do this, for a page that shows or leaves out a button."""
    actor: Actor | None = getattr(request, "actor", None)
    return may(actor.roles if actor else (), action, relation)


def looked_at(
    request: HttpRequest,
    *,
    kind: str = "",
    object_id: UUID | None = None,
    why: str | Iterable[str] = (),
    deed: Deed | None = None,
    activity: str = "",
) -> None:
    """Tell the read log what the door cannot know: an object that is not in the address, a reason, a deed.

    Once per object where there are several. All are words from closed lists and identifiers, never what somebody
    typed. `activity` is the processing activity of the policy, for the processing log.
    """
    words = (why,) if isinstance(why, str) else tuple(why)
    look_of(request).tell(
        kind=kind, object_id=object_id, why=tuple(w for w in words if w), deed=deed, activity=activity
    )


def look_of(request: HttpRequest) -> Look:
    """Return what this request looked at so far."""
    look: Look | None = getattr(request, "look", None)
    if look is None:
        look = request.look = Look(now())  # type: ignore[attr-defined]
    return look
