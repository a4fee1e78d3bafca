"""What is asked about posts and keys."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from baken.core.decide.recovery import KEY_WHYS, WHYS
from baken.tenancy.forms import NewVaultForm, Secret
from baken.tenancy.models import Membership
from baken.web.acting import words_field
from baken.web.choices import Choice
from baken.web.fields import said
from baken.web.widgets import DateInput
from baken.web.years import THINKABLE

RENEWING = ("left", "ended", "suspected", "yearly")
_DAY: Any = {
    "widget": DateInput,
    "validators": THINKABLE,
    "input_formats": ["%Y-%m-%d", "%d-%m-%Y"],
    "error_messages": {"required": _("Kies een dag."), "invalid": _("Schrijf dit als 22-11-2026.")},
}


def _people(found: Iterable[Membership]) -> list[tuple[str, Choice]]:
    return [(str(one.id), Choice(one.person.name, hint=one.person.email)) for one in found]


class DeputyForm(forms.Form):
    """Who stands in, from when until when."""

    use_required_attribute = False
    member = forms.TypedChoiceField(
        label=_("Wie neemt waar?"),
        coerce=UUID,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wie waarneemt."),
            "invalid_choice": _("Kies iemand uit de lijst."),
        },
    )
    first = forms.DateField(label=_("Eerste dag"), **_DAY)
    last = forms.DateField(
        label=_("Laatste dag"),
        help_text=_("Aan het eind van deze dag houdt het vanzelf op."),
        **_DAY,
    )

    def __init__(self, *given: Any, members: Iterable[Membership], **rest: Any) -> None:
        super().__init__(*given, **rest)
        self.fields["member"].choices = _people(members)  # type: ignore[attr-defined]


class RotateForm(forms.Form):
    """Why a key is renewed. `seen` is the number of the key that was looked at."""

    use_required_attribute = False
    why = forms.ChoiceField(
        label=_("Waarom vernieuwt u de sleutel?"),
        choices=lambda: [(word, capfirst(said(KEY_WHYS[word]))) for word in RENEWING],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom."), "invalid_choice": _("Kies een reden uit de lijst.")},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


class SeenForm(forms.Form):
    """Only which key was looked at, and that one is sure."""

    use_required_attribute = False
    sure = forms.BooleanField(
        label=_("Ik heb gelezen wat er verloren gaat"),
        error_messages={"required": _("Lees wat er verloren gaat, en zet hier een vinkje.")},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


class HoldersForm(forms.Form):
    """Who keeps a share for recovery."""

    use_required_attribute = False
    members = forms.TypedMultipleChoiceField(
        label=_("Wie bewaart een deel?"),
        help_text=_(
            "Kies mensen die u kunt bellen, liefst van verschillende organisaties. Drie is beter dan twee."
        ),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Kies er twee of meer."),
            "invalid_choice": _("Kies mensen uit de lijst."),
        },
    )

    def __init__(self, *given: Any, members: Sequence[Membership], **rest: Any) -> None:
        super().__init__(*given, **rest)
        self.fields["members"].choices = _people(members)  # type: ignore[attr-defined]


class AskForm(forms.Form):
    """Why a key must be recovered: a word for who supervises, and words for who must decide."""

    use_required_attribute = False
    why = forms.ChoiceField(
        label=_("Waarom hebt u de sleutel nodig?"),
        choices=lambda: [(word, capfirst(said(text))) for word, text in WHYS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom."), "invalid_choice": _("Kies een reden uit de lijst.")},
    )
    reason = words_field(
        _("Wat moeten de bewaarders weten?"),
        _("Alleen zij lezen dit. Schrijf niets over een signaal of een melder."),
        rows=4,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


class GiveForm(forms.Form):
    """A holder gives, after speaking to who asked."""

    use_required_attribute = False
    spoken = forms.BooleanField(
        label=_("Ik heb deze persoon zelf gesproken"),
        help_text=_("Op een nummer dat u al had, of aan een bureau. Niet op een nummer uit een bericht."),
        error_messages={"required": _("Bel eerst, en zet dan hier een vinkje.")},
    )


class RefuseForm(forms.Form):
    """A holder refuses, and says why."""

    use_required_attribute = False
    reason = words_field(_("Waarom weigert u?"), _("Wie het vroeg, leest dit."), rows=3)


class RenewVaultForm(NewVaultForm):
    """Another passphrase, knowing what the lost one opened."""

    sure = forms.BooleanField(
        label=_("Ik heb gelezen wat ik nu niet meer kan openen"),
        error_messages={"required": _("Lees wat u dan niet meer kunt openen, en zet hier een vinkje.")},
    )
    field_order = ("sure", "passphrase", "again")


class RememberForm(forms.Form):
    """The former passphrase, which came back to mind."""

    use_required_attribute = False
    passphrase = Secret(
        label=_("Uw vorige wachtwoordzin"),
        autocomplete="off",
        error_messages={"required": _("Vul uw vorige wachtwoordzin in.")},
    )
