"""The form for a paper that was signed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.web.deciding import DecisionForm
from baken.web.widgets import DateInput
from baken.web.years import THINKABLE


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=DateInput,
        validators=THINKABLE,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": _("Schrijf dit als 22-11-2026.")},
    )


class PaperForm(DecisionForm):
    """Where the paper lies, which version, and when it is looked at again. No paper is copied into Baken."""

    reference = forms.CharField(
        label=_("Kenmerk"),
        max_length=120,
        help_text=_(
            "Het nummer in het zaaksysteem, zodat iedereen het stuk kan vinden. Geen namen van mensen."
        ),
    )
    version = forms.CharField(label=_("Versie"), max_length=40)
    signed_on = _day(_("Ondertekend op"))
    review_on = _day(_("Opnieuw bekijken voor"), _("Uiterlijk vijf jaar na de ondertekening."))
