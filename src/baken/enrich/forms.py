"""What is asked when weighing, when a source was consulted, and about a trusted person."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.core.vocabulary import outcomes
from baken.web.acting import CommandForm, choices_from, words_field
from baken.web.asking import CarefulForm
from baken.web.choices import Choice
from baken.web.fields import Prose, said

WHY_MAX, FACT_MAX = 500, 300
"""One sentence: too little for a copy of what the source holds (V13)."""


class WeighForm(CommandForm):
    """The gate before any source: may it be, and why (V12)."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Mag u bronnen raadplegen voor dit signaal?"), widget=forms.RadioSelect
    )
    reason = words_field(
        gettext_lazy("Waarom wel of niet?"),
        gettext_lazy("Weegt het belang op tegen de inbreuk? Kan het ook met minder?"),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["outcome"].choices = choices_from(outcomes.WEIGHING)  # type: ignore[attr-defined]


class ConsultForm(CarefulForm):
    """One source, one decision: which, why, on what ground, and the least of what it said (V11, V13)."""

    source = forms.ChoiceField(
        label=gettext_lazy("Welke bron hebt u geraadpleegd?"), widget=forms.RadioSelect
    )
    ground = forms.ChoiceField(label=gettext_lazy("Op welke grondslag?"), widget=forms.RadioSelect)
    reason = Prose(
        label=gettext_lazy("Waarom was deze bron nodig?"),
        help_text=gettext_lazy("Eén zin: wat moest u weten om het signaal te wegen?"),
        required=True,
        limit=WHY_MAX,
        rows=2,
        error_messages={"required": gettext_lazy("Schrijf in één zin waarom u deze bron nodig had.")},
    )
    outcome = forms.ChoiceField(label=gettext_lazy("Wat was het resultaat?"), widget=forms.RadioSelect)
    note = Prose(
        label=gettext_lazy("Welk feit hebt u nodig?"),
        help_text=gettext_lazy("Alleen het feit zelf, in één zin. Neem de gegevens uit de bron niet over."),
        limit=FACT_MAX,
        rows=3,
    )
    continues_because = forms.ChoiceField(
        label=gettext_lazy("Niet gevonden: zoekt u toch verder?"),
        help_text=gettext_lazy("Niets gevonden betekent stoppen, tenzij veiligheid of zorg erom vraagt."),
        widget=forms.RadioSelect,
        required=False,
        initial="none",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        bundle = self.file.bundle
        sources = [(key, Choice(capfirst(said(source.name)))) for key, source in bundle.sources.items()]
        allowed = {ground for source in bundle.sources.values() for ground in source.grounds}
        grounds = [
            (ground.id, Choice(capfirst(said(ground.name)), ground.article))
            for ground in bundle.grounds.values()
            if ground.id in allowed
        ]
        self.fields["source"].choices = sources  # type: ignore[attr-defined]
        self.fields["ground"].choices = grounds  # type: ignore[attr-defined]
        self.fields["outcome"].choices = choices_from(outcomes.SOURCE)  # type: ignore[attr-defined]
        self.fields["continues_because"].choices = choices_from(outcomes.CONTINUES)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What was not found has no facts to keep."""
        given = super().clean() or self.cleaned_data
        given["continues_because"] = given.get("continues_because") or "none"
        source, ground = given.get("source"), given.get("ground")
        if source and ground and ground not in self.file.bundle.sources[source].grounds:
            self.add_error(
                "ground", _("Het beleid noemt deze grondslag niet bij deze bron. Kies een andere.")
            )
        if given.get("outcome") == "no_hit" and given.get("note"):
            self.add_error("note", _("U koos ‘niet gevonden’. Maak dit vak leeg, of kies ‘gevonden’."))
        return given


class TrustedPersonForm(CommandForm):
    """Can somebody whom the presumed victim trusts be brought in before the police are? (ROUTE-W3a)"""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Kan een vertrouwenspersoon het vermoedelijke slachtoffer helpen?"),
        widget=forms.RadioSelect,
    )
    reason = words_field(
        gettext_lazy("Hoe hebt u dat bekeken?"),
        gettext_lazy("Zonder naam van de vertrouwenspersoon. Schrijf wat het antwoord bepaalde."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["outcome"].choices = choices_from(outcomes.TRUSTED_PERSON)  # type: ignore[attr-defined]
