"""From who is due to an action in the execution programme: one button, or a form to put it otherwise."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import asking, policy
from baken.programme.plan import actions, queries
from baken.programme.plan.models import Edition
from baken.programme.training import frame, reach
from baken.tenancy import doors
from baken.web.acting import asks
from baken.web.deciding import DecisionForm, Given, decision
from baken.web.fields import said

AHEAD = timedelta(days=92)
"""Chosen: an action from here is to be ready in a quarter, because a session is planned that long before."""


class ActionForm(DecisionForm):
    """What is to be done for a group, by whom and by when."""

    title = asking.line(gettext_lazy("Wat gaat u doen?"), limit=200)
    owner = asking.post(gettext_lazy("Wie doet het?"))
    ready_on = asking.day(gettext_lazy("Wanneer is het klaar?"))

    def clean_ready_on(self) -> date:
        """Refuse a day that was."""
        return asking.coming(self.cleaned_data["ready_on"])


def href(line: reach.Line) -> str:
    """Return where an action is made of what a group is due."""
    return reverse("programme_training:action", args=[line.group.key, line.about])


def beginning(line: reach.Line, edition: Edition | None, today: date) -> dict[str, Any]:
    """Return the action as it stands there before anybody changes it; it is ready before its programme ends."""
    named = {"group": line.group.name, "what": said(line.name)}
    ready = max(line.stands.due or today, today + AHEAD)
    return {
        "title": Truncator(_("Training voor %(group)s: %(what)s") % named).chars(200),
        "owner": _("Aandachtsfunctionaris mensenhandel"),
        "ready_on": min(ready, edition.until_date) if edition else ready,
    }


def because(line: reach.Line) -> str:
    """Return what an action says of where it came from: always in Dutch, so that it is known again."""
    return Truncator(f"Trainingen: {line.group.dutch}, {line.name.nl}").chars(200)


def made(edition: Edition | None, today: date) -> dict[str, str]:
    """Return where the actions are that came from here and are still to be done, by where they came from."""
    found = queries.actions_of(edition) if edition else []
    return {
        one.because: reverse("programme_plan:action", args=[one.id])
        for one in found
        if one.because and not one.stopped_on and one.ready_on and one.ready_on >= today
    }


@asks
def action(request: HttpRequest, key: str, about: str) -> HttpResponse:
    """Put what a group is due in the execution programme in use."""
    doors.require(request, frame.KEEP)
    today = civil_date(now())
    found, edition = reach.line(policy.in_force(now()), key, about, today), queries.in_use(today)
    if found is None:
        raise Http404
    asked = frame.words(
        _("Actie maken: %(group)s") % {"group": found.group.name},
        _("De actie komt in het uitvoeringsprogramma dat nu loopt. Pas aan wat anders moet."),
        _("Zet in het programma"),
        _("De actie staat in het uitvoeringsprogramma."),
    )

    def first() -> None:
        if because(found) in made(edition, today):
            raise Refused(
                Text("Deze actie is er al.", "This action is there already."),
                Text(
                    "Zij staat in het uitvoeringsprogramma dat nu loopt.",
                    "It is in the execution programme that runs now.",
                ),
                Text(
                    "Wijzig haar daar, of leg daar vast wat er gedaan is.",
                    "Change it there, or write down there what was done.",
                ),
            )

    def act(form: Any, given: Given) -> str:
        told = {**form.cleaned_data, "ready": "date", "because": because(found)}
        actions.add_action(None, told, **given)
        return reverse(frame.HOME)

    return decision(
        request, asked, form=ActionForm, act=act, initial=beginning(found, edition, today), first=first
    )
