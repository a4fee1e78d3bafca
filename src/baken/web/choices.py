"""A choice with its meaning beside it."""

from django.utils.functional import Promise


class Choice(str):
    """The label of a radio button or checkbox, with one sentence that says what it means.

    A string otherwise, so that Django's own forms take it as any label.
    """

    hint: str | Promise

    def __new__(cls, label: str, hint: str | Promise = "") -> "Choice":
        choice = super().__new__(cls, label)
        choice.hint = hint
        return choice
