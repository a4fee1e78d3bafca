"""A refusal that helps: what was refused, why, and what to do."""

from baken.core.vocabulary.text import Text


class Refused(Exception):
    """A command that may not be carried out now. Nothing has changed.

    `field` names what was wrong in what was asked; a form that has such a field says it there. `lacks` names what must
    be there first, so that a page can lead to where that is recorded.
    """

    def __init__(self, what: Text, why: Text, do: Text, *, field: str = "", lacks: str = "") -> None:
        super().__init__(f"{what.en} {why.en} {do.en}")
        self.what, self.why, self.do, self.field, self.lacks = what, why, do, field, lacks

    def in_(self, language: str) -> str:
        """Return the whole refusal as one paragraph in `language`."""
        return " ".join(part.in_(language) for part in (self.what, self.why, self.do))
