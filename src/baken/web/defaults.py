"""What a form says where a room gives no words of its own: what to do, instead of which rule was broken."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_SAID: dict[type[forms.Field], dict[str, Any]] = {
    forms.Field: {"required": _("Vul dit in.")},
    forms.ChoiceField: {"required": _("Kies een antwoord.")},
    forms.DateField: {"required": _("Vul een dag in."), "invalid": _("Schrijf dit als 22-11-2026.")},
    forms.IntegerField: {"invalid": _("Vul een heel getal in.")},
    forms.FileField: {"required": _("Kies een bestand.")},
}


def say_what_to_do() -> None:
    """Give every field of Django words that say what to do; a field with words of its own keeps those."""
    for kind, words in _SAID.items():
        kind.default_error_messages = {**kind.default_error_messages, **words}
