"""Reporting from outside, and writing down what somebody else tells.

The receipt is drawn as the answer to the form itself: a return code never stands in an address, and a reload
sends the same form again and gets the same receipt.
"""

import re
import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from baken.clock import now
from baken.intake import actions, pages
from baken.intake.forms import EnterForm, ReportForm
from baken.intake.gate import Gate, gate
from baken.tenancy.actors import Actor
from baken.tenancy.doors import decide, require
from baken.tenancy.models import Organisation
from baken.tenancy.queries import municipalities
from baken.tenancy.scope import scope
from baken.web import places
from baken.web.elsewhere import EMERGENCY
from baken.web.plain import mends_its_text

TOKEN = re.compile(r"[\w-]{32,100}", re.ASCII)


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Choose where to report; where there is one municipality there is nothing to choose."""
    found = municipalities()
    if len(found) == 1:
        return HttpResponseRedirect(reverse("report", args=[found[0].slug]))
    shown = {"municipalities": found, "emergency": EMERGENCY, "places": places.places(None)}
    return render(request, "intake/choose.html", shown)


# A report is sent in nobody's name, so nobody can be made to send one: a forged one is just one more report
# without a name. Without a token the form needs no cookie, works where cookies are refused, and never
# expires with the text still in it.
@csrf_exempt
@mends_its_text
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """Report something or ask something, with or without a name (REP-05, REP-11, REP-13)."""
    organisation = get_object_or_404(Organisation, slug=slug, kind="municipality")
    address = reverse("report", args=[slug])
    return _form(request, organisation, ReportForm, address, actions.WEB, None)


@mends_its_text
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Write down what somebody tells by telephone or at the desk; the actor is the actor of the entering
    only.
    """
    actor = require(request, "signal.enter")
    organisation = get_object_or_404(Organisation, pk=actor.organisation_id)
    return _form(request, organisation, EnterForm, reverse("enter"), actions.ENTERED, actor)


def _form(
    request: HttpRequest,
    organisation: Organisation,
    kind: type[ReportForm],
    address: str,
    channel: str,
    actor: Actor | None,
) -> HttpResponse:
    with scope(organisation.id):
        open_gate = gate(now())
    page = {
        "organisation": organisation,
        "action": address,
        "entered": actor is not None,
        "may_read": actor is not None and decide(request, "signal.list").allowed,
        "emergency": EMERGENCY,
        "numbers": places.numbers(open_gate.bundle if open_gate else None),
    }
    if open_gate is None:
        return _closed(request, page)
    residents = organisation.open_to_residents
    if request.method != "POST":
        return _show(request, kind(open_to_residents=residents), open_gate, page)
    if added := request.POST.get("add"):
        form = kind(request.POST, open_to_residents=residents, keep=True)
        if added in form.rows:
            form.rows[added].add()
        return _show(request, form, open_gate, page, note=pages.nothing_sent(added))
    form = kind(request.POST, open_to_residents=residents)
    if not form.is_valid():
        return _show(request, form, open_gate, page, status=422)
    told = form.result()
    try:
        receipt = actions.report(
            organisation=organisation,
            form_token=_token(request),
            content=told.content,
            claims=told.claims,
            envelope=told.envelope,
            reporter=told.reporter,
            work=told.work,
            question=told.question,
            about=told.about,
            channel=channel,
            coordinator_consulted=told.coordinator_consulted,
            actor=actor,
            now=now(),
        )
    except actions.NotOpen:
        return _closed(request, page)
    except actions.NoSeal:
        form.add_error(
            "named", _("Namen kunnen hier nu niet veilig worden bewaard. Kies 'nee' en laat de velden leeg.")
        )
        return _show(request, form, open_gate, page, status=422)
    return render(
        request,
        "intake/receipt.html",
        {**page, **pages.receipt(receipt, told, now(), slug=organisation.slug)},
    )


def _show(
    request: HttpRequest,
    form: ReportForm,
    open_gate: Gate,
    page: dict[str, Any],
    *,
    note: str = "",
    status: int = 200,
) -> HttpResponse:
    shown = {
        **page,
        **pages.form(form, open_gate),
        "token": _token(request),
        "added": note,
        "fresh": request.method != "POST",
    }
    return render(
        request, "intake/enter.html" if page["entered"] else "intake/report.html", shown, status=status
    )


def _closed(request: HttpRequest, page: dict[str, Any]) -> HttpResponse:
    sent = request.POST.get("happened", "") if request.method == "POST" else ""
    shown = {**page, "places": places.places(None), "sent": sent}
    return render(request, "intake/closed.html", shown, status=409 if sent else 200)


def _token(request: HttpRequest) -> str:
    """Return the form's own token, made when the form was first shown."""
    sent = request.POST.get("token", "")
    return sent if TOKEN.fullmatch(sent) else secrets.token_urlsafe(32)
