"""The yearly review of rights, and the report on who has what: for whoever manages people, and whoever supervises."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.people import actions, queries
from baken.people.forms import OnDayForm, ReviewForm
from baken.tenancy import doors
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import printing
from baken.web.fields import said
from baken.web.parts import Link
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "rights.typ"
TITLE = Text("Wie welke rechten heeft", "Who has which rights")
FOOTER = Text("Baken – alleen voor intern toezicht", "Baken – for internal supervision only")
DUE = Text("Volgende controle uiterlijk: {day}", "Next review by: {day}")
MADE = Text("Opgemaakt op {moment}", "Made on {moment}")
YEARLY = Text(
    "Eén keer per jaar kijkt een beheerder naar de rechten van iedereen.",
    "Once a year an administrator looks at the rights of everybody.",
)


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest) -> HttpResponse:
    """Walk through everybody's rights, confirm each, and sign."""
    actor = doors.require(request, "people.manage")
    all_ = queries.everybody(now())
    others = queries.to_review(all_, actor.membership_id)
    seen = actions.digest(queries.held_roles(all_.here))
    if request.method != "POST":
        return _review_page(request, all_, ReviewForm(members=others, initial={"seen": seen}))
    form = ReviewForm(request.POST, members=others)
    if not form.is_valid():
        return _review_page(request, all_, form, status=422)
    try:
        actions.review(
            seen=form.cleaned_data["seen"],
            confirmed=form.cleaned_data["right"],
            actor=actor,
            now=now(),
        )
    except actions.Changed:
        again = request.POST.copy()
        again["seen"] = seen
        return _review_page(request, all_, ReviewForm(again, members=others), status=409, changed=True)
    except Refused as refused:
        form.add_error("right", " ".join(said(part) for part in (refused.why, refused.do)))
        return _review_page(request, all_, form, status=422)
    messages.success(
        request, _("U hebt voor de rechten getekend. De functionaris gegevensbescherming ziet dit.")
    )
    answer = HttpResponseRedirect(reverse("people:report"))
    answer.status_code = 303
    return answer


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """Who has what, since when, by whom; and who had which role on a day."""
    doors.require(request, "people.read")
    all_ = queries.everybody(now())
    form = OnDayForm(request.GET if "op" in request.GET else None)
    day = form.cleaned_data["op"] if form.is_bound and form.is_valid() else None
    shown = {
        "table": queries.report(all_),
        "reviews": queries.reviews(all_),
        "due": all_.rights.review_due(),
        "form": form,
        "then": queries.on_day(all_, day) if day else None,
    }
    return render(request, "people/report.html", shown, status=422 if form.is_bound and not day else 200)


@require_safe
def report_pdf(request: HttpRequest) -> HttpResponse:
    """The same on paper."""
    doors.require(request, "people.read")
    moment = now()
    made = printing.make(TEMPLATE, _paper(queries.everybody(moment), moment))
    answer = HttpResponse(made, content_type="application/pdf")
    name = f"rechten-{civil_date(moment).isoformat()}.pdf"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _paper(all_: queries.Everybody, moment: datetime) -> dict[str, Any]:
    table, due = queries.report(all_), all_.rights.review_due()
    about = [said(MADE, moment=civil(moment)), said(YEARLY)]
    if due:
        about.append(said(DUE, day=civil(civil_date(due))))
    return {
        "title": said(TITLE),
        "sender": Organisation.objects.get(id=current()).name,
        "lang": (get_language() or "nl")[:2],
        "notice": said(printing.FICTIONAL) if settings.BAKEN_DEMO else "",
        "footer": said(FOOTER),
        "about": about,
        "headers": [said(head) for head in _texts(table.headers)],
        "rows": [[_plain(value) for value in row] for row in table.rows],
        "reviews": [
            f"{civil(one.at)} – {_plain(one.title)} ({_plain(one.who)})" for one in queries.reviews(all_)
        ],
        "reviews_title": said(Text("Eerdere controles", "Earlier reviews")),
    }


def _texts(words: Any) -> list[Text]:
    return [one if isinstance(one, Text) else Text(one, one) for one in words]


def _plain(value: Any) -> str:
    match value:
        case Text():
            return said(value)
        case Link():
            return _plain(value.label)
        case date():
            return str(civil(value))
        case list() | tuple():
            return "\n".join(_plain(one) for one in value) or "–"
        case None:
            return "–"
        case _:
            return str(value)


def _review_page(
    request: HttpRequest,
    all_: queries.Everybody,
    form: ReviewForm,
    *,
    status: int = 200,
    changed: bool = False,
) -> HttpResponse:
    shown = {"form": form, "table": queries.table(all_), "changed": changed}
    return render(request, "people/review.html", shown, status=status)
