"""What is asked about meetings. Posts, teams and organisations: no names, nothing about a signal or a person."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.clock import now
from baken.core.vocabulary.text import Text
from baken.programme.common import asking
from baken.programme.meetings import owing
from baken.web.choices import Choice
from baken.web.deciding import DecisionForm

MOST_WHO = 40
NOTHING_ABOUT = gettext_lazy(
    "Schrijf niets over een persoon of een signaal: die bespreekt u aan een andere tafel."
)
WHO_HELP = gettext_lazy("Eén per regel. Functies, teams en organisaties, geen namen van personen.")
_LONGEST_WHO, _MOST_MINUTES = 120, 480


def rhythms() -> dict[str, Text]:
    """Return the meetings that the policy in force names."""
    return {one.id: one.name for one in owing.rhythms(now())}


def who_of(form: forms.Form, name: str) -> list[str]:
    """Return who was named, each once, a line each."""
    found = list(dict.fromkeys(filter(None, map(str.strip, form.cleaned_data[name].split("\n")))))
    if len(found) > MOST_WHO or any(len(one) > _LONGEST_WHO for one in found):
        raise ValidationError(_("Schrijf elke functie, team of organisatie kort op een eigen regel."))
    return found


class Editing(DecisionForm):
    """A form that knows which version its sender looked at."""

    looked_at = forms.IntegerField(widget=forms.HiddenInput, required=False)


class MeetingForm(Editing):
    """When a meeting is, what it is called, where, and who comes."""

    rhythm = asking.one_of(
        gettext_lazy("Welk overleg uit het beleid is dit?"),
        rhythms,
        gettext_lazy("Laat leeg als het er niet bij staat."),
        required=False,
    )
    name = asking.line(gettext_lazy("Hoe heet het overleg?"), limit=160)
    on = asking.day(gettext_lazy("Op welke dag is het?"))
    been = forms.BooleanField(
        label=gettext_lazy("Dit overleg is al geweest"),
        help_text=gettext_lazy("Kruis dit aan als u een overleg achteraf vastlegt."),
        required=False,
    )
    begins = forms.TimeField(
        label=gettext_lazy("Hoe laat begint het?"),
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": gettext_lazy("Schrijf een tijd als 14:30.")},
    )
    ends = forms.TimeField(
        label=gettext_lazy("Hoe laat is het klaar?"),
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": gettext_lazy("Schrijf een tijd als 14:30.")},
    )
    place = asking.line(
        gettext_lazy("Waar is het?"),
        gettext_lazy("Een kamer, gebouw of ‘online’. Zet hier geen link waarmee iemand binnenkomt."),
        limit=160,
        required=False,
    )
    who = asking.prose(gettext_lazy("Wie zijn erbij?"), WHO_HELP, limit=3000, rows=5)
    owner = asking.post(gettext_lazy("Wie regelt het overleg?"))

    def clean_who(self) -> list[str]:
        """Return who comes, a line each."""
        return who_of(self, "who")

    def clean(self) -> dict[str, Any]:
        """Refuse a day in the past for a plan, and an end before the beginning."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        on, begins, ends = given.get("on"), given.get("begins"), given.get("ends")
        if on is not None and not (self.initial.get("known") and on == self.initial.get("on")):
            try:
                (asking.been if given.get("been") else asking.coming)(on)
            except ValidationError as wrong:
                self.add_error("on", wrong)
        if ends and not begins and "begins" not in self.errors:
            self.add_error("begins", _("Vul ook in hoe laat het begint."))
        if begins and ends and ends <= begins:
            self.add_error("ends", _("Dit is niet later dan het begin."))
        return given


class DropForm(DecisionForm):
    """That a meeting does not take place, and why."""

    why = asking.line(gettext_lazy("Waarom gaat het overleg niet door?"), limit=300)


class TickForm(DecisionForm):
    """What of all that is open comes on the agenda."""

    items = forms.MultipleChoiceField(
        label=gettext_lazy("Wat komt er op de agenda?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Kies er een of meer."),
            "invalid_choice": gettext_lazy("Deze lijst veranderde intussen. Kijk nog eens en kies opnieuw."),
        },
    )

    def __init__(self, *args: Any, proposals: list[tuple[str, Choice]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["items"]
        field.choices = proposals


class ItemForm(Editing):
    """One item of the agenda."""

    words = asking.prose(gettext_lazy("Wat bespreekt u?"), NOTHING_ABOUT, rows=2)
    place = asking.number(gettext_lazy("Welke plek op de agenda?"), least=1, most=99)
    minutes = asking.number(gettext_lazy("Hoeveel minuten?"), least=1, most=_MOST_MINUTES, required=False)


class DecisionLine(Editing):
    """One decision in the minutes."""

    words = asking.prose(gettext_lazy("Wat is er besloten?"), NOTHING_ABOUT, limit=400)


class ActionLine(Editing):
    """One action in the minutes: what, who and by when."""

    words = asking.prose(gettext_lazy("Wat gaat er gebeuren?"), NOTHING_ABOUT, limit=400)
    owner = asking.post(gettext_lazy("Wie doet dit?"))
    due = asking.day(gettext_lazy("Uiterlijk op welke dag is het klaar?"))

    def clean_due(self) -> date:
        """Refuse a day too far away to be meant."""
        return asking.not_too_far(self.cleaned_data["due"])


class LayDownForm(DecisionForm):
    """Who was there, and that the minutes are as they should be."""

    present = asking.prose(gettext_lazy("Wie waren erbij?"), WHO_HELP, limit=3000, rows=5)

    def clean_present(self) -> list[str]:
        """Return who was there, a line each."""
        return who_of(self, "present")


class DoneForm(DecisionForm):
    """That an action is done, and where one sees that."""

    on = asking.day(gettext_lazy("Op welke dag was het klaar?"))
    how = asking.line(
        gettext_lazy("Wat is er gedaan, of waar is dat te zien?"), NOTHING_ABOUT, limit=300, required=False
    )

    def clean_on(self) -> date:
        """Refuse a day that has not been."""
        return asking.been(self.cleaned_data["on"])
