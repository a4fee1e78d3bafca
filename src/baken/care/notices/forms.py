"""The questions about notifying CoMensha, and about telling the municipality."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.care.common.forms import CareForm, day, one_of
from baken.care.common.sharing import Bases, confirming
from baken.care.notices.queries import Alike
from baken.core.vocabulary import care_notice as words
from baken.core.vocabulary.text import Text
from baken.web.acting import words_field
from baken.web.deciding import DecisionForm
from baken.web.fields import Line, said

UNDER_16 = {"no": Text("16 jaar of ouder", "16 years or older"), "yes": Text("jonger dan 16", "under 16")}
VERDICT = {
    "other": Text("iemand anders", "somebody else"),
    "same": Text("dezelfde persoon", "the same person"),
}
ALIKE = "alike_"


class PrepareForm(CareForm):
    """The notification, field by field in the order of copying, and whether it is the first about this person."""

    kind = one_of(
        gettext_lazy("Wat vraagt u van CoMensha?"),
        words.KIND,
        gettext_lazy(
            "Alleen registratie: het minimum. Voor opvang of advies is schriftelijke toestemming nodig."
        ),
    )
    age_16 = one_of(gettext_lazy("Hoe oud is de persoon?"), UNDER_16)
    double = one_of(
        gettext_lazy("Is deze persoon al door een ander gemeld?"),
        words.DOUBLE,
        gettext_lazy("Zo telt niemand dubbel."),
    )

    def __init__(
        self, *args: Any, alike: Sequence[Alike], ask_age: bool, bases: Bases, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        police = self.fields.pop("police", None)
        if not ask_age:
            del self.fields["age_16"]
        if bases:
            self.fields["basis"] = confirming(bases)
        for one in alike:
            label = _("Dossier %(reference)s (%(name)s) lijkt hierop. Is dat dezelfde persoon?")
            self.fields[f"{ALIKE}{one.client}"] = one_of(
                label % {"reference": one.reference, "name": one.name},
                VERDICT,
                _("Uit dat dossier is al gemeld.") if one.notified else "",
            )
        for id_, field in words.FIELDS.items():
            label = said(field.name)
            hint = "" if field.minimal else _("Gaat alleen mee bij opvang of advies.")
            self.fields[id_] = (
                words_field(label, hint, required=False, rows=2)
                if field.long
                else Line(label=label, help_text=hint, limit=400)
            )
        if police is None:
            police = CareForm.base_fields["police"]
        police.required = False
        self.fields["police"] = police

    @property
    def verdicts(self) -> dict[str, str]:
        """Return what was said of each file that looks alike."""
        return {
            name.removeprefix(ALIKE): value
            for name, value in self.cleaned_data.items()
            if name.startswith(ALIKE)
        }

    @property
    def fields_told(self) -> dict[str, str]:
        """Return what may be copied: of this kind, and no more than was typed."""
        return {id_: self.cleaned_data[id_] for id_ in words.fields_of(self.cleaned_data["kind"])}


class NotifiedForm(DecisionForm):
    """When and how it was sent."""

    checked = forms.BooleanField(
        label=gettext_lazy("Ik heb nagekeken wat ik meldde, en het zelf verstuurd"),
        error_messages={"required": gettext_lazy("Kijk het na, en zet dan hier een vinkje.")},
    )
    on = day(gettext_lazy("Op welke dag?"))
    channel = one_of(gettext_lazy("Hoe?"), words.CHANNEL)
    reference = Line(
        label=gettext_lazy("Kenmerk van CoMensha"), help_text=gettext_lazy("Als u er een kreeg."), limit=80
    )


class TellForm(DecisionForm):
    """Nothing is asked: the page shows what the municipality will see."""
