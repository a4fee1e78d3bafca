"""Findings written down, changed and taken up: a role says what it found, and its words stay its own (MON-06)."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.evaluation import actions, forms, frame, refusals, showing, taking
from baken.programme.evaluation.models import Finding
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.choices import Choice
from baken.web.deciding import Given, decision


@asks
def add(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """Write down what a role found."""
    actor = doors.require(request, frame.FIND)
    found, roles = frame.found(evaluation), frame.roles_of(request, actor)
    words = frame.about(
        found,
        _("Bevinding vastleggen"),
        _(
            "Wat werkte, wat niet, en wat zag u gebeuren? Schrijf wat u in het algemeen zag, nooit over één geval."
        ),
        _("Vastleggen"),
        _("De bevinding staat erbij."),
    )

    def form(*args: Any, **options: Any) -> forms.FindingForm:
        return forms.FindingForm(*args, of=found, roles=roles, **options)

    def act(form: Any, given: Given) -> str:
        actions.add_finding(found, form.told(), keeps=frame.keeps(request), **given)
        return frame.page(found)

    initial = {
        "about": request.GET.get("bij", ""),
        "role": roles[0] if len(roles) == 1 else "",
        "on": civil_date(now()),
        "regional": request.GET.get("regio") == "ja",
    }
    return decision(request, words, form=form, act=act, initial=initial, first=lambda: frame.going_on(found))


@asks
def change(request: HttpRequest, finding: UUID) -> HttpResponse:
    """Change what was found; how it stood is kept."""
    actor = doors.require(request, frame.FIND)
    row = kept.one(Finding, finding)
    found, roles, keeps = frame.found(row.evaluation_id), frame.roles_of(request, actor), frame.keeps(request)
    if row.role not in roles or row.shared_on:
        raise Http404
    words = frame.about(
        found,
        _("Bevinding wijzigen"),
        _("Wat hier eerder stond, blijft bewaard."),
        _("Wijziging opslaan"),
        _("De wijziging is opgeslagen."),
    )

    def form(*args: Any, **options: Any) -> forms.FindingForm:
        return forms.FindingForm(*args, of=found, roles=roles, **options)

    def act(form: Any, given: Given) -> str:
        looked_at = form.cleaned_data["looked_at"] or 0
        told = form.told()
        actions.change_finding(row, told, looked_at, keeps=keeps, actor=given["actor"], now=given["now"])
        return frame.page(found)

    initial = {
        "about": f"question:{row.question_id}" if row.question_id else f"topic:{row.topic}",
        "role": row.role,
        "on": row.on,
        "words": row.words,
        "regional": row.regional,
        "looked_at": row.number,
    }
    return decision(request, words, form=form, act=act, initial=initial, first=lambda: frame.going_on(found))


@asks
def take_up(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """Take up what another organisation found and released to a region, as it stands there."""
    doors.require(request, frame.KEEP)
    found = frame.found(evaluation)
    there = taking.offered(found, civil_date(now()))
    words = frame.about(
        found,
        _("Bevindingen van anderen overnemen"),
        _(
            "Dit deelden anderen in een regio waar u ook bij hoort. Wat u kiest, komt in uw verslag zoals het er "
            "staat, met wie het vond en wanneer het gedeeld is."
        ),
        _("Overnemen"),
        _("De bevindingen staan erbij."),
    )

    def form(*args: Any, **options: Any) -> forms.TakeForm:
        choices = [(one.key, Choice(one.words, hint=showing.offered(one))) for one in there]
        return forms.TakeForm(*args, there=choices, **options)

    def first() -> None:
        frame.going_on(found)
        if not there:
            raise refusals.nothing_offered()

    def act(form: Any, given: Given) -> str:
        taking.take(found, form.cleaned_data["findings"], **given)
        return frame.page(found)

    initial = {"findings": [one.key for one in there if one.role in taking.ELSEWHERE]}
    return decision(request, words, form=form, act=act, initial=initial, first=first)
