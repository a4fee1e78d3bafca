"""The process director (ROLE-07): missed terms without names, the cases that were brought in, and advice on one."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.care.common import clients
from baken.care.residence import actions, forms, saying
from baken.care.residence.lists import DEADLINE, LAST_DAY, name_of, names_of
from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.ledger import deadlines as terms
from baken.ledger.models import ClientRow, DeadlineRow
from baken.ledger.projections import reference
from baken.web.acting import asks
from baken.web.deciding import Decision, Given, decision
from baken.web.parts import Link, Table

OVERSEE = "care.oversee"


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What was missed and not handled, over all files without a name; and the cases that were brought in."""
    clients.require_room(request, OVERSEE)
    moment = now()
    rows = [row for row in clients.open_clients(moment) if row.complex]
    over = terms.missed(civil_date(moment))
    context = {"missed": _missed(over, rows), "brought_in": _brought_in(rows, over)}
    return render(request, "care_residence/direction.html", context)


@asks
def advise(request: HttpRequest, client: UUID) -> HttpResponse:
    """Advise the coordinator on a case that was brought in; any other does not exist here."""
    stream = clients.require(request, clients.DIRECT, client)
    if not clients.state(stream).complex:
        raise Http404
    there = reverse("care_clients:client", args=[client])
    words = Decision(
        title=_("Advies geven over dossier %(reference)s") % {"reference": reference(client)},
        lead=_("De zorgcoördinator beslist en houdt het dossier bij. Uw advies staat bij de cliënt."),
        button=_("Advies vastleggen"),
        done=_(
            "Uw advies staat bij de cliënt. De zorgcoördinator krijgt een bericht dat er iets te zien is."
        ),
        back=Link(there, _("Terug naar het dossier")),
    )

    def act(form: Any, given: Given) -> str:
        actions.advise(client, told=form.told("words"), **given)
        return reverse("care_residence:direction")

    return decision(request, words, form=forms.AdviceForm, act=act)


def _missed(rows: list[DeadlineRow], complex_: list[ClientRow]) -> Table:
    today = civil_date(now())
    named, readable = names_of(today), {row.stream_id for row in complex_}
    return Table(
        _("Gemiste termijnen"),
        (_("Dossier"), DEADLINE, LAST_DAY, _("Hoe lang voorbij")),
        [
            (
                _file(row.stream_id, row.reference) if row.stream_id in readable else row.reference,
                name_of(row, named),
                row.on,
                saying.left(row.on, today),
            )
            for row in rows
        ],
    )


def _brought_in(rows: list[ClientRow], over: list[DeadlineRow]) -> Table:
    return Table(
        _("Ingebrachte casussen"),
        (_("Dossier"), _("Volgende controle"), _("Gemiste termijnen"), _("Advies")),
        [
            (
                _file(row.stream_id, row.reference),
                row.check_on,
                sum(one.stream_id == row.stream_id for one in over),
                Link(reverse("care_residence:advise", args=[row.stream_id]), _("Advies geven")),
            )
            for row in rows
        ],
    )


def _file(client: UUID, words: str) -> Link:
    return Link(reverse("care_clients:client", args=[client]), words)
