"""Evaluations to look at: all of them, one under its topics, its figures, and what members of a region released."""

from textwrap import wrap
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.common import policy
from baken.programme.evaluation import (
    frame,
    frozen_data,
    queries,
    regional,
    releasing,
    rhythm,
    showing,
    taking,
)
from baken.tenancy import doors
from baken.tenancy.models_kept import Kept
from baken.web.parts import Link


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """All evaluations, and when the policy wants the next."""
    doors.require(request, frame.READ)
    bundle, there = policy.in_force(now()), queries.evaluations()
    context = {
        "evaluations": showing.overview(there),
        "rhythm": bundle.evaluation if bundle else None,
        "expected": rhythm.expected(bundle, there, civil_date(now())),
        "meetings": [one for one in bundle.meetings if one.times] if bundle and not bundle.evaluation else [],
        "policy": bundle is not None,
        "keeps": frame.keeps(request),
    }
    return render(request, "programme_evaluation/overview.html", context)


@require_safe
def evaluation(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """One evaluation: its questions with what was found, and what was decided, under its topics."""
    actor = doors.require(request, frame.READ)
    found = frame.found(evaluation)
    going, keeps = found.closed_on is None, frame.keeps(request)
    may = frame.roles_of(request, actor) if going else []
    every = queries.by_topic(found)
    made = queries.actions_of([one for topic in every for one in topic.conclusions])
    bundle, today = policy.in_force(now()), civil_date(now())
    releases = doors.decide(request, frame.RELEASE).allowed
    context = {
        "evaluation": found,
        "lines": showing.lines(found),
        "data": frozen_data.read(found),
        "topics": [
            {
                "topic": topic,
                "answered": [
                    {
                        "question": one.question,
                        "words": queries.words(one.question) if one.question else "",
                        "findings": showing.findings(one, may=may, keeps=keeps),
                        "withdraw": _withdraw("vraag", one.question) if one.question else None,
                    }
                    for one in topic.answered
                ],
                "conclusions": showing.conclusions(topic.conclusions, made, may=going and keeps),
            }
            for topic in every
        ],
        "keeps": keeps and going,
        "finds": bool(may),
        "offered": taking.waiting(found, today) if going and keeps else 0,
        "outdated": releases and releasing.outdated(found, today),
        "missing": queries.missing(found) if going else [],
        "region": frame.region_name(found.region),
        "withdraw": _withdraw("evaluatie", found),
        "next": rhythm.expected(bundle, queries.evaluations(), today) if not going else None,
    }
    return render(request, "programme_evaluation/evaluation.html", context)


@require_safe
def figures(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """The frozen figures, and whether they still are what was frozen."""
    doors.require(request, frame.READ)
    found = frame.found(evaluation)
    data = frozen_data.read(found)
    context = {
        "evaluation": found,
        "data": data,
        "tables": showing.figures(data.blocks) if data else [],
        "digest": " ".join(wrap(found.digest, 8)),
        "keeps": frame.keeps(request) and found.closed_on is None,
    }
    return render(request, "programme_evaluation/figures.html", context)


@require_safe
def region(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """What each member of the region released of its evaluation, side by side per topic, to talk about (REG-05)."""
    actor = doors.require(request, frame.READ)
    found = frame.found(evaluation)
    context = {
        "evaluation": found,
        "seen": regional.discussion(found, civil_date(now())),
        "caveats": frozen_data.CAVEATS,
        "keeps": frame.keeps(request) and found.closed_on is None,
        "finds": bool(frame.roles_of(request, actor)) and found.closed_on is None,
        "releases": doors.decide(request, frame.RELEASE).allowed,
    }
    return render(request, "programme_evaluation/region.html", context)


def _withdraw(sort: str, found: Kept) -> Link:
    return Link(reverse("programme_evaluation:withdraw", args=[sort, found.id]), _("Terugnemen"))
