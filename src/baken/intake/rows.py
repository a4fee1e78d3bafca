"""Repeated rows of a form (people, organisations, addresses) that grow without JavaScript and lose nothing.

How many rows there are follows from the names of the fields that were sent, so that no counter can be wrong.
"""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from baken.core.vocabulary.text import Text
from baken.intake.choices import capacities, organisation_capacities
from baken.intake.dates import impossible_day
from baken.web.fields import Line, Prose, said

NO_SUCH_DAY = Text(
    "De dag {day} bestaat niet. Schrijf dag-maand-jaar, of gewoon in woorden.",
    "The day {day} does not exist. Write day-month-year, or simply in words.",
)
Data = QueryDict | MultiValueDict[str, str]


class Day(Line):
    """A day, a period or an age, in words or figures; only a day that no calendar has is refused."""

    def clean(self, value: Any) -> str:
        """Return the text, unless it holds a day that does not exist."""
        text = super().clean(value)
        if day := impossible_day(text):
            raise forms.ValidationError(said(NO_SUCH_DAY, day=day), code="no_such_day")
        return text


class RowForm(forms.Form):
    """One row. What is left empty counts as not there."""

    mark_required = True
    use_required_attribute = False

    @property
    def told(self) -> dict[str, str]:
        """What was filled in, or nothing at all."""
        filled: dict[str, str] = self.cleaned_data
        return filled if any(filled.values()) else {}


class PersonForm(RowForm):
    """Somebody who is involved."""

    name = Line(label=_("Naam, bijnaam of omschrijving"))
    capacity = forms.ChoiceField(
        label=_("Wat is de rol van deze persoon, denkt u?"), choices=capacities, required=False
    )
    birth = Day(label=_("Leeftijd of geboortedatum"), limit=60)
    note = Prose(label=_("Wat moeten wij nog weten over deze persoon?"), limit=1000, rows=2)


class OrganisationForm(RowForm):
    """An organisation that is involved."""

    name = Line(label=_("Naam van het bedrijf of de organisatie"))
    capacity = forms.ChoiceField(
        label=_("Wat is de rol, denkt u?"), choices=organisation_capacities, required=False
    )
    note = Prose(label=_("Wat moeten wij hier nog over weten?"), limit=1000, rows=2)


class AddressForm(RowForm):
    """An address that is involved."""

    street = Line(label=_("Straat"))
    number = Line(label=_("Huisnummer"), limit=20)
    postcode = Line(label=_("Postcode"), limit=20)
    town = Line(label=_("Plaats"))
    note = Prose(label=_("Wat is daar gezien of gebeurd?"), limit=1000, rows=2)


class Rows:
    """All rows of one kind. Always at least one, so that there is something to fill in."""

    def __init__(
        self, kind: type[RowForm], prefix: str, *, most: int, data: Data | None, bound: bool
    ) -> None:
        self.prefix, self.most = prefix, most
        sent = _sent(prefix, data) if data is not None else 0
        self.too_many = sent > most
        count = min(max(sent, 1), most)
        self.forms = [_row(kind, f"{prefix}-{at}", data if bound else None, data) for at in range(count)]
        self._kind = kind

    def __iter__(self) -> Iterator[RowForm]:
        return iter(self.forms)

    @property
    def full(self) -> bool:
        """Whether no row can be added."""
        return len(self.forms) >= self.most

    @property
    def touched(self) -> bool:
        """Whether something was filled in or is wrong, so that the part of the page must be open."""
        return len(self.forms) > 1 or any(
            bound.value() or bound.errors for row in self.forms for bound in row
        )

    def add(self) -> None:
        """Put one empty row at the end, unless there is no room."""
        if not self.full:
            self.forms.append(self._kind(prefix=f"{self.prefix}-{len(self.forms)}"))

    @property
    def told(self) -> list[dict[str, str]]:
        """What was filled in, row by row; empty rows left out."""
        return [row.told for row in self.forms if row.told]


def kept(form: type[forms.Form], data: Data, prefix: str = "") -> dict[str, Any]:
    """Return what was sent for this form, to show it again without judging it."""
    initial: dict[str, Any] = {}
    for name, field in form.base_fields.items():
        key = f"{prefix}-{name}" if prefix else name
        value: Any = data.getlist(key) if isinstance(field, forms.MultipleChoiceField) else data.get(key)
        if isinstance(field, forms.BooleanField):
            value = key in data
        if value is not None:
            initial[name] = field.bound_data(value, None) if isinstance(value, str) else value
    return initial


def _row(kind: type[RowForm], prefix: str, data: Data | None, shown: Data | None) -> RowForm:
    if data is not None:
        return kind(data, prefix=prefix)
    return kind(prefix=prefix, initial=kept(kind, shown, prefix) if shown is not None else {})


def _sent(prefix: str, data: Data) -> int:
    """Return how many rows were sent; a number beyond all reason counts as a thousand."""
    named = re.compile(rf"{re.escape(prefix)}-(\d{{1,3}})-")
    return max((int(found.group(1)) + 1 for found in map(named.match, data) if found), default=0)
