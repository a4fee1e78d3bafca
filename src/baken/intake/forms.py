"""The form of a report or a question. One field is required: what happened (REP-07, V19)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from baken.intake import choices
from baken.intake.content import AddressTold, Envelope, OrganisationTold, PersonTold, Report
from baken.intake.rows import AddressForm, Data, Day, OrganisationForm, PersonForm, Rows, kept
from baken.web.fields import Line, Prose

ROWS: dict[str, tuple[type[Any], int]] = {
    "persons": (PersonForm, 20),
    "organisations": (OrganisationForm, 10),
    "addresses": (AddressForm, 10),
}
ENVELOPE = ("name", "contact", "reach", "team", "coordinator")
CLAIMS = ("urgency", "exploitation", "age", "hardness")
TELLING = ("happened", "seen", "heard", "told", "when", "where", "thinks")


@dataclass(frozen=True, slots=True)
class Told:
    """A form that is in order, as `actions.report` wants it."""

    content: Report
    envelope: Envelope | None
    claims: Mapping[str, tuple[str, ...]]
    reporter: str
    work: str
    question: bool
    about: str
    coordinator_consulted: bool


class ReportForm(forms.Form):
    """What a reporter fills in. `open_to_residents` adds a choice; `keep` shows what was sent, unjudged."""

    mark_required = True
    use_required_attribute = False
    no_name = _("Vul uw naam of telefoonnummer in, of kies hierboven dat u uw naam niet noemt.")
    name_unasked = _("U vulde hieronder iets in. Kies 'ja' als u dat wilt noemen, of maak die velden leeg.")

    urgency = forms.ChoiceField(
        label=_("Is iemand nu in gevaar?"),
        help_text=_("Wij vragen dit, omdat bij gevaar bellen sneller helpt dan dit formulier."),
        choices=choices.urgency,
        widget=forms.RadioSelect,
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("Wat wilt u doen?"), choices=choices.kinds, widget=forms.RadioSelect, required=False
    )
    about = forms.ChoiceField(
        label=_("Over wie gaat het?"), choices=choices.about, widget=forms.RadioSelect, required=False
    )
    reporter = forms.ChoiceField(
        label=_("Wie bent u?"),
        help_text=_("Niet uw naam. Wij vragen dit om te weten wat wij u mogen vertellen."),
        widget=forms.RadioSelect,
        required=False,
    )
    work = forms.ChoiceField(
        label=_("In wat voor werk zag u dit?"),
        help_text=_("Alleen als u dit in uw werk zag. Niet waar u werkt: alleen wat voor werk het is."),
        choices=choices.works,
        widget=forms.RadioSelect,
        required=False,
    )
    happened = Prose(
        label=_("Wat is er gebeurd, of wat wilt u vragen?"),
        help_text=_("Schrijf in uw eigen woorden. U hoeft niets te bewijzen."),
        limit=10000,
        rows=8,
        required=True,
        error_messages={
            "required": _("Schrijf op wat er is gebeurd of wat u wilt vragen. Eén zin is genoeg.")
        },
    )
    when = Day(
        label=_("Wanneer was het?"),
        help_text=_("Bijvoorbeeld: 3-11-2026, of elke nacht sinds mei."),
        limit=500,
    )
    where = Line(
        label=_("Waar was het?"), help_text=_("Bijvoorbeeld: aan de balie, of in een loods."), limit=500
    )
    seen = Prose(label=_("Wat zag u zelf?"))
    heard = Prose(label=_("Wat hoorde u zelf?"))
    told = Prose(
        label=_("Wat vertelde iemand u?"), help_text=_("Schrijf erbij wie het vertelde, als dat kan.")
    )
    thinks = Prose(
        label=_("Wat denkt u dat er aan de hand is?"),
        help_text=_("Dit is uw vermoeden. Wij houden het apart van wat is gezien, gehoord en verteld."),
    )
    exploitation = forms.MultipleChoiceField(
        label=_("Waartoe wordt iemand misschien gedwongen?"),
        help_text=_("Wij vragen dit om te weten welke partner kan helpen. U mag meer kiezen, of niets."),
        choices=choices.exploitation,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    age = forms.ChoiceField(
        label=_("Is er misschien een minderjarige bij betrokken?"),
        help_text=_("Wij vragen dit, omdat kinderen extra bescherming krijgen."),
        choices=choices.ages,
        widget=forms.RadioSelect,
        required=False,
    )
    hardness = forms.ChoiceField(
        label=_("Hoe concreet is het?"), choices=choices.hardness, widget=forms.RadioSelect, required=False
    )
    coordinator_consulted = forms.BooleanField(
        label=_("Ik heb dit besproken met mijn teamcoördinator"),
        help_text=_(
            "Alleen als u bij de gemeente werkt. Hoeft niet: u mag dit ook zonder uw team doorgeven."
        ),
        required=False,
    )
    named = forms.ChoiceField(
        label=_("Wilt u uw naam noemen?"), choices=choices.named, widget=forms.RadioSelect, required=False
    )
    name = Line(label=_("Uw naam"))
    contact = Line(label=_("Uw telefoonnummer of e-mailadres"))
    reach = Line(
        label=_("Hoe en wanneer bereiken wij u veilig?"),
        help_text=_("Bijvoorbeeld: alleen bellen, na 17.00 uur."),
        limit=500,
    )
    team = Line(label=_("Uw team of organisatie"))
    coordinator = Line(label=_("Met welke teamcoördinator hebt u het besproken?"))

    def __init__(
        self, data: Data | None = None, *, open_to_residents: bool = False, keep: bool = False
    ) -> None:
        bound = data is not None and not keep
        super().__init__(data if bound else None, initial=kept(type(self), data) if data and keep else {})
        self.rows = {
            prefix: Rows(kind, prefix, most=most, data=data, bound=bound)
            for prefix, (kind, most) in ROWS.items()
        }
        self._offer(open_to_residents)

    def _offer(self, open_to_residents: bool) -> None:
        reporter = self.fields["reporter"]
        assert isinstance(reporter, forms.ChoiceField)
        reporter.choices = choices.reporters(open_to_residents)

    @property
    def errors(self) -> ErrorDict:
        """What is wrong, in the rows too, so that the page as a whole knows."""
        found = ErrorDict(super().errors)
        for row in self._all_rows() if self.is_bound else ():
            found.update({f"{row.prefix}-{name}": wrong for name, wrong in row.errors.items()})
        return found

    def __iter__(self) -> Iterator[BoundField]:
        yield from super().__iter__()
        for row in self._all_rows():
            yield from row

    def clean(self) -> dict[str, Any]:
        """Check what belongs together: a name is given on purpose, or not at all."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        in_envelope = [name for name in ENVELOPE if given.get(name)]
        if given.get("named") == "yes":
            if not given.get("name") and not given.get("contact") and not self.has_error("name"):
                self.add_error("name", self.no_name)
        elif in_envelope and not self.has_error("named"):
            self.add_error("named", self.name_unasked)
        for rows in self.rows.values():
            if rows.too_many:
                self.add_error(None, _("Er zijn te veel rijen. Zet de rest bij 'Wat is er gebeurd'."))
        return given

    def result(self) -> Told:
        """Return what a form in order tells."""
        given = self.cleaned_data
        about, reporter = given["about"], given["reporter"] or "unknown"
        if about == "self" and reporter == "unknown":
            reporter = "victim"
        if reporter == "victim" and not about:
            about = "self"
        rows = {name: rows.told for name, rows in self.rows.items()}
        return Told(
            content=Report(
                **{name: given[name] for name in TELLING},
                persons=tuple(PersonTold(**row) for row in rows["persons"]),
                organisations=tuple(OrganisationTold(**row) for row in rows["organisations"]),
                addresses=tuple(AddressTold(**row) for row in rows["addresses"]),
            ),
            envelope=Envelope(**{name: given[name] for name in ENVELOPE})
            if given["named"] == "yes"
            else None,
            claims=_claims(given),
            reporter=reporter,
            work=given["work"] or "unknown",
            question=given["kind"] == "question",
            about=about or "other",
            coordinator_consulted=given["coordinator_consulted"] or bool(given["coordinator"]),
        )

    def _all_rows(self) -> Iterator[Any]:
        for rows in self.rows.values():
            yield from rows


