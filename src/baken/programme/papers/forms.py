"""What is asked about papers and money. Nothing here is about a person, and the forms say so."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import asking
from baken.programme.papers import money
from baken.programme.papers.standing import VERDICTS
from baken.web.acting import choices_from
from baken.web.choices import Choice
from baken.web.deciding import DecisionForm

MOST_EUROS = 100_000_000
_FIRST_YEAR = 2015
KINDS: Mapping[str, Text] = {
    "source": Text("Waar het geld vandaan komt", "Where the money comes from"),
    "use": Text("Waar het geld heen gaat", "Where the money goes"),
}
_WHOLE = Text("Veiligheid als geheel, of iets anders", "Safety as a whole, or something else")


class Editing(DecisionForm):
    """A form that knows which version of a line its sender looked at."""

    looked_at = forms.IntegerField(widget=forms.HiddenInput, required=False)


class PaperForm(Editing):
    """A paper: what it is called, its field, who keeps it, from when until when, and which barriers it raises."""

    title = asking.line(
        gettext_lazy("Hoe heet het stuk?"), gettext_lazy("De titel, zoals die op het stuk staat."), limit=200
    )
    domain = forms.ChoiceField(label=gettext_lazy("Over welk beleidsterrein gaat het?"), required=False)
    owner = asking.post(gettext_lazy("Wie houdt het bij?"))
    from_date = asking.day(gettext_lazy("Vanaf wanneer geldt het?"), required=False)
    until_date = asking.day(
        gettext_lazy("Tot en met wanneer geldt het?"),
        gettext_lazy("Laat leeg als er geen einde is. Een half jaar ervoor ziet u een waarschuwing."),
        required=False,
    )
    adapted_on = asking.day(
        gettext_lazy("Wanneer is het voor het laatst aangepast?"),
        gettext_lazy("Laat leeg als het nooit is aangepast."),
        required=False,
    )
    updating = forms.BooleanField(label=gettext_lazy("Iemand werkt aan een nieuwe versie"), required=False)
    barriers = forms.MultipleChoiceField(
        label=gettext_lazy("Wat maakt dit stuk moeilijker voor wie uitbuit?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    regional = forms.BooleanField(
        label=gettext_lazy("Het is van een regio of van het hele land"), required=False
    )
    where = asking.line(
        gettext_lazy("Waar is het te lezen?"),
        gettext_lazy("Een adres of zaaknummer van het stuk. Schrijf niets over een persoon."),
        limit=300,
        required=False,
    )

    def __init__(
        self, *args: Any, fields: Mapping[str, Text], barriers: Mapping[str, Text], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        _choose(self.fields["domain"], {"": _WHOLE, **fields})
        _choose(self.fields["barriers"], barriers)
        if not barriers:  # without a policy there is nothing to choose from
            del self.fields["barriers"]

    def clean_adapted_on(self) -> date | None:
        """Refuse a day that has not been."""
        on: date | None = self.cleaned_data["adapted_on"]
        return asking.been(on) if on else None

    def clean_from_date(self) -> date | None:
        """Refuse a day too far away."""
        return _near(self.cleaned_data["from_date"])

    def clean_until_date(self) -> date | None:
        """Refuse a day too far away."""
        return _near(self.cleaned_data["until_date"])

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = given.get("from_date"), given.get("until_date")
        if first and last and last < first:
            self.add_error("until_date", _("Deze dag ligt voor de eerste dag."))
        return given


class AdoptForm(DecisionForm):
    """What of the policy comes into the list."""

    wanted = forms.MultipleChoiceField(
        label=gettext_lazy("Wat komt er in de lijst?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies er een of meer.")},
    )

    def __init__(self, *args: Any, there: list[tuple[str, Choice]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["wanted"]
        field.choices = there


class NoteForm(Editing):
    """What was found of a field without a paper."""

    verdict = asking.one_of(gettext_lazy("Hoe staat het met dit beleidsterrein?"), VERDICTS)
    on = asking.day(gettext_lazy("Op welke dag is dit bekeken?"))
    by = asking.post(gettext_lazy("Wie heeft dit bekeken?"))
    note = asking.prose(gettext_lazy("Wat is er nog meer over te zeggen?"), required=False)

    def clean_on(self) -> date:
        """Refuse a day that has not been."""
        return asking.been(self.cleaned_data["on"])


class FollowUpForm(DecisionForm):
    """The action that a field or a paper leads to: filled in, but for who does it and by when."""

    title = asking.line(gettext_lazy("Wat moet er bereikt worden?"), limit=200)
    what = asking.prose(gettext_lazy("Wat gaat u daarvoor doen?"), limit=1000, required=False)
    owner = asking.post(gettext_lazy("Wie zorgt ervoor?"))
    ready_on = asking.day(
        gettext_lazy("Wanneer is het klaar?"),
        gettext_lazy("Laat leeg als het altijd doorgaat."),
        required=False,
    )

    def clean_ready_on(self) -> date | None:
        """Refuse a day that is over."""
        on: date | None = self.cleaned_data["ready_on"]
        return asking.coming(on) if on else None


class LineForm(Editing):
    """A line of the budget: what, of whom, planned and spent, in whole euros."""

    year = forms.IntegerField(label=gettext_lazy("Van welk jaar?"))
    name = asking.line(gettext_lazy("Wat is het?"), limit=120)
    kind = asking.one_of(gettext_lazy("Bron of besteding?"), KINDS)
    who = asking.post(gettext_lazy("Wie betaalt, of geeft het uit?"))
    planned = asking.number(
        gettext_lazy("Hoeveel euro is gepland?"),
        gettext_lazy("Hele euro's, zonder punten. Laat leeg als het bedrag niet bekend is."),
        most=MOST_EUROS,
        required=False,
    )
    spent = asking.number(
        gettext_lazy("Hoeveel euro is uitgegeven of gekregen?"),
        gettext_lazy("Hele euro's, zonder punten. Laat leeg zolang het niet bekend is."),
        most=MOST_EUROS,
        required=False,
    )
    regional = forms.BooleanField(
        label=gettext_lazy("Dit bedrag is van de hele regio, of loopt niet via uw eigen begroting"),
        help_text=gettext_lazy("Dan telt het niet mee in de totalen."),
        required=False,
    )
    note = asking.prose(gettext_lazy("Wat is er nog meer over te zeggen?"), limit=400, required=False)

    def clean_year(self) -> int:
        """Refuse a year that cannot be right."""
        year: int = self.cleaned_data["year"]
        if not _FIRST_YEAR <= year <= civil_date(now()).year + money.AHEAD:
            raise ValidationError(_("Dit jaar ligt te ver weg. Klopt het?"))
        return year


def _choose(field: Any, words: Mapping[str, Text]) -> None:
    field.choices = choices_from(words)


def _near(on: date | None) -> date | None:
    return asking.not_too_far(on) if on else None
