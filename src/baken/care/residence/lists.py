"""The terms of all clients in one list: what is over on top, then what is near, then the rest."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.care.common import clients
from baken.care.residence import calendar as calendars
from baken.care.residence import saying
from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger import deadlines as terms
from baken.ledger import policies
from baken.ledger.models import ClientRow, DeadlineRow
from baken.tenancy import doors
from baken.tenancy.scope import current
from baken.web.parts import Link, Table

LIST = "care.list"
DEADLINE, CLIENT = Text("Termijn", "Deadline"), Text("Cliënt", "Client")
LAST_DAY = Text("Laatste dag", "Last day")


@require_safe
def deadlines(request: HttpRequest) -> HttpResponse:
    """Everything with a last day, over all clients, and what changed."""
    clients.require_room(request, LIST)
    today = civil_date(now())
    rows, changed = terms.open_ones(), terms.changed()
    named, may_read = names_of(today), doors.decide(request, clients.READ).allowed
    who = _who([row.stream_id for row in (*rows, *changed)]) if may_read else {}
    over = [row for row in rows if row.on < today]
    near = [row for row in rows if row.on >= today and (row.warn_on is None or row.warn_on <= today)]
    later = [row for row in rows if row not in over and row not in near]
    context = {
        "over": _table(_("Voorbij"), over, named, who, today),
        "near": _table(_("Vandaag of binnenkort"), near, named, who, today),
        "later": _table(_("Later"), later, named, who, today),
        "changed": changes(changed, named, who),
        "none": not rows,
    }
    return render(request, "care_residence/deadlines.html", context)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The days of all terms as a file for a calendar; it says not about whom, nor about what."""
    clients.require_room(request, LIST)
    doors.looked_at(request, deed="export")
    moment = now()
    coming = [row for row in terms.open_ones() if row.on >= civil_date(moment)]
    answer = HttpResponse(calendars.of(coming, moment), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="termijnen.ics"'
    return answer


def names_of(today: date) -> Mapping[str, Text]:
    """Return what every term is called in the policy in force."""
    bundle = policies.in_force(today)
    return saying.names(bundle) if bundle else {}


def name_of(row: DeadlineRow, named: Mapping[str, Text]) -> Text:
    """Return what a term is called; one that is no longer in the policy is called what it was then."""
    found = named.get(row.deadline)
    if found is None and row.bundle:
        found = saying.names(policies.bundle(row.bundle)).get(row.deadline)
    return found or Text(row.deadline, row.deadline)


def changes(rows: Sequence[DeadlineRow], named: Mapping[str, Text], who: Mapping[UUID, str]) -> Table:
    """Return the changes of terms that nobody said to have read."""
    return Table(
        _("Gewijzigd"),
        (DEADLINE, CLIENT, _("Wat er is veranderd")),
        [
            (name_of(row, named), _client(row, who), saying.changed(row.on, row.became, row.because))
            for row in rows
        ],
    )


def _table(
    caption: str,
    rows: Sequence[DeadlineRow],
    named: Mapping[str, Text],
    who: Mapping[UUID, str],
    today: date,
) -> Table:
    return Table(
        caption,
        (DEADLINE, CLIENT, LAST_DAY, _("Nog te gaan"), _("Afhandelen")),
        [
            (
                name_of(row, named),
                _client(row, who),
                row.on,
                saying.left(row.on, today),
                Link(
                    reverse("care_residence:handle", args=[row.stream_id, row.deadline, row.on.isoformat()]),
                    _("Afhandelen"),
                ),
            )
            for row in rows
        ],
    )


def _client(row: DeadlineRow, who: Mapping[UUID, str]) -> Link:
    name = who.get(row.stream_id)
    words = f"{row.reference} – {name}" if name else row.reference
    return Link(reverse("care_residence:stay", args=[row.stream_id]), words)


def _who(wanted: Sequence[UUID]) -> Mapping[UUID, str]:
    return clients.names(ClientRow.objects.filter(organisation_id=current(), stream_id__in=set(wanted)))
