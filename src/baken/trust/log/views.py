"""The pages of the read log, for FG and CISO: who did what and why, never what a signal holds."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from baken.clock import now
from baken.core.derive.questions import RULES
from baken.core.vocabulary.moments import civil_date
from baken.ledger.models import Seal
from baken.ledger.readlog import verifying
from baken.tenancy import doors
from baken.tenancy.scope import current
from baken.trust.log import export as exporting
from baken.trust.log import forms, queries, reviewing, starting

READ, REVIEW, EXPORT = "log.read", "log.review", "log.export"
_asks = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Where supervision begins: what asks for attention, and the way to every part that is one's own."""
    right = starting.right(request)
    doors.require(request, right)
    return render(request, "log/start.html", starting.page(request, now=now()))


@_asks
def log(request: HttpRequest) -> HttpResponse:
    """Search the log. A reference is sent in the body and looked up; the address holds identifiers only."""
    doors.require(request, READ)
    moment = now()
    reference = forms.ReferenceForm(request.POST if request.method == "POST" else None)
    if reference.is_bound:
        doors.looked_at(request, deed="search")
        if reference.is_valid():
            about = queries.of_reference(reference.cleaned_data["reference"])
            if about is not None:
                return _see_other(f"{reverse('trust_log:log')}?over={about}")
            reference.add_error(
                "reference", _("Dit kenmerk is er niet. Kijk het na in de brief of de lijst.")
            )
    people = queries.members()
    filter_ = forms.Filter(request.GET, members=people)
    chosen = filter_.chosen()
    if chosen:
        doors.looked_at(request, deed="search")
    found = queries.page(chosen, after=_number(request.GET.get("na", "")))
    called = queries.names(found.entries, now=moment)
    about = chosen.get("over")
    context = {
        "filter": filter_,
        "filtered": bool(chosen),
        "form": reference,
        "about": called.references.get(about, str(about)[:8]) if about else "",
        "table": queries.table(found.entries, called, _("Leeslogboek")),
        "older": f"?{urlencode({**chosen, 'na': found.after})}" if found.after else "",
        "may_export": doors.decide(request, EXPORT).allowed,
    }
    return render(request, "log/log.html", context, status=422 if reference.is_bound else 200)


@_asks
def entry(request: HttpRequest, number: int) -> HttpResponse:
    """One entry, with who of supervision looked at it and how that ended."""
    actor = doors.require(request, REVIEW if request.method == "POST" else READ)
    found = queries.entry(number) if number < 2**63 else None
    if found is None:
        raise Http404
    form = forms.LookForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        reviewing.look(number, form.cleaned_data["outcome"], membership=actor.membership_id, now=now())
        messages.success(request, _("Vastgelegd dat u dit bekeek."))
        return _see_other(reverse("trust_log:entry", args=[number]))
    called = queries.names([found], now=now())
    context = {
        "lines": queries.lines(found, called),
        "looks": starting.looks(queries.looks([number]).get(number, []), called),
        "form": form,
        "may_review": doors.decide(request, REVIEW).allowed,
    }
    return render(request, "log/entry.html", context, status=422 if form.is_bound else 200)


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """What deserves a question in one week, by rule."""
    doors.require(request, READ)
    moment = now()
    first = _monday(request.GET.get("week", ""), civil_date(moment))
    found = reviewing.week(forms.moments(first, None)[0] or moment, now=moment)
    called = queries.names([one.entry for one in found], now=moment)
    earlier, later = first - timedelta(days=7), first + timedelta(days=7)
    context = {
        "first": first,
        "last": first + timedelta(days=6),
        "parts": [
            (rule, starting.asked([one for one in found if one.question.rule == id_], called, rule))
            for id_, rule in RULES.items()
        ],
        "any": bool(found),
        "older": f"?week={earlier}",
        "newer": f"?week={later}" if later <= civil_date(moment) else "",
    }
    return render(request, "log/questions.html", context)


@require_safe
def sample(request: HttpRequest) -> HttpResponse:
    """The random sample of the last four weeks."""
    doors.require(request, READ)
    found = reviewing.sample(now=now())
    called = queries.names([one.entry for one in found], now=now())
    context = {
        "table": starting.drawn(found[: queries.PAGE], called),
        "drawn": len(found),
        "settled": sum(one.settled for one in found),
    }
    return render(request, "log/sample.html", context)


@_asks
def check(request: HttpRequest) -> HttpResponse:
    """The seals, and on request whether the logs are still what was sealed."""
    doors.require(request, READ)
    context: dict[str, Any] = {"seals": starting.seals(_last_seals())}
    if request.method == "POST":
        context["found"] = verifying.verify([current()])
    return render(request, "log/check.html", context)


@_asks
def export(request: HttpRequest) -> HttpResponse:
    """A period of a log as a file for a regulator; that it was taken is itself an entry."""
    doors.require(request, EXPORT)
    form = forms.ExportForm(request.POST if request.method == "POST" else None)
    if not (form.is_bound and form.is_valid()):
        return render(request, "log/export.html", {"form": form}, status=422 if form.is_bound else 200)
    data = form.cleaned_data
    first, last = forms.moments(data["van"], data["tot"])
    assert first is not None
    assert last is not None
    read = data["log"] == "read"
    rows = exporting.read_rows(first, last) if read else exporting.processing_rows(first, last)
    if data["form"] == "csv":
        made = exporting.as_csv(exporting.READ if read else exporting.PROCESSING, rows)
    else:
        made = exporting.as_json(data["log"], rows, first=first, last=last, now=now())
    kind = "text/csv; charset=utf-8" if data["form"] == "csv" else "application/json"
    answer = HttpResponse(made, content_type=kind)
    name = f"{'leeslogboek' if read else 'verwerkingenlogboek'}-{data['van']}-{data['tot']}.{data['form']}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _last_seals() -> list[Seal]:
    found = []
    for log_ in ("read", "processing"):
        newest = Seal.objects.filter(organisation_id=current(), log=log_).order_by("-number")[:5]
        found += list(newest)
    return found


def _monday(asked: str, today: date) -> date:
    """Return the Monday of the week that was asked for, else of this week."""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        day = today
    day = min(max(day, date(2020, 1, 6)), today)
    return day - timedelta(days=day.weekday())


def _number(asked: str) -> int | None:
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else None


def _see_other(where: str) -> HttpResponse:
    answer = HttpResponseRedirect(where)
    answer.status_code = 303
    return answer
