"""The pages of accountability: which papers are there, and what can be drawn up from the policy in use (V28)."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.tenancy import doors
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.trust.accountability import actions, algorithms, drafts, queries
from baken.trust.accountability.forms import PaperForm
from baken.web import printing
from baken.web.acting import asks
from baken.web.deciding import Decision, Given, decision
from baken.web.fields import said
from baken.web.parts import Link, Table
from baken.web.templatetags.baken import civil

READ, KEEP = "accountability.read", "accountability.keep"
TEMPLATE = Path(__file__).parent / "typst" / "dpia.typ"


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Which papers must be there, which are, and the drafts."""
    doors.require(request, READ)
    moment = now()
    found = queries.standing(moment)
    context = {
        "papers": found,
        "missing": [one for one in found if one.standing == "missing" and one.before_live],
        "may_keep": doors.decide(request, KEEP).allowed,
        "policy": queries.in_use(moment),
    }
    return render(request, "accountability/start.html", context)


@asks
def record(request: HttpRequest, kind: str, partner: str = "") -> HttpResponse:
    """Record that a paper was signed."""
    doors.require(request, KEEP)
    asked = next((one for one in queries.standing(now()) if (one.kind, one.partner) == (kind, partner)), None)
    if asked is None:
        raise Http404
    words = Decision(
        title=said(asked.name),
        lead=f"{said(asked.why)} {_('Het stuk zelf blijft waar het ligt; Baken bewaart waar dat is.')}",
        button=_("Vastleggen"),
        done=_("Het stuk is vastgelegd."),
        back=Link(reverse("trust_accountability:start"), _("Terug naar de stukken")),
        writes=False,
    )

    def act(form: Any, given: Given) -> str:
        told = {name: form.cleaned_data[name] for name in ("reference", "version", "signed_on", "review_on")}
        by, once = given["actor"].membership_id, given["command_id"]
        actions.record(kind=kind, partner=partner, by=by, now=given["now"], command_id=once, **told)
        return reverse("trust_accountability:start")

    return decision(request, words, form=PaperForm, act=act)


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The register of processing, as a page."""
    doors.require(request, READ)
    bundle = _policy(now())
    tables = [
        Table(
            said(entry.name),
            (_("Wat"), _("Hoe")),
            list(zip(_terms()[1:], queries.cells(entry)[1:], strict=True)),
        )
        for entry in queries.register(bundle)
    ]
    return render(request, "accountability/register.html", {"tables": tables, "policy": bundle})


@require_safe
def register_file(request: HttpRequest) -> HttpResponse:
    """The register of processing, for a spreadsheet."""
    doors.require(request, READ)
    text = queries.register_csv(queries.register(_policy(now())))
    return HttpResponse(
        text,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="verwerkingsregister.csv"'},
    )


@require_safe
def dpia(request: HttpRequest) -> HttpResponse:
    """The start of a DPIA, as a tagged PDF."""
    doors.require(request, READ)
    moment = now()
    bundle, organisation = _policy(moment), Organisation.objects.get(pk=current()).name
    made = printing.make(
        TEMPLATE,
        {
            "title": _("Begin van een DPIA: aanpak mensenhandel"),
            "sender": organisation,
            "lang": (get_language() or "nl")[:2],
            "notice": said(printing.FICTIONAL) if settings.BAKEN_DEMO else "",
            "lead": _(
                "Gemaakt uit het beleid dat in gebruik is. Het is een begin: iemand vult aan, weegt en ondertekent."
            ),
            "pieces": drafts.dpia(bundle, organisation),
            "footer": f"{bundle.id} · {civil(civil_date(moment))}",
        },
    )
    return HttpResponse(
        made, content_type="application/pdf", headers={"Content-Disposition": 'inline; filename="dpia.pdf"'}
    )


@require_safe
def algorithm(request: HttpRequest) -> HttpResponse:
    """The draft entry for the algorithm register, as data."""
    doors.require(request, READ)
    moment = now()
    name = Organisation.objects.get(pk=current()).name
    entry = algorithms.entry(_policy(moment), name, today=civil_date(moment))
    return JsonResponse(
        entry,
        json_dumps_params={"ensure_ascii": False, "indent": 1},
        headers={"Content-Disposition": 'attachment; filename="algoritmeregister.json"'},
    )


def _terms() -> list[str]:
    return [said(word) for word in queries.HEADERS]


def _policy(moment: datetime) -> Bundle:
    """Return the policy in use; without one there is nothing to account for."""
    bundle = queries.in_use(moment)
    if bundle is None:
        raise Http404
    return bundle
