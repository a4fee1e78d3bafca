"""Rows of a file to records and back. Every cell that is wrong is named; no cell is passed over in silence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from baken.core.exchange import values
from baken.core.exchange.columns import Columns, columns
from baken.core.exchange.faults import Fault
from baken.core.exchange.fields import DEPRECATED, FIELDS, HtcdsRecord, Value
from baken.core.vocabulary.text import Text

_DEPRECATED = Text("dit veld is vervallen in HTCDS 2.0", "this field is deprecated in HTCDS 2.0")
_EMPTY_IT = Text(
    "Maak de kolom leeg of haal hem weg; wat er stond hoort in het dossier zelf.",
    "Empty the column or take it out; what stood there belongs in the file itself.",
)
_NO_COLUMN = Text("deze cel staat in een kolom zonder naam", "this cell stands in a column without a name")
_NAME_IT = Text("Geef kolom {number} de naam van een veld.", "Name column {number} after a field.")
_LATER = Text("deze geboortedatum ligt in de toekomst", "this date of birth lies in the future")
_CHECK_DAY = Text("Kijk de datum na.", "Check the date.")
_TOO_MANY = Text("dit bestand heeft meer dan {most} rijen", "this file has more than {most} rows")
_SPLIT = Text(
    "Verdeel het over bestanden van hoogstens {most} rijen; elk met dezelfde eerste rij.",
    "Divide it over files of at most {most} rows; each with the same first row.",
)
_NOTHING = Text("dit bestand heeft geen rijen met gegevens", "this file has no rows with data")
_FILL = Text(
    "Vul onder de eerste rij één persoon per rij in.", "Fill in one person per row below the first row."
)
_EMPTY_ROWS = Text(
    "dit bestand heeft meer dan {most} lege rijen", "this file has more than {most} empty rows"
)
_TAKE_OUT = Text("Haal de lege rijen weg.", "Take the empty rows out.")
MOST_BLANK = 20_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row with something in it: its number as the file shows it, what it says, and what is wrong."""

    number: int
    record: HtcdsRecord = field(repr=False)
    faults: tuple[Fault, ...] = ()


NO_COLUMNS = Columns((), 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file: its rows, what is wrong with the file itself, and what is worth knowing."""

    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[Text, ...] = ()
    columns: Columns = NO_COLUMNS
    first: int = 1
    """The number of the first row after the header."""

    @property
    def records(self) -> tuple[HtcdsRecord, ...]:
        """The rows that nothing is wrong with."""
        return tuple(row.record for row in self.rows if not row.faults)


def read(table: Iterable[Sequence[str]], *, today: date, most: int) -> Reading:
    """Read at most `most` people from a table of cells."""
    lines = iter(table)
    begin = [next(lines, []) for _ in range(3)]
    skipped = 1 if not any(cell.strip() for cell in begin[0]) else 0
    made = columns(begin[skipped], begin[skipped + 1])
    if made.faults:
        return Reading(faults=made.faults, notes=made.notes)
    first = skipped + made.header_rows
    rows: list[Row] = []
    blank = 0
    for number, cells in enumerate(chain(begin[first:], lines), start=first + 1):
        row = _row(number, cells, made, today)
        if row is None:
            blank += 1
            if blank > MOST_BLANK:
                return Reading(faults=(Fault(0, "", _EMPTY_ROWS.format(most=MOST_BLANK), _TAKE_OUT),))
        elif len(rows) == most:
            return Reading(faults=(Fault(0, "", _TOO_MANY.format(most=most), _SPLIT.format(most=most)),))
        else:
            rows.append(row)
    if not rows:
        return Reading(faults=(Fault(0, "", _NOTHING, _FILL),), notes=made.notes)
    return Reading(tuple(rows), (), made.notes, made, first + 1)


def _row(number: int, cells: Sequence[str], made: Columns, today: date) -> Row | None:
    record: dict[str, Value] = {}
    faults: list[Fault] = []
    names = made.names
    for index, cell in enumerate(cells):
        if not cell:
            continue
        name = names[index] if index < len(names) else None
        if name is None:
            if index not in made.silent and cell.strip():
                faults.append(Fault(number, "", _NO_COLUMN, _NAME_IT.format(number=index + 1)))
            continue
        if name in DEPRECATED:
            if cell.strip():
                faults.append(Fault(number, name, _DEPRECATED, _EMPTY_IT))
            continue
        try:
            value = values.read(FIELDS[name], cell)
        except values.Wrong as wrong:
            faults.append(Fault(number, name, wrong.what, wrong.do))
            continue
        if value is not None:
            record[name] = value
    born = record.get("prs_Birthdate")
    if isinstance(born, date) and born > today:
        faults.append(Fault(number, "prs_Birthdate", _LATER, _CHECK_DAY))
    return Row(number, record, tuple(faults)) if record or faults else None


def write(records: Iterable[HtcdsRecord], names: Sequence[str]) -> Iterator[list[str]]:
    """Go through the rows of a file: the names of its columns, then one record per row."""
    yield list(names)
    for record in records:
        yield cells(record, names)


def cells(record: HtcdsRecord, names: Sequence[str]) -> list[str]:
    """Return one record as the cells of a row."""
    return [values.write(record[name]) if name in record else "" for name in names]


def left_behind(record: Mapping[str, Value], names: Sequence[str]) -> tuple[str, ...]:
    """Return which fields of a record have no column here, so that whoever writes them can say so."""
    return tuple(name for name in record if name not in names)
