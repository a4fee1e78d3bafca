"""A mistake in one value, raised while a policy is read into its models; `parse` adds file and line."""

from collections.abc import Iterable

from pydantic_core import PydanticCustomError

from baken.core.policy.errors import one_of, suggest
from baken.core.vocabulary.text import Text


def mistake(what: Text, why: Text, do: Text) -> PydanticCustomError:
    """Return the error that says what is wrong with a value, why, and what to do."""
    return PydanticCustomError("baken_policy", "{en}", {"en": what.en, "texts": (what, why, do)})


def not_listed(value: object, known: Iterable[str], name: Text) -> PydanticCustomError:
    """Return the error for a word that is not on its closed list."""
    words = list(known)
    return mistake(
        Text(f"`{value}` is geen {name.nl}.", f"`{value}` is not {_a(name.en)}."),
        Text(
            "Baken kent hier alleen een vaste lijst woorden.", "Baken knows only a closed list of words here."
        ),
        suggest(str(value), words, one_of(words)),
    )


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
