"""The minutes of a meeting: decisions, and actions by owner and day; laying them down (MEET-05 to MEET-08)."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.common import nameless
from baken.programme.meetings import agenda, forms, owing, words
from baken.programme.meetings.models import Meeting, MinuteLine
from baken.programme.meetings.words import KEEP, PAGE
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.deciding import Decision, DecisionForm, Given, decision
from baken.web.parts import Link
from baken.web.templatetags.baken import civil

Act = Callable[[Any, Given], None]


@asks
def add_decision(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Write down a decision."""
    return _add(request, meeting, _("Besluit vastleggen"), forms.DecisionLine, "decision")


@asks
def add_action(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Write down an action, with its owner and day."""
    return _add(request, meeting, _("Actie vastleggen"), forms.ActionLine, "action")


def _add(
    request: HttpRequest, meeting: UUID, title: str, form: type[DecisionForm], sort: str
) -> HttpResponse:
    doors.require(request, KEEP)
    found = kept.one(Meeting, meeting)

    def act(form: Any, given: Given) -> None:
        kept.add(MinuteLine, {**told(form, found), "meeting_id": found.id, "sort": sort}, **given)

    return _ask(request, found, _words(found, title), form, act)


@asks
def line(request: HttpRequest, line: UUID) -> HttpResponse:
    """Change a line of the minutes."""
    doors.require(request, KEEP)
    there = kept.one(MinuteLine, line)
    found = kept.one(Meeting, there.meeting_id)
    link = Link(reverse("programme_meetings:withdraw", args=["regel", there.id]), _("Terugnemen"))
    asked = _words(
        found,
        _("Regel van het verslag wijzigen"),
        template="programme_meetings/change.html",
        context={"withdraw": link},
    )

    def act(form: Any, given: Given) -> None:
        looked_at = form.cleaned_data["looked_at"] or 0
        kept.change(there, told(form, found), looked_at, actor=given["actor"], now=given["now"])

    form = forms.ActionLine if there.sort == "action" else forms.DecisionLine
    initial = {"words": there.words, "owner": there.owner, "due": there.due, "looked_at": there.number}
    return _ask(request, found, asked, form, act, initial)


def told(form: Any, meeting: Meeting) -> dict[str, Any]:
    """Return what a line says; nothing in it leads to a case, and no action is due before its meeting."""
    nameless.about_no_case(words=form.cleaned_data["words"])
    due = form.cleaned_data.get("due")
    if due is not None and due < meeting.on:
        raise words.too_soon(civil(meeting.on))
    return {name: form.cleaned_data[name] for name in ("words", "owner", "due") if name in form.cleaned_data}


@asks
def lay_down(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Say who was there, and that the minutes are as they should be."""
    doors.require(request, KEEP)
    found = kept.one(Meeting, meeting)
    asked = _words(
        found,
        _("Verslag vaststellen"),
        lead=_("Daarna veranderen besluiten en acties niet meer. Acties klaar melden kan altijd."),
    )

    def act(form: Any, given: Given) -> None:
        row = {"present": form.cleaned_data["present"], "minuted_on": civil_date(given["now"])}
        kept.change(found, row, found.number, actor=given["actor"], now=given["now"])

    return _ask(request, found, asked, forms.LayDownForm, act, {"present": "\n".join(found.who)})


def _ask(
    request: HttpRequest,
    found: Meeting,
    asked: Decision,
    form: type[DecisionForm],
    act: Act,
    initial: Mapping[str, Any] | None = None,
) -> HttpResponse:
    def check() -> None:
        there = owing.hold(found)
        agenda.check_going(there)
        if there.on > civil_date(now()):
            raise words.not_yet()

    def done(form: Any, given: Given) -> str:
        check()
        act(form, given)
        return reverse(PAGE, args=[found.id])

    return decision(request, asked, form=form, act=done, initial=initial, first=check)


def _words(found: Meeting, title: str, lead: str = "", **more: Any) -> Decision:
    return words.words(title, lead, _("Vastleggen"), _("Vastgelegd."), back=PAGE, args=(found.id,), **more)
