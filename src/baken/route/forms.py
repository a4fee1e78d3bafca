"""What a focal point fills in: each form asks for one decision."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.clock import now
from baken.core.vocabulary import outcomes, wording
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.moments import civil_date
from baken.ledger.signals import SignalFile
from baken.web.acting import CommandForm, choices_from, words_field
from baken.web.asking import CarefulForm
from baken.web.choices import Choice
from baken.web.fields import said
from baken.web.widgets import DateInput

SET_AND_NONE_HINT = gettext_lazy("U kunt er meer dan één kiezen. Weet u het nog niet? Kies dan niets.")


class ReceiveForm(CommandForm):
    """For what purpose and on what ground; what the policy stamped on the report stands there already (V1)."""

    purpose = forms.ChoiceField(label=gettext_lazy("Met welk doel?"), widget=forms.RadioSelect)
    ground = forms.ChoiceField(
        label=gettext_lazy("Op welke grondslag?"),
        help_text=gettext_lazy("Twijfelt u? Laat staan wat er staat, en vraag het uw privacy officer."),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        state, bundle = self.file.state, self.file.bundle
        intake = bundle.uses["intake"]
        purposes = [bundle.purposes[one] for one in dict.fromkeys((state.purpose, *intake.purposes))]
        grounds = [bundle.grounds[one] for one in dict.fromkeys((state.ground, *intake.grounds))]
        _choose(self, "purpose", [(one.id, Choice(capfirst(said(one.name)))) for one in purposes])
        _choose(self, "ground", [(one.id, Choice(capfirst(said(one.name)), one.article)) for one in grounds])


class PoliceForm(CommandForm):
    """That it was discussed with the police: the day and the function. There is no room for what was said (V4)."""

    on = forms.DateField(
        label=gettext_lazy("Op welke dag?"),
        widget=DateInput,
        error_messages={
            "required": gettext_lazy("Vul de dag in."),
            "invalid": gettext_lazy("Vul een dag in."),
        },
    )
    function = forms.ChoiceField(
        label=gettext_lazy("Met wie bij de politie?"),
        help_text=gettext_lazy("Alleen de functie, geen naam."),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _choose(self, "function", choices_from(outcomes.POLICE))

    def clean_on(self) -> date:
        """A talk has been."""
        on: date = self.cleaned_data["on"]
        if on > civil_date(now()):
            raise forms.ValidationError(_("Die dag moet nog komen. Vul de dag in waarop u elkaar sprak."))
        return on


class SecrecyForm(CommandForm):
    """May what is under professional secrecy be shared, and why (V5)?"""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Mag deze inhoud worden gedeeld?"), widget=forms.RadioSelect
    )
    reason = words_field(
        gettext_lazy("Hoe hebt u dat afgewogen?"),
        gettext_lazy("Wie hebt u gesproken, en wat gaf de doorslag? Schrijf niet over wat geheim is."),
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        later = [] if self.file.state.secrecy == "owed" else [("later", Choice(_("Dat weeg ik later af")))]
        hints = {
            "consent": _("Van wie het betreft; bij een kind ook van ouder of voogd, als dat veilig is."),
            "legal_right": _("Bijvoorbeeld het recht om zonder toestemming bij Veilig Thuis te melden."),
            "conflict_of_duties": _("Er is geen andere weg, en u deelt niet meer dan nodig."),
        }
        listed = [
            (value, Choice(capfirst(said(text)), hints.get(value, "")))
            for value, text in outcomes.SECRECY.items()
        ]
        _choose(self, "outcome", [*listed, *later])

    def clean(self) -> dict[str, Any]:
        """Whoever weighs says why; whoever does it later need not yet."""
        given = super().clean() or self.cleaned_data
        if (
            given.get("outcome") not in (None, "later")
            and not given.get("reason")
            and "reason" not in self.errors
        ):
            self.add_error("reason", _("Schrijf hier iets. Een of twee zinnen zijn genoeg."))
        return given


class FactForm(CarefulForm):
    """Establish one fact: its value, or its values where it is a set, and why."""

    value: forms.ChoiceField | forms.MultipleChoiceField
    reason = words_field(
        gettext_lazy("Waarom stelt u dit vast?"),
        gettext_lazy("Wat weet u, en hoe weet u het? De melder hoeft niet genoemd te worden."),
    )

    def __init__(self, *args: Any, fact: str, label: str, hint: str, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = choices_from(wording.VALUE[fact])
        if FACTS[fact].is_set:
            several = forms.MultipleChoiceField(
                label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
            )
            several.help_text = f"{hint} {SET_AND_NONE_HINT}".strip()
            self.fields["value"] = several
        else:
            self.fields["value"] = forms.ChoiceField(
                label=label, help_text=hint, choices=choices, widget=forms.RadioSelect
            )
        self.order_fields(["command", "looked_at", "value", "reason"])

    @property
    def values(self) -> tuple[str, ...]:
        """The chosen value or values."""
        given = self.cleaned_data["value"]
        return (given,) if isinstance(given, str) else tuple(given)


class AssessForm(CarefulForm):
    """Judge what the signal is, and why; another problem goes somewhere."""

    assessment = forms.ChoiceField(label=gettext_lazy("Wat is het, volgens u?"), widget=forms.RadioSelect)
    destination = forms.ChoiceField(
        label=gettext_lazy("Wie pakt het andere probleem op?"),
        help_text=gettext_lazy("Vul dit alleen in bij een ander probleem dan mensenhandel."),
        required=False,
    )
    reason = words_field(
        gettext_lazy("Waarop baseert u dit?"),
        gettext_lazy(
            "Noem wat is gezien en nagegaan. Schrijf ‘vermoedelijk’ en ‘mogelijk’ waar het niet vaststaat."
        ),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        hints = {
            "not_trafficking": _("Er is geen uitbuiting, en ook geen ander probleem."),
            "other_phenomenon": _("U kiest hieronder wie het oppakt. Mensensmokkel is een ander probleem."),
            "suspicion": _("Er zijn aanwijzingen, maar het staat niet vast."),
            "trafficking": _("De aanwijzingen zijn zo sterk dat u het als mensenhandel behandelt."),
        }
        _choose(
            self,
            "assessment",
            (
                (value, Choice(capfirst(said(text)), hints.get(value, "")))
                for value, text in outcomes.ASSESSMENT.items()
            ),
        )
        bundle = self.file.bundle
        places = [
            (place.id, capfirst(f"{said(bundle.name_of(place.id))} – {said(place.words)}"))
            for place in bundle.destinations
        ]
        _choose(self, "destination", [("", _("Kies wie het oppakt")), *places])

    def clean(self) -> dict[str, Any]:
        """Another problem must end up somewhere; say so at the field itself."""
        given = super().clean() or self.cleaned_data
        if given.get("assessment") == "other_phenomenon" and not given.get("destination"):
            self.add_error("destination", _("Kies wie het andere probleem oppakt. Anders blijft het liggen."))
        return given


class CloseForm(CommandForm):
    """Close the signal, and say why."""

    outcome = forms.ChoiceField(label=gettext_lazy("Hoe sluit u het signaal af?"), widget=forms.RadioSelect)
    reason = words_field(
        gettext_lazy("Waarom kan het dicht?"), gettext_lazy("Een of twee zinnen, zonder namen."), rows=4
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _choose(self, "outcome", choices_from(outcomes.CLOSING))


class ReasonForm(CommandForm):
    """Only a reason is asked."""

    reason = words_field(gettext_lazy("Waarom?"), rows=4)

    def __init__(self, *args: Any, label: str = "", hint: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].label = label or self.fields["reason"].label
        self.fields["reason"].help_text = hint


class EnvelopeForm(ReasonForm):
    """Why somebody must know who reported: a word that the supervisor sees, and the words themselves."""

    why = forms.ChoiceField(
        label=gettext_lazy("Waarvoor hebt u de naam nodig?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies waarvoor u de naam nodig hebt.")},
    )
    field_order = ("command", "looked_at", "why", "reason")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _choose(self, "why", choices_from(outcomes.ENVELOPE))


class MoveForm(ReasonForm):
    """Follow another policy; `bundle` is the one whose changes were shown."""

    bundle = forms.CharField(widget=forms.HiddenInput, max_length=80, required=False)


def _choose(form: forms.Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


def established(file: SignalFile, fact: str) -> Mapping[str, Any]:
    """Return what the form for a fact starts with: what was established, otherwise what the reporter thinks."""
    value = file.state.established.get(fact) or file.state.claimed.get(fact)
    if value is None or value == "unknown":
        return {}
    return {"value": value if isinstance(value, str) else sorted(value)}
