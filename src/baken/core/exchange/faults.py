"""What is wrong in a file: where, what, and what to do. One fault is one thing to mend."""

from dataclasses import dataclass

from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. Row 0 is the file as a whole; rows are counted from 1, as a spreadsheet does."""

    row: int
    column: str
    what: Text
    do: Text


class Unreadable(ValueError):
    """The file as a whole cannot be read; `fault` says why and what to do."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.what.en)
        self.fault = fault
