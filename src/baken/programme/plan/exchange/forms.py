"""What is asked of whoever brings a table in: the file and where it goes, and then which rows and who owns them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.programme.plan.exchange import limits
from baken.programme.plan.exchange.judging import OWNER_MOST, Judged
from baken.programme.plan.exchange.taking import Chosen
from baken.programme.plan.models import Edition
from baken.web.deciding import DecisionForm
from baken.web.fields import Line


class LookForm(DecisionForm):
    """A file from elsewhere, and the programme that its rows would go to."""

    into = forms.ChoiceField(
        label=gettext_lazy("In welk programma komen de rijen?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een programma.")},
    )
    sent = forms.FileField(
        label=gettext_lazy("Welk bestand?"),
        help_text=gettext_lazy(
            "Excel (.xlsx) of Word (.docx) met een tabel, hoogstens %(rows)s rijen en %(size)s MB."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.docx"}),
        max_length=None,
        error_messages={
            "required": gettext_lazy("Kies een bestand."),
            "empty": gettext_lazy("Dit bestand is leeg. Kies een ander bestand."),
        },
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, editions: Sequence[Edition], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.fields["into"].choices = [(str(one.id), one.title) for one in editions]  # type: ignore[attr-defined]
        sent = self.fields["sent"]
        sent.help_text = sent.help_text % {"rows": limits.MAX_ROWS, "size": limits.MAX_FILE // 1_000_000}


class TakeForm(DecisionForm):
    """Which rows go along, and who owns those that name nobody. The rows themselves travel with it."""

    mark_required = True
    into = forms.UUIDField(widget=forms.HiddenInput)
    rows = forms.CharField(widget=forms.HiddenInput)
    owner = Line(
        label=gettext_lazy("Wie zorgt voor de rijen zonder eigenaar?"),
        help_text=gettext_lazy(
            "Een functie of team, nooit de naam van een persoon. Is het per rij anders? Vul het dan bij de rij in."
        ),
        limit=OWNER_MOST,
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, judged: Sequence[Judged], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.judged = [one for one in judged if one.possible and not one.same]
        self.same = [one for one in judged if one.same]
        self.stopped = [one for one in judged if not one.possible]
        for one in self.judged:
            number = one.raw.number
            self.fields[f"take_{one.order}"] = forms.BooleanField(
                label=_("Rij %(number)s") % {"number": number},
                required=False,
                initial=not one.twins,
            )
            if not one.owner:
                self.fields[f"owner_{one.order}"] = Line(
                    label=_("Eigenaar van rij %(number)s") % {"number": number}, limit=OWNER_MOST
                )
        if all(one.owner for one in self.judged):
            del self.fields["owner"]

    def clean(self) -> dict[str, Any]:
        """Ask at least one row, an owner for each, and one row of each number; each action as it was looked at."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for one in self.stopped:
            if self.data.get(f"take_{one.order}"):
                told = _("Rij %(number)s kan niet meer mee. Kijk hieronder waarom.")
                self.add_error(None, told % {"number": one.raw.number})
        taken = [one for one in self.judged if given.get(f"take_{one.order}")]
        for one in taken:
            if one.action is not None and self.data.get(f"seen_{one.order}") != str(one.action.number):
                told = _(
                    "Actie %(label)s is net gewijzigd. Kijk hieronder wat rij %(number)s nu zou veranderen."
                )
                self.add_error(None, told % {"label": one.label, "number": one.raw.number})
        if not taken and not any(self.data.get(f"take_{one.order}") for one in self.same):
            raise ValidationError(_("Kies ten minste één rij om mee te nemen."))
        orders = {one.order for one in taken}
        for one in taken:
            own = f"owner_{one.order}"
            if not one.owner and own not in self.errors and not (given.get(own) or given.get("owner")):
                self.add_error(
                    own, _("Rij %(number)s: vul een functie of team in.") % {"number": one.raw.number}
                )
            if any(other in orders and other < one.order for other in one.twins):
                told = _("Nummer %(label)s is al gekozen. Neem één van deze rijen mee.") % {
                    "label": one.label
                }
                self.add_error(f"take_{one.order}", told)
        return given

    def chosen(self) -> list[Chosen]:
        """Return the rows to take, each with its owner."""
        given = self.cleaned_data
        return [
            Chosen(one, one.owner or given.get(f"owner_{one.order}") or given.get("owner") or "")
            for one in self.judged
            if given.get(f"take_{one.order}")
        ]


class CarriedForm(DecisionForm):
    """What must have arrived before the rows themselves can be read."""

    into = forms.UUIDField()
    rows = forms.CharField()
