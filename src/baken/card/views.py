"""The pages of the signal card: open to everybody, without a log-in and without a cookie."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from baken.card import queries, searching
from baken.card.audiences import WORKS, Work, work_called
from baken.card.forms import SearchForm
from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies
from baken.tenancy.models import Organisation
from baken.tenancy.queries import municipalities
from baken.tenancy.scope import scope
from baken.web import places
from baken.web.elsewhere import EMERGENCY
from baken.web.plain import mends_its_text


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Choose whose card to read; where there is one municipality there is nothing to choose."""
    found = municipalities()
    if len(found) == 1:
        return HttpResponseRedirect(reverse("card:whole", args=[found[0].slug]))
    return render(request, "card/choose.html", {"municipalities": found, "emergency": EMERGENCY})


# Searching changes nothing, so a forged search harms nobody; without a token the page needs no cookie.
@csrf_exempt
@mends_its_text
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def whole(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole card of a municipality, for whatever work (CARD-01..11)."""
    return _card(request, slug, None)


@csrf_exempt
@mends_its_text
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def for_work(request: HttpRequest, slug: str, work: str) -> HttpResponse:
    """The card for one kind of work (CARD-11)."""
    known = work_called(work)
    if known is None:
        raise Http404
    return _card(request, slug, known)


def _card(request: HttpRequest, slug: str, work: Work | None) -> HttpResponse:
    organisation = get_object_or_404(Organisation, slug=slug, kind="municipality")
    with scope(organisation.id):
        adopted = policies.decided().in_force(civil_date(now()))
        bundle = policies.bundle(adopted.bundle) if adopted else None
    page: dict[str, Any] = {
        "organisation": organisation,
        "emergency": EMERGENCY,
        "numbers": places.numbers(bundle),
        "places": places.places(bundle),
    }
    card = queries.card_of(bundle, work) if bundle else None
    if adopted is None or bundle is None or card is None:
        return render(request, "card/none.html", {**page, "has_policy": bundle is not None})
    form = SearchForm(request.POST) if request.method == "POST" else SearchForm()
    valid = form.is_bound and form.is_valid()
    everything = queries.card_of(bundle, None)
    assert everything is not None
    shown = {
        **page,
        "card": card,
        "in_use_since": adopted.from_date,
        "work": work,
        "works": WORKS,
        "form": form,
        "asked": form.cleaned_data["words"] if valid else "",
        "found": searching.search(everything, form.cleaned_data["words"], _parts()) if valid else None,
        "report": request.build_absolute_uri(reverse("report", args=[slug])),
    }
    return render(request, "card/card.html", shown, status=422 if form.is_bound and not valid else 200)


def _parts() -> dict[str, Any]:
    return {
        "do": _("Doe dit wel"),
        "dont": _("Doe dit niet"),
        "note": _("Houd dit in gedachten"),
        "vulnerability": _("Wie extra kwetsbaar kan zijn"),
        "tools": _("Hulpmiddelen"),
    }
