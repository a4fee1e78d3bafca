"""What is asked about the programme. Nothing in it is about a person, and the forms say so."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.clock import now
from baken.core.vocabulary.text import Text
from baken.programme.common import asking
from baken.programme.plan import lists, saying
from baken.web.choices import Choice
from baken.web.deciding import DecisionForm
from baken.web.fields import Line, Prose, said

MOST_EUROS, MOST_PARTNERS, LONGEST_PARTNER = 100_000_000, 20, 120

CHOICES = [
    ("along", gettext_lazy("Gaat mee zoals het is")),
    ("revise", gettext_lazy("Gaat mee, maar verandert")),
    ("finished", gettext_lazy("Is afgerond, gaat niet mee")),
]


class LookedAt(DecisionForm):
    """A form about something that stands; it knows what its sender had seen."""

    looked_at = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ActionForm(LookedAt):
    """An action: its number, what it is for, when it is ready, and who does it."""

    label = Line(
        label=gettext_lazy("Welk nummer?"),
        help_text=gettext_lazy(
            "Een nummer zonder punt is een doel, zoals 3. Daaronder hangen 3.1 en 3.2. Laat leeg voor het volgende."
        ),
        limit=12,
    )
    title = Line(
        label=gettext_lazy("Wat wilt u bereiken?"),
        limit=200,
        required=True,
        error_messages={"required": gettext_lazy("Schrijf in een regel wat u wilt bereiken.")},
    )
    what = asking.prose(gettext_lazy("Wat gaat u daarvoor doen?"), limit=2000, rows=4, required=False)
    owner = Line(
        label=gettext_lazy("Wie zorgt ervoor?"),
        help_text=asking.A_POST,
        limit=120,
        required=True,
        error_messages={
            "required": gettext_lazy("Vul een functie of team in. Een actie van niemand blijft liggen.")
        },
    )
    partners = Prose(
        label=gettext_lazy("Met wie?"),
        help_text=gettext_lazy(
            "Functies, teams of organisaties, elk op een eigen regel. Geen namen van personen."
        ),
        limit=2000,
        rows=3,
    )
    ready = forms.ChoiceField(
        label=gettext_lazy("Wanneer is dit gereed?"),
        widget=forms.RadioSelect,
        choices=lambda: [
            (kind, Choice(capfirst(said(name)), hint=said(hint)))
            for kind, (name, hint) in lists.READY.items()
        ],
        error_messages={"required": gettext_lazy("Kies een antwoord.")},
    )
    ready_on = asking.day(
        gettext_lazy("Op welke dag?"),
        gettext_lazy("Laat leeg bij doorlopend en bij een aantal keer per jaar."),
        required=False,
    )
    every_years = asking.number(
        gettext_lazy("Om de hoeveel jaar?"),
        gettext_lazy("Alleen bij elke paar jaar."),
        least=1,
        most=20,
        required=False,
    )
    times = asking.number(
        gettext_lazy("Hoe vaak per jaar ten minste?"),
        gettext_lazy("Alleen bij een aantal keer per jaar."),
        least=1,
        most=12,
        required=False,
    )
    barrier = forms.ChoiceField(
        label=gettext_lazy("Welke barrière werpt dit op?"),
        help_text=gettext_lazy("Een barrière maakt uitbuiten moeilijker."),
        required=False,
        choices=lambda: (
            [("", "")]
            + [(id_, capfirst(said(name))) for id_, name in lists.barriers(lists.bundle(now())).items()]
        ),
    )
    budget = asking.number(
        gettext_lazy("Hoeveel geld is ervoor?"),
        gettext_lazy("In hele euro's."),
        most=MOST_EUROS,
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        barrier = self.fields["barrier"]
        if len(list(barrier.choices)) == 1:  # type: ignore[attr-defined]
            del self.fields["barrier"]

    def clean_partners(self) -> list[str]:
        """Return the partners, each once."""
        found = list(
            dict.fromkeys(one.strip() for one in self.cleaned_data["partners"].split("\n") if one.strip())
        )
        if len(found) > MOST_PARTNERS:
            raise ValidationError(
                _("Dit zijn er meer dan %(most)s. Noem de belangrijkste.") % {"most": MOST_PARTNERS}
            )
        if any(len(one) > LONGEST_PARTNER for one in found):
            raise ValidationError(_("Een regel is te lang. Zet elke functie en elk team op een eigen regel."))
        return found

    def told(self) -> dict[str, Any]:
        """Return the fields of the action."""
        return {
            name: value for name, value in self.cleaned_data.items() if name not in ("command", "looked_at")
        }


class EditionForm(LookedAt):
    """A programme: what it is called, what it is for, its days, and who laid it down."""

    title = Line(
        label=gettext_lazy("Hoe heet dit programma?"),
        limit=160,
        required=True,
        error_messages={"required": gettext_lazy("Geef het programma een naam.")},
    )
    goal = asking.prose(gettext_lazy("Wat is het doel?"), limit=2000, rows=4, required=False)
    from_date = asking.day(gettext_lazy("Wat is de eerste dag?"))
    until_date = asking.day(gettext_lazy("Wat is de laatste dag?"))
    decision = Line(
        label=gettext_lazy("Wie stelde het vast, en wanneer?"),
        help_text=gettext_lazy("Bijvoorbeeld: college, 12 mei 2026. Laat leeg zolang dit een ontwerp is."),
        limit=200,
    )

    def clean_from_date(self) -> Any:
        """Refuse a day too far away to be right."""
        return asking.not_too_far(self.cleaned_data["from_date"])

    def clean_until_date(self) -> Any:
        """Refuse a day too far away to be right."""
        return asking.not_too_far(self.cleaned_data["until_date"])

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = given.get("from_date"), given.get("until_date")
        if first and last and last < first:
            self.add_error("until_date", _("De laatste dag ligt voor de eerste. Kies een latere dag."))
        return given

    def told(self) -> dict[str, Any]:
        """Return the fields of the edition."""
        return {
            name: self.cleaned_data[name] for name in ("title", "goal", "from_date", "until_date", "decision")
        }


class EmptyForm(EditionForm):
    """A programme without actions, also for another theme of safety (PROG-06)."""

    OTHER = "+"
    field_order = ("theme", "new_theme")
    theme = forms.ChoiceField(
        label=gettext_lazy("Over welk thema van veiligheid gaat het?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een thema.")},
    )
    new_theme = Line(
        label=gettext_lazy("Hoe heet het andere thema?"),
        help_text=gettext_lazy("Alleen als u voor een ander thema koos."),
        limit=60,
    )

    def __init__(self, *args: Any, themes: dict[str, Text], **options: Any) -> None:
        super().__init__(*args, **options)
        known = [(id_, capfirst(said(name))) for id_, name in themes.items()]
        self.fields["theme"].choices = [*known, (self.OTHER, _("Een ander thema"))]  # type: ignore[attr-defined]
        self.names = {said(name).casefold(): id_ for id_, name in themes.items()}

    def clean(self) -> dict[str, Any]:
        """Refuse another theme without a name."""
        given = super().clean()
        if given.get("theme") == self.OTHER and "new_theme" in given and not given["new_theme"]:
            self.add_error("new_theme", _("Schrijf hoe het thema heet, of kies er een uit de lijst."))
        return given

    def told(self) -> dict[str, Any]:
        """Return the fields of the edition; a theme that is there already keeps its id."""
        theme, new = self.cleaned_data["theme"], self.cleaned_data["new_theme"]
        if theme != self.OTHER:
            return {**super().told(), "theme": theme}
        known = self.names.get(new.casefold())
        return {**super().told(), **({"theme": known} if known else {"new_theme": new})}


class NextForm(EditionForm):
    """The next edition, and of each action of the last whether it goes along."""

    def __init__(self, *args: Any, actions: Sequence[tuple[UUID, str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.ids = [id_ for id_, _label, _hint in actions]
        for id_, label, hint in actions:
            self.fields[f"choice_{id_}"] = forms.ChoiceField(
                label=label,
                help_text=hint,
                widget=forms.RadioSelect,
                choices=CHOICES,
                error_messages={"required": _("Kies een antwoord.")},
            )

    def choices(self) -> dict[UUID, Any]:
        """Return what was chosen for each action."""
        return {id_: self.cleaned_data[f"choice_{id_}"] for id_ in self.ids}


class ProgressForm(DecisionForm):
    """What was done on a day, whether that makes it ready, and where it can be seen."""

    on = asking.day(gettext_lazy("Wanneer was dat?"))
    what = asking.line(gettext_lazy("Wat is er gedaan?"), limit=300)
    done = forms.ChoiceField(
        label=gettext_lazy("Is de actie hiermee gedaan?"),
        help_text=gettext_lazy("Komt de actie terug? Kies dan ja als dit één keer telt."),
        widget=forms.RadioSelect,
        choices=[("yes", gettext_lazy("Ja")), ("no", gettext_lazy("Nee, dit is een stap op weg"))],
        error_messages={"required": gettext_lazy("Kies ja of nee.")},
    )
    evidence = Line(
        label=gettext_lazy("Waar is dat te zien?"),
        help_text=gettext_lazy(
            "Een besluit, verslag of zaaknummer. Zonder bewijs staat er: nog niet aangetoond. Schrijf niets over een "
            "persoon."
        ),
        limit=300,
    )

    def clean_on(self) -> Any:
        """Refuse a day that has not been."""
        return asking.been(self.cleaned_data["on"])

    def told(self) -> dict[str, Any]:
        """Return the fields of what was done."""
        given = self.cleaned_data
        return {
            "on": given["on"],
            "what": given["what"],
            "done": given["done"] == "yes",
            "evidence": given["evidence"],
        }


class StopForm(LookedAt):
    """Why an action stops, and since when."""

    on = asking.day(gettext_lazy("Per wanneer?"))
    why = Line(
        label=gettext_lazy("Waarom?"),
        help_text=asking.NO_PERSON,
        limit=300,
        required=True,
        error_messages={
            "required": gettext_lazy("Schrijf waarom. Anders vraagt iedereen zich dat later af.")
        },
    )

    def clean_on(self) -> Any:
        """Refuse a day that has not been."""
        return asking.been(self.cleaned_data["on"])


class FilterForm(forms.Form):
    """Which actions to look at."""

    mark_required = True
    use_required_attribute = False
    eigenaar = forms.ChoiceField(label=gettext_lazy("Van wie?"), required=False)
    stand = forms.ChoiceField(
        label=gettext_lazy("Hoe staat het?"),
        required=False,
        choices=lambda: (
            [("", gettext_lazy("Alles"))]
            + [(state, capfirst(said(words))) for state, words in saying.STATES.items()]
        ),
    )

    def __init__(self, *args: Any, owners: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["eigenaar"].choices = [("", _("Iedereen")), *((one, one) for one in owners)]  # type: ignore[attr-defined]
