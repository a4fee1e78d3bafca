"""The pages of the groups: which there are, and how many people each holds. Numbers only."""

from datetime import date
from functools import partial
from typing import Any

from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.training import SORTS
from baken.programme.common import policy
from baken.programme.common.nameless import about_no_case
from baken.programme.training import frame, lists
from baken.programme.training.forms import CountForm, GroupForm
from baken.programme.training.lists import Group
from baken.programme.training.models import Audience
from baken.tenancy import doors, kept
from baken.web.acting import asks, choices_from
from baken.web.deciding import DecisionForm, Given, decision
from baken.web.parts import Link, Table
from baken.web.templatetags.baken import civil

THERE = "programme_training:groups"


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Which groups there are, and how many people each holds."""
    doors.require(request, frame.READ)
    bundle, keeps = policy.in_force(now()), frame.may_keep(request)
    layers, every = lists.layers(bundle), lists.groups(bundle)
    context = {
        "tables": [
            _table(
                capfirst(frame.named(SORTS, sort)), [one for one in every if one.sort == sort], layers, keeps
            )
            for sort in SORTS
        ],
        "gone": [Link(_href(one), one.name) if keeps else one.name for one in lists.gone(bundle)],
        "keeps": keeps,
        "uncounted": sum(one.people is None for one in every if one.sort == "internal"),
    }
    return render(request, "programme_training/groups.html", context)


def _href(group: Group) -> str:
    return reverse("programme_training:group", args=[group.key])


def _table(caption: str, found: list[Group], layers: lists.Words, keeps: bool) -> Table:
    return Table(
        caption,
        (_("Groep"), _("Lagen"), _("Hoeveel mensen"), _("Geteld op")),
        [
            (
                Link(_href(one), capfirst(one.name)) if keeps else capfirst(one.name),
                [frame.named(layers, layer) for layer in one.layers] or _("wordt geïnformeerd"),
                one.people if one.people is not None else _("nog niet ingevuld"),
                one.counted_on,
            )
            for one in found
        ],
        numeric=frozenset({2}),
    )


@asks
def add(request: HttpRequest) -> HttpResponse:
    """Add a group that the policy does not name."""
    doors.require(request, frame.KEEP)
    asked = frame.words(
        _("Groep toevoegen"),
        _(
            "Een groep is een soort werk, een team of organisaties om u heen. U schrijft alleen een aantal op."
        ),
        _("Toevoegen"),
        _("De groep staat in de lijst."),
        back=THERE,
    )

    def act(form: Any, given: Given) -> str:
        key = f"own-{given['command_id'].hex[:16]}"
        kept.add(Audience, {**_told(form), "key": key}, **given)
        return reverse(THERE)

    initial = {"sort": "internal", "counted_on": civil_date(now())}
    return decision(request, asked, form=_form(), act=act, initial=initial)


@asks
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Say how many people a group holds; of an own one also what it is called. Below it stands how it was."""
    doors.require(request, frame.KEEP)
    bundle = policy.in_force(now())
    found = lists.group(bundle, key)
    if found is None:
        raise Http404
    left = key in {one.key for one in lists.gone(bundle)}
    asked = frame.words(
        capfirst(found.name),
        _("Deze groep is hier niet (meer). Sla een aantal op om haar terug te halen.")
        if left
        else _("Zo ziet u hoeveel mensen van deze groep bereikt zijn. U schrijft nergens namen op."),
        _("Opslaan"),
        _("Opgeslagen."),
        back=THERE,
        template="programme_training/group.html",
        context={
            "history": frame.history(found.row.id, _stood) if found.row else [],
            "leave": None if left else _leave(found),
        },
    )

    def act(form: Any, given: Given) -> str:
        told = _told(form)
        if found.row is None:
            row = {"name": found.dutch, "sort": found.sort, "layers": list(found.layers), **told, "key": key}
            _first(row, given)
        else:
            looked_at = form.cleaned_data["looked_at"] or 0
            kept.change(found.row, told, looked_at, actor=given["actor"], now=given["now"])
        return reverse(THERE)

    initial = {
        "name": found.name,
        "sort": found.sort,
        "layers": list(found.layers),
        "people": found.people,
        "counted_on": found.counted_on or civil_date(now()),
        "looked_at": found.row.number if found.row else 0,
    }
    return decision(request, asked, form=_form() if found.own else CountForm, act=act, initial=initial)


def _first(row: dict[str, Any], given: Given) -> None:
    """Write a group of the policy down; somebody who did so this very moment is not overwritten."""
    try:
        kept.add(Audience, row, **given)
    except IntegrityError:
        there = kept.kept(Audience).get(key=row["key"])
        kept.change(there, row, 0, actor=given["actor"], now=given["now"])


@asks
def leave(request: HttpRequest, key: str) -> HttpResponse:
    """Say that a group of the policy is not here; sessions that it had keep its name."""
    doors.require(request, frame.KEEP)
    bundle = policy.in_force(now())
    found = next((one for one in lists.groups(bundle) if one.key == key and not one.own), None)
    if found is None:
        raise Http404
    asked = frame.words(
        _("%(group)s: niet hier") % {"group": found.name},
        str(frame.SORTS["groep"].lead),
        _("Deze groep is hier niet"),
        _("De groep staat niet meer in de lijst. U kunt haar altijd terughalen."),
        back=THERE,
    )

    def act(form: Any, given: Given) -> str:
        row = found.row or kept.add(
            Audience,
            {"key": key, "name": found.dutch, "sort": found.sort, "layers": list(found.layers)},
            **given,
        )
        kept.withdraw(row, actor=given["actor"], now=given["now"])
        return reverse(THERE)

    return decision(request, asked, form=DecisionForm, act=act)


def _leave(found: Group) -> Link | None:
    if found.own and found.row:
        return frame.withdraw_link("groep", found.row)
    return Link(reverse("programme_training:leave", args=[found.key]), _("Deze groep is hier niet"))


def _form() -> partial[GroupForm]:
    layers = choices_from(lists.layers(policy.in_force(now())))
    return partial(GroupForm, choices={"layers": layers})


def _told(form: Any) -> dict[str, Any]:
    names = ("name", "sort", "layers", "people", "counted_on")
    about_no_case(name=form.cleaned_data.get("name", ""))
    return {name: form.cleaned_data[name] for name in names if name in form.cleaned_data}


def _stood(row: Any) -> str:
    if row["people"] is None:
        return _("%(group)s, aantal niet ingevuld") % {"group": row["name"]}
    return _("%(group)s, %(people)s mensen op %(day)s") % {
        "group": row["name"],
        "people": row["people"],
        "day": civil(date.fromisoformat(row["counted_on"])),
    }
