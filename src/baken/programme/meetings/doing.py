"""The actions of all minutes: whose they are, what is late, that one is done, and putting one in the programme."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.derive.access import ROLES
from baken.core.vocabulary.moments import civil_date
from baken.programme.common import nameless
from baken.programme.meetings import forms, owing, views, words
from baken.programme.meetings.models import Meeting, MinuteLine
from baken.programme.meetings.words import ACTIONS, KEEP, PAGE, READ
from baken.programme.plan import actions as plan
from baken.tenancy import doors, kept
from baken.tenancy.actors import Actor
from baken.tenancy.models import Post
from baken.tenancy.scope import current
from baken.web.acting import asks
from baken.web.deciding import DecisionForm, Given, decision
from baken.web.parts import Link, Table
from baken.web.templatetags.baken import civil

LAST_DONE = 50
_LONGEST_TITLE, _LONGEST_BECAUSE = 200, 200


@require_safe
def actions(request: HttpRequest) -> HttpResponse:
    """Every action of minutes: those of one's own post first, the others by owner, then what is done."""
    actor = doors.require(request, READ)
    keeps = doors.decide(request, KEEP).allowed
    every, meetings = owing.actions(), {one.id: one for one in kept.kept(Meeting)}
    owners = sorted({one.owner for one in every}, key=str.casefold)
    chosen = next((one for one in owners if one == request.GET.get("eigenaar")), "")
    shown = [one for one in every if chosen in ("", one.owner)]
    going = [one for one in shown if one.done_on is None]
    mine = [one for one in going if is_own(one.owner, called(actor))]
    done = sorted((one for one in shown if one.done_on), key=lambda one: str(one.done_on), reverse=True)
    context = {
        "mine": _table(_("Acties van uw functie"), mine, meetings, keeps),
        "others": _table(_("Acties van anderen"), [one for one in going if one not in mine], meetings, keeps),
        "done": _table(_("Gedaan"), done[:LAST_DONE], meetings, keeps),
        "owners": owners,
        "chosen": chosen,
    }
    return render(request, "programme_meetings/actions.html", context)


def called(actor: Actor) -> list[str]:
    """Return what the posts and roles of somebody are called, in small letters."""
    posts = Post.objects.filter(organisation_id=current(), id__in=actor.post_ids).values_list(
        "name", flat=True
    )
    roles = [text for role in actor.roles if role in ROLES for text in ROLES[role].name]
    return [name.casefold() for name in (*posts, *roles)]


def is_own(owner: str, names: list[str]) -> bool:
    """Whether an action is of one of these posts; "aandachtsfunctionaris" is that of Woerden too."""
    found = owner.strip().casefold()
    return any(found in name or name in found for name in names)


def _table(caption: str, rows: list[MinuteLine], meetings: dict[UUID, Meeting], keeps: bool) -> Table:
    return Table(
        caption,
        (_("Uiterlijk"), _("Actie"), _("Wie"), _("Overleg"), _("Stand")),
        [
            (
                one.due,
                one.words,
                one.owner,
                Link(
                    reverse(PAGE, args=[one.meeting_id]),
                    f"{meetings[one.meeting_id].name}, {civil(meetings[one.meeting_id].on)}",
                ),
                views.standing(one, keeps),
            )
            for one in rows
        ],
        hide_caption=True,
    )


@asks
def done(request: HttpRequest, line: UUID) -> HttpResponse:
    """Write down that an action is done."""
    doors.require(request, KEEP)
    there = kept.one(MinuteLine, line)
    asked = words.words(_("Klaar melden"), there.words, _("Vastleggen"), _("Vastgelegd."), back=ACTIONS)

    def first() -> None:
        if there.done_on is not None:
            raise words.done_already()

    def act(form: Any, given: Given) -> str:
        first()
        nameless.about_no_case(how=form.cleaned_data["how"])
        row = {"done_on": form.cleaned_data["on"], "done_how": form.cleaned_data["how"]}
        kept.change(there, row, there.number, actor=given["actor"], now=given["now"])
        return reverse(ACTIONS)

    initial = {"on": civil_date(now())}
    return decision(request, asked, form=forms.DoneForm, act=act, initial=initial, first=first)


@asks
def to_plan(request: HttpRequest, line: UUID) -> HttpResponse:
    """Make an action of minutes an action of the programme in use."""
    doors.require(request, KEEP)
    there = kept.one(MinuteLine, line)
    meeting = kept.one(Meeting, there.meeting_id)
    asked = words.words(
        _("In het programma zetten"),
        _("De actie komt in het programma dat nu loopt, met dezelfde eigenaar en dag: %(words)s")
        % {"words": there.words},
        _("In het programma zetten"),
        _("De actie staat in het programma."),
        back=ACTIONS,
    )

    def first() -> None:
        if there.done_on is not None:
            raise words.done_already()
        if there.plan_action_id is not None:
            raise words.in_programme()

    def act(form: DecisionForm, given: Given) -> str:
        first()
        because = _("Verslag van %(meeting)s, %(day)s") % {
            "meeting": meeting.name,
            "day": civil(meeting.on),
        }
        told = {
            "title": Truncator(there.words).chars(_LONGEST_TITLE),
            "what": there.words,
            "ready": "date",
            "ready_on": there.due,
            "owner": there.owner,
            "because": Truncator(because).chars(_LONGEST_BECAUSE),
        }
        made = plan.add_action(None, told, **given)
        row = {"plan_action_id": made.id}
        kept.change(there, row, there.number, actor=given["actor"], now=given["now"])
        return reverse("programme_plan:action", args=[made.id])

    return decision(request, asked, form=DecisionForm, act=act, first=first)
