"""What is wrong with a policy, said so that a policy adviser can put it right: file, line, what, why, what to do."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from baken.core.vocabulary.text import Text

_QUOTED = re.compile(r"`([^`]*)`")


@dataclass(frozen=True, slots=True)
class PolicyError:
    """One mistake in a policy. `line` counts from 1; 0 means the file or folder as a whole."""

    file: str
    line: int
    what: Text
    why: Text
    do: Text

    def in_(self, language: str) -> str:
        """Return the mistake as one line in `language`."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        line = f"{where}: {self.what.in_(language)} {self.why.in_(language)} {self.do.in_(language)}"
        # What stood in the file may be long or hold control characters; the mistake stays one readable line.
        return _QUOTED.sub(_short, "".join(c if c.isprintable() else "?" for c in line))


def _short(quoted: re.Match[str]) -> str:
    word = quoted[1]
    return f"`{word}`" if len(word) <= 100 else f"`{word[:60]}...`"


class PolicyErrors(Exception):
    """A policy that cannot be used, with every mistake that was found."""

    def __init__(self, errors: Iterable[PolicyError]) -> None:
        self.errors = tuple(sorted(set(errors), key=lambda e: (e.file, e.line, e.what)))
        super().__init__("\n".join(error.in_("en") for error in self.errors))


def nearest(wrong: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like `wrong`, or None."""
    found = get_close_matches(str(wrong), list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def suggest(wrong: str, known: Iterable[str], otherwise: Text) -> Text:
    """Return 'did you mean ...?' where a known word is near, and else what to do `otherwise`."""
    words = list(known)
    near = nearest(wrong, words)
    if near is not None:
        return Text(f"Bedoelt u `{near}`?", f"Did you mean `{near}`?")
    return otherwise


def one_of(known: Iterable[str]) -> Text:
    """Return the advice to choose one of a list."""
    listed = ", ".join(known)
    return Text(f"Kies uit: {listed}.", f"Choose from: {listed}.")
