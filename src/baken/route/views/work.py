"""The work list of the acting organisation."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.wording import STAGE, VALUE
from baken.core.vocabulary.wording import said as value_said
from baken.ledger.models import SignalRow
from baken.route.forms_list import ListFilter
from baken.route.queries import work as work_queries
from baken.route.queries.ways import address
from baken.tenancy import doors
from baken.web import beside
from baken.web.elsewhere import EMERGENCY
from baken.web.parts import Link, Table


@require_safe
def work(request: HttpRequest) -> HttpResponse:
    """Show what changed, what is owed, and the list."""
    actor = doors.require(request, "signal.list")
    moment = now()
    form = ListFilter(request.GET, today=civil_date(moment))
    chosen = form.chosen()
    doors.looked_at(request, deed="search" if chosen else None)
    found = work_queries.work(
        actor, chosen, newer=request.GET.get("nieuwer", ""), older=request.GET.get("ouder", ""), now=moment
    )
    context = {
        "filter": form,
        "filtered": bool(chosen),
        "work": found,
        "signals": _table(found.rows),
        "newer": _turn(chosen, "nieuwer", found.newer),
        "older": _turn(chosen, "ouder", found.older),
        "enter": address("intake:enter"),
        "emergency": EMERGENCY,
        "beside": beside.drawn(request, "work"),
    }
    return render(request, "route/work.html", context)


def _turn(chosen: dict[str, str], way: str, key: str) -> str:
    return f"?{urlencode({**chosen, way: key})}#lijst" if key else ""


def _table(rows: Sequence[SignalRow]) -> Table:
    return Table(
        _("Signalen"),
        (_("Kenmerk"), _("Gemeld op"), _("Stand van zaken"), _("Vorm"), _("Beoordeling")),
        [
            (
                Link(reverse("route:signal", args=[row.stream_id]), row.reference),
                civil_date(row.reported_at),
                STAGE.get(row.stage, row.stage),
                value_said("exploitation", tuple(row.forms)),
                VALUE["assessment"].get(row.assessment, row.assessment),
            )
            for row in rows
        ],
        hide_caption=True,
    )
