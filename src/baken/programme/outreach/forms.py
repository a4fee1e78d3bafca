"""What is asked about outreach. Organisations, posts and numbers: nothing is about a person, and the forms say so."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.clock import now
from baken.core.figures.shielding import FIRST
from baken.core.vocabulary import outreach
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import asking, policy
from baken.web.deciding import DecisionForm

_MOST_DAYS, _MOST_REACHED = 400, 5_000_000


def rhythms() -> dict[str, Text]:
    """Return what outreach the policy in force owes so many times a year."""
    bundle = policy.in_force(now())
    return {one.id: one.name for one in bundle.outreach} if bundle else {}


def audiences() -> dict[str, Text]:
    """Return the groups that the policy in force knows."""
    bundle = policy.in_force(now())
    return {one.id: one.name for one in bundle.audiences} if bundle else {}


def places() -> dict[str, Text]:
    """Return where it can be announced where one can report, inside and outside, each with that word."""
    inside = Text("eigen organisatie: {place}", "own organisation: {place}")
    outside = Text("gemeente: {place}", "municipality: {place}")
    return {
        **{id_: inside.format(place=place) for id_, place in outreach.INSIDE.items()},
        **{id_: outside.format(place=place) for id_, place in outreach.OUTSIDE.items()},
    }


class Editing(DecisionForm):
    """A form that knows which version of a line its sender looked at."""

    looked_at = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ContactForm(Editing):
    """Which organisation was reached, when, how, by whom, and what came of it (COMM-02, COMM-03)."""

    on = asking.day(gettext_lazy("Op welke dag?"))
    organisation = asking.line(
        gettext_lazy("Welke organisatie?"),
        gettext_lazy("De naam van een organisatie, niet van een persoon."),
        limit=120,
    )
    kind = asking.one_of(gettext_lazy("Wat voor organisatie is het?"), outreach.KINDS)
    how = asking.one_of(gettext_lazy("Hoe hebt u hen bereikt?"), outreach.HOW)
    about = asking.several(gettext_lazy("Waarover ging het?"), outreach.ABOUT, required=True)
    by = asking.post(gettext_lazy("Wie deed dit?"))
    result = asking.prose(
        gettext_lazy("Wat kwam eruit?"),
        gettext_lazy("Een afspraak of een vraag. Schrijf niets over een persoon of een signaal."),
        required=False,
    )
    next_on = asking.day(
        gettext_lazy("Wanneer is de volgende keer?"),
        gettext_lazy("Laat leeg als er niets is afgesproken."),
        required=False,
    )
    rhythm = asking.one_of(
        gettext_lazy("Telt dit mee voor het beleid?"),
        rhythms,
        gettext_lazy("Laat leeg als het niet meetelt."),
        required=False,
    )

    def clean_on(self) -> date:
        """Refuse a day that has not been."""
        return asking.been(self.cleaned_data["on"])

    def clean_next_on(self) -> date | None:
        """Refuse a next time in the past, unless it stood there already."""
        return planned(self, "next_on")


def planned(form: forms.Form, name: str) -> date | None:
    """Return a day to come; a day that has passed may stay only where it stood there before."""
    on: date | None = form.cleaned_data[name]
    if on is None or on == form.initial.get(name):
        return on
    return asking.coming(on)


class AnnouncementForm(Editing):
    """Where it says where one can report, since when, and when that is said again (COMM-04, COMM-07)."""

    place = asking.one_of(gettext_lazy("Waar staat het?"), places)
    what = asking.prose(
        gettext_lazy("Wat staat er?"),
        gettext_lazy("Bijvoorbeeld: hoe men de aandachtsfunctionaris bereikt. Geen naam van een persoon."),
    )
    since = asking.day(gettext_lazy("Sinds wanneer?"))
    repeat_on = asking.day(
        gettext_lazy("Wanneer kijkt u of het er nog goed staat, of herhaalt u het?"), required=False
    )
    until = asking.day(
        gettext_lazy("Tot en met wanneer stond het er?"),
        gettext_lazy("Laat leeg als het er nog staat."),
        required=False,
    )

    def clean_since(self) -> date:
        """Refuse a day that has not been."""
        return asking.been(self.cleaned_data["since"])

    def clean_repeat_on(self) -> date | None:
        """Refuse to plan in the past."""
        return planned(self, "repeat_on")

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("Deze dag ligt voor de eerste dag."))
        return given


class AgainForm(DecisionForm):
    """That it was looked at or said again, and when next."""

    on = asking.day(gettext_lazy("Op welke dag?"))
    repeat_on = asking.day(
        gettext_lazy("Wanneer kijkt u of het er nog goed staat, of herhaalt u het?"), required=False
    )

    def clean_on(self) -> date:
        """Refuse a day that has not been."""
        return asking.been(self.cleaned_data["on"])

    def clean_repeat_on(self) -> date | None:
        """Refuse to plan in the past."""
        return planned(self, "repeat_on")


class ProposalForm(DecisionForm):
    """Why a campaign that the policy sets a condition for should begin now (COMM-05, COMM-06)."""

    because = asking.prose(
        gettext_lazy("Waarom is deze campagne nu nodig?"),
        gettext_lazy(
            "Noem wat u in cijfers of in het werk ziet. Schrijf niets over een persoon of een signaal."
        ),
        limit=1000,
        rows=5,
    )
    proposed_as = asking.post(gettext_lazy("Namens welke functie stelt u dit voor?"))


class SettleForm(DecisionForm):
    """Whether the campaign begins, and why."""

    outcome = asking.one_of(
        gettext_lazy("Gaat de campagne door?"),
        {
            "confirmed": Text("ja, de voorwaarde is vervuld", "yes, the condition is met"),
            "declined": Text("nee, nu niet", "no, not now"),
        },
    )
    outcome_because = asking.prose(gettext_lazy("Waarom?"), limit=1000, rows=4)
    outcome_as = asking.post(gettext_lazy("Namens welke functie beslist u dit?"))


class RegistrationsForm(DecisionForm):
    """How many registrations the police told of in a year, noted by hand (COMM-06)."""

    year = asking.number(gettext_lazy("Over welk jaar?"), least=asking.FIRST_YEAR, most=2100)
    told = asking.number(
        gettext_lazy("Hoeveel registraties noemde de politie?"),
        gettext_lazy(
            "Alleen het totaal van de gemeente. Is het minder dan 10, dan bewaren wij het getal niet precies."
        ),
        most=100_000,
    )
    source = asking.line(
        gettext_lazy("Waar staat dat?"),
        gettext_lazy("Bijvoorbeeld: jaarcijfers van het basisteam. Geen naam van een persoon."),
    )

    def clean_year(self) -> int:
        """Refuse a year that is not over: half a year beside a whole one misleads."""
        year: int = self.cleaned_data["year"]
        if year >= civil_date(now()).year:
            raise forms.ValidationError(_("Dit jaar is nog niet voorbij. Noteer alleen hele jaren."))
        return year

    def clean_told(self) -> int | None:
        """Keep no exact small number."""
        told: int = self.cleaned_data["told"]
        return None if told < FIRST else told


class StepForm(Editing):
    """One step of a campaign's kit."""

    what = asking.line(gettext_lazy("Wat moet er gebeuren?"), limit=300)
    days_before = asking.number(
        gettext_lazy("Hoeveel dagen voor de eerste dag?"),
        gettext_lazy("Vul 0 in voor de eerste dag zelf."),
        most=_MOST_DAYS,
    )
    owner = asking.post(gettext_lazy("Wie doet dit?"), required=False)


class DoneForm(DecisionForm):
    """That something is done."""

    on = asking.day(gettext_lazy("Op welke dag was het klaar?"))

    def clean_on(self) -> date:
        """Refuse a day that has not been."""
        return asking.been(self.cleaned_data["on"])


class ReachForm(DecisionForm):
    """How many were reached through one channel."""

    on = asking.day(gettext_lazy("Op welke dag hebt u dit geteld?"))
    channel = asking.one_of(gettext_lazy("Via welk kanaal?"), lambda: outreach.CHANNELS)
    people = asking.number(gettext_lazy("Hoeveel mensen of organisaties?"), most=_MOST_REACHED)
    how = asking.line(
        gettext_lazy("Hoe is dat geteld of geschat?"),
        gettext_lazy("Bijvoorbeeld: oplage, of bezoekers van de pagina."),
        required=False,
    )

    def clean_on(self) -> date:
        """Refuse a day that has not been."""
        return asking.been(self.cleaned_data["on"])


class DropForm(DecisionForm):
    """That a campaign does not go on, and why."""

    why = asking.line(gettext_lazy("Waarom gaat de campagne niet door?"), limit=300)
