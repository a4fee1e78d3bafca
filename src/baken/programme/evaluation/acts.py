"""An evaluation begun, changed, asked more, frozen, closed and taken back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.policy.programme import TOPICS
from baken.core.vocabulary.moments import civil_date
from baken.programme.common import policy
from baken.programme.evaluation import (
    actions,
    forms,
    frame,
    frozen_data,
    queries,
    refusals,
    releasing,
    rhythm,
    showing,
    topics,
)
from baken.programme.evaluation.models import Conclusion, Evaluation, Finding, Question
from baken.tenancy import doors, kept
from baken.tenancy.models_kept import Kept
from baken.web.acting import asks
from baken.web.deciding import Decision, DecisionForm, Given, decision
from baken.web.parts import Link
from baken.web.templatetags.baken import civil

SORTS: Mapping[str, type[Kept]] = {
    "evaluatie": Evaluation,
    "vraag": Question,
    "bevinding": Finding,
    "besluit": Conclusion,
}
OVERVIEW = "programme_evaluation:overview"


@asks
def start(request: HttpRequest) -> HttpResponse:
    """Begin an evaluation; the questions of the policy come along."""
    doors.require(request, frame.KEEP)
    bundle, there, today = policy.in_force(now()), queries.evaluations(), civil_date(now())
    due, (first, last) = rhythm.expected(bundle, there, today), rhythm.period(bundle, there, today)
    words = Decision(
        _("Evaluatie beginnen"),
        _("Kies de periode en de onderwerpen. De vragen uit uw beleid staan er dan vanzelf bij."),
        _("Beginnen"),
        _("De evaluatie is begonnen."),
        Link(reverse(OVERVIEW), _("Naar de evaluaties")),
        writes=False,
    )

    def form(*args: Any, **options: Any) -> forms.EvaluationForm:
        return forms.EvaluationForm(*args, regions=frame.my_regions(), why_due=_why(due), **options)

    def act(form: Any, given: Given) -> str:
        return frame.page(actions.start(form.told(), **given))

    regions = frame.my_regions()
    initial = {
        "title": _("Evaluatie %(first)s tot %(last)s") % {"first": first.year, "last": last.year},
        "from_date": first,
        "until_date": last,
        "topics": bundle.evaluation.topics if bundle and bundle.evaluation else tuple(TOPICS),
        "region": next(iter(regions), "")
        if bundle and bundle.evaluation and bundle.evaluation.regional
        else "",
        "due_on": due,
    }
    return decision(request, words, form=form, act=act, initial=initial)


def _why(due: Any) -> str:
    if due is not None:
        return _("Volgens het beleid is dat uiterlijk %(day)s.") % {"day": civil(due)}
    return _(
        "Het beleid noemt geen vaste dag. Kies er zelf een, bijvoorbeeld na een overleg dat vaker terugkomt."
    )


@asks
def change(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """Change what an evaluation is about."""
    doors.require(request, frame.KEEP)
    found = frame.found(evaluation)
    words = frame.about(
        found,
        _("Evaluatie wijzigen"),
        _("Komt er een onderwerp bij, dan komen de vragen van het beleid mee."),
        _("Wijziging opslaan"),
        _("De wijziging is opgeslagen."),
    )
    regions = frame.my_regions()
    if found.region:
        regions.setdefault(found.region, frame.region_name(found.region))

    def form(*args: Any, **options: Any) -> forms.EvaluationForm:
        return forms.EvaluationForm(*args, regions=regions, **options)

    def act(form: Any, given: Given) -> str:
        looked_at = form.cleaned_data["looked_at"] or 0
        actions.change(found, form.told(), looked_at, actor=given["actor"], now=given["now"])
        return frame.page(found)

    initial = {**{name: getattr(found, name) for name in actions.TOLD}, "looked_at": found.number}
    return decision(request, words, form=form, act=act, initial=initial, first=lambda: frame.going_on(found))


@asks
def question(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """Ask a question of one's own."""
    doors.require(request, frame.KEEP)
    found = frame.found(evaluation)
    words = frame.about(
        found,
        _("Vraag toevoegen"),
        _("Een eigen vraag staat naast die van het beleid."),
        _("Toevoegen"),
        _("De vraag staat erbij."),
    )

    def form(*args: Any, **options: Any) -> forms.QuestionForm:
        return forms.QuestionForm(*args, of=found, **options)

    def act(form: Any, given: Given) -> str:
        actions.add_question(found, form.told(), **given)
        return frame.page(found)

    initial = {"topic": request.GET.get("bij", "")}
    return decision(request, words, form=form, act=act, initial=initial, first=lambda: frame.going_on(found))


