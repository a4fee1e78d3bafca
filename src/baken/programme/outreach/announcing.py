"""Where it says where one can report, inside and outside, and saying it again (COMM-04, COMM-07)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.vocabulary import outreach
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import nameless
from baken.programme.outreach import forms, owing, withdrawing
from baken.programme.outreach.models import Announcement
from baken.programme.outreach.words import KEEP, READ, STATES, named, words
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.deciding import Decision, Given, decision
from baken.web.parts import Link, Table

FIELDS = ("place", "what", "since", "repeat_on", "until")
HOME = "programme_outreach:announcements"


@require_safe
def announcements(request: HttpRequest) -> HttpResponse:
    """Where it stands now, inside and outside, and where it stood."""
    doors.require(request, READ)
    keeps = doors.decide(request, KEEP).allowed
    today = civil_date(now())
    every = list(kept.kept(Announcement).order_by("since", "place"))
    there = [one for one in every if one.until is None or one.until >= today]
    inside, outside = ([one for one in there if one.inside is wanted] for wanted in (True, False))
    context = {
        "inside": _table(_("In de eigen organisatie"), inside, keeps),
        "outside": _table(_("In de gemeente"), outside, keeps),
        "ended": _table(_("Stond er eerder"), [one for one in every if one not in there], keeps),
        "keeps": keeps,
    }
    return render(request, "programme_outreach/announcements.html", context)


def _table(caption: str, rows: list[Announcement], keeps: bool) -> Table:
    today = civil_date(now())
    headers = (_("Waar"), _("Wat staat er"), _("Sinds"), _("Het laatst gezien of herhaald"), _("Opnieuw"))
    made = []
    for one in rows:
        place: object = named(outreach.PLACES[one.place])
        again: list[object] = []
        state = owing.announcement_state(one, today)
        if state is not None and one.repeat_on:
            again = [one.repeat_on, capfirst(str(STATES[state]))]
        if keeps:
            place = Link(reverse("programme_outreach:announcement", args=[one.id]), str(place))
            if one.until is None or one.until >= today:
                again.append(
                    Link(reverse("programme_outreach:again", args=[one.id]), _("Gezien of herhaald"))
                )
        made.append((place, one.what, one.since, one.checked_on or _("nog niet"), again))
    return Table(caption, headers, made, hide_caption=True)


@asks
def add(request: HttpRequest) -> HttpResponse:
    """Write down where it says where one can report."""
    doors.require(request, KEEP)
    asked = _words(_("Vastleggen waar het staat"))

    def act(form: Any, given: Given) -> str:
        kept.add(Announcement, _told(form), **given)
        return reverse(HOME)

    initial = {"since": civil_date(now())}
    return decision(request, asked, form=forms.AnnouncementForm, act=act, initial=initial)


@asks
def announcement(request: HttpRequest, line: UUID) -> HttpResponse:
    """Change one, or write down that it is no longer there."""
    doors.require(request, KEEP)
    found = kept.one(Announcement, line)
    asked = _words(
        _("Wijzigen waar het staat"),
        template="programme_outreach/change.html",
        context={"withdraw": withdrawing.link("meldpunt", found)},
    )

    def act(form: Any, given: Given) -> str:
        looked_at = form.cleaned_data["looked_at"] or 0
        kept.change(found, _told(form), looked_at, actor=given["actor"], now=given["now"])
        return reverse(HOME)

    initial = {**{name: getattr(found, name) for name in FIELDS}, "looked_at": found.number}
    return decision(request, asked, form=forms.AnnouncementForm, act=act, initial=initial)


@asks
def again(request: HttpRequest, line: UUID) -> HttpResponse:
    """Write down that somebody saw that it is still there, or said it again."""
    doors.require(request, KEEP)
    found = kept.one(Announcement, line)
    asked = words(
        _("Gezien of herhaald"),
        _("U keek of het er nog staat en nog klopt, of u liet het opnieuw weten."),
        _("Vastleggen"),
        _("Vastgelegd."),
        back=HOME,
    )

    def act(form: Any, given: Given) -> str:
        on = form.cleaned_data["on"]
        if on < found.since or (found.until and on > found.until):
            raise Refused(
                Text("Op deze dag stond het er niet.", "It was not there on that day."),
                Text(
                    "Het kan dan niet gezien of herhaald zijn.", "So it cannot have been seen or said again."
                ),
                Text(
                    "Kies een andere dag, of wijzig sinds wanneer het er staat.",
                    "Choose another day, or change since when it is there.",
                ),
                field="on",
            )
        told = {"checked_on": on, "repeat_on": form.cleaned_data["repeat_on"]}
        kept.change(found, told, found.number, actor=given["actor"], now=given["now"])
        return reverse(HOME)

    return decision(request, asked, form=forms.AgainForm, act=act, initial={"on": civil_date(now())})


def _told(form: forms.AnnouncementForm) -> dict[str, Any]:
    nameless.about_no_case(what=form.cleaned_data["what"])
    told = {name: form.cleaned_data[name] for name in FIELDS}
    return {**told, "inside": told["place"] in outreach.INSIDE}


def _words(title: str, **more: Any) -> Decision:
    lead = _("Iedereen moet weten waar men kan melden: in de eigen organisatie en in de hele gemeente.")
    return words(title, lead, _("Vastleggen"), _("Vastgelegd."), back=HOME, **more)
