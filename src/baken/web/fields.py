"""Text fields for every form: what was typed is kept, whatever is wrong with it, and errors say what to do.

Invisible control characters are taken out and said so, once; a text that is too long comes back whole. No
field sets `maxlength`, because a browser cuts a pasted text off with it and says nothing.
"""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from baken.core.vocabulary.bsn import bsn_in
from baken.core.vocabulary.text import Text

# What word processors paste for a soft line or page break is a line break here.
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# C0 and C1 controls except tab and line feed, lone surrogates, and the code points that are no characters.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

# What turns the direction of writing, and what ends it. The end of a line does too, the end of a name does not.
_TURNS = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}

REMOVED = Text(
    "In deze tekst stonden tekens die u niet kunt zien. Wij hebben die weggehaald. Kijk of uw tekst nog "
    "klopt en verstuur opnieuw.",
    "This text held characters that you cannot see. We took them out. Check that your text is still right "
    "and send again.",
)
TOO_LONG = Text(
    "Deze tekst is te lang: {length} tekens. Er passen er {limit}. Maak de tekst korter.",
    "This text is too long: {length} characters. There is room for {limit}. Make it shorter.",
)
ONE_LINE = Text("Schrijf dit op één regel.", "Write this on one line.")
BSN = Text(
    "Het getal {number} lijkt op een burgerservicenummer (BSN). Dat mogen wij hier niet vastleggen. Haal het "
    "weg. Is het een ander nummer? Zet er dan een streepje in.",
    "The number {number} looks like a citizen service number (BSN). We may not record that here. Take it "
    "out. Is it another number? Then put a dash in it.",
)
ROOM = Text("Er passen {limit} tekens in.", "There is room for {limit} characters.")


def said(text: Text, **values: object) -> str:
    """Return a sentence of the core in the language of this request."""
    return text.format(**values).in_(get_language() or "nl")


def figure(number: int) -> str:
    """Return a number with its thousands apart, as the reader writes it."""
    written = f"{number:,}"
    return written if (get_language() or "nl").startswith("en") else written.replace(",", ".")


def tidy(value: str) -> str:
    """Return the text in one spelling: composed letters, one kind of line break, nothing invisible, and every
    turn of direction ended on its own line, so that it turns round nothing that stands behind the text.
    """
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", _BREAKS.sub("\n", value)))
    return "\n".join(_ended(line) for line in plain.split("\n"))


def _ended(line: str) -> str:
    open_: list[str] = []
    for letter in line:
        if letter in _TURNS:
            open_.append(_TURNS[letter])
        elif open_ and letter == open_[-1]:
            open_.pop()
    return line + "".join(reversed(open_))


def holds_invisible(value: str) -> bool:
    """Whether there is something in the text that nobody typed on purpose."""
    return _INVISIBLE.search(value) is not None


class Line(forms.CharField):
    """One line of text of at most `limit` characters."""

    one_line = True

    def __init__(self, *, limit: int = 200, allow_bsn: bool = False, **rest: Any) -> None:
        rest.setdefault("required", False)
        super().__init__(**rest)
        self.limit, self.allow_bsn = limit, allow_bsn
        self.validators = []  # what these would check is checked in `clean`, with what to do about it

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Show what was typed, without what cannot be shown."""
        return tidy(data) if isinstance(data, str) else data

    def to_python(self, value: Any) -> str:
        """Return the tidy text; other kinds of value are no text and count as nothing."""
        return tidy(value).strip() if isinstance(value, str) else ""

    def clean(self, value: Any) -> str:
        """Return the text, or say what is wrong with it and what to do."""
        text: str = super().clean(value)
        if isinstance(value, str) and holds_invisible(value):
            raise ValidationError(said(REMOVED), code="invisible")
        if self.one_line and "\n" in text:
            raise ValidationError(said(ONE_LINE), code="lines")
        if len(text) > self.limit:
            told = said(TOO_LONG, length=figure(len(text)), limit=figure(self.limit))
            raise ValidationError(told, code="too_long")
        if not self.allow_bsn and (number := bsn_in(text)):
            raise ValidationError(said(BSN, number=number), code="bsn")
        return text


class Prose(Line):
    """Several lines of text of at most `limit` characters; the room there is, is said beside the field."""

    one_line = False
    widget = forms.Textarea

    def __init__(self, *, limit: int = 4000, rows: int = 4, **rest: Any) -> None:
        super().__init__(limit=limit, **rest)
        self.widget.attrs["rows"] = rows

    @property
    def room(self) -> str:
        """How much fits, as a sentence."""
        return said(ROOM, limit=figure(self.limit))
