"""The one question every page asks before it shows anything: may this person do this here?

Without a log-in one is sent to log in; a signal or notification that is not yours does not exist; a page for which
your role gives no right says so.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import get_language

from baken.core.derive.access import ACTIONS, Decision, Relation, may
from baken.tenancy.actors import Actor

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
    if decision.allowed:
        return actor
    if ACTIONS[action].about_one:
        raise Http404
    raise PermissionDenied(decision.reason.in_(get_language() or "nl"))


def decide(request: HttpRequest, action: str, relation: Relation = OWN) -> Decision:
    """Say whether the acting person may do this, for a page that shows or leaves out a button."""
    actor: Actor | None = getattr(request, "actor", None)
    return may(actor.roles if actor else (), action, relation)
