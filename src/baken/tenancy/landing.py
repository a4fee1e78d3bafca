"""Where somebody goes after logging in: where they wanted to be, or where their work is."""

from collections.abc import Callable
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from baken.clock import now
from baken.core.derive.access import may
from baken.tenancy import locator, sessions
from baken.tenancy.actors import Actor, actor_for
from baken.tenancy.models import Membership, Person
from baken.tenancy.scope import scope

PLACES = (
    ("signal.list", "/werk/"),
    ("care.oversee", "/regie/"),
    ("notification.list", "/meldingen/"),
    ("policy.adopt", "/beleid/"),
    ("policy.confirm", "/beleid/voorstel/"),
    ("people.manage", "/mensen/"),
    ("log.read", "/verantwoording/"),
    ("accountability.keep", "/verantwoording/"),
    ("retention.approve", "/verantwoording/"),
)
_only: dict[str, Callable[[], bool]] = {}


def only(path: str, when: Callable[[], bool]) -> None:
    """Let a place be one only where the organisation in scope uses that room."""
    _only[path] = when


def wanted(request: HttpRequest) -> str:
    """The page that was asked for before the log-in came in between; only one of our own."""
    return ours(request.POST.get("next") or request.GET.get("next") or "")


def ours(asked: str) -> str:
    """This address if it is one of our own, otherwise nothing."""
    own = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if own and asked.startswith("/") else ""


def arrive(request: HttpRequest, person: Person, *, wants: str = "") -> HttpResponse:
    """Lead somebody whose session just began to work: in their only organisation, or to the choice between several."""
    mine = locator.logins(person.id)
    if len(mine) == 1:
        return start(request, *next(iter(mine.items())), wants=wants)
    return see("/organisatie/" + (f"?{urlencode({'next': wants})}" if wants else ""))


def start(request: HttpRequest, organisation: UUID, membership_id: UUID, *, wants: str = "") -> HttpResponse:
    """Act in a membership, and go to where the work is; one that ended in the meantime is none."""
    moment = now()
    with scope(organisation):
        member = Membership.objects.filter(
            id=membership_id, person_id=request.user.pk or "", active=True
        ).first()
        if member is None:
            return see("/organisatie/")
        sessions.act_as(request, member, now=moment)
        actor = actor_for(member, now=moment)
    answer = see(wants or place_for(actor))
    answer.delete_cookie(sessions.COOKIE, samesite="Strict")
    return answer


def see(where: str) -> HttpResponse:
    """Lead to another page after a form."""
    return HttpResponseRedirect(where, status=303)


def place_for(actor: Actor) -> str:
    """The page where this person's work is."""
    return next(
        (path for action, path in PLACES if may(actor.roles, action).allowed and _open(path, actor)), "/"
    )


def _open(path: str, actor: Actor) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    if path not in _only:
        return True
    with scope(actor.organisation_id):
        return _only[path]()
