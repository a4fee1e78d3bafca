"""What the readers of Excel and Word share with the process that opens files: a cell, and why there is no table."""

from baken.programme.plan.exchange import limits

Cell = tuple[str, str]
"""The text of a cell and a mark: `up` or `left` continues that cell; `formula`, `error` or `day` says what it was."""


class TooLarge(Exception):
    """More than a programme can be."""


class Other(Exception):
    """Neither Excel nor Word."""


class Macros(Exception):
    """There is a program in it."""


def checked(text: str) -> str:
    """Return the text of a cell. Raises `TooLarge`."""
    if len(text) > limits.MAX_CELL:
        raise TooLarge
    return text
