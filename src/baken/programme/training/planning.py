"""The pages of sessions: planned, looked at, changed, given, moved or dropped."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import policy
from baken.programme.training import frame, lists, saying, sessions
from baken.programme.training.forms import (
    DropForm,
    GivenForm,
    MoveForm,
    SessionForm,
    course_choices,
    names,
)
from baken.programme.training.models import Session
from baken.tenancy import doors, kept
from baken.web.acting import asks, choices_from
from baken.web.deciding import Decision, DecisionForm, Given, decision


@require_safe
def session(request: HttpRequest, session: UUID) -> HttpResponse:
    """One session: what it is, who came, and how it stood before."""
    doors.require(request, frame.READ)
    found = kept.one(Session, session)
    today, called = civil_date(now()), _names()
    context = {
        "session": found,
        "title": called.title(found),
        "lines": saying.summary(found, called),
        "came": saying.came(found, called),
        "asks": found.state == "planned" and found.on < today,
        "may_give": found.state != "dropped" and found.on <= today,
        "keeps": frame.may_keep(request),
        "withdraw": frame.withdraw_link("training", found),
        "history": frame.history(found.id, saying.stood),
    }
    return render(request, "programme_training/session.html", context)


@asks
def plan(request: HttpRequest) -> HttpResponse:
    """Plan a session, or write down one that was; then its numbers are asked next."""
    doors.require(request, frame.KEEP)
    asked = frame.words(
        _("Training plannen of vastleggen"),
        _("Kies een training uit de catalogus, of schrijf zelf op wat het is."),
        _("Opslaan"),
        _("De training staat in de lijst."),
        template="programme_training/plan.html",
    )

    def act(form: Any, given: Given) -> str:
        made = sessions.plan(_told(form), **given)
        passed = made.on <= civil_date(given["now"])
        return _href("given" if passed else "session", made)

    return decision(request, asked, form=_form(), act=act, initial=_beginning(request), first=_with_groups)


@asks
def change(request: HttpRequest, session: UUID) -> HttpResponse:
    """Change what a session is, for whom and when."""
    doors.require(request, frame.KEEP)
    found = kept.one(Session, session)
    asked = frame.about(
        found,
        _("Training wijzigen"),
        _("Hoe het er stond, blijft bewaard."),
        _("Wijziging opslaan"),
        _("De wijziging is opgeslagen."),
        template="programme_training/plan.html",
    )

    def act(form: Any, given: Given) -> str:
        told = _told(form, found)
        sessions.change(found, told, _seen(form), actor=given["actor"], now=given["now"])
        return _href("session", found)

    initial = {
        **{name: getattr(found, name) for name in ("course", "on", "together", *sessions.COPIED)},
        "audiences": [one["key"] for one in found.reach],
        "looked_at": found.number,
    }
    return decision(request, asked, form=_form(found), act=act, initial=initial)


@asks
def given(request: HttpRequest, session: UUID) -> HttpResponse:
    """Write down how many people of each group came; numbers and no names."""
    doors.require(request, frame.KEEP)
    found = kept.one(Session, session)
    groups, called = {one.key: one for one in lists.groups(policy.in_force(now()))}, _names()
    asked = frame.about(
        found,
        _("Hoeveel mensen kwamen er?"),
        saying.in_short(found, called),
        _("Vastleggen"),
        _("Vastgelegd."),
        template="programme_training/given.html",
        context={"groups": saying.sizes(found, groups, called)},
    )

    def act(form: Any, given: Given) -> str:
        told = form.cleaned_data
        counted = sessions.Counted(form.numbers, told["minutes"], told["cost"], told["words"])
        sessions.give(found, counted, groups.values(), _seen(form), actor=given["actor"], now=given["now"])
        return _href("session", found)

    initial = {
        **{sessions.field_of(one["key"]): one.get("reached") for one in found.reach},
        **{name: getattr(found, name) for name in ("minutes", "cost", "words")},
        "looked_at": found.number,
    }
    return decision(
        request,
        asked,
        form=partial(GivenForm, reach=[{**one, "called": called.group(one)} for one in found.reach]),
        act=act,
        initial=initial,
        first=lambda: sessions.may_be_given(found, civil_date(now())),
    )


@asks
def moved(request: HttpRequest, session: UUID) -> HttpResponse:
    """Plan a session on another day."""
    found, asked = _about(
        request,
        session,
        _("Training verzetten"),
        _("Naar een dag die nog komt. Was de training al? Leg dan vast dat zij gegeven is."),
        _("Verzetten"),
        _("De training staat op de nieuwe dag."),
    )

    def act(form: Any, given: Given) -> str:
        sessions.move(
            found, form.cleaned_data["new_day"], _seen(form), actor=given["actor"], now=given["now"]
        )
        return _href("session", found)

    initial = {"looked_at": found.number}
    first = partial(sessions.may_be_moved, found)
    return decision(request, asked, form=MoveForm, act=act, initial=initial, first=first)


@asks
def dropped(request: HttpRequest, session: UUID) -> HttpResponse:
    """Say that a session is not given, and why."""
    found, asked = _about(
        request,
        session,
        _("Training vervalt"),
        _(
            "De training blijft staan als vervallen, en telt niet mee. U kunt haar later op een nieuwe dag zetten."
        ),
        _("Laten vervallen"),
        _("De training is vervallen."),
    )

    def act(form: Any, given: Given) -> str:
        sessions.drop(found, form.cleaned_data["why"], _seen(form), actor=given["actor"], now=given["now"])
        return _href("session", found)

    return decision(request, asked, form=DropForm, act=act, initial={"looked_at": found.number})


def _about(request: HttpRequest, session: UUID, *said: str) -> tuple[Session, Decision]:
    doors.require(request, frame.KEEP)
    found = kept.one(Session, session)
    title, lead, button, done = said
    return found, frame.about(found, title, f"{saying.in_short(found, _names())} {lead}", button, done)


def _form(found: Session | None = None) -> Callable[..., SessionForm]:
    """Return the form with the lists of today; a session keeps what it had when a list has lost it since."""
    bundle = policy.in_force(now())
    here = list(names(lists.groups(bundle)))
    others = sessions.neighbours(civil_date(now()))
    courses = list(course_choices(lists.courses(bundle)))
    layers = list(choices_from(lists.layers(bundle)))
    if found:
        here += [(one["key"], one["name"]) for one in found.reach if one["key"] not in dict(here)]
        others += [one for one in found.together if one not in others]
        if found.course not in dict(courses):
            courses.append((found.course, found.title))
        if found.layer and found.layer not in dict(layers):
            layers.append((found.layer, found.layer))
    return partial(
        SessionForm,
        choices={
            "course": courses,
            "audiences": here,
            "layer": [("", ""), *layers],
            "together": [(one, one) for one in others],
        },
    )


def _told(form: Any, found: Session | None = None) -> dict[str, Any]:
    bundle = policy.in_force(now())
    told = sessions.told(form.cleaned_data, lists.courses(bundle), lists.groups(bundle))
    if found:
        kept_ones = {one["key"] for one in told["reach"]}
        chosen = form.cleaned_data["audiences"]
        told["reach"] += [one for one in found.reach if one["key"] in chosen and one["key"] not in kept_ones]
    return told


def _beginning(request: HttpRequest) -> Mapping[str, Any]:
    """Return what stands in the form before anybody typed: what the page before it was about."""
    asked, bundle = request.GET, policy.in_force(now())
    known = {one.key for one in lists.courses(bundle)}
    keys = {one.key for one in lists.groups(bundle)}
    return {
        "course": asked.get("training", "") if asked.get("training", "") in known else "",
        "audiences": [key for key in asked.getlist("groep") if key in keys],
        "layer": asked.get("laag", ""),
        "form": asked.get("vorm", ""),
        "title": asked.get("naam", "")[:160],
        "on": civil_date(now()) if asked.get("vandaag") else None,
    }


def _with_groups() -> None:
    if not lists.groups(policy.in_force(now())):
        raise Refused(
            Text("Er zijn nog geen groepen.", "There are no groups yet."),
            Text("Een training is voor een groep.", "A session is for a group."),
            Text("Voeg eerst een groep toe.", "Add a group first."),
        )


def _names() -> lists.Names:
    return lists.Names(policy.in_force(now()))


def _seen(form: DecisionForm) -> int:
    return form.cleaned_data["looked_at"] or 0


def _href(page: str, found: Session) -> str:
    return reverse(f"programme_training:{page}", args=[found.id])
