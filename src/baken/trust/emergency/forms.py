"""What is asked before somebody gets access in an emergency."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from baken.tenancy.emergencies import HOURS, MOST_HOURS, REASONS
from baken.web.fields import Prose, said

_CHOICES = (1, 2, HOURS, 8, MOST_HOURS)


def _reasons() -> list[tuple[str, str]]:
    return [(code, said(words)) for code, words in REASONS.items()]


def _hours() -> list[tuple[str, str]]:
    return [(str(hours), gettext("%(hours)s uur") % {"hours": hours}) for hours in _CHOICES]


class EmergencyForm(forms.Form):
    """Why, and for how long. No word of a signal belongs in it: the data protection officer reads it."""

    use_required_attribute = False
    reason = forms.ChoiceField(
        label=_("Waarom is het nodig?"),
        choices=_reasons,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies waarom het nodig is."),
            "invalid_choice": _("Kies waarom het nodig is."),
        },
    )
    note = Prose(
        label=_("Wat is er aan de hand, zonder inhoud van een signaal?"),
        help_text=_(
            "De functionaris gegevensbescherming leest dit meteen. Schrijf geen namen, adressen of wat iemand "
            "vertelde. Wel bijvoorbeeld: de aandachtsfunctionaris is ziek en de politie belde terug."
        ),
        required=True,
        limit=500,
        rows=3,
        error_messages={"required": _("Schrijf in een of twee zinnen wat er aan de hand is.")},
    )
    hours = forms.TypedChoiceField(
        label=_("Hoe lang?"),
        help_text=_("Daarna stopt de toegang vanzelf. U kunt ook eerder stoppen."),
        choices=_hours,
        coerce=int,
        initial=str(HOURS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe lang."), "invalid_choice": _("Kies hoe lang.")},
    )
