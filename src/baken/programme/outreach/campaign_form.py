"""What is asked about a campaign: audience, message, channels, period, who joins in, and the action it belongs to."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.core.vocabulary import outreach
from baken.programme.common import asking
from baken.programme.outreach.forms import Editing, audiences

MOST_JOINED = 40
_LONGEST_NAME = 120
DATES = ("from_date", "until_date")


class CampaignForm(Editing):
    """A campaign (COMM-09). A day that has passed is refused, unless it stood there or the campaign has been."""

    name = asking.line(gettext_lazy("Hoe heet de campagne?"), limit=160)
    audiences = asking.several(gettext_lazy("Voor wie is de campagne?"), audiences)
    whom = asking.line(
        gettext_lazy("Voor wie nog meer?"),
        gettext_lazy("Een groep, bijvoorbeeld: ondernemers op het bedrijventerrein."),
        required=False,
    )
    message = asking.prose(gettext_lazy("Wat is de boodschap?"), limit=600, rows=4)
    channels = asking.several(gettext_lazy("Via welke kanalen?"), outreach.CHANNELS, required=True)
    from_date = asking.day(gettext_lazy("Wat is de eerste dag?"))
    until_date = asking.day(gettext_lazy("Wat is de laatste dag?"))
    been = forms.BooleanField(
        label=gettext_lazy("Deze campagne is al begonnen of geweest"),
        help_text=gettext_lazy("Kruis dit aan als u een campagne achteraf vastlegt."),
        required=False,
    )
    joint = asking.prose(
        gettext_lazy("Welke gemeenten of organisaties doen mee?"),
        gettext_lazy("Eén per regel. Namen van organisaties, niet van personen."),
        limit=2000,
        required=False,
    )
    owner = asking.post(gettext_lazy("Wie trekt de campagne?"))
    action = forms.ChoiceField(
        label=gettext_lazy("Bij welke actie van het programma hoort dit?"),
        help_text=gettext_lazy("Laat leeg als het bij geen actie hoort."),
        required=False,
        widget=forms.Select,
    )

    def __init__(self, *args: Any, actions: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["action"]
        field.choices = [("", ""), *actions]

    def clean_joint(self) -> list[str]:
        """Return each organisation once."""
        names = list(dict.fromkeys(filter(None, map(str.strip, self.cleaned_data["joint"].split("\n")))))
        if len(names) > MOST_JOINED:
            raise forms.ValidationError(_("Dit zijn er te veel. Noem liever de regio."))
        if any(len(name) > _LONGEST_NAME for name in names):
            raise forms.ValidationError(_("Schrijf elke organisatie op een eigen regel."))
        return names

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning, days in the past for a plan, and a campaign for nobody."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        self._check_days(given)
        if not given.get("audiences") and not given.get("whom") and "whom" not in self.errors:
            self.add_error("whom", _("Kies hierboven een groep, of schrijf hier voor wie het is."))
        return given

    def _check_days(self, given: dict[str, Any]) -> None:
        first, last = (given.get(name) for name in DATES)
        for name, on in zip(DATES, (first, last), strict=True):
            if on is None or on == self.initial_day(name):
                continue
            try:
                (asking.not_too_far if given.get("been") else asking.coming)(on)
            except forms.ValidationError as wrong:
                self.add_error(name, wrong)
        if first and last and last < first:
            self.add_error("until_date", _("Deze dag ligt voor de eerste dag."))

    def initial_day(self, name: str) -> date | None:
        """Return the day that stood there, where a campaign is changed."""
        return self.initial.get(name) if self.initial.get("known") else None
