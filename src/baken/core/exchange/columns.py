"""Which column holds which field: by machine name, by label, or as in IOM's own template.

In that template the hidden row of names and the visible row of labels disagree for the address. People fill in
what they see, so the labels decide there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from baken.core.exchange.faults import Fault
from baken.core.exchange.fields import ALIASES, DEPRECATED, FIELDS, LEFT_OUT, TAKEN
from baken.core.vocabulary.text import Text

_BY_NAME: Mapping[str, str] = {
    **{name.casefold(): name for name in FIELDS},
    **{other.casefold(): name for other, name in ALIASES.items()},
}
_BY_LABEL: Mapping[str, str] = {FIELDS[name].label.casefold(): name for name in (*DEPRECATED, *TAKEN)}
_MOST_NAMED = 20
"""So many columns that are no fields are named; whoever mends those sees the rest."""
_ENOUGH = 5
"""So many labels in the second row, under names in the first, make it a template of IOM."""

_NO_HEADER = Text("in de eerste rij staat geen enkel veld van HTCDS", "the first row holds no field of HTCDS")
_ADD_HEADER = Text(
    "Zet in de eerste rij de namen van de velden, zoals prs_Birthdate, of gebruik het lege sjabloon.",
    "Put the names of the fields in the first row, such as prs_Birthdate, or use the empty template.",
)
_UNKNOWN = Text("‘{it}’ is geen veld van HTCDS 2.0", "‘{it}’ is no field of HTCDS 2.0")
_RENAME = Text(
    "Bedoelt u {near}? Verander de naam, of haal de kolom weg.",
    "Do you mean {near}? Change the name, or take the column out.",
)
_REMOVE = Text(
    "Haal de kolom weg, of geef hem de naam van een veld.", "Take the column out, or name it after a field."
)
_TWICE = Text("dit veld staat in meer dan één kolom", "this field stands in more than one column")
_ONE = Text("Houd één kolom over.", "Keep one column.")
_LEFT = Text("‘{it}’ neemt Baken niet over: {why}.", "Baken does not take ‘{it}’ over: {why}.")


@dataclass(frozen=True, slots=True)
class Columns:
    """The field of each column or nothing, how many rows are header, what is wrong, and what is worth saying."""

    names: tuple[str | None, ...]
    header_rows: int
    faults: tuple[Fault, ...] = ()
    notes: tuple[Text, ...] = ()
    silent: frozenset[int] = frozenset()
    """Columns that may hold something that is not read: a field left out, or the numbers of the template's rows."""


def columns(first: Sequence[str], second: Sequence[str] = ()) -> Columns:
    """Return what the columns of a file are, by its first two rows."""
    named = [_by_name(cell) for cell in first]
    labelled = [_BY_LABEL.get(_words(cell)) for cell in second]
    is_template = sum(map(bool, named)) >= _ENOUGH and sum(map(bool, labelled)) >= _ENOUGH
    header = second if is_template else first
    names: list[str | None] = []
    faults: list[Fault] = []
    notes: list[Text] = []
    silent: set[int] = {0} if is_template and not header[0].strip() else set()
    for index, cell in enumerate(header):
        name = _BY_LABEL.get(_words(cell)) if is_template else _by_name(cell) or _BY_LABEL.get(_words(cell))
        if name is None and cell.strip():
            if len(faults) < _MOST_NAMED:
                faults.append(_unknown(cell.strip()))
        elif name in names and name is not None:
            faults.append(Fault(0, name, _TWICE, _ONE))
        elif name is not None and name in LEFT_OUT:
            notes.append(_LEFT.format(it=name, why=LEFT_OUT[name]))
            name = None
            silent.add(index)
        names.append(name)
    if not any(names) and not notes:
        return Columns((), 1, (Fault(0, "", _NO_HEADER, _ADD_HEADER), *faults[:_ENOUGH]))
    return Columns(tuple(names), 2 if is_template else 1, tuple(faults), tuple(notes), frozenset(silent))


def _by_name(cell: str) -> str | None:
    return _BY_NAME.get(cell.strip().casefold())


def _words(cell: str) -> str:
    return " ".join(cell.split()).casefold()


def _unknown(cell: str) -> Fault:
    near = get_close_matches(cell[:80].casefold(), _BY_NAME, n=1, cutoff=0.75)
    do = _RENAME.format(near=_BY_NAME[near[0]]) if near else _REMOVE
    return Fault(0, cell[:60], _UNKNOWN.format(it=cell[:60]), do)
