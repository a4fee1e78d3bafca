"""Conclusions written down and changed, and the action that comes of one in a single step."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.clock import now
from baken.programme.common import policy
from baken.programme.evaluation import concluding, elements, forms, frame, queries, topics
from baken.programme.evaluation.models import Conclusion
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.deciding import Given, decision
from baken.web.fields import said

SAME = ("topic", "words", "outcome", "element", "regional")


@asks
def add(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """Write down what was decided; where an action is to come of it, that is asked next."""
    doors.require(request, frame.KEEP)
    found, every = frame.found(evaluation), elements.every(policy.in_force(now()))
    words = frame.about(
        found,
        _("Besluit vastleggen"),
        _("Wat gaat er anders, of juist niet? Een besluit kan een actie worden of het beleid veranderen."),
        _("Vastleggen"),
        _("Het besluit staat erbij."),
    )

    def form(*args: Any, **options: Any) -> forms.ConclusionForm:
        return forms.ConclusionForm(*args, of=found, elements=every, **options)

    def act(form: Any, given: Given) -> str:
        made = concluding.add(found, form.told(), **given)
        return _onward(made)

    initial = {"topic": request.GET.get("bij", ""), "regional": request.GET.get("regio") == "ja"}
    return decision(request, words, form=form, act=act, initial=initial, first=lambda: frame.going_on(found))


@asks
def change(request: HttpRequest, conclusion: UUID) -> HttpResponse:
    """Change what was decided; how it stood is kept."""
    doors.require(request, frame.KEEP)
    row = kept.one(Conclusion, conclusion)
    found, every = frame.found(row.evaluation_id), elements.every(policy.in_force(now()))
    words = frame.about(
        found,
        _("Besluit wijzigen"),
        _("Wat hier eerder stond, blijft bewaard. Kwam er een actie van, dan blijft die staan."),
        _("Wijziging opslaan"),
        _("De wijziging is opgeslagen."),
    )

    def form(*args: Any, **options: Any) -> forms.ConclusionForm:
        return forms.ConclusionForm(*args, of=found, elements=every, also=row.element, **options)

    def act(form: Any, given: Given) -> str:
        looked_at = form.cleaned_data["looked_at"] or 0
        concluding.change(row, form.told(), looked_at, actor=given["actor"], now=given["now"])
        return _onward(kept.one(Conclusion, row.id))

    initial = {**{name: getattr(row, name) for name in SAME}, "looked_at": row.number}
    return decision(request, words, form=form, act=act, initial=initial, first=lambda: frame.going_on(found))


@asks
def make_action(request: HttpRequest, conclusion: UUID) -> HttpResponse:
    """Put the action in the programme that a conclusion asks for."""
    doors.require(request, frame.KEEP)
    row = kept.one(Conclusion, conclusion)
    found = frame.found(row.evaluation_id)
    words = frame.about(
        found,
        _("Actie maken"),
        _("De actie komt in het programma dat nu in gebruik is, en het besluit verwijst ernaar."),
        _("In het programma zetten"),
        _("De actie staat in het programma."),
    )

    def act(form: Any, given: Given) -> str:
        concluding.make_action(row, form.cleaned_data, **given)
        return frame.page(found)

    initial = {
        "title": queries.shortened(row.words, 200),
        "owner": capfirst(said(topics.role_name("focal_point"))),
    }
    return decision(
        request,
        words,
        form=forms.ActionForm,
        act=act,
        initial=initial,
        first=lambda: frame.going_on(found),
    )


def _onward(row: Conclusion) -> str:
    """Go to the action that is to come of it, or back to the evaluation."""
    if row.outcome == "action" and row.action_id is None:
        return reverse("programme_evaluation:make_action", args=[row.id])
    return reverse("programme_evaluation:evaluation", args=[row.evaluation_id])
