"""What is asked of who logs in. Passwords and codes are never shown again."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from baken.tenancy.forms import Secret
from baken.tenancy.place_words import CODE


class Code(forms.CharField):
    """A code that is typed over; spaces and dashes do no harm."""

    def __init__(self, *, autocomplete: str = "off", digits: bool = False, **rest: Any) -> None:
        signs = {"autocomplete": autocomplete, "autocapitalize": "none", "spellcheck": "false"}
        if digits:
            signs["inputmode"] = "numeric"
        super().__init__(widget=forms.TextInput(attrs=signs), max_length=100, **rest)
        self.widget.attrs.pop("maxlength", None)


class AppCodeForm(forms.Form):
    """The six digits of the app."""

    code = Code(
        label=_("Code van zes cijfers"),
        help_text=_("De code staat in de app op uw telefoon en verandert elke halve minuut."),
        autocomplete="one-time-code",
        digits=True,
        error_messages={"required": _("Vul de code van zes cijfers in.")},
    )


class RecoveryForm(forms.Form):
    """One of the recovery codes."""

    code = Code(
        label=_("Herstelcode"),
        help_text=_("Een van de tien codes die u kreeg en bewaarde. Elke code werkt één keer."),
        error_messages={"required": _("Vul een herstelcode in.")},
    )


class PasskeyForm(forms.Form):
    """What the passkey answered, filled in by the page's script."""

    answer = forms.CharField(required=False, widget=forms.HiddenInput)


class NewPasskeyForm(PasskeyForm):
    """A name for a new passkey."""

    name = forms.CharField(
        label=_("Naam van deze passkey"),
        help_text=_("Zo herkent u hem later, bijvoorbeeld: werktelefoon."),
        max_length=60,
        error_messages={"required": _("Geef de passkey een naam.")},
    )


class ChoosePasswordForm(forms.Form):
    """A new password, twice."""

    password = Secret(
        label=_("Nieuw wachtwoord"),
        help_text=_("Minstens 12 tekens. Vier of vijf losse woorden zijn goed. Gebruik het nergens anders."),
        autocomplete="new-password",
        error_messages={"required": _("Kies een wachtwoord.")},
    )
    again = Secret(
        label=_("Hetzelfde wachtwoord nog een keer"),
        autocomplete="new-password",
        error_messages={"required": _("Vul het wachtwoord nog een keer in.")},
    )

    def clean_password(self) -> str:
        """Long enough, and not what everybody tries first."""
        password: str = self.cleaned_data["password"]
        try:
            validate_password(password)
        except ValidationError as weak:
            codes = {error.code for error in weak.error_list}
            if "password_too_short" in codes:
                why = gettext("Dit wachtwoord is te kort. Kies er een van minstens 12 tekens.")
            elif CODE in codes:
                why = gettext(
                    "Dit zijn vooral woorden van uw werk, zoals de naam van de gemeente. Die worden als eerste "
                    "geprobeerd. Kies woorden die niemand verwacht."
                )
            else:
                why = gettext(
                    "Veel mensen gebruiken dit wachtwoord, dus het wordt als eerste geprobeerd. Kies een ander."
                )
            raise ValidationError(why) from None
        return password

    def clean(self) -> dict[str, Any]:
        """The second must be the first."""
        given = super().clean() or {}
        if {"password", "again"} <= given.keys() and given["password"] != given["again"]:
            raise ValidationError({"again": _("Dit is een ander wachtwoord dan hierboven. Typ hetzelfde.")})
        return given


class InvitationForm(ChoosePasswordForm):
    """The code of an invitation, and a password."""

    code = Code(
        label=_("Code van uw uitnodiging"),
        help_text=_("U kreeg deze code van wie in uw organisatie de mensen beheert."),
        error_messages={"required": _("Vul de code van uw uitnodiging in.")},
    )
    field_order = ("code", "password", "again")


class ProveForm(forms.Form):
    """The password once more, and the app's code where there is an app."""

    password = Secret(
        label=_("Wachtwoord"),
        autocomplete="current-password",
        error_messages={"required": _("Vul uw wachtwoord in.")},
    )
    code = AppCodeForm.base_fields["code"]

    def __init__(self, *given: Any, app: bool, **rest: Any) -> None:
        super().__init__(*given, **rest)
        if not app:
            del self.fields["code"]
