"""The areas of life in which help is given."""

from collections.abc import Mapping

from baken.core.vocabulary.client import AREAS
from baken.core.vocabulary.text import Text
from baken.web.acting import choices_from


def names() -> Mapping[str, Text]:
    """Return every area with its name, in the order in which a file shows them."""
    return AREAS


def choices() -> list[tuple[str, str]]:
    """Return the areas as choices of a field."""
    return choices_from(names())
