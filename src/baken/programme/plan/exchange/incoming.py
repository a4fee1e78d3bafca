"""A table of a municipality into the programme: first what was read and would change, only then is it taken along."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import policy
from baken.programme.plan import lists, queries
from baken.programme.plan.exchange import limits, reading, showing, taking
from baken.programme.plan.exchange.forms import CarriedForm, LookForm, TakeForm
from baken.programme.plan.exchange.taking import Looked, Taken
from baken.programme.plan.models import Edition
from baken.tenancy import doors, kept
from baken.tenancy.actors import Actor
from baken.web.acting import asks
from baken.web.deciding import see_other
from baken.web.plain import mends_its_text, takes_bytes

KEEP = "programme.keep"
AROUND = 100_000
"""Room for what is asked beside the file."""


@takes_bytes(limits.MAX_FILE + AROUND)
@asks
def look(request: HttpRequest) -> HttpResponse:
    """Ask for a file, and show row by row what was read. Nothing of it is kept."""
    doors.require(request, KEEP)
    editions = queries.editions()
    if request.method != "POST":
        asked = request.GET.get("in", "")
        known = next((one for one in editions if str(one.id) == asked), None) or queries.in_use(
            civil_date(now())
        )
        initial = {"command": uuid4(), "into": str(known.id) if known else ""}
        return _ask(request, LookForm(editions=editions, initial=initial))
    form = LookForm(request.POST, files=request.FILES, editions=editions)
    if not form.is_valid():
        return _ask(request, form, status=422)
    into = kept.one(Edition, UUID(form.cleaned_data["into"]))
    try:
        found = reading.read(form.cleaned_data["sent"].read())
        looked = taking.look(found.rows, into, policy.in_force(now()), now())
        carried = taking.carried(found.rows)
    except Refused as refused:
        return _ask(request, form, refused=refused, status=422)
    initial = {"command": uuid4(), "into": into.id, "rows": carried}
    return _rows(request, TakeForm(judged=looked.rows, initial=initial), looked, into, notes=found.notes)


@mends_its_text
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take the chosen rows into the programme, all or none."""
    actor: Actor = doors.require(request, KEEP)
    arrived = CarriedForm(request.POST)
    if not arrived.is_valid():
        return _begin_anew(request, taking.not_whole(), status=422)
    into = kept.one(Edition, arrived.cleaned_data["into"])
    try:
        rows = taking.uncarried(arrived.cleaned_data["rows"])
    except Refused as refused:
        return _begin_anew(request, refused, status=422)
    command = arrived.cleaned_data["command"]
    looked = taking.look(rows, into, policy.in_force(now()), now(), command)
    form = TakeForm(request.POST, judged=looked.rows)
    if not form.is_valid():
        return _rows(request, form, looked, into, status=422)
    try:
        made = taking.take(form.chosen(), into, actor=actor, now=now(), command_id=command)
    except Refused as refused:
        return _rows(request, form, looked, into, refused=refused, status=409)
    messages.success(request, _said(made))
    return see_other(reverse("programme_plan:edition", args=[into.id]))


def _said(made: Taken) -> str:
    told = []
    if made.added:
        words = ngettext(
            "%(number)s actie is overgenomen.", "%(number)s acties zijn overgenomen.", len(made.added)
        )
        told.append(words % {"number": len(made.added)})
    if made.changed:
        words = ngettext(
            "%(number)s actie is gewijzigd.", "%(number)s acties zijn gewijzigd.", len(made.changed)
        )
        told.append(words % {"number": len(made.changed)})
    return " ".join(told) or _("Alles stond er al zo.")


def _begin_anew(request: HttpRequest, refused: Refused, *, status: int) -> HttpResponse:
    form = LookForm(editions=queries.editions(), initial={"command": uuid4()})
    return _ask(request, form, refused=refused, status=status)


def _ask(
    request: HttpRequest, form: LookForm, *, refused: Refused | None = None, status: int = 200
) -> HttpResponse:
    context = {"form": form, "refused": refused, "none": not form.fields["into"].choices}  # type: ignore[attr-defined]
    return render(request, "programme_plan/exchange_look.html", context, status=status)


def _rows(
    request: HttpRequest,
    form: TakeForm,
    looked: Looked,
    into: Edition,
    *,
    notes: Sequence[Text] = (),
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "shown": showing.shown(looked, form, lists.barriers(policy.in_force(now()))),
        "into": into,
        "notes": notes,
        "refused": refused,
        "asks_owner": "owner" in form.fields,
    }
    return render(request, "programme_plan/exchange_rows.html", context, status=status)
