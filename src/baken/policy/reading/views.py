"""Pages to read the policy in force, one that comes, and what was before."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.policy import library, proofs
from baken.policy.reading import book, comparing, on_promises, queries
from baken.policy.reading import cases as cases_of
from baken.policy.reading import folder as folders
from baken.policy.reading.forms import SearchForm
from baken.policy.reading.versions import ASKED, NoSuchVersion, Shelf, shelf
from baken.tenancy import doors


@require_safe
def read(request: HttpRequest) -> HttpResponse:
    """Show what there is to read, or that there is nothing yet."""
    return _page(request, "policy/reading/read.html")


@require_safe
def part(request: HttpRequest, part: str) -> HttpResponse:
    """Show one page of the policy."""
    return _page(request, "policy/reading/part.html", slug=part)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show every element that has the word."""
    doors.looked_at(request, deed="search")
    return _page(request, "policy/reading/search.html")


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """Show the cases, and whether the policy does what they say."""
    return _page(request, "policy/reading/cases.html", slug="gevallen")


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Show what was put into use, when, by which decision and by whom."""
    return _page(request, "policy/reading/history.html", slug="geschiedenis")


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Show what a neighbour's policy, or another version of one's own, does otherwise."""
    return _page(request, "policy/reading/compare.html", slug="vergelijken")


@require_safe
def folder(request: HttpRequest) -> HttpResponse:
    """Give the files of the policy, to keep or to take elsewhere."""
    doors.require(request, "policy.read")
    there = _shelf()
    version = _asked(there, request)
    if version is None or version.state == "proposed":  # a folder says that it is in use
        raise Http404
    packed = folders.packed(version, library.library())
    answer = HttpResponse(packed.content, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{packed.name}"'
    return answer


def _page(request: HttpRequest, template: str, slug: str = "") -> HttpResponse:
    doors.require(request, "policy.read")
    there = _shelf()
    version = _asked(there, request)
    context: dict[str, Any] = {
        "shelf": there,
        "version": version,
        "slug": slug,
        "may_adopt": doors.decide(request, "policy.adopt").allowed,
        "may_read_sheet": doors.decide(request, "sheet.read").allowed,
        "may_confirm": doors.decide(request, "policy.confirm").allowed,
        "may_try": any(doors.decide(request, right).allowed for right in ("policy.adopt", "signal.list")),
        "form": SearchForm(request.GET if "woord" in request.GET else None),
    }
    if version is None:
        return render(request, "policy/reading/nothing.html", context)
    open_at = queries.reading(version)
    context |= {"reading": open_at, "bundle": open_at.bundle, "query": open_at.query}
    if slug in book.PARTS:
        context["part"] = open_at.part(slug)
        if slug == "beloften":
            context["proof"] = proofs.proof(open_at.bundle)
            context["tried"] = on_promises.tried(context["part"], context["proof"])
            template = "policy/reading/promises.html"
    elif slug == "vergelijken":
        context |= _compared(request, there, open_at.bundle)
    elif slug == "gevallen":
        context["groups"] = cases_of.of_version(open_at.bundle, library.library())
    elif slug == "geschiedenis":
        context["adopted"] = queries.history(there.versions, there.decided)
    elif context["form"].is_bound and context["form"].is_valid():
        context["found"] = book.found(open_at.pages, context["form"].cleaned_data["woord"])
    return render(request, template, context)


def _compared(request: HttpRequest, there: Shelf, own: Bundle) -> dict[str, Any]:
    """Return what a comparison shows: two versions where both are asked for, otherwise one's own and a neighbour's."""
    shelves = library.library()
    others = comparing.others(shelves, own.policy_id)
    pair = comparing.versions(there, request.GET.get("van", ""), request.GET.get("naar", ""))
    if pair is not None:
        return {"others": others, "pair": pair, "compared": comparing.of_versions(*pair)}
    asked = request.GET.get("met", "")
    other = comparing.in_library(shelves, asked, civil_date(now())) if asked else None
    if other is None:
        return {"others": others, "asked": asked, "unknown": bool(asked)}
    return {
        "others": others,
        "asked": asked,
        "other": other,
        "compared": comparing.with_neighbour(own, other),
    }


def _shelf() -> Shelf:
    return shelf(civil_date(now()))


def _asked(there: Shelf, request: HttpRequest) -> Any:
    try:
        return there.asked(
            request.GET.get(ASKED, ""), proposals=doors.decide(request, "policy.confirm").allowed
        )
    except NoSuchVersion as unknown:
        raise Http404 from unknown
