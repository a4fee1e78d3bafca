"""What is asked when a signal was discussed at a table, and when the table decided."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from baken.tables.queries import holds
from baken.web.acting import CommandForm, words_field
from baken.web.choices import Choice
from baken.web.fields import said


class TableForm(CommandForm):
    """Which table; and where the policy holds it back, why it cannot wait."""

    table = forms.ChoiceField(
        label=gettext_lazy("Bij welk overleg ligt het signaal?"), widget=forms.RadioSelect
    )
    override_reason = words_field(
        gettext_lazy("Waarom kan het niet wachten?"),
        gettext_lazy("Vul dit alleen in als het beleid zegt dat het moet wachten en dat nu niet kan."),
        required=False,
        rows=4,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        held = holds(self.file)
        self.fields["table"].choices = [  # type: ignore[attr-defined]
            (key, Choice(capfirst(said(table.name)), said(table.words) if table.words else ""))
            for key, table in self.file.bundle.tables.items()
            if table.exists
        ]
        if not any(one.may_override for one in held):
            del self.fields["override_reason"]


class DecisionForm(CommandForm):
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
