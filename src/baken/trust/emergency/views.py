"""Taking access in an emergency, ending it, and looking back at all of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.tenancy import doors
from baken.trust.emergency import actions, queries
from baken.trust.emergency.forms import EmergencyForm
from baken.web.fields import said
from baken.web.plain import mends_its_text

USE = "emergency.use"


@mends_its_text
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: HttpRequest) -> HttpResponse:
    """Ask why and for how long, and begin; where it runs, offer to stop."""
    actor = doors.require(request, USE)
    if actor.emergency is not None:
        return render(request, "trust_emergency/running.html", {"until": actor.emergency.until})
    if request.method != "POST":
        return render(request, "trust_emergency/take.html", {"form": EmergencyForm()})
    form = EmergencyForm(request.POST)
    if not form.is_valid():
        return render(request, "trust_emergency/take.html", {"form": form}, status=422)
    told = form.cleaned_data
    try:
        actions.take(reason=told["reason"], note=told["note"], hours=told["hours"], actor=actor, now=now())
    except Refused as refused:
        form.add_error(None, " ".join(said(part) for part in (refused.what, refused.why, refused.do)))
        return render(request, "trust_emergency/take.html", {"form": form}, status=409)
    messages.success(request, _("U hebt nu noodtoegang. De functionaris gegevensbescherming ziet dit."))
    return _see("/werk/")


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """Stop before its time."""
    actor = doors.require(request, USE)
    if actions.end(actor=actor, now=now()):
        messages.success(request, _("Uw noodtoegang is gestopt."))
    return _see("/")


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Every time that somebody took it, for supervision."""
    doors.require(request, "log.read")
    return render(request, "trust_emergency/overview.html", {"taken": queries.taken(now())})


def _see(where: str) -> HttpResponse:
    answer = HttpResponseRedirect(where)
    answer.status_code = 303
    return answer
