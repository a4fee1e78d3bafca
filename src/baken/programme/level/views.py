"""The basic level: what the policy asks, where the organisation stands, and what it does about what is missing."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.policy.programme import Criterion
from baken.core.vocabulary.moments import civil_date
from baken.programme.level import actions, forms, paper, queries, showing
from baken.programme.level.models import Assessment
from baken.programme.level.standing import SHOWN, Standing, by_sort, by_theme
from baken.programme.plan import queries as plan
from baken.programme.plan.models import Edition
from baken.programme.plan.refusals import none_in_use
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.deciding import Decision, Given, decision
from baken.web.fields import said
from baken.web.parts import Link

READ, KEEP = "programme.read", "programme.keep"
AHEAD = timedelta(days=92)


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """All criteria, by their sort or by the themes of the national framework."""
    doors.require(request, READ)
    found = queries.level(now())
    keeps = doors.decide(request, KEEP).allowed
    led = queries.follow_ups()
    themed = request.GET.get("per") == "thema"
    groups = by_theme(found.every, found.themes) if themed else by_sort(found.every)
    context = {
        "themed": themed,
        "groups": [(name, showing.table(name, rows, led, keeps=keeps)) for name, rows in groups],
        "summary": showing.summary(found.every),
        "again": [one.criterion for one in found.every if one.again],
        "keeps": keeps,
    }
    return render(request, "programme_level/overview.html", context)


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """The summary on paper."""
    doors.require(request, READ)
    doors.looked_at(request, deed="export")
    return paper.summary(queries.level(now()), queries.follow_ups())


@require_safe
def criterion(request: HttpRequest, slug: str) -> HttpResponse:
    """One criterion: what it asks and who says so, where it stands, how it stood, and its actions."""
    doors.require(request, READ)
    asked = _asked(slug)
    found = actions.of(slug)
    stands = Standing(asked.criterion, found, civil_date(now()))
    led = queries.follow_ups().get(slug, ())
    once = _once(asked.criterion, found) if stands.missing and not led else None
    context = {
        "asked": asked,
        "criterion": asked.criterion,
        "stands": stands,
        "shown": capfirst(said(SHOWN[stands.shown])),
        "actions": [showing.link(one) for one in led],
        "once": once,
        "once_by": date.fromisoformat(once["ready_on"]) if once else None,
        "history": showing.history(kept.history(found.id)) if found else [],
        "keeps": doors.decide(request, KEEP).allowed,
    }
    return render(request, "programme_level/criterion.html", context)


@asks
def assess(request: HttpRequest, slug: str) -> HttpResponse:
    """Say where a criterion stands."""
    doors.require(request, KEEP)
    asked = _criterion(slug)
    found = actions.of(slug)
    words = _words(
        asked,
        said(asked.name),
        _("Gevraagd: %(asks)s.") % {"asks": said(asked.asks)},
        _("Vastleggen"),
        _("Vastgelegd."),
    )

    def act(form: Any, given: Given) -> str:
        actions.assess(asked, form.cleaned_data, form.cleaned_data["looked_at"] or 0, **given)
        return reverse("programme_level:criterion", args=[slug])

    return decision(request, words, form=forms.AssessForm, act=act, initial=_initial(found))


@asks
def follow_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Make an action of what is missing, in the programme in use."""
    doors.require(request, KEEP)
    asked = _criterion(slug)
    found = actions.of(slug)
    words = _words(
        asked,
        _("Maak een actie"),
        _("Deze actie komt in het programma dat nu loopt. Zeg wie ervoor zorgt, en wanneer het klaar is."),
        _("In het programma zetten"),
        _("De actie staat in het programma."),
    )

    def first() -> None:
        if plan.in_use(civil_date(now())) is None:
            raise none_in_use()

    def act(form: Any, given: Given) -> str:
        actions.follow_up(asked, forms.told(form, said(asked.name)), **given)
        return reverse("programme_level:criterion", args=[slug])

    initial = _beginning(asked, found, plan.in_use(civil_date(now())))
    return decision(request, words, form=forms.FollowUpForm, act=act, initial=initial, first=first)


def _once(criterion: Criterion, found: Assessment | None) -> Mapping[str, Any] | None:
    """Return the action that one click makes; None where no programme runs to put it in."""
    edition = plan.in_use(civil_date(now()))
    return {**_beginning(criterion, found, edition), "command": uuid4()} if edition else None


def _beginning(criterion: Criterion, found: Assessment | None, edition: Edition | None) -> dict[str, Any]:
    """Return the action as it stands there before anybody changes it.

    chosen: of whoever looked, ready in a quarter as for a training that is due, and before its programme ends.
    """
    ready = civil_date(now()) + AHEAD
    told = (_sentence(said(criterion.asks)), found.note if found else "")
    return {
        "title": said(criterion.name),
        "what": " ".join(part for part in told if part),
        "owner": found.by if found else _("Aandachtsfunctionaris mensenhandel"),
        "ready_on": (min(ready, edition.until_date) if edition else ready).isoformat(),
    }


def _initial(found: Assessment | None) -> Mapping[str, Any]:
    """Fill in what was found before, as looked at today."""
    today = {"on": civil_date(now())}
    if found is None:
        return today
    return {**{name: getattr(found, name) for name in actions.FIELDS}, **today, "looked_at": found.number}


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _criterion(slug: str) -> Criterion:
    return _asked(slug).criterion


def _asked(slug: str) -> queries.Asked:
    found = queries.asked(slug, now())
    if found is None:
        raise Http404
    return found


def _words(asked: Criterion, title: str, lead: str, button: str, done: str) -> Decision:
    back = Link(reverse("programme_level:criterion", args=[asked.id]), asked.name)
    return Decision(title, lead, button, done, back, writes=False)
