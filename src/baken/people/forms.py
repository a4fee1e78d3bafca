"""What is asked about people: who, in which roles, and whether it is still right."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import EmailValidator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ALONE, GIVEN, ROLES, conflict
from baken.web.choices import Choice
from baken.web.fields import Line, said
from baken.web.widgets import DateInput
from baken.web.years import THINKABLE

TO_GIVE = tuple(role for role in ROLES if role in GIVEN and role != "reporter")
"""Roles one is given; reporting needs none."""


def _roles() -> list[tuple[str, Choice]]:
    """Every role with who it is; those that stand alone last."""
    ordered = sorted(TO_GIVE, key=lambda role: role in ALONE)
    return [(role, Choice(capfirst(said(ROLES[role].name)), hint=said(ROLES[role].who))) for role in ordered]


class RolesForm(forms.Form):
    """The roles of one member. `seen` is what they were when the form was made."""

    use_required_attribute = False
    roles = forms.MultipleChoiceField(
        label=_("Welke rollen?"),
        help_text=_(
            "Een kleine gemeente geeft één persoon vaak meer rollen. Beheerder, functionaris gegevensbescherming en "
            "CISO gaan nooit samen met een andere rol."
        ),
        choices=_roles,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _(
                "Kies minstens één rol. Werkt iemand hier niet meer? Beëindig dan het lidmaatschap."
            ),
            "invalid_choice": _("Kies rollen uit de lijst."),
        },
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_roles(self) -> list[str]:
        """Return the roles, where they go together (V7)."""
        roles: list[str] = self.cleaned_data["roles"]
        if why_not := conflict(roles):
            raise forms.ValidationError(said(why_not))
        return roles

    def seen_roles(self) -> list[str]:
        """Return the roles as they were when the form was made."""
        return [one for one in self.cleaned_data.get("seen", "").split(" ") if one]


class AddForm(RolesForm):
    """Somebody new, or somebody who works elsewhere and now here too."""

    name = Line(
        label=_("Naam"),
        required=True,
        limit=120,
        error_messages={"required": _("Vul de naam in.")},
    )
    email = Line(
        label=_("E-mailadres van het werk"),
        help_text=_("Hiermee logt deze persoon in."),
        required=True,
        limit=254,
        error_messages={"required": _("Vul het e-mailadres van het werk in.")},
    )
    field_order = ("name", "email", "roles", "seen")

    def clean_email(self) -> str:
        """Return the address, where it is one."""
        email: str = self.cleaned_data["email"]
        EmailValidator(_("Dit is geen e-mailadres. Een adres heeft een @ en een punt."))(email)
        return email


class SeatForm(forms.Form):
    """Which post somebody holds from now on."""

    use_required_attribute = False
    post = forms.TypedChoiceField(
        label=_("Welke functie?"),
        coerce=UUID,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een functie."), "invalid_choice": _("Kies een functie.")},
    )

    def __init__(self, *args: Any, posts: Iterable[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        shown: Any = self.fields["post"]
        shown.choices = [(str(id_), name) for id_, name in posts]


class ReviewForm(forms.Form):
    """Whether the roles of each member are right. `seen` tells whether they are still as shown."""

    use_required_attribute = False
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    right = forms.MultipleChoiceField(
        label=_("Van wie kloppen de rollen?"),
        help_text=_("Klopt er iets niet? Wijzig dan eerst de rollen, met de link in de lijst hierboven."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Bevestig elke regel, of wijzig eerst de rollen van wie niet klopt."),
            "invalid_choice": _("Kies mensen uit de lijst."),
        },
    )

    def __init__(self, *args: Any, members: Iterable[tuple[UUID, str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        shown: Any = self.fields["right"]
        shown.choices = [(str(id_), Choice(name, hint=roles)) for id_, name, roles in members]
        shown.required = bool(shown.choices)  # a manager who works here alone signs for nobody

    def clean_right(self) -> list[UUID]:
        """Return the memberships."""
        return [UUID(one) for one in self.cleaned_data["right"]]


class OnDayForm(forms.Form):
    """A day to look back at."""

    use_required_attribute = False
    op = forms.DateField(
        widget=DateInput,
        validators=THINKABLE,
        label=_("Welke dag?"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Dit is geen dag. Kies er een.")},
    )