@asks
def freeze(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """Keep the figures as they are now, once; below stands what would be kept."""
    doors.require(request, frame.KEEP)
    found = frame.found(evaluation)
    tables = []
    if request.method != "POST" and found.frozen_on is None and found.closed_on is None:
        tables = showing.figures(frozen_data.gathered(found.from_date, found.until_date))
    words = frame.about(
        found,
        _("Cijfers vastzetten"),
        _(
            "De cijfers worden bewaard zoals ze nu zijn. Dat kan één keer: daarna praat iedereen over dezelfde cijfers."
        ),
        _("Cijfers vastzetten"),
        _("De cijfers staan vast."),
        template="programme_evaluation/freeze.html",
        context={"tables": tables},
    )

    def first() -> None:
        frame.going_on(found)
        if found.frozen_on:
            raise refusals.frozen_already(actions.shown(found.frozen_on))

    def act(form: Any, given: Given) -> str:
        actions.freeze(found, actor=given["actor"], now=given["now"])
        return reverse("programme_evaluation:figures", args=[found.id])

    return decision(request, words, form=DecisionForm, act=act, first=first)


@asks
def close(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """Close an evaluation; what lacks is said first."""
    doors.require(request, frame.KEEP)
    found = frame.found(evaluation)
    words = frame.about(
        found,
        _("Evaluatie afsluiten"),
        _("Daarna komt er niets meer bij. Het verslag en wat u deelt met de regio blijven te lezen."),
        _("Afsluiten"),
        _("De evaluatie is afgesloten."),
    )

    def first() -> None:
        frame.going_on(found)
        if lacks := queries.missing(found):
            raise refusals.not_ready(lacks)

    def act(form: Any, given: Given) -> str:
        actions.close(found, actor=given["actor"], now=given["now"])
        return frame.page(found)

    return decision(request, words, form=DecisionForm, act=act, first=first)


@asks
def withdraw(request: HttpRequest, sort: str, line: UUID) -> HttpResponse:
    """Take back what was written down by mistake; that it stood there is kept."""
    actor = doors.require(request, frame.FIND if sort == "bevinding" else frame.KEEP)
    if sort not in SORTS:
        raise Http404
    row: Any = kept.one(SORTS[sort], line)
    home = row if isinstance(row, Evaluation) else frame.found(row.evaluation_id)
    keeps = frame.keeps(request)
    own = isinstance(row, Finding) and row.role in topics.own_roles(actor.roles) and not row.shared_on
    if isinstance(row, Finding) and not keeps and not own:
        raise Http404
    said = row.title if isinstance(row, Evaluation) else row.words
    words = frame.about(
        home,
        _("Terugnemen"),
        _(
            "‘%(words)s’ staat dan niet meer in de evaluatie en telt niet mee. Dat het er stond, blijft bewaard. "
            "Deelde u het al met een regio? Dan staat het daar nog; hierna wijst Baken u de weg erheen."
        )
        % {"words": queries.shortened(said, 200)},
        _("Terugnemen"),
        _("Teruggenomen."),
    )

    def act(form: Any, given: Given) -> str:
        actions.withdraw(row, keeps=keeps, actor=given["actor"], now=given["now"])
        if row is not home:
            return frame.page(home)
        there = releasing.received(home, civil_date(given["now"])) if home.shared else None
        return reverse("programme_region:region", args=[home.region]) if there else reverse(OVERVIEW)

    return decision(request, words, form=DecisionForm, act=act, first=lambda: frame.going_on(home))
