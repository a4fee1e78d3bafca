"""Pages of the information for clients: what is ready in which language, to read, to print, and to translate."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.care.common.panels import Panel, Way
from baken.care.offer import information, paper, translating
from baken.care.offer.models import Translation
from baken.care.offer.views import RIGHT, words
from baken.clock import now
from baken.core.vocabulary import information as own
from baken.core.vocabulary import offer
from baken.ledger.streams import Stream
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.deciding import Given, decision
from baken.web.fields import said
from baken.web.parts import Link, Table

BACK = "care_offer:information"


def panel(client: Stream, now: object, may_keep: bool) -> Panel | None:
    """On a client's page: the way to what can be given along."""
    if not may_keep:
        return None
    return Panel(
        "information", _("Informatie voor de cliënt"), [], [Way(_("Informatie om te geven"), reverse(BACK))]
    )


@require_safe
def information_page(request: HttpRequest) -> HttpResponse:
    """Every language, what is ready in it, and beside each piece what it rests on."""
    doors.require(request, RIGHT)
    at = now()
    there = {one.language: one for one in kept.kept(Translation)}
    rows = [_row(language, name, None) for language, name in information.OURS.items()]
    rows += [
        _row(language, f"{name} ({said(ours)})", there[language])
        for language, (name, ours) in offer.LANGUAGES.items()
        if language in there
    ]
    context = {
        "languages": Table(
            _("Talen"), (_("Taal"), _("Stand"), _("Geven"), _("Bewerken")), rows, hide_caption=True
        ),
        "missing": [
            Link(reverse("care_offer:translate", args=[language]), f"{name} ({said(ours)})")
            for language, (name, ours) in offer.LANGUAGES.items()
            if language not in there
        ],
        "title": own.TITLE,
        "pieces": information.founded(at, (get_language() or "nl")[:2]),
    }
    return render(request, "care_offer/information.html", context)


def _row(language: str, name: str, found: Translation | None) -> tuple[object, ...]:
    leaflet = information.made(language, now())
    ways = []
    if leaflet:
        ways.append(Link(reverse("care_offer:leaflet", args=[language]), _("Lezen of printen")))
        if leaflet.printable:
            ways.append(Link(reverse("care_offer:leaflet_pdf", args=[language]), "PDF"))
    if found is None:
        return name, _("klaar"), ways, _("staat vast")
    return name, _state(found), ways, Link(reverse("care_offer:translate", args=[language]), _("Bewerken"))


def _state(found: Translation) -> str:
    if found.checked_on is None:
        return _("nog niet gecontroleerd: alleen voor u")
    if not information.is_ready(found, now()):
        return _("verouderd: de Nederlandse tekst is veranderd")
    return _("gecontroleerd door %(who)s") % {"who": found.checked_by}


@require_safe
def leaflet(request: HttpRequest, language: str) -> HttpResponse:
    """The information in one language, to read together or to print from the browser."""
    doors.require(request, RIGHT)
    found = information.made(language, now())
    if found is None:
        raise Http404
    return render(request, "care_offer/leaflet.html", {"leaflet": found})


@require_safe
def leaflet_pdf(request: HttpRequest, language: str) -> HttpResponse:
    """The same as a paper. It names no organisation: whoever finds it, sees nothing special."""
    doors.require(request, RIGHT)
    found = information.made(language, now())
    if found is None or not found.printable:
        raise Http404
    doors.looked_at(request, deed="export")
    return paper.handed_out(
        found.title,
        [],
        [paper.part(part.title, part.lines) for part in found.parts],
        footer="",
        name="informatie",
        language=language,
        sender="-",
    )


@asks
def translate(request: HttpRequest, language: str) -> HttpResponse:
    """Write the information in another language, or say who checked it."""
    doors.require(request, RIGHT)
    if language not in offer.LANGUAGES:
        raise Http404
    asked = words(
        _("Informatie in het %(language)s") % {"language": said(offer.LANGUAGES[language][1])},
        _(
            "Bij elk vak staat de Nederlandse tekst. Zet elke zin op een eigen regel. Laat telefoonnummers staan."
        ),
        _("Opslaan"),
        _("De vertaling is opgeslagen."),
        back=BACK,
    )

    def act(form: Any, given: Given) -> str:
        translating.keep(language, form, given)
        return reverse(BACK)

    return decision(
        request, asked, form=translating.TranslationForm, act=act, initial=_as_it_stands(language)
    )


def _as_it_stands(language: str) -> Mapping[str, object]:
    found = information.translation(language)
    texts = {**found.texts, "looked_at": found.number} if found else {}
    return {**texts, "made_from": own.digest(information.numbers(now()))}
