"""The filters of the work list. They travel in the address, so they hold closed words only."""

from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.core.vocabulary.wording import STAGE, VALUE
from baken.web.acting import choices_from

MONTHS_BACK = 24


class ListFilter(forms.Form):
    """Open or closed, stage, form and month; what is not on a list counts as not asked."""

    stand = forms.ChoiceField(label=gettext_lazy("Open of afgesloten"), required=False)
    stap = forms.ChoiceField(label=gettext_lazy("Stand van zaken"), required=False)
    vorm = forms.ChoiceField(label=gettext_lazy("Vorm"), required=False)
    maand = forms.ChoiceField(label=gettext_lazy("Gemeld in"), required=False)
    mark_required = True

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        every = ("", _("Alles"))
        choices = {
            "stand": [("", _("Open")), ("dicht", _("Afgesloten")), ("alles", _("Alles"))],
            "stap": [every, *choices_from(STAGE)],
            "vorm": [every, *choices_from(VALUE["exploitation"]), ("geen", _("niet bekend"))],
            "maand": [every, *((f"{m:%Y-%m}", date_format(m, "F Y")) for m in _months(today))],
        }
        for name, given in choices.items():
            self.fields[name].choices = given  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """Return what was asked and exists."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


def _months(today: date) -> list[date]:
    first = today.year * 12 + today.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(first, first - MONTHS_BACK, -1)]
