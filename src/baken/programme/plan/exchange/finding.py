"""From the tables of a file to rows of a programme: which table it is, by its headings, and which cells go together.

Municipalities make these tables in many ways: a title above, merged cells, bands between the rows, empty rows, and a
row that goes on below itself. What is passed over is said.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from baken.core.vocabulary.text import Text
from baken.programme.plan.exchange import columns, limits

Cells = Sequence[Sequence[str]]
UP, LEFT = "up", "left"
MARKS = ("formula", "error", "day")
_SHEET = Text("blad {name}", "sheet {name}")
_TABLE = Text("tabel {name}", "table {name}")
_UNREAD = Text(
    "Niet gelezen in {where}: de kolom {name}. Die hoort niet bij een programma.",
    "Not read in {where}: the column {name}. It is no part of a programme.",
)
_BAND = Text(
    "Overgeslagen in {where}, rij {row}: “{words}”. Dat is een tussenkop.",
    "Passed over in {where}, row {row}: “{words}”. That is a heading between rows.",
)
_TOO_MANY = Text(
    "Er staan meer dan {most} rijen in. De eerste {most} zijn gelezen.",
    "There are more than {most} rows. The first {most} were read.",
)
_SHOWN = 60
MOST_NOTES = 20


@dataclass(frozen=True, slots=True)
class Raw:
    """One row as it stood: the text of each column, and what was amiss with a cell. `there`: the columns of its table.

    An empty cell says something of an action that stands already; a column that is not there says nothing of it.
    """

    where: Text
    number: int
    texts: Mapping[str, str]
    marks: Mapping[str, str] = field(default_factory=dict)
    there: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of every table that is a programme, and what was passed over. `tables`: how many tables were like it."""

    rows: tuple[Raw, ...] = ()
    notes: tuple[Text, ...] = ()
    tables: int = 0


def found(tables: Iterable[Mapping[str, Any]]) -> Found:
    """Return what of these tables is a programme."""
    rows: list[Raw] = []
    notes: list[Text] = []
    like = 0
    for one in tables:
        frame = _SHEET if one["sort"] == "sheet" else _TABLE
        reader = _Reader(frame.format(name=str(one["name"])[:_SHOWN]))
        for number, cells in one["rows"]:
            reader.row(int(number), cells)
        like += bool(reader.roles)
        rows += reader.rows
        notes += reader.notes
    if len(rows) > limits.MAX_ROWS:
        rows = rows[: limits.MAX_ROWS]
        notes.insert(0, _TOO_MANY.format(most=limits.MAX_ROWS))
    return Found(tuple(rows), tuple(notes[:MOST_NOTES]), like)


class _Reader:
    """Goes through one table. A row of headings begins it, also where it comes again on a next page."""

    def __init__(self, where: Text) -> None:
        self.where = where
        self.roles: dict[int, str] = {}
        self.rows: list[Raw] = []
        self.notes: list[Text] = []
        self.below_headings = False

    def row(self, number: int, cells: Cells) -> None:
        """Take in the next row."""
        roles = _headings(cells)
        if roles:
            if not self.roles:
                self._name_others(cells, roles)
            self.roles, self.below_headings = roles, True
            return
        if not self.roles:
            return
        texts, marks, continued = self._told(cells)
        if self.below_headings and not texts and continued:
            return  # headings of two rows
        own_words = texts.get(columns.LABEL) or texts.get(columns.TITLE)
        if not texts:
            return
        if _is_band(cells):
            words = next(text for text, _mark in cells if text)
            self.notes.append(_BAND.format(where=self.where, row=number, words=words[:_SHOWN]))
            return
        if self.rows and not self.below_headings and not own_words and columns.TITLE in continued:
            self._go_on(texts)
            return
        self.below_headings = False
        for role in continued:
            if self.rows and role not in texts and self.rows[-1].texts.get(role):
                texts[role] = self.rows[-1].texts[role]
        there = tuple(role for role in columns.NAMES if role in self.roles.values())
        self.rows.append(Raw(self.where, number, texts, marks, there))

    def _told(self, cells: Cells) -> tuple[dict[str, str], dict[str, str], set[str]]:
        texts: dict[str, str] = {}
        marks: dict[str, str] = {}
        continued = set()
        for at, (text, mark) in enumerate(cells):
            role = self.roles.get(at)
            if role is None:
                continue
            if mark == UP:
                continued.add(role)
            if text.strip():
                texts[role] = f"{texts[role]} {text.strip()}" if role in texts else text.strip()
                if mark in MARKS:
                    marks[role] = mark
        return texts, marks, continued

    def _go_on(self, texts: Mapping[str, str]) -> None:
        """Put what stands beside a merged cell with the row that the cell begins in."""
        last = self.rows[-1]
        more = {
            role: "\n".join(part for part in (last.texts.get(role), texts[role]) if part) for role in texts
        }
        self.rows[-1] = replace(last, texts={**last.texts, **more})

    def _name_others(self, cells: Cells, roles: Mapping[int, str]) -> None:
        for at, (text, _mark) in enumerate(cells):
            if text.strip() and at not in roles:
                name = " ".join(text.split())[:_SHOWN]
                self.notes.append(_UNREAD.format(where=self.where, name=f"“{name}”"))


def _headings(cells: Cells) -> dict[int, str]:
    """Return which column stands where, if this is a row of headings: what is done, and at least one more of ours."""
    roles: dict[int, str] = {}
    last = ""
    for at, (text, mark) in enumerate(cells):
        if mark == LEFT:
            if last:
                roles[at] = last
            continue
        role = columns.role_of(text)
        last = role if role and role not in roles.values() else ""
        if last:
            roles[at] = last
    there = set(roles.values())
    filled = sum(bool(text.strip()) for text, _mark in cells)
    if not there & {columns.TITLE, columns.WHAT} or len(there) < 2 or len(there) * 2 < filled:
        return {}
    return roles


def _is_band(cells: Cells) -> bool:
    """Whether one merged cell fills the row."""
    filled = sum(bool(text.strip()) for text, _mark in cells)
    merged = sum(mark == LEFT for _text, mark in cells)
    return filled == 1 and len(cells) > 2 and merged + 1 >= len(cells) - 1
