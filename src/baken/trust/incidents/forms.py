"""The questions about a data leak."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.clock import now
from baken.core.vocabulary import incidents as words
from baken.core.vocabulary.moments import AMSTERDAM
from baken.trust.incidents.concerning import by_reference
from baken.web.acting import choices_from, words_field
from baken.web.deciding import DecisionForm
from baken.web.fields import Prose
from baken.web.widgets import MomentInput
from baken.web.years import THINKABLE

NO_NAMES = gettext_lazy("Zonder namen van betrokkenen: die staan al bij de signalen en dossiers.")


def _choice(label: Any, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, help_text=help_text, widget=forms.RadioSelect)


class Moment(forms.DateTimeField):
    """A moment as a clock in the Netherlands told it, whatever the server's own time zone.

    Django's own field refuses the hours around a change of the clock, and a leak may be discovered in one of them.
    """

    def to_python(self, value: Any) -> datetime | None:
        """Return the moment; of an hour that came twice the first."""
        with timezone.override(UTC):
            found = super().to_python(value)
        if found is not None:
            for within in THINKABLE:
                within(found.date())
        return found.replace(tzinfo=AMSTERDAM, fold=0) if found else None


def _moment(label: Any, help_text: Any = "") -> Moment:
    return Moment(
        label=label,
        help_text=help_text,
        widget=MomentInput,
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d-%m-%Y %H:%M"],
        error_messages={"invalid": gettext_lazy("Schrijf dit als 22-11-2026 14:30.")},
    )


class ReportForm(DecisionForm):
    """What anybody on the staff tells, in two minutes."""

    what = _choice(gettext_lazy("Wat is er gebeurd?"))
    where = _choice(gettext_lazy("Waar gebeurde het?"))
    discovered_at = _moment(
        gettext_lazy("Wanneer is het ontdekt?"),
        gettext_lazy(
            "Vanaf dit moment lopen de 72 uur. Weet u het niet precies, kies dan het vroegste moment."
        ),
    )
    ongoing = _choice(gettext_lazy("Gaat het nog door?"))
    told = words_field(gettext_lazy("Vertel kort wat u weet"), NO_NAMES)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["what"].choices = choices_from(words.WHAT)  # type: ignore[attr-defined]
        self.fields["where"].choices = choices_from(words.WHERE)  # type: ignore[attr-defined]
        self.fields["ongoing"].choices = choices_from(words.ONGOING)  # type: ignore[attr-defined]


class WeighForm(DecisionForm):
    """Who must be told, and why."""

    risk = _choice(
        gettext_lazy("Welk risico lopen de mensen om wie het gaat?"),
        gettext_lazy("Denk aan iemand die een ander nu kan vinden, bedreigen of herkennen."),
    )
    authority = _choice(gettext_lazy("Melden bij de Autoriteit Persoonsgegevens?"))
    people = _choice(gettext_lazy("De mensen om wie het gaat inlichten?"))
    reason = words_field(gettext_lazy("Waarom?"), NO_NAMES)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["risk"].choices = choices_from(words.RISK)  # type: ignore[attr-defined]
        self.fields["authority"].choices = choices_from(words.AUTHORITY)  # type: ignore[attr-defined]
        self.fields["people"].choices = choices_from(words.PEOPLE)  # type: ignore[attr-defined]


class ToldForm(DecisionForm):
    """When somebody was told."""

    at = _moment(gettext_lazy("Wanneer?"))
    note = words_field(
        gettext_lazy("Kenmerk van de melding, of hoe het is verteld"), NO_NAMES, required=False, rows=2
    )

    def clean_at(self) -> datetime:
        """Of an hour that came twice, take the later one that has been: so nothing was told before it was known."""
        first: datetime = self.cleaned_data["at"]
        second = first.replace(fold=1)
        return second if second.astimezone(UTC) <= now() else first


class NoteForm(DecisionForm):
    """What was done, or what was learned."""

    note = words_field("", NO_NAMES)

    def __init__(self, *args: Any, label: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["note"].label = label


class ConcernedForm(DecisionForm):
    """In which records the people are whose data leaked."""

    records = Prose(
        label=gettext_lazy("Kenmerken van de signalen, ontvangen meldingen en cliëntdossiers"),
        help_text=gettext_lazy(
            "Zes tekens per stuk, met een spatie of elk op een eigen regel. Laat het leeg als er niemand bij is."
        ),
        required=False,
        rows=4,
    )

    def clean_records(self) -> str:
        """Every reference is one of something here."""
        written: str = self.cleaned_data["records"]
        if unknown := by_reference(written).unknown:
            raise forms.ValidationError(
                _("Deze kenmerken zijn hier niet bekend: %(them)s. Kijk ze na, of haal ze weg.")
                % {"them": ", ".join(unknown)}
            )
        return written
