"""What can be asked of the read log. What travels in the address is from closed lists; a reference is sent apart."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.core.vocabulary.actions import ACTIONS
from baken.core.vocabulary.moments import AMSTERDAM
from baken.trust.log.words import AT_THE_DOOR, DEED, OUTCOME, RESULT
from baken.web.acting import choices_from
from baken.web.fields import Line
from baken.web.widgets import DateInput
from baken.web.years import THINKABLE

LONGEST = timedelta(days=366)


class Filter(forms.Form):
    """Who, what, how it ended and when; what is not on a list counts as not asked."""

    van = forms.DateField(
        label=gettext_lazy("Eerste dag"), required=False, widget=DateInput, validators=THINKABLE
    )
    tot = forms.DateField(
        label=gettext_lazy("Laatste dag"), required=False, widget=DateInput, validators=THINKABLE
    )
    wie = forms.ChoiceField(label=gettext_lazy("Wie"), required=False)
    wat = forms.ChoiceField(label=gettext_lazy("Wat"), required=False)
    hoe = forms.ChoiceField(label=gettext_lazy("Hoe"), required=False)
    uitkomst = forms.ChoiceField(label=gettext_lazy("Uitkomst"), required=False)
    over = forms.UUIDField(required=False, widget=forms.HiddenInput)
    mark_required = True

    def __init__(self, *args: Any, members: dict[UUID, str], **options: Any) -> None:
        super().__init__(*args, **options)
        every = ("", _("Alles"))
        actions = {name: action.name for name, action in ACTIONS.items()} | dict(AT_THE_DOOR)
        choices = {
            "wie": [("", _("Iedereen")), *((str(id_), name) for id_, name in members.items())],
            "wat": [every, *sorted(choices_from(actions), key=lambda one: one[1])],
            "hoe": [every, *choices_from(DEED)],
            "uitkomst": [every, *choices_from(RESULT)],
        }
        for name, given in choices.items():
            self.fields[name].choices = given  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        """Return what was asked and exists."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class ReferenceForm(forms.Form):
    """The reference of a signal, notification or client file. It is sent in the body, never in an address."""

    use_required_attribute = False
    reference = Line(
        label=gettext_lazy("Kenmerk van een signaal, melding of cliëntdossier"),
        help_text=gettext_lazy("Zoals het in de lijst staat. Zoek niet op een naam: die staat hier nergens."),
        required=True,
        limit=40,
        error_messages={"required": gettext_lazy("Vul een kenmerk in.")},
    )


class LookForm(forms.Form):
    """How it ended: a word, nothing else."""

    use_required_attribute = False
    outcome = forms.ChoiceField(
        label=gettext_lazy("Wat vond u?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat u vond.")},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["outcome"].choices = choices_from(OUTCOME)  # type: ignore[attr-defined]


class ExportForm(forms.Form):
    """Which days, and for a person or for a program."""

    use_required_attribute = False
    van = forms.DateField(
        label=gettext_lazy("Eerste dag"),
        widget=DateInput,
        validators=THINKABLE,
        error_messages={"required": gettext_lazy("Kies de eerste dag.")},
    )
    tot = forms.DateField(
        label=gettext_lazy("Laatste dag"),
        widget=DateInput,
        validators=THINKABLE,
        error_messages={"required": gettext_lazy("Kies de laatste dag.")},
    )
    log = forms.ChoiceField(
        label=gettext_lazy("Welk logboek"),
        widget=forms.RadioSelect,
        choices=[
            ("read", gettext_lazy("Leeslogboek: wie zag wat, en waarom")),
            ("processing", gettext_lazy("Verwerkingenlogboek: wat is er met gegevens gedaan, zonder namen")),
        ],
        initial="read",
    )
    form = forms.ChoiceField(
        label=gettext_lazy("Soort bestand"),
        widget=forms.RadioSelect,
        choices=[
            ("csv", gettext_lazy("CSV, voor een rekenblad")),
            ("json", gettext_lazy("JSON, met de beschrijving van de velden en de zegels om na te rekenen")),
        ],
        initial="csv",
    )

    def clean(self) -> dict[str, Any]:
        """A period ends after it began, and is a year at most."""
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("van"), data.get("tot")
        if first and last and last < first:
            self.add_error("tot", _("De laatste dag ligt voor de eerste. Kies een latere dag."))
        elif first and last and last - first > LONGEST:
            self.add_error("tot", _("Dat is meer dan een jaar. Voer het in stukken uit."))
        return data


def moments(first: date | None, last: date | None) -> tuple[datetime | None, datetime | None]:
    """Return the moments between which a period of days lies, in Dutch time."""
    return _midnight(first), _midnight(last + timedelta(days=1)) if last and last < date.max else None


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), AMSTERDAM) if day else None
