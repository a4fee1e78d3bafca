"""A session in words: in one sentence, as lines of its page, and as it stood."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from baken.core.vocabulary.hours import HOUR, in_words
from baken.core.vocabulary.training import FORMS
from baken.programme.training import frame, sessions
from baken.programme.training.lists import Group, Names
from baken.programme.training.models import DROPPED, GIVEN, Session
from baken.web.fields import figure, said
from baken.web.parts import Line, Link, Table
from baken.web.templatetags.baken import civil


def in_short(one: Session, names: Names) -> str:
    """Return what a session is, when, and for whom, in one sentence."""
    groups = ", ".join(names.group(part) for part in one.reach)
    told = {"title": names.title(one), "day": civil(one.on), "groups": groups}
    return _("%(title)s, op %(day)s, voor: %(groups)s.") % told


def summary(one: Session, names: Names) -> list[Line]:
    """Return the lines of a session's page."""
    found = [
        Line(_("Dag"), one.on),
        Line(_("Stand"), state(one)),
        Line(_("Vorm"), capfirst(frame.named(FORMS, one.form))),
    ]
    if one.layer:
        found.append(Line(_("Laag"), names.layer(one.layer)))
    if one.provider:
        found.append(Line(_("Gegeven door"), one.provider))
    if one.together:
        found.append(Line(_("Samen met"), ", ".join(one.together)))
    if one.minutes is not None:
        found.append(Line(_("Duur"), _("%(minutes)s minuten") % {"minutes": one.minutes}))
    if (spent := sessions.hours(one)) is not None:
        found.append(Line(_("Uren van eigen medewerkers samen"), hours(spent)))
    if one.cost is not None:
        found.append(Line(_("Kosten"), _("%(euros)s euro") % {"euros": figure(one.cost)}))
    if one.words:
        found.append(Line(_("Hoe het was"), one.words))
    return found


def state(one: Session) -> str:
    """Return where a session stands, with the reason where it was dropped."""
    if one.state == DROPPED:
        return _("vervallen: %(why)s") % {"why": one.dropped_why}
    return _("gegeven") if one.state == GIVEN else _("gepland")


def hours(spent: float) -> str:
    """Return hours as they are said in every room: in hours and minutes."""
    return said(in_words(round(spent * HOUR)))


def came(one: Session, names: Names) -> Table:
    """Return how many of each group came, beside how many there were."""
    return Table(
        _("Wie erbij waren, in aantallen"),
        (_("Groep"), _("Kwamen"), _("Telt")),
        [
            (
                names.group(part),
                part["reached"] if part["reached"] is not None else _("nog niet ingevuld"),
                part["people"] if part["people"] is not None else _("niet geteld"),
            )
            for part in one.reach
        ],
        numeric=frozenset({1, 2}),
    )


def sizes(one: Session, groups: Mapping[str, Group], names: Names) -> list[Link | str]:
    """Return how many people each group of a session holds, with the way to change that where it is here."""
    return [_size(part, groups.get(part["key"]), names.group(part)) for part in one.reach]


def _size(part: Mapping[str, Any], group: Group | None, name: str) -> Link | str:
    people = sessions.most(part, group)
    told = (
        _("%(group)s: nog niet geteld") % {"group": name}
        if people is None
        else _("%(group)s: %(people)s mensen") % {"group": name, "people": people}
    )
    return Link(reverse("programme_training:group", args=[group.key]), told) if group else told


def stood(row: Mapping[str, Any]) -> str:
    """Return a former state of a session in one line."""
    day = civil(date.fromisoformat(row["on"]))
    numbers = ", ".join(f"{one['name']} {one['reached']}" for one in _counted(row["reach"]))
    if row["state"] == DROPPED:
        return _("%(title)s, %(day)s, vervallen") % {"title": row["title"], "day": day}
    if row["state"] == GIVEN:
        told = {"title": row["title"], "day": day, "numbers": numbers}
        return _("%(title)s, %(day)s, gegeven: %(numbers)s") % told
    return _("%(title)s, %(day)s, gepland") % {"title": row["title"], "day": day}


def reached(one: Session) -> str:
    """Return how many came in all."""
    number = sessions.people(one.reach)
    return ngettext("%(number)s mens", "%(number)s mensen", number) % {"number": figure(number)}


def _counted(reach: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [one for one in reach if one["reached"] is not None]
