"""What an adviser fills in around a draft: from when it counts, what it builds on, and the text of one file."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.policy.drafting.accepting import plain, showable
from baken.web.widgets import DateInput

EARLIEST = date(2000, 1, 1)
LATEST = date(2099, 12, 31)


class DayField(forms.DateField):
    """The first day on which a policy counts."""

    def __init__(self) -> None:
        super().__init__(
            label=gettext_lazy("Vanaf welke dag moet dit beleid gelden?"),
            help_text=gettext_lazy("U kunt dit later nog veranderen, tot het beleid wordt vastgesteld."),
            widget=DateInput(),
            error_messages={
                "required": gettext_lazy("Kies een dag."),
                "invalid": gettext_lazy("Deze dag bestaat niet. Kies een dag, zoals 31-01-2027."),
            },
        )

    def clean(self, value: Any) -> Any:
        """Return the day, within this century."""
        day = super().clean(value)
        if not EARLIEST <= day <= LATEST:
            raise ValidationError(_("Kies een dag tussen 2000 en 2100."))
        return day


class StartForm(forms.Form):
    """Begin a draft. `parents` are offered only where there is no own policy yet."""

    use_required_attribute = False
    valid_from = DayField()

    def __init__(self, *args: Any, parents: Sequence[tuple[str, str]] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        if parents:
            self.fields["parent"] = forms.ChoiceField(
                label=_("Bij welke regio hoort uw gemeente?"),
                help_text=_("U begint met het beleid van de regio. Daarna past u aan wat bij u anders is."),
                choices=parents,
                widget=forms.RadioSelect,
                error_messages={"required": _("Kies een regio, of het landelijke beleid.")},
            )


class DayForm(forms.Form):
    """Let a draft count from another day."""

    use_required_attribute = False
    valid_from = DayField()


class Source(forms.CharField):
    """The text of a file: every space counts. What cannot be shown is taken out of what is given back."""

    widget = forms.Textarea

    def __init__(self, **rest: Any) -> None:
        super().__init__(required=False, strip=False, **rest)
        self.validators = []  # what these would refuse is refused with a reason in `accepting`

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Show what was typed."""
        return showable(data) if isinstance(data, str) else data

    def to_python(self, value: Any) -> str:
        """Return the text with one kind of line end."""
        return plain(value) if isinstance(value, str) else ""


class FileForm(forms.Form):
    """The text of one file, and the number of the draft that was on the screen."""

    use_required_attribute = False
    text = Source(label=gettext_lazy("Tekst van het bestand"))
    looked_at = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, rows: int = 20, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].widget.attrs.update(
            {
                "rows": rows,
                "wrap": "off",
                "spellcheck": "false",
                "autocapitalize": "off",
                "autocomplete": "off",
                "class": "draft-code__text",
            }
        )


def number_in(value: object) -> int:
    """Return the number of a draft that a form says was looked at; what is no such number counts as none."""
    said = str(value or "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 9 else 0
