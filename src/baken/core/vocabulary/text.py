"""A sentence in the two languages of the interface."""

from typing import NamedTuple


class Text(NamedTuple):
    """One sentence or name, in Dutch (leading) and English; the core speaks in these, never in one language."""

    nl: str
    en: str

    def in_(self, language: str) -> str:
        """Return the sentence in `language` ("nl" or "en"); any other language is answered in Dutch."""
        return self.en if language.startswith("en") else self.nl

    def format(self, **values: object) -> "Text":
        """Fill the same placeholders in both languages; a `Text` value is filled in per language."""
        nl = {k: v.nl if isinstance(v, Text) else v for k, v in values.items()}
        en = {k: v.en if isinstance(v, Text) else v for k, v in values.items()}
        return Text(self.nl.format(**nl), self.en.format(**en))
