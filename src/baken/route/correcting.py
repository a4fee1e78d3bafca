"""The form that puts an account right: the whole account again, beside the former one (V26)."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.core.vocabulary.wording import CAPACITY
from baken.web.acting import choices_from, words_field
from baken.web.asking import CarefulForm
from baken.web.fields import Line


def _short(label: Any, help_text: Any = "") -> Line:
    return Line(label=label, help_text=help_text)


class PersonForm(forms.Form):
    """Somebody who is involved, and in which capacity (DATA-02)."""

    name = _short(gettext_lazy("Naam of omschrijving"))
    capacity = forms.ChoiceField(label=gettext_lazy("Hoedanigheid"), required=False)
    birth = _short(gettext_lazy("Geboortedatum of leeftijd"), gettext_lazy("Alleen als dat nodig is."))
    note = _short(gettext_lazy("Toelichting"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["capacity"].choices = choices_from(CAPACITY)  # type: ignore[attr-defined]
        self.fields["capacity"].initial = "unknown"


class OrganisationForm(forms.Form):
    """An organisation that is involved."""

    name = _short(gettext_lazy("Naam"))
    capacity = _short(gettext_lazy("Wat doet die organisatie hierin?"))
    note = _short(gettext_lazy("Toelichting"))


class AddressForm(forms.Form):
    """An address that is involved."""

    street = _short(gettext_lazy("Straat"))
    number = _short(gettext_lazy("Huisnummer"))
    postcode = _short(gettext_lazy("Postcode"))
    town = _short(gettext_lazy("Plaats"))
    note = _short(gettext_lazy("Toelichting"))


ROWS: Mapping[str, type[forms.Form]] = {
    "persons": PersonForm,
    "organisations": OrganisationForm,
    "addresses": AddressForm,
}
ROWS_MAX = 50


class CorrectForm(CarefulForm):
    """The account as it should read, with its people, organisations and addresses, and why it changes."""

    happened = words_field(gettext_lazy("Wat is er gebeurd?"), rows=8)
    seen = words_field(gettext_lazy("Wat is zelf gezien?"), required=False, rows=3)
    heard = words_field(gettext_lazy("Wat is zelf gehoord?"), required=False, rows=3)
    told = words_field(gettext_lazy("Wat vertelde iemand anders?"), required=False, rows=3)
    when = _short(gettext_lazy("Wanneer?"))
    where = _short(gettext_lazy("Waar?"))
    thinks = words_field(gettext_lazy("Wat denkt de melder zelf?"), required=False, rows=3)
    reason = words_field(gettext_lazy("Wat klopte niet, en hoe weet u dat?"), rows=4)

    WORDS = ("happened", "seen", "heard", "told", "when", "where", "thinks")

    def __init__(self, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        initial = dict(options.get("initial") or {})
        super().__init__(data, **options)
        self.rows = {
            name: forms.formset_factory(kind, extra=1, max_num=ROWS_MAX, absolute_max=ROWS_MAX)(
                self.data if self.is_bound else None, prefix=name, initial=initial.get(name) or []
            )
            for name, kind in ROWS.items()
        }

    def clean(self) -> dict[str, Any]:
        """The rows are checked with the rest; an error in one is told on top of the page."""
        for name, formset in self.rows.items():
            if not formset.is_valid():
                self.add_error(None, _("Kijk de gegevens na bij: {part}.").format(part=_ROW_NAMES[name]))
        return super().clean() or self.cleaned_data

    @property
    def content(self) -> dict[str, Any]:
        """The whole account as the vault keeps it; empty rows fall away."""
        words = {name: self.cleaned_data[name] for name in self.WORDS}
        return {**words, **{name: list(self._filled(name)) for name in ROWS}}

    def _filled(self, name: str) -> Iterator[dict[str, str]]:
        for form in self.rows[name]:
            row = {key: form.cleaned_data.get(key, "") for key in form.fields}
            if any(value for key, value in row.items() if key != "capacity" or name != "persons"):
                yield row


_ROW_NAMES = {
    "persons": gettext_lazy("personen"),
    "organisations": gettext_lazy("organisaties"),
    "addresses": gettext_lazy("adressen"),
}
