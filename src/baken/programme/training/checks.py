"""What is looked at with others: agreements with Veilig Thuis, and training in the meldcode (TRAIN-09, TRAIN-11)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.derive.training import years_after
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.training import CHECKS, FOUND, SHORT
from baken.programme.common import nameless
from baken.programme.training import frame
from baken.programme.training.forms import CheckForm
from baken.programme.training.models import Check
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.deciding import Given, decision
from baken.web.fields import said
from baken.web.parts import Link, Table
from baken.web.templatetags.baken import civil

THERE = "programme_training:checks"
FIELDS = ("what", "whose", "on", "found", "evidence", "again_on")


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What was looked at, the last first, and what was never looked at."""
    doors.require(request, frame.READ)
    keeps, every = frame.may_keep(request), list(kept.kept(Check).order_by("-on", "-changed_at"))
    context = {
        "parts": [_part(what, [one for one in every if one.what == what], keeps) for what in CHECKS],
        "keeps": keeps,
    }
    return render(request, "programme_training/checks.html", context)


def _part(what: str, found: list[Check], keeps: bool) -> dict[str, Any]:
    today = civil_date(now())
    latest = found[0] if found else None
    again = latest.again_on if latest else None
    table = Table(
        said(SHORT[what]),
        (_("Dag"), _("Organisatie"), _("Is dat zo?"), _("Waaruit dat blijkt"), _("Weer kijken")),
        [
            (
                Link(reverse("programme_training:check", args=[one.id]), civil(one.on)) if keeps else one.on,
                one.whose,
                capfirst(said(FOUND[one.found])),
                one.evidence or _("geen bewijs"),
                one.again_on,
            )
            for one in found
        ],
        hide_caption=True,
    )
    return {
        "id": what,
        "title": SHORT[what],
        "asks": CHECKS[what],
        "table": table,
        "late": again if again and again < today else None,
        "add": f"{reverse('programme_training:add_check')}?wat={what}",
    }


@asks
def add(request: HttpRequest) -> HttpResponse:
    """Write down what was looked at with another organisation."""
    doors.require(request, frame.KEEP)
    today = civil_date(now())
    asked = frame.words(
        _("Vastleggen wat u nakeek"),
        _("U traint deze mensen niet zelf. U kijkt na of het bij hen geregeld is, en waaruit dat blijkt."),
        _("Vastleggen"),
        _("Vastgelegd."),
        back=THERE,
    )

    def act(form: Any, given: Given) -> str:
        kept.add(Check, _told(form), **given)
        return reverse(THERE)

    what = request.GET.get("wat", "")
    initial = {"what": what if what in CHECKS else "", "on": today, "again_on": years_after(today, 1)}
    return decision(request, asked, form=CheckForm, act=act, initial=initial)


@asks
def change(request: HttpRequest, check: UUID) -> HttpResponse:
    """Put right what was written down; how it stood stays."""
    doors.require(request, frame.KEEP)
    found = kept.one(Check, check)
    asked = frame.words(
        said(SHORT[found.what]),
        _("Kijkt u opnieuw? Leg dat dan als nieuwe regel vast. Hier zet u alleen recht wat niet klopt."),
        _("Wijziging opslaan"),
        _("De wijziging is opgeslagen."),
        back=THERE,
        template="programme_training/line.html",
        context={
            "history": frame.history(found.id, _stood),
            "withdraw": frame.withdraw_link("nagekeken", found),
        },
    )

    def act(form: Any, given: Given) -> str:
        looked_at = form.cleaned_data["looked_at"] or 0
        kept.change(found, _told(form), looked_at, actor=given["actor"], now=given["now"])
        return reverse(THERE)

    initial = {**{name: getattr(found, name) for name in FIELDS}, "looked_at": found.number}
    return decision(request, asked, form=CheckForm, act=act, initial=initial)


def _told(form: Any) -> dict[str, Any]:
    nameless.about_no_case(evidence=form.cleaned_data["evidence"])
    return {name: form.cleaned_data[name] for name in FIELDS}


def _stood(row: Any) -> str:
    return f"{row['whose']}: {said(FOUND[row['found']])}. {row['evidence']}"
