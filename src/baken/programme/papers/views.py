"""Fields of policy and their papers: what there is, what runs out, what is missing, and an action from it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.policy.programme import FlankingDomain
from baken.core.vocabulary.moments import civil_date
from baken.programme.papers import actions, forms, queries, seeding, showing
from baken.programme.papers.standing import FIELD, VERDICTS
from baken.programme.papers.words import KEEP, READ, words
from baken.programme.plan import queries as plan
from baken.programme.plan.refusals import none_in_use
from baken.tenancy import doors
from baken.web import sources
from baken.web.acting import asks
from baken.web.deciding import Given, decision
from baken.web.fields import said


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Every field with its papers, what runs out, and which barrier is held by what."""
    doors.require(request, READ)
    found = queries.shelf(now())
    keeps = doors.decide(request, KEEP).allowed
    context = {
        "shelf": found,
        "warned": showing.papers(_("Verlopen, of binnen een half jaar"), found.warned, keeps=keeps),
        "fields": showing.fields(found, keeps=keeps),
        "loose": showing.papers(_("Veiligheid als geheel, en overig"), found.loose, keeps=keeps),
        "past": showing.papers(_("Opgevolgd"), found.past, keeps=keeps),
        "barriers": showing.barriers(found, queries.barrier_names(now())),
        "to_adopt": len(seeding.papers(now())) if keeps else 0,
        "keeps": keeps,
    }
    return render(request, "programme_papers/overview.html", context)


@require_safe
def field(request: HttpRequest, slug: str) -> HttpResponse:
    """One field: what it may hold, its papers, what was noted, and the actions it led to."""
    doors.require(request, READ)
    shelf = queries.shelf(now())
    there = next((one for one in shelf.fields if one.field.id == slug), None)
    if there is None or shelf.bundle is None:
        raise Http404
    keeps = doors.decide(request, KEEP).allowed
    names = queries.barrier_names(now(), also=there.field.barriers)
    context = {
        "there": there,
        "field": there.field,
        "state": showing.named(FIELD[there.state]),
        "papers": showing.papers(_("Stukken"), there.papers, keeps=keeps),
        "barriers": [names[name] for name in there.field.barriers],
        "verdict": VERDICTS[there.noted.verdict] if there.noted else None,
        "actions": [showing.action(one) for one in queries.follow_ups(slug)],
        "source": sources.of(shelf.bundle, there.field),
        "keeps": keeps,
    }
    return render(request, "programme_papers/field.html", context)


@asks
def note(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down what was found of a field without a paper."""
    doors.require(request, KEEP)
    asked = _field(slug)
    found = actions.noted(slug)
    ask = words(
        said(asked.name),
        _("Is er geen stuk? Leg vast of het ontbreekt, of dat er geen nodig is."),
        _("Vastleggen"),
        _("Vastgelegd."),
        back="programme_papers:field",
        args=(slug,),
    )
    initial: dict[str, Any] = {"on": civil_date(now())}
    if found is not None:
        initial = {**{name: getattr(found, name) for name in actions.NOTED}, "looked_at": found.number}

    def act(form: Any, given: Given) -> str:
        actions.note(slug, form.cleaned_data, form.cleaned_data["looked_at"] or 0, **given)
        return reverse("programme_papers:field", args=[slug])

    return decision(request, ask, form=forms.NoteForm, act=act, initial=initial)


@asks
def field_action(request: HttpRequest, slug: str) -> HttpResponse:
    """Make an action of a field without a paper, in the programme in use."""
    doors.require(request, KEEP)
    asked = _field(slug)
    ask = words(
        _("Maak een actie"),
        _("Deze actie komt in het programma dat nu loopt. Zeg wie ervoor zorgt, en wanneer het klaar is."),
        _("In het programma zetten"),
        _("De actie staat in het programma."),
        back="programme_papers:field",
        args=(slug,),
    )

    def act(form: Any, given: Given) -> str:
        because = _("Beleidsterrein: %(name)s") % {"name": said(asked.name)}
        actions.follow_up(told(form, because), domain=slug, **given)
        return reverse("programme_papers:field", args=[slug])

    name = said(asked.name)
    initial = {
        "title": _("Beleid over %(name)s vaststellen") % {"name": name[:1].lower() + name[1:]},
        "what": _("Denk aan: %(examples)s.") % {"examples": said(asked.examples)},
    }
    return decision(request, ask, form=forms.FollowUpForm, act=act, initial=initial, first=running)


def running() -> None:
    """Refuse where no programme runs that an action can come in."""
    if plan.in_use(civil_date(now())) is None:
        raise none_in_use()


def told(form: forms.FollowUpForm, because: str) -> dict[str, Any]:
    """Return what the programme is told of the action."""
    given = form.cleaned_data
    return {
        **{name: given[name] for name in ("title", "what", "owner", "ready_on")},
        "ready": "date" if given["ready_on"] else "ongoing",
        "because": because[:200],
    }


def _field(slug: str) -> FlankingDomain:
    found = queries.field(slug, now())
    if found is None:
        raise Http404
    return found
