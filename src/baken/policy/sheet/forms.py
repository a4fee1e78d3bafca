"""What one chooses before the route sheet is made: for whom, and in which language."""

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.policy.sheet.words import AUDIENCES, HINTS, LANGUAGES
from baken.web.choices import Choice
from baken.web.fields import said


def _audiences() -> list[tuple[str, Choice]]:
    return [(id_, Choice(said(name), hint=said(HINTS[id_]))) for id_, name in AUDIENCES.items()]


def _languages() -> list[tuple[str, str]]:
    return [(id_, said(name)) for id_, name in LANGUAGES.items()]


class SheetForm(forms.Form):
    """Both are chosen anew each time; nothing is kept."""

    use_required_attribute = False
    audience = forms.ChoiceField(
        label=_("Voor wie is het blad?"),
        choices=_audiences,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies voor wie het blad is."),
            "invalid_choice": _("Kies voor wie het blad is."),
        },
    )
    language = forms.ChoiceField(
        label=_("In welke taal?"),
        choices=_languages,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een taal."), "invalid_choice": _("Kies een taal.")},
    )
