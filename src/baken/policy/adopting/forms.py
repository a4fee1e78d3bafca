"""What is filled in to put a policy into use: the day, the college's decision, and a reason to send it back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.policy.drafting.forms import DayField
from baken.web.acting import with_command, words_field
from baken.web.fields import Line


class OnceForm(forms.Form):
    """A form that does its work once, however often it is sent."""

    use_required_attribute = False
    command = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        options["initial"] = {"command": uuid4(), **options.get("initial", {})}
        super().__init__(with_command(data), **options)


class Day(DayField):
    """A day with words of its own."""

    def __init__(self, label: Any, help_text: Any) -> None:
        super().__init__()
        self.label, self.help_text = label, help_text


class ProposeForm(OnceForm):
    """Propose a draft: from when, and on which decision of the college. `looked_at`: the draft as it was seen."""

    looked_at = forms.IntegerField(widget=forms.HiddenInput, required=False)
    from_date = Day(
        _("Vanaf welke dag moet dit beleid gelden?"),
        _("Vandaag of later. Het geldt vanaf middernacht, voor signalen die dan binnenkomen."),
    )
    decided_on = Day(_("Op welke dag besloot het college?"), _("Deze dag mag niet in de toekomst liggen."))
    decision = Line(
        label=_("Welk besluit is dat?"),
        help_text=_(
            "Het nummer of de naam van het besluit, zoals: collegebesluit 2026-114. Geen namen van mensen."
        ),
        limit=120,
        required=True,
        error_messages={"required": _("Vul het nummer of de naam van het besluit in.")},
    )


class ProposalForm(OnceForm):
    """Say that this proposal, the one that was shown, is meant."""

    proposal = forms.UUIDField(widget=forms.HiddenInput)

    @property
    def meant(self) -> UUID:
        """The proposal that was shown."""
        found: UUID = self.cleaned_data["proposal"]
        return found


class SendBackForm(ProposalForm):
    """Send a proposal back, with the reason; whoever takes back their own need not say why."""

    reason = words_field(
        _("Wat moet er anders?"),
        _("De indiener leest dit. Noem geen mensen en geen signalen."),
        rows=4,
    )

    def __init__(self, *args: Any, own: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if own:
            self.fields["reason"].required = False
            self.fields["reason"].label = _("Waarom trekt u het voorstel in?")
            self.fields["reason"].help_text = _("Wie het beleid leest, vindt dit terug.")
