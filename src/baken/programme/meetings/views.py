"""The meetings: what is owed this year, what is planned, and one meeting with its agenda and minutes."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.meetings import agenda, owing, paper
from baken.programme.meetings.models import Meeting, MinuteLine
from baken.programme.meetings.words import HELD, KEEP, PAGE, READ, STATES
from baken.tenancy import doors, kept
from baken.web.fields import said
from baken.web.parts import Line, Link, Table
from baken.web.templatetags.baken import civil

LAST = 50


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What is owed, what is coming, what has been, and how many actions are open."""
    doors.require(request, READ)
    today, elements = civil_date(now()), owing.rhythms(now())
    every = list(kept.kept(Meeting).order_by("on", "begins"))
    coming = [one for one in every if one.on >= today and one.dropped_on is None]
    been = [one for one in reversed(every) if one not in coming]
    states = [owing.action_state(one, today) for one in owing.followed_here()]
    context = {
        "owed": _owed(owing.owed(today.year, today, elements)),
        "free": [(one.name, _last(one.id)) for one in elements if not owing.times(one)],
        "coming": _table(_("Geplande overleggen"), coming),
        "been": _table(_("Overleggen die geweest zijn"), been[:LAST]),
        "open": sum(state in ("open", "due", "late") for state in states),
        "late": states.count("late"),
        "year": today.year,
        "keeps": doors.decide(request, KEEP).allowed,
    }
    return render(request, "programme_meetings/overview.html", context)


def _owed(rows: list[owing.Owed]) -> Table:
    return Table(
        _("Wat dit jaar terugkomt"),
        (_("Overleg"), _("Met"), _("Keer"), _("Wanneer"), _("Stand")),
        [
            (
                one.element.name,
                [said(who) for who in one.element.with_],
                _("%(number)s van %(times)s")
                % {"number": one.turn.number, "times": owing.times(one.element)},
                Link(reverse(PAGE, args=[one.meeting.id]), civil(one.meeting.on))
                if one.meeting
                else _("uiterlijk %(day)s") % {"day": civil(one.turn.last)},
                capfirst(str(HELD[one.state]) if one.meeting else _not_planned(one)),
            )
            for one in rows
        ],
        hide_caption=True,
    )


def _not_planned(one: owing.Owed) -> str:
    return _("te laat, nog niet gepland") if one.state == "late" else _("nog niet gepland")


def _last(rhythm: str) -> Meeting | None:
    today = civil_date(now())
    return next((one for one in reversed(owing.meetings_of(rhythm)) if one.on <= today), None)


def _table(caption: str, rows: list[Meeting]) -> Table:
    today = civil_date(now())
    return Table(
        caption,
        (_("Dag"), _("Overleg"), _("Wie regelt het"), _("Stand")),
        [
            (
                when(one),
                Link(reverse(PAGE, args=[one.id]), one.name),
                one.owner,
                [
                    capfirst(str(HELD[owing.meeting_state(one, today)])),
                    *([_("Verslag vastgesteld")] if one.minuted_on else []),
                ],
            )
            for one in rows
        ],
        hide_caption=True,
    )


def when(one: Meeting) -> str:
    """Return the day of a meeting, and its hours where they are known."""
    if one.begins is None:
        return civil(one.on)
    hours = f"{one.begins:%H:%M}" + (f"–{one.ends:%H:%M}" if one.ends else "")
    return f"{civil(one.on)}, {hours}"


@require_safe
def meeting(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """One meeting: when, who, agenda and minutes."""
    doors.require(request, READ)
    found = kept.one(Meeting, meeting)
    today = civil_date(now())
    keeps = doors.decide(request, KEEP).allowed and found.dropped_on is None
    writes = keeps and found.minuted_on is None
    lines = owing.lines_of(found)
    context = {
        "meeting": found,
        "lines": facts(found),
        "agenda": _agenda(agenda.items_of(found), writes),
        "decisions": _decisions([one for one in lines if one.sort == "decision"], writes),
        "actions": _actions([one for one in lines if one.sort == "action"], keeps, writes),
        "been": found.on <= today,
        "writes": writes,
        "drops": writes and not lines and found.on >= today,
    }
    return render(request, "programme_meetings/meeting.html", context)


def facts(found: Meeting) -> list[Line]:
    """Return what a meeting is, as names and values."""
    stands = [capfirst(str(HELD[owing.meeting_state(found, civil_date(now()))]))]
    if found.dropped_on:
        stands.append(found.dropped_why)
    made = [
        Line(_("Stand"), stands),
        Line(_("Wanneer"), when(found)),
        Line(_("Waar"), found.place or _("nog niet bekend")),
        Line(_("Wie zijn erbij"), list(found.who)),
        Line(_("Wie regelt het"), found.owner),
    ]
    if found.minuted_on:
        made.append(Line(_("Verslag vastgesteld"), found.minuted_on))
        made.append(Line(_("Wie waren erbij"), list(found.present)))
    return made


def _agenda(items: list[agenda.Item], writes: bool) -> Table:
    return Table(
        _("Agenda"),
        (_("Plek"), _("Onderwerp"), _("Minuten")),
        [
            (
                str(one.place),
                [
                    Link(reverse("programme_meetings:item", args=[one.id]), one.words)
                    if writes
                    else one.words,
                    *filter(None, [one.source]),
                ],
                str(one.minutes or ""),
            )
            for one in items
        ],
        numeric=frozenset({2}),
        hide_caption=True,
    )


def _decisions(rows: list[MinuteLine], writes: bool) -> Table:
    return Table(
        _("Besluiten"),
        (_("Besluit"),),
        [
            (Link(reverse("programme_meetings:line", args=[one.id]), one.words) if writes else one.words,)
            for one in rows
        ],
        hide_caption=True,
    )


def _actions(rows: list[MinuteLine], keeps: bool, writes: bool) -> Table:
    return Table(
        _("Acties"),
        (_("Actie"), _("Wie"), _("Uiterlijk"), _("Stand")),
        [
            (
                Link(reverse("programme_meetings:line", args=[one.id]), one.words) if writes else one.words,
                one.owner,
                one.due,
                standing(one, keeps),
            )
            for one in rows
        ],
        hide_caption=True,
    )


def standing(one: MinuteLine, keeps: bool) -> list[object]:
    """Return where an action stands, and what can be done about it."""
    state = capfirst(str(STATES[owing.action_state(one, civil_date(now()))]))
    stands: list[object] = [state] if one.done_on or not one.plan_action_id else []
    if one.done_on:
        stands += [one.done_on, *filter(None, [one.done_how])]
    elif keeps:
        stands.append(Link(reverse("programme_meetings:done", args=[one.id]), _("Klaar melden")))
    if one.plan_action_id:
        stands.append(
            Link(reverse("programme_plan:action", args=[one.plan_action_id]), _("Staat in het programma"))
        )
    elif keeps and not one.done_on:
        stands.append(
            Link(reverse("programme_meetings:to_plan", args=[one.id]), _("In het programma zetten"))
        )
    return stands


@require_safe
def agenda_pdf(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """The agenda on paper."""
    doors.require(request, READ)
    doors.looked_at(request, deed="export")
    found = kept.one(Meeting, meeting)
    return paper.agenda(found, facts(found), now())


@require_safe
def minutes_pdf(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """The minutes on paper."""
    doors.require(request, READ)
    doors.looked_at(request, deed="export")
    found = kept.one(Meeting, meeting)
    return paper.minutes(found, facts(found), now())
