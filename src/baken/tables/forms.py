"""What is asked when a signal was discussed at a table, and when the table decided."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.core.derive.careful import minor
from baken.tables.queries import holds
from baken.web.acting import CommandForm, words_field
from baken.web.asking import CarefulForm
from baken.web.choices import Choice
from baken.web.fields import said


class TableForm(CommandForm):
    """Which table, for what purpose and on what ground (V2), and whether names are named (V31).

    Where the policy holds it back: why it cannot wait.
    """

    table = forms.ChoiceField(
        label=gettext_lazy("Bij welk overleg ligt het signaal?"), widget=forms.RadioSelect
    )
    purpose = forms.ChoiceField(label=gettext_lazy("Met welk doel?"), widget=forms.RadioSelect)
    ground = forms.ChoiceField(label=gettext_lazy("Op welke grondslag?"), widget=forms.RadioSelect)
    named = forms.ChoiceField(
        label=gettext_lazy("Met of zonder namen?"),
        choices=[
            ("no", gettext_lazy("Zonder namen")),
            ("yes", gettext_lazy("Met namen, omdat het overleg anders niets kan doen")),
        ],
        widget=forms.RadioSelect,
        initial="no",
    )
    minor_reason = words_field(
        gettext_lazy("Waarom is de naam van een minderjarige nodig?"),
        gettext_lazy("Vul dit alleen in als u het met namen bespreekt. Uw reden wordt vastgelegd."),
        required=False,
        rows=3,
    )
    override_reason = words_field(
        gettext_lazy("Waarom kan het niet wachten?"),
        gettext_lazy("Vul dit alleen in als het beleid zegt dat het moet wachten en dat nu niet kan."),
        required=False,
        rows=4,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        held, bundle = holds(self.file), self.file.bundle
        here = {key: table for key, table in bundle.tables.items() if table.exists}
        self.fields["table"].choices = [  # type: ignore[attr-defined]
            (key, Choice(capfirst(said(table.name)), said(table.words) if table.words else ""))
            for key, table in here.items()
        ]
        purposes = {one.id: one for key in here for one in bundle.table_purposes(key)}
        grounds = {one.id: one for key in here for one in bundle.table_grounds(key)}
        self.fields["purpose"].choices = [  # type: ignore[attr-defined]
            (key, Choice(capfirst(said(one.name)))) for key, one in purposes.items()
        ]
        self.fields["ground"].choices = [  # type: ignore[attr-defined]
            (key, Choice(capfirst(said(one.name)), one.article)) for key, one in grounds.items()
        ]
        self.fields["purpose"].initial = next(iter(purposes), None)
        self.fields["ground"].initial = next(iter(grounds), None)
        if not minor(self.file.state):
            del self.fields["minor_reason"]
        if not any(one.may_override for one in held):
            del self.fields["override_reason"]

    def clean(self) -> dict[str, Any]:
        """Purpose and ground go with the table; the name of a minor asks for a reason."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        table, bundle = given.get("table"), self.file.bundle
        if table and given.get("purpose") not in [None, *(one.id for one in bundle.table_purposes(table))]:
            self.add_error("purpose", _("Het beleid noemt dit doel niet bij dit overleg. Kies een ander."))
        if table and given.get("ground") not in [None, *(one.id for one in bundle.table_grounds(table))]:
            self.add_error(
                "ground", _("Het beleid noemt deze grondslag niet bij dit overleg. Kies een andere.")
            )
        if given.get("named") == "yes" and "minor_reason" in self.fields and not given.get("minor_reason"):
            self.add_error(
                "minor_reason",
                _(
                    "Het gaat (misschien) om een minderjarige. Schrijf waarom de naam nodig is, of kies zonder namen."
                ),
            )
        return given


class DecisionForm(CarefulForm):
    """What a table decided, where the signal lay."""

    table = forms.ChoiceField(label=gettext_lazy("Welk overleg besloot?"), widget=forms.RadioSelect)
    decision = words_field(
        gettext_lazy("Wat is besloten?"),
        gettext_lazy("Wie doet wat, en voor wanneer. Zonder de melder, en zonder informatie van de politie."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        tables = self.file.bundle.tables
        self.fields["table"].choices = [  # type: ignore[attr-defined]
            (key, capfirst(said(tables[key].name)) if key in tables else key)
            for key in self.file.state.tables
        ]
