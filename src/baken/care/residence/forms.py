"""The questions about a client's stay and its terms. Every choice has a not known, and no day is required."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from baken.care.common.forms import CareForm, day, one_of
from baken.care.residence.parts import Part
from baken.core.derive.care_facts import is_worn
from baken.core.vocabulary import residence as words
from baken.core.vocabulary.care import MOMENTS, NAMES, UNKNOWN, WORDS, CareFacts
from baken.core.vocabulary.text import Text
from baken.web.acting import choices_from, words_field
from baken.web.fields import said

BORN, OTHER_BORN = "birth_date", "other_birth_date"
BECAUSE, NOTE = "because", "words"


class NoteForm(CareForm):
    """One page of what is known; `told` says why it changes."""


def note_form(part: Part, *, first: bool) -> type[CareForm]:
    """Return the form of one page. Whoever notes something on it for the first time need not say why."""
    fields: dict[str, forms.Field] = {
        name: one_of(_name(NAMES[name]), WORDS[name], required=False, initial=UNKNOWN) for name in part.facts
    }
    if part.birth:
        fields[BORN] = day(gettext_lazy("Geboortedatum"), required=False)
        fields[OTHER_BORN] = day(
            gettext_lazy("Andere geboortedatum die ook genoemd is"),
            gettext_lazy("Bij twijfel geldt de bescherming van een kind."),
            required=False,
        )
    for name in part.sets:
        fields[name] = forms.MultipleChoiceField(
            label=_name(NAMES[name]),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            choices=choices_from(WORDS[name]),
        )
    fields |= {name: day(_name(MOMENTS[name]), required=False) for name in part.moments}
    if not first:
        chosen = {name: words.BECAUSE[name] for name in words.CHOSEN}
        fields[BECAUSE] = one_of(gettext_lazy("Waarom legt u dit nu vast?"), chosen)
    fields[NOTE] = words_field(
        gettext_lazy("Toelichting"),
        gettext_lazy(
            "Zonder namen van landen of familie. Verplicht als iets later bekend werd, verkeerd stond of weer is wat "
            "het was."
        )
        if not first
        else gettext_lazy("Alleen als een collega anders niet begrijpt waar dit vandaan komt."),
        required=False,
        rows=3,
    )
    return type("NoteForm", (NoteForm,), fields)


def is_empty(part: Part, own: CareFacts) -> bool:
    """Whether nothing of a page was noted yet: then nobody is asked why it changes."""
    nothing = CareFacts()
    names = (*part.facts, *part.sets, *(("birth_dates",) if part.birth else ()))
    return all(getattr(own, name) == getattr(nothing, name) for name in names) and not any(
        name in own.moments for name in part.moments
    )


def initial(part: Part, facts: CareFacts, today: date) -> dict[str, Any]:
    """Return what the page shows when it opens: what is known already. An age of long ago is asked again."""
    born = (*facts.birth_dates, None, None)
    found: dict[str, Any] = {name: getattr(facts, name) for name in part.facts}
    if "age" in found and is_worn(facts, today):
        found["age"] = UNKNOWN
    found |= {name: sorted(getattr(facts, name)) for name in part.sets}
    found |= {name: facts.moments.get(name) for name in part.moments}
    return found | ({BORN: born[0], OTHER_BORN: born[1]} if part.birth else {})


def answered(part: Part, own: CareFacts, data: Mapping[str, Any], today: date) -> CareFacts:
    """Return what is known after the answers on one page; the other pages stay as they were."""
    moments: dict[str, date] = {name: at for name, at in own.moments.items() if name not in part.moments}
    moments |= {name: data[name] for name in part.moments if data.get(name)}
    changed: dict[str, Any] = {name: data.get(name) or UNKNOWN for name in part.facts if name != "role"}
    if "role" in part.facts:
        changed["role"] = data.get("role") or "victim"
    if "age" in part.facts and (changed["age"] != own.age or is_worn(own, today)):
        changed["age_noted"] = today if changed["age"] != UNKNOWN else None
    changed |= {name: frozenset(data.get(name) or ()) for name in part.sets}
    if part.birth:
        told = [data[one] for one in (BORN, OTHER_BORN) if data.get(one)]
        changed["birth_dates"] = tuple(dict.fromkeys(told))
    return replace(own, moments=MappingProxyType(moments), **changed)


class HandleForm(CareForm):
    """What was done about a term."""

    how = one_of(gettext_lazy("Hoe is het afgelopen?"), {name: words.HOW[name] for name in words.BY_HAND})
    words = words_field(gettext_lazy("Wat is er gedaan?"), rows=3)


class UpdateForm(CareForm):
    """Take over what the rules say now."""


class AdviceForm(CareForm):
    """What the process director advises."""

    words = words_field(
        gettext_lazy("Uw advies"),
        gettext_lazy("De zorgcoördinator ziet dit bij de cliënt. Zonder namen van anderen."),
    )


def _name(text: Text) -> str:
    return capfirst(said(text))
