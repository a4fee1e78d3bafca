"""What must have happened, asked in words: an event, about whom or what; and which steps come first."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.policy.drafting.slots.base import ABSENT, Choices, Given, Slot, Wrong
from baken.web.fields import said

ABOUT = ("partner", "table", "source", "fact", "each")


class Happening(Slot):
    """One event, and perhaps one thing that it is about."""

    heading = True

    def __init__(self, *args: Any, about: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.about = about

    def fields(self) -> dict[str, forms.Field]:
        """The event, and about what."""
        events = [("", _("Kies"))] + [(name, capfirst(said(words))) for name, words in EVENT_WORDS.items()]
        return {
            self.name("event"): forms.ChoiceField(
                label=_("Wat moet er gebeurd zijn?"),
                choices=events,
                required=self.required,
                error_messages={"required": _("Kies er een.")},
            ),
            self.name("about"): forms.ChoiceField(
                label=_("Gaat het om een bepaalde partner, bron of iets anders?"),
                choices=[("", _("Nee")), *self.about],
                required=False,
            ),
        }

    def shown(self, value: Any) -> dict[str, Any] | None:
        """One event with at most one detail can be shown."""
        if value is ABSENT or value is None:
            return {}
        one = value[0] if isinstance(value, list) and len(value) == 1 else value
        if isinstance(one, str):
            one = {"event": one}
        if not isinstance(one, Mapping) or one.get("event") not in EVENT_WORDS or len(one) > 2:
            return None
        details = [(key, detail) for key, detail in one.items() if key != "event"]
        if not details:
            return {self.name("event"): one["event"]}
        about = f"{details[0][0]}:{details[0][1]}"
        return (
            {self.name("event"): one["event"], self.name("about"): about} if about in self._known() else None
        )

    def _known(self) -> set[str]:
        return {
            value
            for name, label in self.about
            for value in ([one for one, _words in label] if isinstance(label, list | tuple) else [name])
        }

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return the event."""
        event, about = given.get(self.name("event")), given.get(self.name("about"))
        if not event:
            return ABSENT
        if not about:
            return event
        key, _colon, detail = about.partition(":")
        return {"event": event, key: detail}


class After(Slot):
    """The steps that come first; of a weighing also: only when it said yes."""

    def __init__(self, *args: Any, steps: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.steps = steps

    def fields(self) -> dict[str, forms.Field]:
        """A box for each step."""
        field = forms.MultipleChoiceField(
            label=self.label,
            help_text=self.hint,
            required=False,
            choices=self.steps,
            widget=forms.CheckboxSelectMultiple,
        )
        return {self.name(): field}

    def shown(self, value: Any) -> dict[str, Any] | None:
        """Known steps can be shown, with the outcome they must have."""
        if value is ABSENT or value is None:
            return {self.name(): []}
        ticked = [_as_choice(one) for one in (value if isinstance(value, list) else [value])]
        known = {step for step, _label in self.steps}
        return {self.name(): ticked} if known.issuperset(ticked) else None

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return the steps."""
        ticked = [one for one, _label in self.steps if one in (given.get(self.name()) or ())]
        found = []
        for one in ticked:
            step, _slash, outcome = one.partition("/")
            found.append({"step": step, "outcome": outcome} if outcome else step)
        return found or ABSENT


def _as_choice(one: Any) -> str:
    if isinstance(one, Mapping):
        outcome = f"/{one['outcome']}" if one.get("outcome") else ""
        return f"{one.get('step')}{outcome}"
    return str(one)
