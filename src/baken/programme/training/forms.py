"""What is asked about training. Groups are numbers and nobody is named; the forms say so."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.core.vocabulary.text import Text
from baken.core.vocabulary.training import CHECKS, FORMS, FOUND, SORTS
from baken.programme.common import asking
from baken.programme.training.lists import Group, Offered, Words
from baken.programme.training.sessions import field_of
from baken.web.acting import choices_from
from baken.web.deciding import DecisionForm
from baken.web.fields import Line, said

Choices = Sequence[tuple[str, str]]
MOST_PEOPLE, MOST_MINUTES, MOST_EUROS = 100_000, 2_400, 1_000_000
FREE = {"": Text("Onbekend", "Not known"), "yes": Text("Ja", "Yes"), "no": Text("Nee", "No")}


def seen() -> forms.IntegerField:
    """Return which version of a line somebody looked at."""
    return forms.IntegerField(widget=forms.HiddenInput, required=False)


def names(groups: Iterable[Group]) -> Choices:
    """Return groups as choices."""
    return [(one.key, one.name) for one in groups]


class WithChoices(DecisionForm):
    """A form whose lists come from the policy and the organisation: `choices` by the name of the field."""

    def __init__(self, *args: Any, choices: dict[str, Choices], **options: Any) -> None:
        super().__init__(*args, **options)
        for name, found in choices.items():
            field: Any = self.fields[name]
            field.choices = found
            if not [one for one in found if one[0]]:
                self.fields.pop(name)

    def clean(self) -> dict[str, Any]:
        """Return what was told, with what was not asked empty."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("layer", "together", "layers", "audiences"):
            if name in self.base_fields and name not in self.fields:
                given[name] = "" if name == "layer" else []
        return given


