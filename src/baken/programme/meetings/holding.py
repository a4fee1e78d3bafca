"""Planning a meeting, changing it, calling it off, taking it back, and its day for a calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.meetings import agenda, calendar, forms, owing, words
from baken.programme.meetings.models import AgendaItem, Meeting, MinuteLine
from baken.programme.meetings.words import HOME, KEEP, PAGE, READ
from baken.tenancy import doors, kept
from baken.tenancy.models_kept import Kept
from baken.web.acting import asks
from baken.web.deciding import Decision, DecisionForm, Given, decision
from baken.web.fields import said
from baken.web.parts import Link

FIELDS = ("rhythm", "name", "on", "begins", "ends", "place", "who", "owner")


@asks
def plan(request: HttpRequest) -> HttpResponse:
    """Plan a meeting. `?overleg=` fills in one of the policy."""
    doors.require(request, KEEP)
    asked = words.words(
        _("Overleg plannen"),
        _("Over de aanpak, nooit over één zaak. Schrijf op wie erbij zijn als functie, team of organisatie."),
        _("Plannen"),
        _("Het overleg staat gepland."),
        back=HOME,
    )

    def act(form: Any, given: Given) -> str:
        made = kept.add(Meeting, _told(form), **given)
        return reverse(PAGE, args=[made.id])

    initial = _of_policy(request.GET.get("overleg", ""))
    return decision(request, asked, form=forms.MeetingForm, act=act, initial=initial)


def _of_policy(rhythm: str) -> dict[str, Any]:
    for one in owing.rhythms(now()):
        if one.id == rhythm:
            who = "\n".join(said(who) for who in one.with_)
            return {"rhythm": one.id, "name": said(one.name), "who": who}
    return {}


@asks
def change(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Change when or where a meeting is, or who comes."""
    doors.require(request, KEEP)
    found = kept.one(Meeting, meeting)
    asked = _words(
        found,
        _("Overleg wijzigen"),
        "",
        template="programme_meetings/change.html",
        context={
            "withdraw": Link(
                reverse("programme_meetings:withdraw", args=["overleg", found.id]), _("Terugnemen")
            )
        },
    )

    def act(form: Any, given: Given) -> str:
        agenda.check_going(found)
        looked_at = form.cleaned_data["looked_at"] or 0
        kept.change(found, _told(form), looked_at, actor=given["actor"], now=given["now"])
        return reverse(PAGE, args=[found.id])

    initial = {
        **{name: getattr(found, name) for name in FIELDS},
        "who": "\n".join(found.who),
        "looked_at": found.number,
        "known": True,
    }
    return decision(
        request,
        asked,
        form=forms.MeetingForm,
        act=act,
        initial=initial,
        first=lambda: agenda.check_going(found),
    )


def _told(form: Any) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in FIELDS}


@asks
def drop(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Write down that a meeting does not take place."""
    doors.require(request, KEEP)
    found = kept.one(Meeting, meeting)

    def first() -> None:
        agenda.check_going(owing.hold(found))
        if owing.has_minutes(found):
            raise words.has_minutes()
        if found.on < civil_date(now()):
            raise words.was_already()

    def act(form: Any, given: Given) -> str:
        first()
        told = {"dropped_on": civil_date(given["now"]), "dropped_why": form.cleaned_data["why"]}
        kept.change(found, told, found.number, actor=given["actor"], now=given["now"])
        return reverse(PAGE, args=[found.id])

    lead = _("Het overleg blijft staan met de reden, en telt niet meer mee.")
    asked = _words(found, _("Overleg gaat niet door"), lead)
    return decision(request, asked, form=forms.DropForm, act=act, first=first)


@require_safe
def ics(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """The day of a meeting for anybody's calendar."""
    doors.require(request, READ)
    doors.looked_at(request, deed="export")
    return calendar.of(kept.one(Meeting, meeting), now())


@dataclass(frozen=True, slots=True)
class Sort:
    """What can be withdrawn, and what that means."""

    table: type[Kept]
    means: str


def sorts() -> Mapping[str, Sort]:
    """Return what can be withdrawn."""
    return {
        "overleg": Sort(Meeting, _("Het overleg en zijn agenda staan nergens meer.")),
        "onderwerp": Sort(AgendaItem, _("Het onderwerp staat dan niet meer op de agenda.")),
        "regel": Sort(MinuteLine, _("De regel staat dan niet meer in het verslag.")),
    }


@asks
def withdraw(request: HttpRequest, sort: str, line: UUID) -> HttpResponse:
    """Take back what was written down by mistake; a meeting that has minutes stays."""
    doors.require(request, KEEP)
    if sort not in sorts():
        raise Http404
    there = sorts()[sort]
    found: Any = kept.one(there.table, line)
    meeting = found if isinstance(found, Meeting) else kept.one(Meeting, found.meeting_id)
    whole = found is meeting
    asked = words.words(
        _("Terugnemen"),
        there.means + " " + _("Dat het er stond, blijft bewaard."),
        _("Terugnemen"),
        _("Het is teruggenomen."),
        back=PAGE,
        args=(meeting.id,),
    )

    def first() -> None:
        there = owing.hold(meeting)
        if whole and owing.has_minutes(there):
            raise words.has_minutes()
        if there.minuted_on is not None:
            raise words.laid_down()

    def act(form: DecisionForm, given: Given) -> str:
        first()
        kept.withdraw(found, actor=given["actor"], now=given["now"])
        return reverse(HOME) if whole else reverse(PAGE, args=[meeting.id])

    return decision(request, asked, form=DecisionForm, act=act, first=first)


def _words(found: Meeting, title: str, lead: str, **more: Any) -> Decision:
    return words.words(
        title, lead, _("Opslaan"), _("De wijziging is opgeslagen."), back=PAGE, args=(found.id,), **more
    )
