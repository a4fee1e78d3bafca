"""What is asked beside free text about people: does it hold police data (V4), and may a BSN stand in it (V19)?

Nobody reads along and no list of words pretends to know: an officer answers, and the answer is kept with the words.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.core.vocabulary.bsn import bsn_in
from baken.web.acting import CommandForm
from baken.web.fields import Line, Prose, said

POLICE, BSN = "police", "bsn"


class CarefulForm(CommandForm):
    """A form that takes prose about people. `asked` is what was answered beside it, to be kept with the words."""

    police = forms.ChoiceField(
        label=gettext_lazy("Staat hierin informatie van de politie?"),
        help_text=gettext_lazy(
            "Ook wat een boa als opsporingsambtenaar zag, kan een politiegegeven zijn. Twijfelt u? Kies dan ja."
        ),
        choices=[("no", gettext_lazy("Nee")), ("yes", gettext_lazy("Ja"))],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies ja of nee.")},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        asked = self.fields.pop(POLICE)
        asked.required = any(field.required for field in self._prose.values())
        if not asked.required:
            asked.help_text = _("Alleen als u hierboven iets schreef.") + f" {asked.help_text}"
        self._bsn_may_stand()
        self.fields[POLICE] = asked

    @property
    def _prose(self) -> dict[str, Prose]:
        return {name: field for name, field in self.fields.items() if isinstance(field, Prose)}

    def _bsn_may_stand(self) -> None:
        """Where the policy names a ground for it, a number that looks like a BSN may stand once that is confirmed."""
        ground = self.file.bundle.bsn_ground
        lines = {name: field for name, field in self.fields.items() if isinstance(field, Line)}
        if ground is None or not any(bsn_in(str(self.data.get(name, ""))) for name in lines):
            return
        self.fields[BSN] = forms.BooleanField(
            label=_("Dit is een burgerservicenummer en het is hier nodig"),
            help_text=f"{said(ground.name)}, {ground.article}",
            required=False,
        )
        for field in lines.values():
            field.allow_bsn = self.data.get(BSN) == "on"

    def clean(self) -> dict[str, Any]:
        """Refuse police data before anything is stored; what was typed stays on the page."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get(POLICE) == "yes":
            self.add_error(
                POLICE,
                _(
                    "Er is niets opgeslagen. Haal wat van de politie komt uit de tekst en kies nee. Leg daarna vast "
                    "dat u met de politie sprak: alleen de dag en de functie."
                ),
            )
        elif (
            not given.get(POLICE) and POLICE not in self.errors and any(given.get(one) for one in self._prose)
        ):
            self.add_error(POLICE, _("Kies ja of nee."))
        return given

    @property
    def asked(self) -> dict[str, str]:
        """What was answered beside the words of a valid form."""
        found = {POLICE: self.cleaned_data[POLICE]} if self.cleaned_data.get(POLICE) else {}
        if self.cleaned_data.get(BSN):
            ground = self.file.bundle.bsn_ground
            found[BSN] = ground.id if ground else ""
        return found
