"""Where somebody goes after logging in: where they wanted to be, or where their work is."""

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from baken.core.derive.access import may
from baken.tenancy.actors import Actor

PLACES = (
    ("signal.list", "/werk/"),
    ("notification.list", "/meldingen/"),
    ("policy.adopt", "/beleid/"),
    ("policy.confirm", "/beleid/voorstel/"),
)


def wanted(request: HttpRequest) -> str:
    """The page that was asked for before the log-in came in between; only one of our own."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    own = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if own and asked.startswith("/") else ""


def place_for(actor: Actor) -> str:
    """The page where this person's work is."""
    return next((path for action, path in PLACES if may(actor.roles, action).allowed and _exists(path)), "/")


def _exists(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
