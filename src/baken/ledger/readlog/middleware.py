"""Sees to it that what somebody looked at is written down and committed before the answer leaves (V9).

What went well is written in the request's own transaction, just before it is committed. Where that transaction is
undone, by a refusal or an error, the entry gets one of its own. If neither can be written, nothing is shown.
"""

from collections.abc import Callable, Iterator
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from baken.clock import now
from baken.ledger.readlog.writing import What, write
from baken.tenancy.doors import look_of
from baken.tenancy.looks import Deed, Thing
from baken.tenancy.middleware import REPORTERS
from baken.tenancy.scope import scope

Answer = Callable[[HttpRequest], HttpResponseBase]


class ReadLogMiddleware:
    """Stands innermost, inside the transaction of ScopeMiddleware."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        look = look_of(request)
        answer = self.get_response(request)
        undone = answer.status_code >= 500 or getattr(request, "undo", False)
        if not undone and _owes_an_entry(request):
            _write(request, answer)
            look.answer = answer
        return answer


class UndoneLogMiddleware:
    """Stands just outside ScopeMiddleware: writes what that undid, or could not commit."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = self.get_response(request)
        if _owes_an_entry(request) and look_of(request).answer is not answer:
            with scope(request.actor.organisation_id):  # type: ignore[attr-defined]
                _write(request, answer)
        return answer


def _owes_an_entry(request: HttpRequest) -> bool:
    """Whether somebody came to a door. On the pages of reporters nobody's name is ever taken (V32)."""
    if getattr(request, "actor", None) is None or request.path_info.startswith(REPORTERS):
        return False
    return bool(look_of(request).action)


def _write(request: HttpRequest, answer: HttpResponseBase) -> None:
    look, match = look_of(request), request.resolver_match
    named = list(_identifiers(match.kwargs if match else {}))
    things = look.things or [Thing(kind, id_) for kind, id_ in named[:1]]
    rest = [id_ for _kind, id_ in named if id_ not in {thing.id for thing in things}]
    what = What(
        address=match.view_name if match else "",
        method=request.method or "",
        deed=look.deed or _deed(request, answer),
        result=_result(request, answer),
        status=answer.status_code,
        part=rest[0] if rest else None,
    )
    write(look, what, things, request.actor, at=now())  # type: ignore[attr-defined]


def _identifiers(arguments: dict[str, object]) -> Iterator[tuple[str, UUID]]:
    """The arguments of an address that are identifiers; words in it may have been typed, so they are left out."""
    for name, value in arguments.items():
        if isinstance(value, UUID):
            yield name, value


def _deed(request: HttpRequest, answer: HttpResponseBase) -> Deed:
    """What was done, where the page did not say: a file that leaves Baken is an export, a PDF is for printing."""
    kind = answer.get("Content-Type", "")
    if answer.status_code == 200 and not kind.startswith("text/html"):
        return "print" if kind.startswith("application/pdf") else "export"
    return "view" if request.method in ("GET", "HEAD") else "change"


def _result(request: HttpRequest, answer: HttpResponseBase) -> str:
    """How it ended, as the door saw it: a refusal that looks like an absence is a refusal here."""
    status = answer.status_code
    if not look_of(request).allowed or status == 403:
        return "refused"
    if status == 404:
        return "not_found"
    if status >= 500:
        return "failed"
    if status >= 400:
        return "sent_back"
    return "shown" if request.method in ("GET", "HEAD") or status == 200 else "done"
