"""What is asked about the basic level. Nothing here is about a person, and the forms say so."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.programme.common.asking import A_POST, been, coming, day, line, one_of, post, prose
from baken.programme.level.standing import STATES
from baken.web.deciding import DecisionForm


class AssessForm(DecisionForm):
    """Where a criterion stands, since when, who found so, and where that can be seen."""

    looked_at = forms.IntegerField(widget=forms.HiddenInput, required=False)
    state = one_of(gettext_lazy("Voldoet uw organisatie hieraan?"), STATES)
    evidence = line(
        gettext_lazy("Waar is dat te zien?"),
        gettext_lazy(
            "Een besluit, verslag of adres. Zonder dit staat er: nog niet aangetoond. Schrijf niets over een persoon."
        ),
        limit=300,
        required=False,
    )
    on = day(gettext_lazy("Op welke dag is dit bekeken?"))
    by = post(gettext_lazy("Wie heeft dit bekeken?"))
    note = prose(
        gettext_lazy("Wat is er nog meer over te zeggen?"),
        gettext_lazy("Bijvoorbeeld wat er nog mist. Schrijf niets over een persoon."),
        limit=600,
        required=False,
    )

    def clean_on(self) -> date:
        """Refuse a day that has not been."""
        return been(self.cleaned_data["on"])


class FollowUpForm(DecisionForm):
    """The action that a criterion leads to: filled in from it, but for who does it and by when."""

    title = line(gettext_lazy("Wat moet er bereikt worden?"), limit=200)
    what = prose(gettext_lazy("Wat gaat u daarvoor doen?"), limit=1000, required=False)
    owner = post(gettext_lazy("Wie zorgt ervoor?"), A_POST)
    ready_on = day(
        gettext_lazy("Wanneer is het klaar?"),
        gettext_lazy("Laat leeg als het altijd doorgaat."),
        required=False,
    )

    def clean_ready_on(self) -> date | None:
        """Refuse a day that is over."""
        on = self.cleaned_data["ready_on"]
        return coming(on) if on else None


def told(form: FollowUpForm, because: str) -> dict[str, Any]:
    """Return what the programme is told of the action."""
    given = form.cleaned_data
    return {
        "title": given["title"],
        "what": given["what"],
        "owner": given["owner"],
        "ready": "date" if given["ready_on"] else "ongoing",
        "ready_on": given["ready_on"],
        "because": _("Basisniveau: %(name)s") % {"name": because[:_ROOM]},
    }


_ROOM = 180
