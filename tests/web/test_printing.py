"""Words on paper: whatever people write can be printed, and nothing of it is lost."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from baken.web import printing


@given(st.text(max_size=200))
def test_printable_loses_nothing(text: str) -> None:
    """Every character is there as itself or as its code point, in order; what is there already stays as it is."""
    made = printing.printable(text)
    assert printing.printable(made) == made
    back = "".join(
        chr(int(part[2:], 16)) if part.startswith("U+") else part
        for part in made.replace("[U+", "\0U+").replace("]", "\0").split("\0")
    )
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    assert back == composed.replace("]", "") or "]" in text or "[U+" in text
