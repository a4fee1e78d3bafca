"""Records of clients to another organisation and from one, for whoever coordinates care."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from baken.care.common import clients
from baken.care.exchange import filling, giving, limits, queries, reading, taking
from baken.care.exchange.forms import BASIS, GiveForm, LookForm, TakeForm
from baken.care.exchange.giving import Giving, Made
from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.exchange.mapping import NO_PLACE
from baken.core.vocabulary.moments import civil_date
from baken.tenancy import doors
from baken.tenancy.actors import Actor
from baken.web.acting import asks, command_of, words_begin
from baken.web.allowing import allow
from baken.web.fields import said
from baken.web.plain import mends_its_text, takes_bytes

EXCHANGE = "care.exchange"
AROUND = 100_000
"""Room for what is asked beside the file."""
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What can be exchanged here, and what the standard has no place for."""
    clients.require_room(request, EXCHANGE)
    return render(request, "care_exchange/overview.html", {"no_place": [said(one) for one in NO_PLACE]})


@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """The empty template, as IOM made it."""
    clients.require_room(request, EXCHANGE)
    made = Made((filling.FOLDER / filling.PLAIN).read_bytes(), filling.PLAIN, _WORKBOOK)
    return _attached(made)


@asks
def give(request: HttpRequest) -> HttpResponse:
    """Make a file of chosen clients for one recipient."""
    actor = clients.require_room(request, EXCHANGE)
    people = queries.people(now())
    if request.method != "POST":
        first = GiveForm(
            people=people, initial={"command": uuid4(), "clients": request.GET.getlist("client")}
        )
        return _give_page(request, first)
    form = GiveForm(request.POST, people=people)
    if not form.is_valid():
        return _give_page(request, form, status=422)
    data = form.cleaned_data
    try:
        streams = giving.allowed([UUID(one) for one in data["clients"]], data["recipient"])
    except Refused as refused:
        return _give_page(request, form, status=409, refused=refused)
    bases = queries.bases(streams, data["recipient"])
    if not any(name.startswith(BASIS) for name in request.POST):
        return _give_page(request, GiveForm(people=people, bases=bases, initial=data), asks_basis=True)
    form = GiveForm(request.POST, people=people, bases=bases)
    if not form.is_valid():
        return _give_page(request, form, status=422, asks_basis=True)
    asked = Giving(
        clients=[UUID(one) for one in data["clients"]],
        recipient=data["recipient"],
        groups=data["groups"],
        form=data["form"],
        bases=form.bases,
        told=form.told("who", "purpose", "because"),
    )
    try:
        made = giving.give(asked, actor=actor, now=now(), command_id=command_of(form))
    except Refused as refused:
        return _give_page(request, form, status=409, refused=refused, asks_basis=True)
    for client in asked.clients:
        found = clients.read(client)
        doors.looked_at(
            request, kind=clients.KIND, object_id=client, deed="export", activity=clients.activity(found)
        )
    return _attached(made)


@takes_bytes(limits.MAX_FILE + AROUND)
@asks
def look(request: HttpRequest) -> HttpResponse:
    """Ask for a file, and show what would be made of it. Nothing of it is kept."""
    clients.require_room(request, EXCHANGE)
    if request.method != "POST":
        return _look_page(request, LookForm(initial={"command": uuid4()}))
    form = LookForm(request.POST, files=request.FILES)
    if not form.is_valid():
        return _look_page(request, form, status=422)
    data = form.cleaned_data
    at = now()
    found = taking.plan(reading.read(data["sent"].read(), civil_date(at), limits.MAX_MADE), at)
    refused = None
    take = None
    if found.possible:
        try:
            rows = taking.carried(found)
            initial = {"command": uuid4(), "sender": data["sender"], "ground": data["ground"], "rows": rows}
            take = TakeForm(initial=initial)
        except Refused as why:
            refused = why
    return _look_page(request, form, found=found, take=take, refused=refused, status=200 if take else 422)


@mends_its_text
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Open a file for everybody who was looked at, all or none."""
    actor: Actor = clients.require_room(request, EXCHANGE)
    form = TakeForm(request.POST)
    fresh = LookForm(initial={"command": uuid4()})
    if not form.is_valid():
        return _look_page(request, fresh, refused=queries.NOT_WHOLE, status=422)
    at, data = now(), form.cleaned_data
    found = taking.uncarried(data["rows"], at)
    sender = taking.Sender(data["sender"], data["ground"])
    try:
        opened = taking.take(
            found,
            sender,
            _("Persoon %(number)s uit het bestand"),
            actor=actor,
            now=at,
            command_id=command_of(form),
        )
    except Refused as refused:
        return _look_page(request, fresh, found=found, refused=refused, status=409)
    for client in opened:
        doors.looked_at(request, kind=clients.KIND, object_id=client)
    words = ngettext("%(number)s dossier is geopend.", "%(number)s dossiers zijn geopend.", len(opened))
    messages.success(request, words % {"number": len(opened)})
    answer = HttpResponseRedirect(reverse("care_clients:caseload"))
    answer.status_code = 303
    return answer


def _attached(made: Made) -> HttpResponse:
    answer = HttpResponse(made.content, content_type=made.media)
    answer["Content-Disposition"] = f'attachment; filename="{made.name}"'
    allow(answer, "sandbox")
    return answer


def _give_page(
    request: HttpRequest,
    form: GiveForm,
    *,
    status: int = 200,
    refused: Refused | None = None,
    asks_basis: bool = False,
) -> HttpResponse:
    context = {
        "form": form,
        "refused": refused,
        "asks_basis": asks_basis,
        "words_begin": words_begin(form),
        "no_place": [said(one) for one in NO_PLACE],
    }
    return render(request, "care_exchange/give.html", context, status=status)


def _look_page(request: HttpRequest, form: LookForm, *, status: int = 200, **more: Any) -> HttpResponse:
    found = more.get("found")
    context = {"form": form, "shown": queries.shown(found) if found else None, **more}
    return render(request, "care_exchange/look.html", context, status=status)
