"""A code to type, and a message to write."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from baken.core.vocabulary.outcomes import INFORMED
from baken.feedback.queries import PartnerToldUs
from baken.feedback.words import NEEDS_OWN_WORDS, STANDARD, heading
from baken.web.choices import Choice
from baken.web.fields import Prose


class CodeForm(forms.Form):
    """Where a return code is typed. What was typed is not shown again: it may be someone else's screen
    next.
    """

    mark_required = True
    use_required_attribute = False
    code = forms.CharField(
        label=_("Uw antwoordcode"),
        help_text=_("18 letters en cijfers. Streepjes, spaties en hoofdletters maken niet uit."),
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "baken-code-input",
            }
        ),
    )


class MessageForm(forms.Form):
    """What the reporter is told: a kind, and words at the level of a letter to anybody."""

    mark_required = True
    use_required_attribute = False
    category = forms.ChoiceField(
        label=_("Wat wilt u de melder vertellen?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat u de melder wilt vertellen.")},
    )
    text = Prose(
        label=_("Uw bericht aan de melder"),
        help_text=_(
            "Korte zinnen, zonder vaktaal. Laat u dit leeg, dan gebruiken wij de zin die bij uw keuze staat."
        ),
        limit=4000,
        rows=6,
    )
    referrals = forms.MultipleChoiceField(
        label=_("Vertelt u hiermee ook wat een partner heeft geantwoord?"),
        help_text=_("Dan staat vast dat de melder dit heeft gehoord."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self, data: Any = None, *, partners: list[PartnerToldUs] | tuple[PartnerToldUs, ...] = (), **rest: Any
    ):
        super().__init__(data, **rest)
        language = get_language() or "nl"
        self._field("category").choices = [
            (name, Choice(heading(name).in_(language), _hint(name, language))) for name in INFORMED
        ]
        self._field("referrals").choices = [
            (one.referral, f"{one.partner.in_(language)}: {one.outcome.in_(language)}") for one in partners
        ]
        if not partners:
            del self.fields["referrals"]

    def clean(self) -> dict[str, Any]:
        """Fill in the standard sentence where nothing was written, unless only own words can answer."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        category = given.get("category")
        if category and not given.get("text") and not self.has_error("text"):
            if category in NEEDS_OWN_WORDS:
                self.add_error("text", _("Schrijf hier het antwoord op de vraag."))
            else:
                given["text"] = STANDARD[category].in_(get_language() or "nl")
        return given

    def _field(self, name: str) -> forms.ChoiceField:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        return field


def _hint(category: str, language: str) -> str:
    if category in NEEDS_OWN_WORDS:
        return gettext("Schrijf het antwoord hieronder.")
    return STANDARD[category].in_(language)
