"""The pieces of a signal as a partner would read them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.pieces import PIECES
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import CAPACITY, FACT, VALUE
from baken.ledger import policies, vault
from baken.ledger.signals import SignalFile

STEERING = (
    "exploitation",
    "related",
    "urgency",
    "hardness",
    "assessment",
    "age",
    "residence",
    "unaccompanied_minor",
)
"""The established facts a partner may read. Who reported, and whether there is a name, are not among them."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """One piece, ready to read: its lines in the order of the page."""

    id: str
    title: str
    identifies: bool
    lines: tuple[str, ...]


def rendered(file: SignalFile, language: str) -> dict[str, Rendered]:
    """Return every piece of the signal that has something in it, in the vocabulary's order.

    What a reporter noted beside a person, organisation or address stays behind: such a note can betray who made it,
    and what the partner needs of it fits in the explanation.
    """
    report = vault.get(file.id, file.state.contents[-1])
    lines = {
        "facts": tuple(_facts(file, language)),
        "period": _filled(report, "when"),
        "account": _filled(report, "happened"),
        "observations": tuple(_observations(report, language)),
        "place": _filled(report, "where"),
        "persons": tuple(_people(report.get("persons", ()), ("name", "capacity", "birth"), language)),
        "organisations": tuple(_people(report.get("organisations", ()), ("name", "capacity"), language)),
        "addresses": tuple(_addresses(report.get("addresses", ()))),
        "sources": tuple(_notes(file, "source.consulted", "note", language)),
        "tables": tuple(_notes(file, "table.decided", "decision", language)),
    }
    return {
        id: Rendered(id, piece.name.in_(language), piece.identifies, lines[id])
        for id, piece in PIECES.items()
        if lines[id]
    }


def _filled(report: Mapping[str, Any], field: str) -> tuple[str, ...]:
    text = str(report.get(field, "")).strip()
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())


def _facts(file: SignalFile, language: str) -> Iterator[str]:
    for name in STEERING:
        value = file.state.established.get(name)
        if not value:
            continue
        values = sorted(value) if isinstance(value, frozenset) else [value]
        named = ", ".join(VALUE[name][v].in_(language) for v in values)
        yield f"{capfirst(FACT[name].in_(language))}: {named}"


_OBSERVATIONS = {
    "seen": Text("Gezien", "Seen"),
    "heard": Text("Gehoord", "Heard"),
    "told": Text("Verteld door iemand", "Told by somebody"),
}


def _observations(report: Mapping[str, Any], language: str) -> Iterator[str]:
    for field, label in _OBSERVATIONS.items():
        text = str(report.get(field, "")).strip()
        if text:
            yield f"{label.in_(language)}: {text}"


def _people(rows: Any, fields: tuple[str, ...], language: str) -> Iterator[str]:
    for row in rows:
        shown = dict(row)
        capacity = CAPACITY.get(str(row.get("capacity", "")))
        shown["capacity"] = capacity.in_(language) if capacity else ""
        text = ", ".join(str(shown[f]).strip() for f in fields if str(shown.get(f, "")).strip())
        if text:
            yield text


def _addresses(rows: Any) -> Iterator[str]:
    for row in rows:
        street = f"{row.get('street', '')} {row.get('number', '')}".strip()
        town = f"{row.get('postcode', '')} {row.get('town', '')}".strip()
        text = ", ".join(part for part in (street, town) if part)
        if text:
            yield text


def _notes(file: SignalFile, event: str, field: str, language: str) -> Iterator[str]:
    for stored in file.stream.events:
        ref = getattr(stored.event, field, None) if stored.type == event else None
        if ref:
            about = _about(policies.bundle(stored.bundle), stored.event, language)
            yield f"{about}: {vault.get(file.id, ref)['text']}"


def _about(bundle: Bundle, event: Any, language: str) -> str:
    """Return what a note is about, as the policy called it when it was written."""
    if event.type == "table.decided":
        return str(bundle.tables[event.table].name.in_(language))
    return str(bundle.sources[event.source].name.in_(language))
