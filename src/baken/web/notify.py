"""The offer of one mail, once there is an answer: on the receipt and on the page of the answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.mail import sending


class NotifyForm(forms.Form):
    """Where one mail may go. Left empty, an address that was given before is erased."""

    mark_required = False
    use_required_attribute = False
    address = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        max_length=254,
        help_text=_("Leeg laten mag: dan sturen wij geen mail, en wissen wij het adres dat u eerder gaf."),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"invalid": _("Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.")},
    )


def offer(code: str, form: NotifyForm | None = None) -> dict[str, Any]:
    """Return what `web/notify.html` draws; nothing where no mail is sent from here."""
    return {"code": code, "notify": form or NotifyForm()} if sending.possible() else {}
