"""The catalogue: what there is to follow, for whom and by whom, of the policy and of one's own (TRAIN-06)."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.training import FORMS
from baken.programme.common import policy
from baken.programme.common.nameless import about_no_case
from baken.programme.training import frame, lists
from baken.programme.training.forms import CourseForm, SearchForm, names
from baken.programme.training.lists import Group, Offered
from baken.programme.training.models import Course
from baken.tenancy import doors, kept
from baken.web.acting import asks, choices_from
from baken.web.deciding import Given, decision
from baken.web.fields import said
from baken.web.parts import Link, Table

THERE = "programme_training:catalogue"
COSTS = {True: "yes", False: "no", None: ""}


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What there is to follow; all of it, or for one group or layer."""
    doors.require(request, frame.READ)
    bundle, keeps = policy.in_force(now()), frame.may_keep(request)
    groups, layers = lists.groups(bundle), lists.layers(bundle)
    form = SearchForm(request.GET, groups=names(groups), layers=layers)
    asked = form.cleaned_data if form.is_valid() else {}
    key, layer = asked.get("groep", ""), asked.get("laag", "")
    found = [
        one
        for one in lists.courses(bundle)
        if (not key or lists.fits(one, key, groups)) and (not layer or one.layer == layer)
    ]
    context = {
        "form": form,
        "narrowed": bool(key or layer),
        "courses": _table(found, lists.Names(bundle), groups, keeps),
        "layers": [(one.name, one.what) for one in (bundle.training_layers if bundle else ())],
        "keeps": keeps,
    }
    return render(request, "programme_training/catalogue.html", context)


def _table(found: Sequence[Offered], called: lists.Names, groups: Sequence[Group], keeps: bool) -> Table:
    known = dict(names(groups))
    headers = [_("Training"), _("Door"), _("Laag en vorm"), _("Voor wie")]
    rows: list[list[object]] = []
    for one in found:
        row: list[object] = [
            _name(one, keeps),
            said(one.provider),
            [called.layer(one.layer), _form(one)],
            [known.get(key, key) for key in one.audiences] or _("alle groepen van deze laag"),
        ]
        if keeps:
            ask = urlencode({"training": one.key})
            row.append(Link(f"{reverse('programme_training:plan')}?{ask}", _("Plannen")))
        rows.append(row)
    return Table(_("Catalogus"), [*headers, *([_("Doen")] if keeps else [])], rows, hide_caption=True)


def _name(one: Offered, keeps: bool) -> object:
    name = capfirst(said(one.name))
    more = [Link(one.link, _("meer weten"))] if one.link else []
    own = Link(reverse("programme_training:course", args=[one.id]), name) if one.id and keeps else name
    return [own, *more] if more else own


def _form(one: Offered) -> str:
    form = frame.named(FORMS, one.form)
    return _("%(form)s, gratis") % {"form": form} if one.free else form


@asks
def add(request: HttpRequest) -> HttpResponse:
    """Add a course that the policy does not name."""
    doors.require(request, frame.KEEP)
    asked = frame.words(
        _("Training toevoegen aan de catalogus"),
        _("Wat uw beleid noemt, staat er al. Hier voegt u toe wat u zelf vond."),
        _("Toevoegen"),
        _("De training staat in de catalogus."),
        back=THERE,
    )

    def act(form: Any, given: Given) -> str:
        kept.add(Course, _told(form), **given)
        return reverse(THERE)

    return decision(request, asked, form=_course_form(), act=act)


@asks
def change(request: HttpRequest, course: UUID) -> HttpResponse:
    """Change an own course. What was planned or given with it stays as it was."""
    doors.require(request, frame.KEEP)
    found = kept.one(Course, course)
    asked = frame.words(
        found.name,
        _("Wat met deze training gepland of gegeven is, verandert niet mee."),
        _("Wijziging opslaan"),
        _("De wijziging is opgeslagen."),
        back=THERE,
        template="programme_training/line.html",
        context={
            "history": frame.history(found.id, lambda row: f"{row['name']}, {row['provider']}"),
            "withdraw": frame.withdraw_link("cursus", found),
        },
    )

    def act(form: Any, given: Given) -> str:
        looked_at = form.cleaned_data["looked_at"] or 0
        kept.change(found, _told(form), looked_at, actor=given["actor"], now=given["now"])
        return reverse(THERE)

    told = {name: getattr(found, name) for name in ("name", "provider", "layer", "form", "audiences", "link")}
    initial = {**told, "free": COSTS[found.free], "looked_at": found.number}
    return decision(request, asked, form=_course_form(found), act=act, initial=initial)


def _course_form(found: Course | None = None) -> partial[CourseForm]:
    bundle: Bundle | None = policy.in_force(now())
    groups, called = list(names(lists.groups(bundle))), lists.Names(bundle)
    layers = list(choices_from(lists.layers(bundle)))
    if found:
        groups += [(key, key) for key in found.audiences if key not in dict(groups)]
        if found.layer and found.layer not in dict(layers):
            layers.append((found.layer, called.layer(found.layer)))
    empty = [("", ""), *layers] if layers else []
    return partial(CourseForm, choices={"audiences": groups, "layer": empty})


def _told(form: Any) -> dict[str, Any]:
    told = {
        name: form.cleaned_data[name] for name in ("name", "provider", "layer", "form", "audiences", "link")
    }
    about_no_case(name=told["name"])
    free = form.cleaned_data["free"]
    return {**told, "free": {"yes": True, "no": False}.get(free)}
