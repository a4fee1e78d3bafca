"""For which signals something counts, asked fact by fact."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from pydantic_core import PydanticCustomError

from baken.core.policy.conditions import ALWAYS, All, Condition, Reads
from baken.core.policy.written import condition
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.wording import FACT, VALUE
from baken.policy.drafting.slots.base import ABSENT, Given, Slot, Wrong
from baken.web.fields import said


class When(Slot):
    """Boxes per fact. Facts of which nothing is ticked do not matter; all the others must hold together."""

    heading = True

    def fields(self) -> dict[str, forms.Field]:
        """For each fact its values, and whether one of them must hold or none."""
        found: dict[str, forms.Field] = {}
        for fact, kind in FACTS.items():
            field = forms.MultipleChoiceField(
                label=capfirst(said(FACT[fact])),
                required=False,
                choices=[(value, said(VALUE[fact][value])) for value in kind.values],
                widget=forms.CheckboxSelectMultiple,
            )
            found[self.name(fact)] = field
            if not kind.is_set:
                found[self.name(f"{fact}-how")] = forms.ChoiceField(
                    label=_("Hoe telt dit: {fact}").format(fact=said(FACT[fact])),
                    required=False,
                    choices=[("any", _("het is een van deze")), ("none", _("het is geen van deze"))],
                )
        return found

    def shown(self, value: Any) -> dict[str, Any] | None:
        """Facts that must all hold can be shown; one way or another, or the opposite of something, cannot."""
        reads = readings(value)
        if reads is None:
            return None
        found: dict[str, Any] = {
            self.name(f"{fact}-how"): "any" for fact, kind in FACTS.items() if not kind.is_set
        }
        for read in reads:
            if self.name(read.fact) in found:
                return None
            found[self.name(read.fact)] = list(read.values)
            if read.how != "includes":
                found[self.name(f"{read.fact}-how")] = read.how
        return found

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return the condition as it is written; nothing ticked is no condition."""
        parts: dict[str, Any] = {}
        for fact, kind in FACTS.items():
            ticked = [value for value in kind.values if value in (given.get(self.name(fact)) or ())]
            if not ticked:
                continue
            how = given.get(self.name(f"{fact}-how")) or "any"
            if kind.is_set:
                parts[fact] = {"includes": ticked[0]} if len(ticked) == 1 else {"includes_any": ticked}
            elif how == "none":
                parts[fact] = {"not": ticked}
            else:
                parts[fact] = ticked[0] if len(ticked) == 1 else {"any": ticked}
        if not parts and self.required:
            wrong(self.name(next(iter(FACTS))), _("Kies ten minste bij één kenmerk wat er moet gelden."))
        return parts or ABSENT


def readings(value: Any) -> tuple[Reads, ...] | None:
    """Return the facts that a written condition reads where all must hold; None where it is more than that."""
    if value is ABSENT or value is None:
        return ()
    found = read_condition(value)
    if isinstance(found, Reads):
        return (found,)
    if isinstance(found, All) and all(isinstance(part, Reads) for part in found.parts):
        return tuple(part for part in found.parts if isinstance(part, Reads))
    return None


def read_condition(value: Any) -> Condition | None:
    """Return a written condition, or None where it is none."""
    if value is ABSENT or value is None:
        return ALWAYS
    try:
        return condition(value) if isinstance(value, Mapping) else None
    except PydanticCustomError:
        return None
