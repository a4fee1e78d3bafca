"""From who is due to an action in the execution programme: one button, or a form to put it otherwise."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.common import asking, policy
from baken.programme.plan import actions
from baken.programme.training import frame, reach
from baken.tenancy import doors
from baken.web.acting import asks
from baken.web.deciding import DecisionForm, Given, decision

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


def beginning(line: reach.Line, today: date) -> dict[str, Any]:
    """Return the action as it stands there before anybody changes it."""
    return {
        "title": (_("Training voor %(group)s: %(what)s") % {"group": line.group.name, "what": line.name})[
            :200
        ],
        "owner": _("Aandachtsfunctionaris mensenhandel"),
        "ready_on": max(line.stands.due or today, today + AHEAD),
    }


@asks
def action(request: HttpRequest, key: str, about: str) -> HttpResponse:
    """Put what a group is due in the execution programme in use."""
    doors.require(request, frame.KEEP)
    today = civil_date(now())
    found = reach.line(policy.in_force(now()), key, about, today)
    if found is None:
        raise Http404
    asked = frame.words(
        _("Actie maken: %(group)s") % {"group": found.group.name},
        _("De actie komt in het uitvoeringsprogramma dat nu loopt. Pas aan wat anders moet."),
        _("Zet in het programma"),
        _("De actie staat in het uitvoeringsprogramma."),
    )

    def act(form: Any, given: Given) -> str:
        told = {**form.cleaned_data, "ready": "date", "because": _because(found)}
        actions.add_action(None, told, **given)
        return reverse(frame.HOME)

    return decision(request, asked, form=ActionForm, act=act, initial=beginning(found, today))


def _because(line: reach.Line) -> str:
    return (_("Trainingen: %(group)s, %(what)s") % {"group": line.group.name, "what": line.name})[:200]
