"""From the bytes of a policy file to its text: not too large, UTF-8, and nothing in it that does not show."""

import re
from collections.abc import Callable

from baken.core.vocabulary.text import Text

MAX_BYTES = 1_000_000
# Control characters, line ends that only some readers know, and marks that turn the direction of what is shown.
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?|\n")
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
Wrong = Callable[[int, Text, Text, Text], None]


def text_of(content: bytes | str, wrong: Wrong) -> str | None:
    """Return the text, or None after telling what is wrong with it."""
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    if len(raw) > MAX_BYTES:
        wrong(
            0,
            Text("Dit bestand is te groot.", "This file is too large."),
            Text(
                f"Het telt {len(raw)} bytes; 1 MB is het meeste.",
                f"It has {len(raw)} bytes; 1 MB is the most.",
            ),
            Text("Haal weg wat er niet hoort.", "Remove what does not belong here."),
        )
        return None
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        _not_utf8(raw, error, wrong)
        return None
    return text if _shows(text, wrong) else None


def _not_utf8(raw: bytes, error: UnicodeDecodeError, wrong: Wrong) -> None:
    found = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    wrong(
        raw[: error.start].count(b"\n") + 1,
        Text("Dit bestand is geen UTF-8.", "This file is not UTF-8."),
        Text(f"Het is {found}.", f"It is {found}.")
        if found
        else Text("Er staan tekens in een andere codering in.", "It holds characters in another encoding."),
        Text("Sla het bestand op als UTF-8.", "Save the file as UTF-8."),
    )


def _shows(text: str, wrong: Wrong) -> bool:
    hidden = _HIDDEN.search(text)
    if hidden is not None:
        code = f"U+{ord(hidden[0]):04X}"
        wrong(
            text.count("\n", 0, hidden.start()) + 1,
            Text(
                f"Hier staat een teken dat niet te zien is ({code}).",
                f"Here is a character that does not show ({code}).",
            ),
            Text("Dan staat er iets anders dan u leest.", "Then it says something else than you read."),
            Text(
                "Typ de regel opnieuw, in een gewone teksteditor.",
                "Type the line anew, in a plain text editor.",
            ),
        )
        return False
    whole = True
    for number, line in enumerate(_LINE_END.split(text), 1):
        if "\t" in line[: len(line) - len(line.lstrip())]:
            whole = False
            wrong(
                number,
                Text("Deze regel begint met een tab.", "This line starts with a tab."),
                Text("YAML springt alleen in met spaties.", "YAML indents with spaces only."),
                Text("Vervang de tab door spaties.", "Replace the tab by spaces."),
            )
    return whole
