"""The questions about retention."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.web.acting import words_field
from baken.web.deciding import DecisionForm
from baken.web.widgets import DateInput
from baken.web.years import THINKABLE


class HoldForm(DecisionForm):
    """Until when, and why."""

    until = forms.DateField(
        label=_("Tot en met welke dag?"),
        help_text=_("Hoogstens twee jaar. Daarna loopt de termijn vanzelf weer."),
        widget=DateInput,
        validators=THINKABLE,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={
            "required": _("Kies een dag. Tegenhouden heeft altijd een einde."),
            "invalid": _("Schrijf dit als 22-11-2026."),
        },
    )
    reason: Any = words_field(_("Waarom mag het nog niet weg?"))


class EndForm(DecisionForm):
    """Why a hold ends."""

    reason: Any = words_field(_("Waarom hoeft het niet meer?"))
