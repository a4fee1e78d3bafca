"""What is handed out on paper: the offer, and what is missing in it. Both are tagged PDFs, and name nobody."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.care.common import lists
from baken.care.offer import saying
from baken.care.offer.counting import Gaps
from baken.care.offer.models import Offer
from baken.core.figures.shielding import FIRST, about
from baken.core.vocabulary.moments import civil_date
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import printing
from baken.web.fields import said
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "lists.typ"
Part = Mapping[str, Any]


def offer_sheet(offers: Iterable[Offer], now: datetime) -> HttpResponse:
    """Return the offer of today, for helpers, schools and safety partners (CARE-10)."""
    today, areas = civil_date(now), lists.areas()
    there = [
        one
        for one in offers
        if one.from_date <= today and (one.until_date is None or one.until_date >= today)
    ]
    parts = []
    for one in there:
        facts = [(_("Voor wie"), "; ".join(saying.for_whom(one)))]
        if one.areas:
            facts.append((_("Waarbij"), ", ".join(said(lists.named(areas, area)) for area in one.areas)))
        if one.reach:
            facts.append((_("Bereiken"), one.reach))
        if one.until_date:
            facts.append((_("Wanneer"), saying.when(one)))
        parts.append(part(one.name, [one.what], facts))
    lead = [
        _("Dit is de hulp voor mensen die misschien slachtoffer zijn van mensenhandel. Bij gevaar: bel 112."),
        _("Niemand hoeft aangifte te doen of zich slachtoffer te noemen om hulp te krijgen."),
        _("Twijfelt u? Vraag advies aan de zorgcoördinator. Dat kan zonder een naam te noemen."),
    ]
    footer = _("Aanbod op %(day)s") % {"day": civil(today)}
    return handed_out(_("Zorgaanbod"), lead, parts, footer=footer, name=f"zorgaanbod-{today}")


def gaps_sheet(found: Gaps, now: datetime) -> HttpResponse:
    """Return what was missing in one year, with numbers that point to nobody."""
    small = _("minder dan %(number)s") % {"number": FIRST}

    def told(number: int) -> str:
        rounded = about(number)
        return small if rounded is None else _("ongeveer %(number)s") % {"number": rounded}

    parts = [
        part(
            _("Bij welke hulp"),
            [],
            [(said(area), told(files + noted)) for area, files, noted in found.areas],
        ),
        part(
            _("Waarom die hulp er niet was"),
            [],
            [(capfirst(said(why)), told(number)) for why, number in found.reasons],
        ),
    ]
    lead = [
        _("Hulp die nodig was en er niet was, in %(year)s.") % {"year": found.year},
        _(
            "Getallen onder de %(number)s staan er niet precies, en de rest is afgerond op vijf: zo wijst geen getal "
            "iemand aan."
        )
        % {"number": FIRST},
    ]
    title = _("Wat ontbreekt in het zorgaanbod")
    footer = _("Gemaakt op %(day)s") % {"day": civil(civil_date(now))}
    return handed_out(title, lead, parts, footer=footer, name=f"ontbreekt-{found.year}")


def part(title: str, lines: Sequence[str], facts: Sequence[tuple[str, str]] = ()) -> Part:
    """Return one part of a paper."""
    return {
        "title": title,
        "lines": list(lines),
        "facts": [{"name": name, "value": value} for name, value in facts],
    }


def handed_out(
    title: str,
    lead: Sequence[str],
    parts: Sequence[Part],
    *,
    footer: str,
    name: str,
    language: str = "",
    sender: str | None = None,
) -> HttpResponse:
    """Return a paper to hand out, as a file to save or print."""
    language = language or (get_language() or "nl")[:2]
    made = printing.make(
        TEMPLATE,
        {
            "title": title,
            "sender": Organisation.objects.get(pk=current()).name if sender is None else sender,
            "lang": language,
            "notice": printing.FICTIONAL.in_(language) if settings.BAKEN_DEMO else "",
            "footer": footer,
            "lead": list(lead),
            "parts": list(parts),
        },
    )
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{language}.pdf"'
    return answer
