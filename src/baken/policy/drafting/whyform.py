"""Why an element of the region does not count here: a document, or a reason."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from baken.policy.drafting.elementform import Part
from baken.policy.drafting.questions import About, makers
from baken.policy.drafting.slots.base import ABSENT


class WhyForm(forms.Form):
    """Asks who says so; nothing is asked where an own element is taken away."""

    use_required_attribute = False
    mark_required = True

    def __init__(self, data: Any = None, *, about: About, needed: bool) -> None:
        super().__init__(data)
        known = makers(about)
        self.slots = [known[key]() for key in ("source", "chosen")] if needed else []
        for slot in self.slots:
            self.fields |= slot.fields()

    def parts(self) -> list[Part]:
        """Return the slots with their fields, to be drawn."""
        return [
            Part(slot, [self[name] for name in slot.fields()], "group" if slot.heading else "plain")
            for slot in self.slots
        ]

    def clean(self) -> dict[str, Any]:
        """Return what was given; one of both is needed."""
        given = super().clean() or self.cleaned_data
        taken = {slot.key: slot.taken(given, self.add_error) for slot in self.slots}
        self.why = {key: value for key, value in taken.items() if value is not ABSENT}
        if self.slots and not self.why and not self.errors:
            self.add_error(
                "source-document",
                _("Kies het stuk waarin dit staat, of schrijf waarom dit zo is gekozen."),
            )
        return given
