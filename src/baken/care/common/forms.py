"""Fields and the form that every part of care asks with. What is written about a client lies in its vault."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.core.vocabulary.text import Text
from baken.web.acting import choices_from
from baken.web.deciding import DecisionForm
from baken.web.fields import Prose
from baken.web.widgets import DateInput

POLICE = "police"


class CareForm(DecisionForm):
    """A form about a client. Where it takes prose, it asks whether that holds police data (V4)."""

    police = forms.ChoiceField(
        label=gettext_lazy("Staat hierin informatie van de politie?"),
        help_text=gettext_lazy(
            "Wat de persoon zelf vertelt, ook over de politie, is geen politie-informatie."
        ),
        choices=[("no", gettext_lazy("Nee")), ("yes", gettext_lazy("Ja"))],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies ja of nee.")},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        asked = self.fields.pop(POLICE)
        prose = self._prose
        asked.required = any(field.required for field in prose.values())
        if prose:
            self.fields[POLICE] = asked

    @property
    def _prose(self) -> dict[str, Prose]:
        return {name: field for name, field in self.fields.items() if isinstance(field, Prose)}

    def clean(self) -> dict[str, Any]:
        """Refuse police data before anything is stored; what was typed stays on the page."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get(POLICE) == "yes":
            self.add_error(
                POLICE,
                _("Er is niets opgeslagen. Haal wat van de politie komt uit de tekst en kies nee."),
            )
        elif POLICE not in self.errors and not given.get(POLICE) and any(map(given.get, self._prose)):
            self.add_error(POLICE, _("Kies ja of nee."))
        return given

    def told(self, *names: str) -> dict[str, str]:
        """Return what was written in these fields, as one record of the vault; nothing where all are empty."""
        found = {name: _plain(self.cleaned_data.get(name)) for name in names}
        if not any(found.values()):
            return {}
        asked = self.cleaned_data.get(POLICE)
        return {**found, **({POLICE: asked} if asked else {})}


Words = Mapping[str, Text]


def one_of(
    label: Any,
    words: Words | Callable[[], Words],
    help_text: Any = "",
    *,
    required: bool = True,
    initial: str = "",
) -> forms.ChoiceField:
    """Return a choice from a closed list, in the language of the reader; a long list, or one of the policy, folds."""
    folds = callable(words) or len(words) > _FEW
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        required=required,
        initial=initial or None,
        widget=forms.Select if folds else forms.RadioSelect,
        choices=lambda: [("", "")] * folds + choices_from(words() if callable(words) else words),
        error_messages={"required": gettext_lazy("Kies een antwoord.")},
    )


def day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """Return a day that somebody can mean, however it is written: also that of the birth of an old person."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=DateInput,
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
        validators=[MinValueValidator(_FIRST, _WRONG_YEAR), MaxValueValidator(_LAST, _WRONG_YEAR)],
        error_messages={"invalid": gettext_lazy("Schrijf dit als 22-11-2026.")},
    )


_FEW = 8
_FIRST, _LAST = date(1900, 1, 1), date(2999, 12, 31)
_WRONG_YEAR = gettext_lazy("Deze dag is te lang geleden of te ver weg. Klopt het jaartal?")


def _plain(value: Any) -> str:
    return "" if value is None else str(value)
