"""The questions of a hand-over, and of what comes back."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.core.derive.careful import minor
from baken.core.vocabulary import outcomes
from baken.core.vocabulary.pieces import PIECES
from baken.refer.pieces import Rendered
from baken.refer.queries import Offer
from baken.web.acting import CommandForm, choices_from, words_field
from baken.web.asking import CarefulForm
from baken.web.choices import Choice
from baken.web.fields import said

IN_OWN_WORDS = ("period", "account", "observations", "place")
"""Pieces the focal point may put in other words, because the reporter's own words can betray who reported."""


class HandOverForm(CommandForm):
    """To one partner: with or without names, why, on what ground, and what goes."""

    named = forms.ChoiceField(
        label=gettext_lazy("Met of zonder gegevens van mensen?"), widget=forms.RadioSelect
    )
    presumed_victim = forms.BooleanField(
        label=gettext_lazy("Er is nu een vermoedelijk slachtoffer"),
        help_text=gettext_lazy("Alleen nodig als u met gegevens overdraagt."),
        required=False,
    )
    purpose = forms.ChoiceField(label=gettext_lazy("Met welk doel?"), widget=forms.RadioSelect)
    ground = forms.ChoiceField(
        label=gettext_lazy("Op welke grondslag?"),
        help_text=gettext_lazy("Twijfelt u? Vraag het uw privacy officer."),
        widget=forms.RadioSelect,
    )
    pieces = forms.MultipleChoiceField(
        label=gettext_lazy("Wat heeft de partner nodig?"),
        help_text=gettext_lazy("Kies zo weinig mogelijk. De melder staat er niet bij: die gaat nooit mee."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies wat de partner nodig heeft.")},
    )
    explanation = words_field(
        gettext_lazy("Toelichting voor de partner"),
        gettext_lazy("Schrijf niets op dat aanwijst wie het signaal gaf."),
        required=False,
        rows=4,
    )
    ask = forms.BooleanField(
        label=gettext_lazy("Vraag de partner om terugkoppeling"), required=False, initial=True
    )

    def __init__(self, *args: Any, offer: Offer, pieces: Mapping[str, Rendered], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer, self.rendered = offer, pieces
        self._set("named", _named_choices(offer))
        self._set("purpose", offer.purposes)
        self._set("ground", offer.grounds)
        self._set("pieces", [(id, Choice(said(PIECES[id].name), hint=_hint(p))) for id, p in pieces.items()])
        self.fields["pieces"].required = not offer.nameless
        if offer.nameless:
            self.fields["named"].initial = "no"  # doing nothing shares the least
        if not offer.to_name:
            del self.fields["presumed_victim"]
        for id in IN_OWN_WORDS:
            if id in pieces:
                self.fields[f"words_{id}"] = _own_words(pieces[id])
        if offer.delivery == "document":
            del self.fields["ask"]  # the document itself asks; whether it was sent is recorded afterwards
        if minor(self.file.state):
            self.fields["minor_reason"] = words_field(
                _("Waarom moet de naam van een minderjarige mee?"),
                _("Alleen nodig als u met gegevens overdraagt. Uw reden wordt vastgelegd."),
                required=False,
                rows=3,
            )
        if offer.held and offer.may_override:
            self.fields["override_reason"] = words_field(
                _("Waarom kan het niet wachten?"), _("Uw reden wordt vastgelegd."), rows=3
            )

    def _set(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)
        if len(choices) == 1 and name != "pieces":
            field.initial = choices[0][0]

    def clean(self) -> dict[str, Any]:
        """A nameless notification holds nothing that identifies; a hand-over with names holds something."""
        data = super().clean() or {}
        chosen, named = data.get("pieces") or [], data.get("named")
        if named == "no":
            for id in chosen:
                if id in self.rendered and self.rendered[id].identifies:
                    title = said(PIECES[id].name)
                    self.add_error(
                        "pieces",
                        _("'%(piece)s' kan iemand aanwijzen. Dat past niet bij een melding zonder naam.")
                        % {"piece": title},
                    )
        for id in IN_OWN_WORDS:
            if id in chosen and f"words_{id}" in self.fields and not data.get(f"words_{id}", "").strip():
                self.add_error(
                    f"words_{id}",
                    _("Schrijf hier wat de partner mag lezen, of haal het vinkje bij dit onderdeel weg."),
                )
        if named == "yes" and minor(self.file.state) and not data.get("minor_reason", "").strip():
            self.add_error(
                "minor_reason",
                _(
                    "Het gaat (misschien) om een minderjarige. Schrijf waarom de naam nodig is, of kies zonder naam."
                ),
            )
        if named == "yes" and self.offer.to_name and not data.get("presumed_victim"):
            self.add_error(
                "presumed_victim",
                _(
                    "Een naam volgt pas als er een vermoedelijk slachtoffer is. Is dat zo, zet dan een vinkje."
                ),
            )
        if named == "yes" and not chosen and "pieces" not in self.errors:
            self.add_error("pieces", _("Kies wat de partner nodig heeft."))
        return data

    @property
    def rewritten(self) -> dict[str, str]:
        """Return the pieces that the focal point put in other words."""
        found = {id: self.cleaned_data.get(f"words_{id}", "") for id in IN_OWN_WORDS}
        return {id: text for id, text in found.items() if text.strip() and id in self.cleaned_data["pieces"]}


class CheckedForm(forms.Form):
    """The last look before something leaves the organisation."""

    use_required_attribute = False
    checked = forms.BooleanField(
        label=gettext_lazy("Ik heb dit gelezen. Het verraadt niet wie de melder is."),
        error_messages={"required": gettext_lazy("Lees na wat de partner krijgt, en zet dan een vinkje.")},
    )


class SendingForm(CommandForm):
    """How the document was sent."""

    channel = forms.ChoiceField(label=gettext_lazy("Hoe verzond u het document?"), widget=forms.RadioSelect)
    asked = forms.BooleanField(
        label=gettext_lazy("Ik heb om terugkoppeling gevraagd"),
        help_text=gettext_lazy("De vraag staat onderaan het document."),
        required=False,
        initial=True,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["channel"].choices = choices_from(outcomes.CHANNEL)  # type: ignore[attr-defined]


class Answer(forms.Form):
    """What the partner does with it."""

    use_required_attribute = False
    outcome = forms.ChoiceField(label=gettext_lazy("Wat is het antwoord?"), widget=forms.RadioSelect)
    note = words_field(
        gettext_lazy("Toelichting"),
        gettext_lazy("Alleen wat nodig is en gedeeld mag worden. Geen politiegegevens."),
        required=False,
        rows=4,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = choices_from(outcomes.ANSWER)  # type: ignore[attr-defined]


class AnswerForm(Answer, CarefulForm):
    """The focal point records what a partner outside Baken told."""


class NotificationAnswerForm(Answer):
    """The receiving organisation answers the sender."""

    command = forms.UUIDField(widget=forms.HiddenInput)


class AskForm(CommandForm):
    """Only the button: the partner was asked for feedback."""


def _named_choices(offer: Offer) -> list[tuple[str, str]]:
    named = ("yes", Choice(_("Met gegevens"), hint=_("De partner ziet wat u hieronder kiest.")))
    nameless = ("no", Choice(_("Melding zonder naam"), hint=_("Alleen feiten die niemand aanwijzen.")))
    return [nameless, named] if offer.nameless else [named]


def _hint(piece: Rendered) -> str:
    text = " · ".join(piece.lines)
    return text if len(text) <= 140 else text[:139].rstrip() + "…"


def _own_words(piece: Rendered) -> forms.CharField:
    field = words_field(
        _("In uw woorden: %(piece)s") % {"piece": said(PIECES[piece.id].name).lower()},
        _("Haal weg wat de partner niet nodig heeft, en alles wat aanwijst wie het signaal gaf."),
        required=False,
        rows=6 if piece.id in ("account", "observations") else 2,
    )
    field.initial = "\n\n".join(piece.lines)
    return field
