"""One transaction and one organisation per request, from the session's own membership."""

from collections.abc import Callable
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from baken.clock import now
from baken.tenancy import locator, sessions
from baken.tenancy.actors import Actor, actor_for
from baken.tenancy.doors import LoginNeeded, OrganisationNeeded
from baken.tenancy.models import Membership
from baken.tenancy.scope import scope
from baken.tenancy.typed import typed

Answer = Callable[[HttpRequest], HttpResponseBase]


REPORTERS = ("/melden/", "/terugkoppeling/")


class NoTraceMiddleware:
    """Stands inside the session's own middleware: on the pages of reporters no session is ever saved.

    A session notes when it was last seen, and its row when it was saved. For somebody who happens to be logged in,
    either would lead from the second of a report to the account (V32).
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = self.get_response(request)
        if request.path_info.startswith(REPORTERS):
            request.session.modified = False
        return answer


class ScopeMiddleware:
    """Stands innermost. What a view wrote is committed before its answer leaves, and undone where it failed.

    `request.actor` is who acts, or None. ATOMIC_REQUESTS would open its transaction after the middleware, too late
    for the scope.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.actor = None  # type: ignore[attr-defined]
        chosen = self._chosen(request)
        if chosen is None:
            with transaction.atomic():
                return self._answer(request)
        organisation, membership = chosen
        with scope(organisation):
            request.actor = _actor(request, membership)  # type: ignore[attr-defined]
            if request.actor is not None:  # type: ignore[attr-defined]
                return self._answer(request)
        sessions.stop_acting(request)
        with transaction.atomic():
            if not locator.logins(UUID(str(request.user.pk))):
                logout(request)  # who left and works nowhere else is no longer logged in either
            return self._answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Undo what the view wrote, and lead those who were stopped at a door to where they can go on."""
        request.undo = True  # type: ignore[attr-defined]
        if isinstance(exception, LoginNeeded):
            return _go(request, "account:login")
        if isinstance(exception, OrganisationNeeded):
            return _go(request, "tenancy:choose")
        return None

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code >= 500 or getattr(request, "undo", False):
            transaction.set_rollback(True)
        return response

    def _chosen(self, request: HttpRequest) -> tuple[UUID, UUID] | None:
        """The organisation and membership of the session; nobody logged in costs no query."""
        if not request.user.is_authenticated or not sessions.still_valid(request, now=now()):
            return None
        return sessions.acting(request)


def _actor(request: HttpRequest, membership_id: UUID) -> Actor | None:
    own = Membership.objects.filter(id=membership_id, person_id=str(request.user.pk), active=True)
    found = own.select_related("organisation").first()
    if found is None:
        return None
    request.organisation = found.organisation  # type: ignore[attr-defined]  # the frame names it without a query
    return actor_for(found, now=now())


def _go(request: HttpRequest, name: str) -> HttpResponse:
    """Lead to where one can go on, and back afterwards; what somebody typed is shown, so that it is not lost."""
    texts = typed(request)
    back = request.get_full_path() if texts or request.method in ("GET", "HEAD") else ""
    there = reverse(name) + (f"?{urlencode({'next': back})}" if back not in ("", "/") else "")
    if texts:
        return render(request, "tenancy/stopped.html", {"typed": texts, "go": there}, status=403)
    return HttpResponseRedirect(there)
