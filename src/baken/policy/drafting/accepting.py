"""Which text may stand in a draft: plain YAML of a size that people write. Mistakes may stay; traps may not come in."""

import re
from dataclasses import dataclass

from baken.core.policy.errors import PolicyError
from baken.core.policy.reading import traps
from baken.core.policy.sections import FILES
from baken.core.vocabulary.text import Text

MOST_BYTES = 200_000
MOST_FILES = 60
MOST_LINES = 5_000
CASES = "cases/"
_CASE_NAME = re.compile(r"cases/[a-z0-9][a-z0-9_-]{0,60}\.yaml\Z")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text cannot be kept: what, why and what to do. `line` counts from 1; 0 means the text as a whole."""

    what: Text
    why: Text
    do: Text
    line: int = 0


def plain(text: str) -> str:
    """Return the text with one kind of line end, ending in one."""
    text = _BREAKS.sub("\n", text.removeprefix("\ufeff"))
    return text if not text or text.endswith("\n") else text + "\n"


def showable(text: str) -> str:
    """Return the text without what cannot be shown, so that what was typed can be given back."""
    return _CONTROL.sub("", plain(text))


def refusals(name: str, text: str) -> list[Refusal]:
    """Return why this text, already `plain`, may not stand in a draft; empty: it may."""
    if not known_name(name):
        return [_unknown_name(name)]
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES or text.count("\n") > MOST_LINES:
        return [
            Refusal(
                Text("Deze tekst is te groot.", "This text is too large."),
                Text(
                    f"De tekst telt {size} bytes. Er passen er {MOST_BYTES}, en {MOST_LINES} regels.",
                    f"The text has {size} bytes. There is room for {MOST_BYTES}, and {MOST_LINES} lines.",
                ),
                Text("Haal weg wat er niet hoort.", "Remove what does not belong here."),
            )
        ]
    if found := _CONTROL.search(text):
        return [
            Refusal(
                Text(
                    "Hier staat een teken dat u niet kunt zien.", "Here is a character that cannot be seen."
                ),
                Text(
                    "Zulke tekens horen niet in een tekst en kunnen een mens misleiden.",
                    "Such characters do not belong in a text and can mislead people.",
                ),
                Text(
                    "Baken heeft ze hieronder weggehaald. Kijk de tekst na en bewaar opnieuw.",
                    "Baken took them out below. Check the text and save again.",
                ),
                text.count("\n", 0, found.start()) + 1,
            )
        ]
    return [_as_refusal(error) for error in traps(name, text)]


def known_name(name: str) -> bool:
    """Whether a file of this name may be part of a policy."""
    return name in FILES or _CASE_NAME.match(name) is not None


def _unknown_name(name: str) -> Refusal:
    listed = ", ".join(FILES)
    return Refusal(
        Text(f"Baken kent geen bestand `{name[:80]}`.", f"Baken knows no file `{name[:80]}`."),
        Text(
            f"Beleid bestaat uit {listed}, en gevallen in de map `cases`.",
            f"A policy consists of {listed}, and cases in the folder `cases`.",
        ),
        Text("Hernoem het bestand of haal het weg.", "Rename the file or remove it."),
    )


def _as_refusal(error: PolicyError) -> Refusal:
    return Refusal(error.what, error.why, error.do, error.line)