class SessionForm(WithChoices):
    """A session that is to come, or that was: what, when, for whom, by whom and with which municipalities."""

    looked_at = seen()
    course = forms.ChoiceField(label=gettext_lazy("Welke training is het?"), required=False)
    title = asking.line(
        gettext_lazy("Hoe heet de training?"),
        gettext_lazy("Alleen invullen als zij niet in de lijst hierboven staat, of hier anders heet."),
        limit=160,
        required=False,
    )
    on = asking.day(
        gettext_lazy("Op welke dag?"),
        gettext_lazy("Dit mag ook een dag zijn die al was. Dan vragen we daarna hoeveel mensen er waren."),
    )
    audiences = asking.several(gettext_lazy("Voor welke groepen?"), {}, required=True)
    provider = asking.line(
        gettext_lazy("Wie geeft de training?"),
        gettext_lazy("Een organisatie, geen naam van een persoon. Leeg: zoals in de catalogus."),
        limit=120,
        required=False,
    )
    layer = forms.ChoiceField(
        label=gettext_lazy("Welke laag?"),
        help_text=gettext_lazy("Leeg: zoals in de catalogus."),
        required=False,
    )
    form = forms.ChoiceField(
        label=gettext_lazy("In welke vorm?"),
        help_text=gettext_lazy("Leeg: zoals in de catalogus."),
        required=False,
        choices=lambda: [("", ""), *choices_from(FORMS)],
    )
    together = asking.several(
        gettext_lazy("Samen met welke gemeenten?"),
        {},
        gettext_lazy("De leden van uw regio. Tel straks alleen de mensen van uw eigen gemeente."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a name and a form where no course gives them."""
        given = super().clean()
        if given.get("course") or {"course", "title"} & set(self.errors):
            return given
        if not given.get("title"):
            self.add_error("title", _("Kies een training uit de lijst, of schrijf hier hoe zij heet."))
            return given
        if not given.get("form"):
            self.add_error("form", _("Kies een vorm."))
        if "layer" in self.fields and not given.get("layer"):
            self.add_error("layer", _("Kies een laag."))
        return given

    def clean_on(self) -> date:
        """Refuse a day too far away to be right."""
        return asking.not_too_far(self.cleaned_data["on"])


class GivenForm(DecisionForm):
    """How many of each group came, how long it took, what it cost and how it was (TRAIN-12, TRAIN-13)."""

    looked_at = seen()

    def __init__(self, *args: Any, reach: Sequence[dict[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.keys = [one["key"] for one in reach]
        for part in reach:
            self.fields[field_of(part["key"])] = asking.number(
                _("Hoeveel mensen kwamen er? %(group)s") % {"group": part["called"]},
                _("Alleen het aantal, geen namen. Vul 0 in als niemand kwam."),
                most=MOST_PEOPLE,
            )
        self.fields["minutes"] = asking.number(
            _("Hoeveel minuten duurde het voor wie erbij was?"),
            _("Zo tellen we de uren van medewerkers bij elkaar op."),
            least=1,
            most=MOST_MINUTES,
            required=False,
        )
        self.fields["cost"] = asking.number(
            _("Wat kostte het, in hele euro’s?"),
            _("Vul 0 in als het gratis was."),
            most=MOST_EUROS,
            required=False,
        )
        self.fields["words"] = asking.prose(
            _("Hoe was het? Wat neemt u mee naar de volgende keer?"), limit=1000, required=False
        )

    @property
    def numbers(self) -> dict[str, int]:
        """How many came, by the key of the group."""
        return {key: self.cleaned_data[field_of(key)] for key in self.keys}


class MoveForm(DecisionForm):
    """The day to which a session is moved."""

    looked_at = seen()
    new_day = asking.day(gettext_lazy("Naar welke dag?"))

    def clean_new_day(self) -> date:
        """Refuse a day that was, or that is too far away."""
        return asking.coming(self.cleaned_data["new_day"])


class DropForm(DecisionForm):
    """Why a session is not given."""

    looked_at = seen()
    why = asking.line(gettext_lazy("Waarom gaat de training niet door?"), limit=300)


class CountForm(DecisionForm):
    """How many people a group of the policy holds: a number with a day, and no names."""

    looked_at = seen()
    people = asking.number(
        gettext_lazy("Hoeveel mensen telt deze groep?"),
        gettext_lazy("Alleen het aantal, geen namen. Een schatting is goed genoeg."),
        most=MOST_PEOPLE,
        required=False,
    )
    counted_on = asking.day(gettext_lazy("Op welke dag was dat zo?"), required=False)

    def clean_counted_on(self) -> date | None:
        """Refuse a day that has not been."""
        on = self.cleaned_data["counted_on"]
        return asking.been(on) if on else None

    def clean(self) -> dict[str, Any]:
        """A number needs its day; a day without a number says nothing."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if (
            given.get("people") is not None
            and not given.get("counted_on")
            and "counted_on" not in self.errors
        ):
            self.add_error("counted_on", _("Vul in op welke dag dit aantal klopte."))
        if given.get("people") is None and "people" not in self.errors:
            given["counted_on"] = None
        return given


class GroupForm(WithChoices, CountForm):
    """An own group: what it is called, whether it is of the organisation, and which layers are meant for it."""

    name = asking.line(
        gettext_lazy("Hoe heet de groep?"),
        gettext_lazy("Een soort werk, team of organisatie. Geen naam van een persoon."),
        limit=120,
    )
    sort = asking.one_of(gettext_lazy("Van wie is deze groep?"), SORTS)
    layers = asking.several(
        gettext_lazy("Welke lagen zijn voor deze groep?"),
        {},
        gettext_lazy("Kies niets als u de groep alleen informeert."),
    )
    field_order = ("name", "sort", "layers", "people", "counted_on", "command", "looked_at")


class CourseForm(WithChoices):
    """A course that the policy does not name."""

    looked_at = seen()
    name = asking.line(gettext_lazy("Hoe heet de training?"), "", limit=160)
    provider = asking.line(
        gettext_lazy("Wie geeft de training?"),
        gettext_lazy("Een organisatie, geen naam van een persoon."),
        limit=120,
    )
    layer = forms.ChoiceField(
        label=gettext_lazy("Welke laag?"),
        error_messages={"required": gettext_lazy("Kies een laag.")},
    )
    form = asking.one_of(gettext_lazy("In welke vorm?"), FORMS)
    audiences = asking.several(
        gettext_lazy("Voor welke groepen?"),
        {},
        gettext_lazy("Kies niets als zij voor alle groepen van deze laag is."),
    )
    free = forms.ChoiceField(
        label=gettext_lazy("Is zij gratis?"),
        choices=lambda: choices_from(FREE),
        required=False,
        widget=forms.RadioSelect,
    )
    link = Line(
        label=gettext_lazy("Waar staat er meer over?"),
        help_text=gettext_lazy("Een adres op internet dat met https begint."),
        limit=300,
    )

    def clean_link(self) -> str:
        """Refuse what is no address of a page."""
        link: str = self.cleaned_data["link"]
        if link and (not link.startswith("https://") or " " in link or len(link) < len("https://a.nl")):
            raise forms.ValidationError(_("Dit is geen adres. Begin met https://, zonder spaties."))
        return link


class CheckForm(DecisionForm):
    """What was looked at with others, what was found, and where that can be seen (TRAIN-09, TRAIN-11)."""

    looked_at = seen()
    what = asking.one_of(gettext_lazy("Wat hebt u nagekeken?"), CHECKS)
    whose = asking.post(gettext_lazy("Bij welke organisatie?"))
    on = asking.day(gettext_lazy("Op welke dag keek u dit na?"))
    found = asking.one_of(gettext_lazy("Is dat zo?"), FOUND)
    evidence = asking.line(
        gettext_lazy("Waaruit blijkt dat?"),
        gettext_lazy("Een besluit, afspraak of lesprogramma met een datum. Schrijf niets over een persoon."),
        limit=300,
        required=False,
    )
    again_on = asking.day(gettext_lazy("Wanneer kijkt u weer?"), required=False)

    def clean_on(self) -> date:
        """Refuse a day that has not been."""
        return asking.been(self.cleaned_data["on"])

    def clean_again_on(self) -> date | None:
        """Refuse a day too far away to be right."""
        again = self.cleaned_data["again_on"]
        return asking.not_too_far(again) if again else None

    def clean(self) -> dict[str, Any]:
        """What is so must be seen somewhere; looking again comes later."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("found") == "yes" and not given.get("evidence") and "evidence" not in self.errors:
            self.add_error("evidence", _("Schrijf waaruit dit blijkt. Zonder bewijs is het niet nagekeken."))
        on, again = given.get("on"), given.get("again_on")
        if on and again and again <= on:
            self.add_error("again_on", _("Deze dag ligt niet na de dag waarop u keek."))
        return given


class SearchForm(forms.Form):
    """Which part of the catalogue to show."""

    groep = forms.ChoiceField(label=gettext_lazy("Voor welke groep?"), required=False)
    laag = forms.ChoiceField(label=gettext_lazy("Welke laag?"), required=False)

    def __init__(self, *args: Any, groups: Choices, layers: Words, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["groep"].choices = [("", _("Alle groepen")), *groups]
        fields["laag"].choices = [("", _("Alle lagen")), *choices_from(layers)]


def course_choices(courses: Iterable[Offered]) -> Choices:
    """Return courses as choices, with who gives them; the first is none of them."""
    named = [(one.key, f"{capfirst(said(one.name))} ({said(one.provider)})") for one in courses]
    return [("", _("Een andere training")), *named]
