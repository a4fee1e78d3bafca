"""What is asked about the care offer. Nothing here is about a client, and the forms say so."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.care.common import lists
from baken.care.common.forms import day, one_of
from baken.clock import now
from baken.core.vocabulary import offer
from baken.core.vocabulary.client import GAP
from baken.core.vocabulary.moments import civil_date
from baken.web.acting import choices_from
from baken.web.choices import Choice
from baken.web.deciding import DecisionForm
from baken.web.fields import Line, Prose


def several(label: Any, words: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    """Return a choice of any number from a closed list."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: choices_from(words() if callable(words) else words),
    )


class OfferForm(DecisionForm):
    """Who offers what, for whom, how to reach them, and from when until when."""

    looked_at = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = Line(
        label=gettext_lazy("Wie biedt dit aan?"),
        limit=120,
        required=True,
        error_messages={"required": gettext_lazy("Vul een organisatie of afdeling in.")},
    )
    what = Prose(
        label=gettext_lazy("Wat bieden zij, en voor wie?"),
        help_text=gettext_lazy(
            "Dit komt op het blad voor anderen. Geen namen, en geen adres van een opvang."
        ),
        limit=600,
        rows=3,
        required=True,
        error_messages={"required": gettext_lazy("Schrijf in een of twee zinnen wat er geboden wordt.")},
    )
    reach = Line(
        label=gettext_lazy("Hoe zijn zij te bereiken?"),
        help_text=gettext_lazy(
            "Een algemeen nummer of adres van het werk, of via wie. Geen adres van een opvang."
        ),
        limit=200,
    )
    areas = several(gettext_lazy("Waarbij helpt dit?"), lists.areas)
    ages = several(
        gettext_lazy("Voor welke leeftijd?"), offer.AGES, gettext_lazy("Kies niets als het voor iedereen is.")
    )
    forms = several(
        gettext_lazy("Na welke vorm van uitbuiting?"),
        offer.FORMS,
        gettext_lazy("Kies niets als het na elke vorm is."),
    )
    from_date = day(gettext_lazy("Vanaf wanneer?"))
    until_date = day(
        gettext_lazy("Tot en met wanneer?"), gettext_lazy("Laat leeg als het doorloopt."), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = given.get("from_date"), given.get("until_date")
        if first and last and last < first:
            self.add_error("until_date", _("Deze dag ligt voor de eerste dag."))
        return given


class AdoptForm(DecisionForm):
    """Which providers of the policy come into the list."""

    providers = forms.MultipleChoiceField(
        label=gettext_lazy("Wie komen er in de lijst?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies er een of meer.")},
    )

    def __init__(self, *args: Any, providers: list[tuple[str, Choice]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["providers"]
        field.choices = providers


class PastForm(DecisionForm):
    """Something that happened on a day."""

    on = day(gettext_lazy("Op welke dag?"))

    def clean_on(self) -> Any:
        """Refuse a day that has not been, or that nobody remembers."""
        on = self.cleaned_data["on"]
        if on > civil_date(now()):
            raise ValidationError(_("Deze dag is nog niet geweest."))
        if on.year < _FIRST_YEAR:
            raise ValidationError(_("Deze dag is te lang geleden. Klopt het jaartal?"))
        return on


class KnownForm(PastForm):
    """To whom the offer was made known, and how (CARE-10)."""

    whom = one_of(gettext_lazy("Aan wie is het aanbod bekendgemaakt?"), offer.HEARD)
    name = Line(
        label=gettext_lazy("Welke organisatie of groep?"),
        help_text=gettext_lazy("Een organisatie, geen naam van een persoon."),
        limit=120,
    )
    how = one_of(gettext_lazy("Hoe?"), offer.HOW)


class MissingForm(PastForm):
    """Help that is not to be had, without a client: closed words alone, because what is noted here stays."""

    area = one_of(gettext_lazy("Bij welke hulp?"), lists.areas)
    reason = one_of(gettext_lazy("Waarom was die hulp er niet?"), GAP)
    what = one_of(
        gettext_lazy("Voor wie of wanneer had die hulp er moeten zijn?"), offer.LACKED, required=False
    )


class AdviceForm(PastForm):
    """Advice given: the kind of professional, the subject, how long. No names, and nothing about a client."""

    profession = one_of(gettext_lazy("Wie vroeg advies?"), offer.PROFESSIONALS)
    subject = one_of(gettext_lazy("Waarover?"), offer.SUBJECTS)
    minutes = forms.IntegerField(
        label=gettext_lazy("Hoeveel minuten?"),
        min_value=1,
        max_value=offer.MOST_MINUTES,
        error_messages={
            "required": gettext_lazy("Vul een aantal minuten in."),
            "invalid": gettext_lazy("Vul een heel getal in, zoals 30."),
            "min_value": gettext_lazy("Vul ten minste 1 minuut in."),
            "max_value": gettext_lazy("Dit is meer dan 10 uur. Deel het op, of kijk of het getal klopt."),
        },
    )


_FIRST_YEAR = 2000
