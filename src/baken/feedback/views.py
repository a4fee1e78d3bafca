"""Reading an answer with a return code, and writing one."""

import time
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from baken.clock import now
from baken.core.decide import Refused
from baken.feedback import actions, notifying, queries
from baken.feedback.forms import CodeForm, MessageForm
from baken.feedback.words import heading
from baken.ledger import codes, signals
from baken.ledger.limits import wrong_codes
from baken.ledger.processing_log import activity
from baken.ledger.store import Conflict
from baken.mail import sending
from baken.tenancy.doors import looked_at, require
from baken.web.acting import owed_to
from baken.web.notify import NotifyForm, offer
from baken.web.plain import mends_its_text


# Whoever makes someone else's browser send a code shows that person a page they did not ask for, and learns
# nothing. So there is no token, and reading an answer leaves no cookie behind on a stranger's device.
@csrf_exempt
@mends_its_text
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def answer_page(request: HttpRequest) -> HttpResponse:
    """Show what is behind a return code. The code travels in the body, never in an address (V32)."""
    if request.method != "POST":
        return render(request, "feedback/code.html", {"form": CodeForm()})
    found = queries.answer(request.POST.get("code", ""))
    if found is not None:
        return render(request, "feedback/answer.html", _answer(request, found))
    return _not_found(request)


@csrf_exempt
@mends_its_text
@sensitive_post_parameters()
@require_POST
def notify(request: HttpRequest) -> HttpResponse:
    """Keep an address for one mail, with the code that leads to the answer; without an address, erase it."""
    form = NotifyForm(request.POST)
    if not sending.possible():
        raise Http404
    if not form.is_valid():
        found = queries.answer(request.POST.get("code", ""))
        if found is None:
            return _not_found(request)
        return render(request, "feedback/answer.html", _answer(request, found, form), status=422)
    address = form.cleaned_data["address"]
    if not notifying.ask(request.POST.get("code", ""), address, now=now()):
        return _not_found(request)
    return render(request, "feedback/notified.html", {"kept": bool(address)})


def _answer(
    request: HttpRequest, found: queries.AnswerShown, form: NotifyForm | None = None
) -> dict[str, Any]:
    return {"answer": found, **offer(codes.normalise(request.POST.get("code", "")), form)}


def _not_found(request: HttpRequest) -> HttpResponse:
    """Say that a code leads nowhere, in the same way whatever was wrong with it."""
    tick = time.monotonic()
    busy = not wrong_codes.open(tick)
    wrong_codes.spend(tick)
    return render(request, "feedback/code.html", {"form": _refused(busy)}, status=429 if busy else 200)


def _refused(busy: bool) -> CodeForm:
    """Return the empty form with one and the same sentence, whatever was wrong with the code."""
    form = CodeForm({"code": " "})
    form.full_clean()
    form.errors.clear()
    form.add_error("code", _busy() if busy else _wrong())
    form.data = {}
    return form


def _wrong() -> str:
    return _(
        "Met deze code vinden wij niets. Kijk elke letter en elk cijfer na. Klopt de code? Dan is het "
        "antwoord misschien al gewist, omdat de bewaartijd voorbij is."
    )


def _busy() -> str:
    return _("Er worden nu te veel verkeerde codes ingevuld. Wacht een minuut en probeer het dan opnieuw.")


@mends_its_text
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Write a message to the reporter, look at it as the reporter will, and put it ready."""
    actor = require(request, "signal.handle")
    moment = now()
    try:
        file = signals.read(signal, now=moment)
    except signals.NotFound:
        raise Http404 from None
    looked_at(request, why=owed_to(file, actor.roles), activity=activity(file.bundle))
    partners = list(queries.told_by_partners(file))
    page = {"file": file, "partners": partners, "earlier": queries.earlier_messages(file), "refused": ""}
    step = request.POST.get("step", "")
    if request.method != "POST":
        untold = [one.referral for one in partners if not one.told]
        form = MessageForm(partners=partners, initial={"referrals": untold})
        return render(request, "feedback/tell.html", {**page, "form": form, "command": uuid4()})
    form = MessageForm(request.POST, partners=partners)
    command = _uuid(request.POST.get("command", ""))
    if not form.is_valid() or step == "edit" or command is None:
        page |= {"form": form, "command": command or uuid4()}
        return render(request, "feedback/tell.html", page, status=200 if form.is_valid() else 422)
    told = form.cleaned_data
    if step != "send":
        page |= {"form": form, "told": told, "category": heading(told["category"]), "command": command}
        return render(request, "feedback/preview.html", page)
    try:
        actions.inform(
            signal=signal,
            category=told["category"],
            text=told["text"],
            referrals=told.get("referrals", ()),
            actor=actor,
            now=moment,
            command_id=uuid5(command, repr(sorted(told.items()))),  # changed words are another message
        )
    except Refused as refusal:
        page |= {"form": form, "command": command, "refused": refusal.in_(get_language() or "nl")}
        return render(request, "feedback/tell.html", page, status=409)
    except Conflict:
        page |= {"form": form, "command": command, "refused": _overtaken()}
        return render(request, "feedback/tell.html", page, status=409)
    messages.success(request, _("Uw bericht staat klaar. De melder leest het met de antwoordcode."))
    return HttpResponseRedirect(reverse("route:signal", args=[signal]))


def _overtaken() -> str:
    return _("Iemand anders werkte net aan dit signaal. Kijk uw bericht na en verstuur het nog een keer.")


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
