"""The form of one element: made from its slots, filled from what is written, and turned into what should be written.

A key whose fields did not change keeps exactly what stood there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import slugify
from django.utils.translation import gettext as _
from pydantic import ValidationError

from baken.core.policy.complaints import complain
from baken.core.policy.reading import Reading
from baken.policy.drafting.layered import pair
from baken.policy.drafting.questions import About
from baken.policy.drafting.shaping import LAST, PREFIX, RARE, keys_of, model_of, slots
from baken.policy.drafting.slots.base import ABSENT, Slot, Written
from baken.policy.drafting.slots.conditions import When
from baken.policy.drafting.slots.groups import Override
from baken.web.fields import said

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a condition as the page draws it: closed until it matters."""

    label: str
    chosen: str
    values: BoundField
    how: BoundField | None

    @property
    def open(self) -> bool:
        """Whether it matters, or something is wrong with it."""
        return bool(self.chosen or self.values.errors)


@dataclass(frozen=True, slots=True)
class Part:
    """One slot as the page draws it: plainly, as a group with a heading, or fact by fact."""

    slot: Slot
    bound: list[BoundField]
    shape: str

    @property
    def facts(self) -> list[Fact]:
        """The facts of a condition, those that matter first."""
        by_name = {bound.name: bound for bound in self.bound}
        found = [
            Fact(str(bound.label), _ticked(bound), bound, by_name.get(f"{name}-how"))
            for name, bound in by_name.items()
            if not name.endswith("-how")
        ]
        return sorted(found, key=lambda fact: not fact.open)


def _ticked(bound: BoundField) -> str:
    ticked = {str(value) for value in bound.value() or ()}
    choices: list[tuple[str, str]] = getattr(bound.field, "choices", [])
    return ", ".join(str(label) for value, label in choices if value in ticked)


class ElementForm(forms.Form):
    """Asks for one element of a draft. `was` is what is written of it now; empty for a new one."""

    use_required_attribute = False
    mark_required = True
    looked_at = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, about: About, was: Raw, looked_at: int) -> None:
        self.about, self.was = about, was
        self.slots: list[Slot] = []
        initial: dict[str, Any] = {"looked_at": looked_at}
        super().__init__(data, initial=initial)
        for slot in slots(about):
            value = self._stands(slot.key)
            shown = slot.shown(value)
            if shown is None:
                slot = Written(slot.key, slot.label)
                shown = slot.shown(value) or {}
            self.slots.append(slot)
            initial |= shown
            self.fields |= slot.fields()

    def _stands(self, key: str) -> Any:
        """What is written under a key."""
        if key == "text" and self.about.section in PREFIX:
            return self.sentence if self.sentence is not None else ABSENT
        if key == "place":
            places = [(where, self.was[where]) for where in ("before", "behind") if where in self.was]
            return places[0] if places else ABSENT
        return self.was.get(key, ABSENT)

    @property
    def sentence(self) -> dict[str, str] | None:
        """The words of the text that the element names."""
        text = self.about.there.text(self.was.get("text")) if "text" in self.was else None
        return {"nl": text.nl, "en": text.en} if text is not None else None

    def usual(self) -> list[Part]:
        """What is asked of everybody."""
        return [part for part in self._parts() if part.slot.key not in (*RARE, *LAST)]

    def rare(self) -> list[Part]:
        """What few people need, folded away."""
        return [part for part in self._parts() if part.slot.key in RARE]

    def last(self) -> list[Part]:
        """Who says so."""
        return [part for part in self._parts() if part.slot.key in LAST]

    @property
    def rare_matters(self) -> bool:
        """Whether something of what few people need was filled in, or is wrong."""
        return any(
            part.slot.key in self.was or any(bound.errors for bound in part.bound) for part in self.rare()
        )

    def _parts(self) -> Iterator[Part]:
        for slot in self.slots:
            bound = [self[name] for name in slot.fields()]
            conditional = isinstance(slot, When | Override)
            yield Part(slot, bound, "facts" if conditional else "group" if slot.heading else "plain")

    def clean(self) -> dict[str, Any]:
        """Put the element together, and let the policy's own model say what is wrong with it."""
        given = super().clean() or self.cleaned_data
        self.element = self._element(given)
        if not self.errors:
            self._asks_who_says_so()
        if not self.errors:
            self._complain()
        return given

    def _element(self, given: Mapping[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        self.text: dict[str, str] | None = None
        for slot in self.slots:
            value = self._taken(slot, given)
            if slot.key == "text" and self.about.section in PREFIX:
                self.text = None if value is ABSENT else value
            elif slot.key == "place":
                found |= {} if value is ABSENT else {value[0]: value[1]}
            elif value is not ABSENT:
                found[slot.key] = value
        if "id" in keys_of(self.about.section):
            found["id"] = found.get("id") or self.was.get("id") or self._new_id(found)
        if "to" in found and "id" not in self.was and self.was:
            found.pop("id")  # called after its target, as it was
        if self.text is not None:
            found["text"] = (
                self.was.get("text") or f"{PREFIX[self.about.section]}.{found.get('id') or found['to']}"
            )
        return self._in_order(found)

    def _taken(self, slot: Slot, given: Mapping[str, Any]) -> Any:
        untouched = not any(name in self.changed_data for name in slot.fields())
        if untouched and (self.was or not slot.required):
            return self._stands(slot.key)
        return slot.taken(given, self.add_error)

    def _in_order(self, found: dict[str, Any]) -> dict[str, Any]:
        """The keys that stood there in their own order, new ones where they usually stand."""
        usual = keys_of(self.about.section)
        known = [key for key in self.was if key in found]
        for key in sorted(found.keys() - set(known), key=usual.index):
            behind = [other for other in known if usual.index(other) < usual.index(key)]
            known.insert(known.index(behind[-1]) + 1 if behind else 0, key)
        return {key: found[key] for key in known}

    def _new_id(self, found: Mapping[str, Any]) -> str:
        """A name for a new element, made of its words."""
        words = found.get("to") or self._first_words(found)
        wanted = slugify(str(words)).replace("-", "_").strip("_")[:40].strip("_") or self.about.section
        taken = {row.id for row in self.about.there.rows.get(self.about.section, ())}
        number = 2
        name = wanted
        while name in taken:
            name, number = f"{wanted}_{number}", number + 1
        return name

    def _first_words(self, found: Mapping[str, Any]) -> str:
        for raw in (self.text, found.get("name"), found.get("words"), found.get("title"), found.get("nl")):
            words = pair(raw)
            if words is not None:
                return " ".join(words.nl.split()[:6])
        return ""

    def _asks_who_says_so(self) -> None:
        if "chosen" in keys_of(self.about.section) and not {"source", "chosen"} & self.element.keys():
            self.add_error(
                "source-document" if "source-document" in self.fields else None,
                _("Kies het stuk waarin dit staat, of schrijf waarom dit zo is gekozen."),
            )

    def _complain(self) -> None:
        model = model_of(self.about.section)
        try:
            model.model_validate(self.element)
        except ValidationError as error:
            for mistake in error.errors(include_url=False):
                reading = Reading("")
                complain(reading, model, mistake, ())
                name = self._field_of(str(mistake["loc"][0]) if mistake["loc"] else "")
                for told in reading.errors:
                    self.add_error(name, " ".join(said(words) for words in (told.what, told.why, told.do)))

    def _field_of(self, key: str) -> str | None:
        for slot in self.slots:
            if slot.key == key:
                return next(iter(slot.fields()))
        return None
