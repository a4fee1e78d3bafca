"""Fields that the parts of the programme ask with. Nothing here is about a person, and every text field says so."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.web.acting import choices_from
from baken.web.fields import Line, Prose
from baken.web.widgets import DateInput

Words = Mapping[str, Text]
NO_PERSON = gettext_lazy("Schrijf niets over een persoon.")
A_POST = gettext_lazy("Een functie, team of organisatie. Geen naam van een persoon.")
FIRST_YEAR, YEARS_AHEAD = 2000, 12
_FEW = 8


def day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """Return a day, however it is written."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=DateInput,
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
        error_messages={
            "required": gettext_lazy("Vul een dag in."),
            "invalid": gettext_lazy("Deze dag bestaat niet. Schrijf een dag als 22-11-2026."),
        },
    )


def one_of(
    label: Any,
    words: Words | Callable[[], Words],
    help_text: Any = "",
    *,
    required: bool = True,
) -> forms.ChoiceField:
    """Return a choice from a closed list, in the language of the reader; a long list, or one of the policy, folds."""
    folds = callable(words) or len(words) > _FEW
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.Select if folds else forms.RadioSelect,
        choices=lambda: [("", "")] * folds + choices_from(words() if callable(words) else words),
        error_messages={"required": gettext_lazy("Kies een antwoord.")},
    )


def several(
    label: Any, words: Words | Callable[[], Words], help_text: Any = "", *, required: bool = False
) -> forms.MultipleChoiceField:
    """Return a choice of any number from a closed list."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: choices_from(words() if callable(words) else words),
        error_messages={"required": gettext_lazy("Kies er een of meer.")},
    )


def line(label: Any, help_text: Any = NO_PERSON, *, limit: int = 200, required: bool = True) -> Line:
    """Return one line of text."""
    return Line(
        label=label,
        help_text=help_text,
        limit=limit,
        required=required,
        error_messages={"required": gettext_lazy("Vul dit in.")},
    )


def prose(
    label: Any, help_text: Any = NO_PERSON, *, limit: int = 300, rows: int = 3, required: bool = True
) -> Prose:
    """Return a few sentences of text."""
    return Prose(
        label=label,
        help_text=help_text,
        limit=limit,
        rows=rows,
        required=required,
        error_messages={"required": gettext_lazy("Schrijf hier een of twee zinnen.")},
    )


def post(label: Any, help_text: Any = A_POST, *, required: bool = True) -> Line:
    """Return who does it: a post, team or organisation."""
    return line(label, help_text, limit=120, required=required)


def number(
    label: Any, help_text: Any = "", *, least: int = 0, most: int, required: bool = True
) -> forms.IntegerField:
    """Return a whole number that is not below `least`."""
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=required,
        min_value=least,
        max_value=most,
        error_messages={
            "required": gettext_lazy("Vul een getal in."),
            "invalid": gettext_lazy("Vul een heel getal in, zoals 30."),
            "min_value": gettext_lazy("Vul %(limit_value)s of meer in."),
            "max_value": gettext_lazy("Dit is te veel. Vul %(limit_value)s of minder in."),
        },
    )


def been(on: date) -> date:
    """Refuse a day that has not been yet, or is too long ago to be right."""
    if on > civil_date(now()):
        raise ValidationError(_("Deze dag is nog niet geweest."))
    if on.year < FIRST_YEAR:
        raise ValidationError(_("Deze dag is te lang geleden. Klopt het jaartal?"))
    return on


def coming(on: date) -> date:
    """Refuse a day that is over, or too far away to be right."""
    today = civil_date(now())
    if on < today:
        raise ValidationError(_("Deze dag is al geweest."))
    return not_too_far(on)


def not_too_far(on: date) -> date:
    """Refuse a day too far away, on either side, to be right."""
    if not FIRST_YEAR <= on.year <= civil_date(now()).year + YEARS_AHEAD:
        raise ValidationError(_("Deze dag ligt te ver weg. Klopt het jaartal?"))
    return on
