"""The year of the programme, on a page and on one sheet of paper."""

from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.plan.year import paper, quarters
from baken.programme.plan.year.quarters import SIGNS, STANDS, Item
from baken.tenancy import doors
from baken.web.fields import said
from baken.web.parts import Link, Table

READ = "programme.read"


@require_safe
def year(request: HttpRequest) -> HttpResponse:
    """What falls in which quarter of a year, over all parts, and how it stands."""
    doors.require(request, READ)
    today = civil_date(now())
    found = quarters.of_year(quarters.asked_year(request.GET.get("jaar", ""), today), today)
    context = {
        "year": found.year,
        "summary": paper.summary(found),
        "tables": [
            (paper.name_of(one), _table(paper.name_of(one), one.items) if one.items else None)
            for one in found.quarters
        ],
        "earlier": _table(_("Te laat van eerdere jaren"), found.earlier) if found.earlier else None,
        "ongoing": found.ongoing,
        "empty": not (found.items or found.ongoing or found.earlier),
        "before": _other(found.year - 1, today),
        "before_href": f"?jaar={found.year - 1}",
        "after": _other(found.year + 1, today),
        "after_href": f"?jaar={found.year + 1}",
        "sheet": f"{reverse('programme_plan:year_sheet')}?jaar={found.year}",
    }
    return render(request, "programme_plan/year.html", context)


@require_safe
def year_sheet(request: HttpRequest) -> HttpResponse:
    """The same on one sheet of A4."""
    doors.require(request, READ)
    doors.looked_at(request, deed="export")
    today = civil_date(now())
    found = quarters.of_year(quarters.asked_year(request.GET.get("jaar", ""), today), today)
    answer = HttpResponse(paper.sheet(found, now()), content_type="application/pdf")
    language = (get_language() or "nl")[:2]
    answer["Content-Disposition"] = f'attachment; filename="jaarplanning-{found.year}-{language}.pdf"'
    return answer


def _table(caption: str, items: Sequence[Item]) -> Table:
    headers = (_("Wat"), _("Uiterlijk"), _("Wie"), _("Hoe staat het?"))
    rows = [
        (
            Link(one.planned.href, one.planned.words) if one.planned.href else one.planned.words,
            one.planned.last,
            one.planned.owner,
            _stand(one),
        )
        for one in items
    ]
    return Table(caption, headers, rows, hide_caption=True)


def _stand(item: Item) -> str:
    """Return how something stands: a sign for who looks, and the words for everybody."""
    words = capfirst(said(STANDS[item.stand]))
    return format_html('<span><span aria-hidden="true">{}</span> {}</span>', SIGNS[item.stand], words)


def _other(year: int, today: date) -> int | None:
    return year if quarters.asked_year(str(year), today) == year else None
