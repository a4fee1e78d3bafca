"""What one chooses before the route sheet is made, and what one writes down about a contact at a partner."""

from typing import Any

from django import forms
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from baken.core.policy.bundle import Bundle
from baken.policy.sheet.words import AUDIENCES, HINTS, LANGUAGES
from baken.web.choices import Choice
from baken.web.fields import Line, said


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


class ContactForm(forms.Form):
    """Somebody at a partner. A telephone number or an address is needed: without one nobody is reached."""

    use_required_attribute = False
    partner = forms.ChoiceField(
        label=_("Bij welke partner?"),
        error_messages={
            "required": _("Kies een partner."),
            "invalid_choice": _("Deze partner staat niet in het beleid. Kies een andere."),
        },
    )
    name = Line(
        label=_("Naam, of de naam van een afdeling"),
        required=True,
        limit=120,
        error_messages={"required": _("Vul een naam in, of de naam van een afdeling.")},
    )
    task = Line(label=_("Functie"), limit=120)
    phone = Line(label=_("Telefoonnummer van het werk"), limit=40)
    email = Line(label=_("E-mailadres van het werk"), limit=254)

    def __init__(self, *args: Any, bundle: Bundle, **options: Any) -> None:
        super().__init__(*args, **options)
        partners = [(one.id, said(one.name)) for one in bundle.partner_list]
        chosen: Any = self.fields["partner"]
        chosen.choices = [("", _("Kies een partner")), *sorted(partners, key=lambda pair: pair[1].casefold())]

    def clean_phone(self) -> str:
        """Return the number; letters are none."""
        phone: str = self.cleaned_data["phone"]
        if phone and (not any(sign.isdigit() for sign in phone) or any(sign.isalpha() for sign in phone)):
            raise forms.ValidationError(_("Dit is geen telefoonnummer. Schrijf cijfers, zoals 088-1234567."))
        return phone

    def clean_email(self) -> str:
        """Return the address, where it is one."""
        email: str = self.cleaned_data["email"]
        if email:
            EmailValidator(_("Dit is geen e-mailadres. Een adres heeft een @ en een punt."))(email)
        return email

    def clean(self) -> dict[str, Any]:
        """Ask for a way to reach this contact."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        wrong = {"phone", "email"} & set(self.errors)
        if not wrong and not told.get("phone") and not told.get("email"):
            self.add_error("phone", _("Vul een telefoonnummer of een e-mailadres in."))
        return told
