"""The values that components show: rooms build them in `queries.py`, templates draw them.

They hold finished words and addresses, so that a component never asks a question of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from baken.core.vocabulary.text import Text

Words = str | Text
"""What a component can show as words: a finished sentence, or a sentence of the core in two languages."""

StepStatus = Literal["done", "due", "overdue", "waiting", "optional", "not_needed", "cannot_tell"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the route as a reader sees it: where it stands, why, who says so, and its button."""

    title: Words
    status: StepStatus
    because: Sequence[Words] = ()
    source: Words = ""
    who: Words = ""
    at: datetime | None = None
    due_at: datetime | None = None
    href: str = ""
    action: Words = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, for a timeline; oldest or newest first is up to the page."""

    at: datetime | date
    title: Words
    who: Words = ""
    detail: Words = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a summary: a term and its value, perhaps with a link to change it."""

    term: Words
    value: object
    href: str = ""
    action: Words = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A cell of a table, or an item of a list, that leads somewhere."""

    href: str
    label: Words


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; every row has as many cells as there are headers."""

    caption: Words
    headers: Sequence[Words]
    rows: Sequence[Sequence[object]]
    numeric: frozenset[int] = field(default_factory=frozenset)
    hide_caption: bool = False

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.headers):
                raise ValueError(f"table row has {len(row)} cells, the headers have {len(self.headers)}")
