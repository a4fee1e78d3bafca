"""What is missing in the offer, and the advice given to professionals: numbers by year, and a line to add."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.care.common import lists
from baken.care.offer import counting, forms, paper
from baken.care.offer.models import Advice, Missing
from baken.care.offer.views import RIGHT, withdraw_link, words
from baken.clock import now
from baken.core.vocabulary import offer
from baken.core.vocabulary.client import GAP
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.deciding import Given, decision
from baken.web.fields import said
from baken.web.parts import Table

_TWO, _THREE = frozenset({1}), frozenset({1, 2})


@require_safe
def gaps(request: HttpRequest) -> HttpResponse:
    """What help was not to be had in a year, so that the offer can be improved."""
    doors.require(request, RIGHT)
    found = counting.gaps(now(), _year(request))
    areas = lists.areas()
    context = {
        "found": found,
        "areas": Table(
            _("Bij welke hulp"),
            (_("Hulp"), _("Uit dossiers"), _("Los genoteerd")),
            found.areas,
            numeric=_THREE,
        ),
        "reasons": Table(
            _("Waarom die hulp er niet was"),
            (_("Reden"), _("Aantal")),
            [(_word(reason), number) for reason, number in found.reasons],
            numeric=_TWO,
        ),
        "noted": Table(
            _("Los genoteerd"),
            (_("Dag"), _("Hulp"), _("Reden"), _("Voor wie of wanneer"), _("Fout?")),
            [
                (
                    one.on,
                    lists.named(areas, one.area),
                    _word(GAP[one.reason]),
                    _word(offer.LACKED[one.what]) if one.what in offer.LACKED else "",
                    withdraw_link("hiaat", one),
                )
                for one in found.noted[: counting.LAST]
            ],
        ),
    }
    return render(request, "care_offer/gaps.html", context)


@require_safe
def gaps_sheet(request: HttpRequest) -> HttpResponse:
    """The same for others, on paper: with numbers that point to nobody."""
    doors.require(request, RIGHT)
    doors.looked_at(request, deed="export")
    return paper.gaps_sheet(counting.gaps(now(), _year(request)), now())


@asks
def note_gap(request: HttpRequest) -> HttpResponse:
    """Note that some help is not to be had, without a client."""
    doors.require(request, RIGHT)
    asked = words(
        _("Noteren wat ontbreekt"),
        _(
            "Alleen voor wat los van een dossier blijkt. Was hulp er niet voor een cliënt? Leg dat in het dossier "
            "vast: dat telt hier vanzelf mee."
        ),
        _("Noteren"),
        _("Genoteerd."),
        back="care_offer:gaps",
    )

    def act(form: Any, given: Given) -> str:
        told = {name: form.cleaned_data[name] for name in ("on", "area", "reason", "what")}
        kept.add(Missing, told, **given)
        return reverse("care_offer:gaps")

    return decision(request, asked, form=forms.MissingForm, act=act, initial={"on": civil_date(now())})


@require_safe
def advice(request: HttpRequest) -> HttpResponse:
    """How often advice was given in a year, to whom and about what."""
    doors.require(request, RIGHT)
    found = counting.advised(now(), _year(request))
    times, minutes = _("Keren"), _("Minuten")
    context = {
        "found": found,
        "professions": Table(
            _("Aan wie"), (_("Beroep"), times, minutes), _first(found.professions), numeric=_THREE
        ),
        "subjects": Table(
            _("Waarover"), (_("Onderwerp"), times, minutes), _first(found.subjects), numeric=_THREE
        ),
        "lines": Table(
            _("De laatste adviezen"),
            (_("Dag"), _("Beroep"), _("Onderwerp"), minutes, _("Fout?")),
            [
                (
                    one.on,
                    _word(offer.PROFESSIONALS[one.profession]),
                    _word(offer.SUBJECTS[one.subject]),
                    one.minutes,
                    withdraw_link("advies", one),
                )
                for one in found.lines
            ],
            numeric=frozenset({3}),
        ),
    }
    return render(request, "care_offer/advice.html", context)


@asks
def give_advice(request: HttpRequest) -> HttpResponse:
    """Count one advice: what kind of professional, about what, how long. No names."""
    doors.require(request, RIGHT)
    asked = words(
        _("Advies vastleggen"),
        _("Eén regel per advies. Er staat geen naam in, en niets over een cliënt."),
        _("Vastleggen"),
        _("Het advies telt mee."),
        back="care_offer:advice",
    )

    def act(form: Any, given: Given) -> str:
        told = {name: form.cleaned_data[name] for name in ("on", "profession", "subject", "minutes")}
        kept.add(Advice, told, **given)
        return reverse("care_offer:advice")

    return decision(request, asked, form=forms.AdviceForm, act=act, initial={"on": civil_date(now())})


def _word(text: Text) -> str:
    return capfirst(said(text))


def _first(rows: Sequence[tuple[Text, int, int]]) -> list[tuple[str, int, int]]:
    return [(_word(text), times, minutes) for text, times, minutes in rows]


def _year(request: HttpRequest) -> int | None:
    asked = request.GET.get("jaar", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else None