class EnterForm(ReportForm):
    """The same form in the words of a focal point who writes down what somebody else tells."""

    no_name = _("Vul een naam of telefoonnummer in, of kies hierboven dat de melder geen naam noemt.")
    name_unasked = _(
        "Hieronder staat iets ingevuld. Kies 'ja' als de melder dat wil noemen, of maak die velden leeg."
    )

    def __init__(
        self, data: Data | None = None, *, open_to_residents: bool = True, keep: bool = False
    ) -> None:
        super().__init__(data, open_to_residents=open_to_residents, keep=keep)
        self.fields["happened"].error_messages["required"] = _(
            "Schrijf op wat de melder vertelt of vraagt. Eén zin is genoeg."
        )
        for name, label in _FOR_ANOTHER.items():
            self.fields[name].label = label
        for name, hint in _HINTS_FOR_ANOTHER.items():
            self.fields[name].help_text = hint

    def _offer(self, open_to_residents: bool) -> None:
        offered = {
            "reporter": choices.callers(),
            "about": choices.callers_about(),
            "kind": choices.callers_kinds(),
            "named": choices.callers_named(),
        }
        for name, options in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = options


_FOR_ANOTHER = {
    "kind": _("Wat wil de melder?"),
    "about": _("Over wie gaat het?"),
    "reporter": _("Wie meldt?"),
    "work": _("In wat voor werk zag de melder dit?"),
    "happened": _("Wat vertelt de melder?"),
    "seen": _("Wat zag de melder zelf?"),
    "heard": _("Wat hoorde de melder zelf?"),
    "told": _("Wat vertelde iemand anders aan de melder?"),
    "thinks": _("Wat denkt de melder dat er aan de hand is?"),
    "coordinator_consulted": _("De melder heeft dit besproken met de teamcoördinator"),
    "named": _("Wil de melder een naam noemen?"),
    "name": _("Naam van de melder"),
    "contact": _("Telefoonnummer of e-mailadres van de melder"),
    "reach": _("Hoe en wanneer is de melder veilig te bereiken?"),
    "team": _("Team of organisatie van de melder"),
    "coordinator": _("Met welke teamcoördinator besprak de melder het?"),
}
_HINTS_FOR_ANOTHER = {
    "urgency": _("Zo ja: laat de melder eerst 112 bellen, of bel zelf."),
    "reporter": _("Niet de naam. Dit bepaalt wat u mag terugkoppelen."),
    "work": _("Alleen als de melder dit in het werk zag. Niet waar, alleen wat voor werk het is."),
    "happened": _("Schrijf op wat de melder zegt, in de woorden van de melder."),
    "thinks": _("Dit is het vermoeden van de melder, niet uw oordeel."),
    "coordinator_consulted": _("Alleen als de melder bij de gemeente werkt."),
}


def _claims(given: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return what the reporter thinks, fact by fact; what they do not know is no claim."""
    claims: dict[str, tuple[str, ...]] = {}
    for fact in CLAIMS:
        value = given[fact]
        values = tuple(sorted(value)) if isinstance(value, list) else (value,)
        if values and values not in (("",), ("unknown",)):
            claims[fact] = values
    return claims
