"""What is asked about hours. Nothing here is about a person or a signal, and the forms say so."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.clock import now
from baken.core.vocabulary import hours
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.reference import reference_in
from baken.core.vocabulary.text import Text
from baken.programme.hours.actions import first_day
from baken.web.deciding import DecisionForm
from baken.web.fields import Line, said
from baken.web.widgets import DateInput

THEN = "work"
MOST_HOURS = 5000


class Length(Line):
    """A length of time, however it is written; in minutes."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(
            limit=40,
            required=True,
            error_messages={"required": gettext_lazy("Vul in hoeveel tijd het kostte, zoals 20 min.")},
            **rest,
        )

    def clean(self, value: Any) -> Any:
        """Return the minutes, or say how time is written."""
        written = super().clean(value)
        found = hours.minutes(written)
        if found is None:
            raise ValidationError(
                _("Dit is geen tijdsduur. Schrijf 20 of 20 min, 1u30 of 1:30, of 0,5 uur."), code="length"
            )
        if found < 1:
            raise ValidationError(_("Vul ten minste 1 minuut in."), code="least")
        if found > hours.MOST_MINUTES:
            raise ValidationError(
                _("Dit is meer dan er in een dag past. Schrijf het per dag op."), code="most"
            )
        return found


class QuickForm(DecisionForm):
    """Time for a signal, from the work list: how long, and no more than that."""

    time = Length(label=gettext_lazy("Hoeveel tijd kostte het werk aan signalen?"))
    kind = forms.CharField(widget=forms.HiddenInput)
    then = forms.CharField(widget=forms.HiddenInput)


class BookForm(DecisionForm):
    """How long, on what kind of work, on which day, and perhaps a few words."""

    then = forms.CharField(widget=forms.HiddenInput, required=False)
    time = Length(
        label=gettext_lazy("Hoeveel tijd?"),
        help_text=gettext_lazy("Bijvoorbeeld 20 min, 1u30 of 0,5 uur. Een getal alleen telt als minuten."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Waaraan?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies waaraan u de tijd besteedde."),
            "invalid_choice": gettext_lazy("Kies waaraan u de tijd besteedde."),
        },
    )
    on = forms.DateField(
        label=gettext_lazy("Op welke dag?"),
        help_text=gettext_lazy("Laat leeg voor vandaag."),
        required=False,
        widget=DateInput,
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
        error_messages={"invalid": gettext_lazy("Schrijf dit als 22-11-2026.")},
    )
    words = Line(
        label=gettext_lazy("Een paar woorden voor uzelf"),
        help_text=gettext_lazy(
            "Alleen u leest dit terug. Schrijf niets over een persoon, en geen kenmerk van een signaal."
        ),
        limit=80,
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, kinds: Mapping[str, Text], **options: Any
    ) -> None:
        super().__init__(data, **options)
        field: Any = self.fields["kind"]
        field.choices = [(id_, capfirst(said(name))) for id_, name in kinds.items()]

    def clean_on(self) -> date:
        """Take today where nothing was said; refuse a day that has not been, or that was too long ago."""
        today = civil_date(now())
        on: date = self.cleaned_data.get("on") or today
        if on > today:
            raise ValidationError(_("Deze dag is nog niet geweest."))
        if on < first_day(today):
            raise ValidationError(_("Uren schrijven kan tot en met vorig jaar. Klopt het jaartal?"))
        return on

    def clean_words(self) -> str:
        """Refuse the reference of a signal: hours lead to nobody's signal (FIN-05)."""
        words: str = self.cleaned_data["words"]
        if reference_in(words) is not None:
            raise ValidationError(
                _(
                    "Hierin lijkt het kenmerk van een signaal te staan. Haal het weg: uren staan los van signalen."
                )
            )
        return words


class ReserveForm(DecisionForm):
    """How many hours are reserved for a year, and why."""

    hours = forms.IntegerField(
        label=gettext_lazy("Hoeveel uren in dit jaar?"),
        min_value=0,
        max_value=MOST_HOURS,
        error_messages={
            "required": gettext_lazy("Vul een aantal uren in."),
            "invalid": gettext_lazy("Vul een heel getal in, zoals 60."),
            "min_value": gettext_lazy("Vul 0 of meer in."),
            "max_value": gettext_lazy("Dit is meer dan 5000 uur. Klopt het getal?"),
        },
    )
    reason = Line(
        label=gettext_lazy("Waarom dit aantal?"),
        help_text=gettext_lazy("Bijvoorbeeld een besluit met zijn dag. Schrijf niets over een persoon."),
        limit=300,
        required=True,
        error_messages={"required": gettext_lazy("Schrijf in een paar woorden waarom.")},
    )
