"""Whom a data leak concerns: the people in the signals, notifications and client files that were named (V30).

The records are found by the references that people use. Who is in them is read where they lie, each time: nothing of it
is copied to the leak, and what was destroyed meanwhile names nobody any more.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from baken.core.derive.client import fold as fold_client
from baken.core.derive.incidents import IncidentState
from baken.core.derive.signal import fold as fold_signal
from baken.core.events.notification import NotificationReceived
from baken.core.events.signal import SignalCorrected, SignalReported
from baken.core.vocabulary.client import ROLE
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import CAPACITY
from baken.ledger import matters, vault
from baken.ledger.models import ClientRow, NotificationRow, SignalRow
from baken.ledger.projections import reference
from baken.ledger.streams import Stream
from baken.tenancy.scope import current
from baken.web.fields import said

ACCOUNTS = (SignalReported, SignalCorrected)


@dataclass(frozen=True, slots=True)
class Whom:
    """Somebody in a record: as it names them."""

    name: str
    capacity: str = ""
    birth: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: what it is called, who reads its names, where its references stand, and who is in one."""

    name: Text
    read: str
    row: type[Model]
    people: Callable[[Stream], Iterator[Whom]]


@dataclass(frozen=True, slots=True)
class Named:
    """What references lead to, by kind, and the references that lead nowhere here."""

    records: Mapping[str, tuple[UUID, ...]]
    unknown: tuple[str, ...]


def _in_signal(stream: Stream) -> Iterator[Whom]:
    """Everybody whom the accounts name, also one that was put right since: that one leaked as well."""
    told = [one.event.content for one in stream.events if isinstance(one.event, ACCOUNTS)]
    kept = vault.get_many(stream.id, told)
    rows = {str(row): row for account in kept.values() for row in account.get("persons", ())}
    for row in rows.values():
        capacity = CAPACITY.get(str(row.get("capacity", "")), Text("", ""))
        yield Whom(str(row.get("name", "")), said(capacity), str(row.get("birth", "")))


def _in_notification(stream: Stream) -> Iterator[Whom]:
    """The people whom the sender put in it, each in the words of the sender."""
    told = [one.event.content for one in stream.events if isinstance(one.event, NotificationReceived)]
    for content in vault.get_many(stream.id, told).values():
        pieces: list[Mapping[str, Any]] = content.get("pieces", [])
        yield from (Whom(line) for one in pieces if one["id"] == "persons" for line in one["lines"])


def _in_client_file(stream: Stream) -> Iterator[Whom]:
    """Whose file it is."""
    state = fold_client(stream.happened)
    told = vault.get(stream.id, state.identity)
    name = str(told.get("name") or told.get("working_name") or "")
    yield Whom(name, said(ROLE[state.role]), str(told.get("birth") or ""))


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "signal": Kind(Text("signaal", "signal"), "signal.read", SignalRow, _in_signal),
        "notification": Kind(
            Text("ontvangen melding", "notification received"),
            "notification.read",
            NotificationRow,
            _in_notification,
        ),
        "client": Kind(Text("cliëntdossier", "client file"), "care.read", ClientRow, _in_client_file),
    }
)


def by_reference(written: str) -> Named:
    """Return the records that references name, and the references that name none here."""
    asked = list(dict.fromkeys(written.upper().split()))
    known: set[str] = set()
    records = {}
    for kind, one in KINDS.items():
        rows = one.row._default_manager.filter(organisation_id=current(), reference__in=asked)
        found = sorted(rows.values_list("reference", "stream_id"), key=lambda each: asked.index(each[0]))
        records[kind] = tuple(stream for _reference, stream in found)
        known |= {reference_ for reference_, _stream in found}
    return Named(records, tuple(one for one in asked if one not in known))


def records(state: IncidentState) -> Mapping[str, tuple[UUID, ...]]:
    """Return the records of a leak, by kind."""
    told = {"signal": state.signals, "notification": state.notifications, "client": state.clients}
    return {kind: tuple(UUID(one) for one in ids) for kind, ids in told.items()}


def people(
    state: IncidentState, kinds: Collection[str] = tuple(KINDS)
) -> Iterator[tuple[str, UUID, list[Whom]]]:
    """Give each record of these kinds, and who is in it; in one whose term ended meanwhile nobody is left."""
    for kind, ids in records(state).items():
        there = matters.streams(ids) if kind in kinds else {}
        for id_ in ids if kind in kinds else ():
            yield kind, id_, list(KINDS[kind].people(there[id_])) if id_ in there else []


def counted(state: IncidentState) -> list[str]:
    """Return, in a sentence each, how many people each record names: all that is seen by who reads no names."""
    return [
        ngettext(
            "%(what)s %(reference)s: %(number)d persoon",
            "%(what)s %(reference)s: %(number)d personen",
            len(found),
        )
        % {"what": capfirst(said(KINDS[kind].name)), "reference": reference(id_), "number": len(found)}
        for kind, id_, found in people(state)
    ]


def number(state: IncidentState) -> int:
    """Return how many people there are in all of them."""
    return sum(len(found) for _kind, _id, found in people(state))


def named_reporters(state: IncidentState) -> int:
    """Return in how many of the signals the reporter gave a name, which lies sealed: they may be concerned too."""
    there = matters.streams(UUID(one) for one in state.signals)
    return sum(fold_signal(one.happened).envelope is not None for one in there.values())


def csv_rows(state: IncidentState, kinds: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Give the list of whom it concerns, a header first. A cell that a spreadsheet would read as a formula is text."""
    yield (_("Soort"), _("Kenmerk"), _("Naam"), _("Hoedanigheid"), _("Geboortedatum of leeftijd"))
    for kind, id_, found in people(state, kinds):
        for one in found:
            cells = (said(KINDS[kind].name), reference(id_), one.name, one.capacity, one.birth)
            yield tuple(_plain(cell) for cell in cells)


def _plain(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
