"""What is asked to log in, to open a vault and to choose an organisation. Passwords are taken as they are typed."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_LONGEST = 1000


class Secret(forms.CharField):
    """A password: never trimmed, never shown again."""

    def __init__(self, *, autocomplete: str, **rest: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
        super().__init__(widget=widget, strip=False, max_length=_LONGEST, **rest)
        widget.attrs.pop("maxlength", None)


class LogInForm(forms.Form):
    """Address and password."""

    email = forms.CharField(
        label=_("E-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        error_messages={"required": _("Vul uw e-mailadres in.")},
    )
    password = Secret(
        label=_("Wachtwoord"),
        autocomplete="current-password",
        error_messages={"required": _("Vul uw wachtwoord in.")},
    )


class OpenVaultForm(forms.Form):
    """The passphrase of an existing vault."""

    passphrase = Secret(
        label=_("Wachtwoordzin van uw kluis"),
        autocomplete="off",
        error_messages={"required": _("Vul de wachtwoordzin van uw kluis in.")},
    )


class NewVaultForm(forms.Form):
    """A passphrase, twice."""

    passphrase = Secret(
        label=_("Nieuwe wachtwoordzin"),
        help_text=_("Minstens 12 tekens, anders dan uw wachtwoord. Vier of vijf losse woorden zijn goed."),
        autocomplete="new-password",
        error_messages={"required": _("Kies een wachtwoordzin.")},
    )
    again = Secret(
        label=_("Dezelfde wachtwoordzin nog een keer"),
        autocomplete="new-password",
        error_messages={"required": _("Vul de wachtwoordzin nog een keer in.")},
    )

    def clean(self) -> dict[str, Any]:
        """The second must be the first."""
        given = super().clean() or {}
        if {"passphrase", "again"} <= given.keys() and given["passphrase"] != given["again"]:
            raise ValidationError(
                {"again": _("Dit is een andere wachtwoordzin dan hierboven. Typ dezelfde.")}
            )
        return given


class ChooseForm(forms.Form):
    """One of one's organisations."""

    organisation = forms.TypedChoiceField(
        label=_("Voor welke organisatie werkt u nu?"),
        coerce=UUID,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een organisatie."),
            "invalid_choice": _("Kies een organisatie uit de lijst."),
        },
    )

    def __init__(self, *given: Any, organisations: list[tuple[UUID, str]], **rest: Any) -> None:
        super().__init__(*given, **rest)
        self.fields["organisation"].choices = [(str(id_), name) for id_, name in organisations]  # type: ignore[attr-defined]


class JoinForm(forms.Form):
    """The code of an organisation for which one works from now on as well."""

    use_required_attribute = False
    code = forms.CharField(
        label=_("Code van een organisatie waar u ook gaat werken"),
        help_text=_("U kreeg deze code van wie daar de mensen beheert."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        max_length=100,
        error_messages={"required": _("Vul de code in.")},
    )
