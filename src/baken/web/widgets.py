"""Inputs that Django's own do not give: a date and a moment, picked without JavaScript."""

from typing import Any

from django import forms


class DateInput(forms.DateInput):
    """A date in the browser's own picker; the value travels as 2026-11-03, whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    """A date and time in the browser's own picker, to the minute."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%dT%H:%M")
