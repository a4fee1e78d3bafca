"""The page that tries a draft, a coming version or another policy on one's own past signals."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.policy import library
from baken.policy.drafting.actions import NoDraft
from baken.policy.drafting.examining import examine
from baken.policy.drafting.queries import drafts, get
from baken.policy.models import Draft
from baken.policy.reading.comparing import in_library, others
from baken.policy.reading.versions import ASKED, NoSuchVersion, Shelf, shelf
from baken.policy.whatif import queries
from baken.tenancy import doors


@require_safe
def draft(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Try a draft; one with mistakes cannot be tried yet."""
    exact = _may(request)
    found = _draft(draft)
    return _page(request, exact, {"draft": found, "new": examine(found).bundle})


@require_safe
def other(request: HttpRequest) -> HttpResponse:
    """Try a version that comes, or another policy of the library."""
    exact = _may(request)
    today = civil_date(now())
    there, shelves = shelf(today), library.library()
    context: dict[str, Any] = {"asked": request.GET.get("met", ""), "shelf": there, "new": None}
    own = there.in_force.bundle.policy_id if there.in_force else ""
    context["others"] = others(shelves, own)
    context["drafts"] = drafts()
    if context["asked"]:
        context["new"] = in_library(shelves, context["asked"], today)
        context["unknown"] = context["new"] is None
    elif ASKED in request.GET:
        context["version"] = _version(there, request.GET[ASKED])
        context["new"] = context["version"].bundle
    return _page(request, exact, context)


def _may(request: HttpRequest) -> bool:
    """Return whether who asks may see the signals; who may neither see them nor change policy has no business here."""
    exact = doors.decide(request, "signal.list").allowed
    doors.require(request, "signal.list" if exact else "policy.adopt")
    return exact


def _page(request: HttpRequest, exact: bool, context: dict[str, Any]) -> HttpResponse:
    moment = now()
    current = shelf(civil_date(moment)).in_force
    base, new = current.bundle if current else None, context["new"]
    context |= {"base": base, "may_adopt": doors.decide(request, "policy.adopt").allowed}
    if base is not None and new is not None:
        context["same"] = base.id == new.id
        context["outcome"] = _outcome(base, new, exact)
    return render(request, "policy/whatif/what_if.html", context)


def _outcome(base: Bundle, new: Bundle, exact: bool) -> queries.Outcome:
    moment = now()
    found = queries.tried(base, new, now=moment)
    return queries.exact(found, base, new) if exact else queries.safe(found, base, new, now=moment)


def _draft(draft: UUID) -> Draft:
    try:
        return get(draft)
    except NoDraft as missing:
        raise Http404 from missing


def _version(there: Shelf, number: str) -> Any:
    try:
        return there.asked(number)
    except NoSuchVersion as unknown:
        raise Http404 from unknown
