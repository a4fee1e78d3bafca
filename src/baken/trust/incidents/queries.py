"""What the pages of data leaks show, as plain values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.derive.incidents import IncidentState, clock, fold, left
from baken.core.events.signal import SignalCorrected, SignalReported
from baken.core.vocabulary import incidents as words
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import CAPACITY
from baken.ledger import matters, signals, vault
from baken.ledger.models import SignalRow
from baken.ledger.projections import reference
from baken.tenancy.scope import current
from baken.trust.incidents.actions import KIND
from baken.web.fields import said
from baken.web.parts import Line, Link, Table

ACCOUNTS = (SignalReported, SignalCorrected)
CLOCK = {
    "running": Text("nog {hours} uur om te melden", "{hours} hours left to notify"),
    "late": Text("de 72 uur zijn voorbij, {hours} uur geleden", "the 72 hours are over, {hours} hours ago"),
    "told": Text("op tijd gemeld", "notified in time"),
    "told_late": Text("te laat gemeld", "notified too late"),
    "not_needed": Text("melden is niet nodig", "notifying is not needed"),
}


@dataclass(frozen=True, slots=True)
class Incident:
    """One leak at a moment."""

    id: UUID
    state: IncidentState
    now: datetime

    @property
    def reference(self) -> str:
        """The short name that people use for it."""
        return reference(self.id)

    @property
    def running(self) -> bool:
        """Whether the 72 hours still count, or were passed without telling."""
        return self.state.closed_at is None and clock(self.state, self.now) in ("running", "late")

    @property
    def late(self) -> bool:
        """Whether they were passed."""
        return clock(self.state, self.now) == "late"

    @property
    def clock(self) -> Text:
        """Where the 72 hours stand, in words."""
        hours = abs(int(left(self.state, self.now).total_seconds() // 3600))
        return CLOCK[clock(self.state, self.now)].format(hours=str(hours))


def one(incident: UUID, now: datetime) -> Incident:
    """Return one leak. Raises `NotThere`."""
    return Incident(incident, fold(matters.read(KIND, incident).happened), now)


def every(now: datetime) -> list[Incident]:
    """Return every leak, the one reported last first."""
    return [Incident(stream.id, fold(stream.happened), now) for stream in matters.every(KIND)]


def register(found: Sequence[Incident]) -> Table:
    """Return the register of leaks, which AVG 33(5) asks to be kept."""
    return Table(
        _("Register van datalekken"),
        (_("Kenmerk"), _("Ontdekt"), _("Wat"), _("Melden aan de AP"), _("Betrokkenen"), _("Stand")),
        [
            (
                Link(reverse("trust_incidents:incident", args=[one.id]), one.reference),
                one.state.discovered_at,
                capfirst(said(words.WHAT[one.state.what])),
                capfirst(said(one.clock)),
                len(people(one.state)) if one.state.listed else _("nog niet bekend"),
                _("afgesloten") if one.state.closed_at else _("open"),
            )
            for one in found
        ],
        hide_caption=True,
    )


def lines(found: Incident) -> list[Line]:
    """Return what is known of a leak, and what was decided."""
    state = found.state
    shown: list[Line] = [
        Line(Text("Wat", "What"), words.WHAT[state.what]),
        Line(Text("Waar", "Where"), words.WHERE[state.where]),
        Line(Text("Ontdekt", "Discovered"), state.discovered_at),
        Line(Text("Gemeld in Baken", "Reported in Baken"), state.reported_at),
        Line(Text("Gaat het nog door?", "Is it still going on?"), words.ONGOING[state.ongoing]),
        Line(Text("Melden bij de AP uiterlijk", "Notify the AP by"), state.tell_by),
    ]
    if state.risk:
        shown += [
            Line(Text("Risico", "Risk"), words.RISK[state.risk]),
            Line(Text("Melden bij de AP", "Notify the AP"), words.AUTHORITY[state.authority]),
            Line(Text("Betrokkenen inlichten", "Tell the people"), words.PEOPLE[state.people]),
        ]
    if state.authority_told_at:
        shown.append(Line(Text("Gemeld bij de AP op", "AP notified on"), state.authority_told_at))
    if state.people_told_at:
        shown.append(Line(Text("Betrokkenen ingelicht op", "People told on"), state.people_told_at))
    if state.closed_at:
        shown.append(Line(Text("Afgesloten op", "Closed on"), state.closed_at))
    return shown


def texts(found: Incident) -> dict[str, str]:
    """Return what people wrote about it: these words are about the leak, not about the people in the signals."""
    state = found.state
    wanted = {"told": state.words, "reason": state.reason, "closing": state.closing}
    wanted["authority"] = state.authority_words
    kept = vault.get_many(found.id, [ref for ref in wanted.values() if ref])
    return {name: kept[ref]["text"] if ref else "" for name, ref in wanted.items()}


def measures(found: Incident) -> list[tuple[datetime, str]]:
    """Return what was done about it, in that order."""
    kept = vault.get_many(found.id, [ref for _at, ref in found.state.measures])
    return [(at, kept[ref]["text"]) for at, ref in found.state.measures]


def in_signals(written: str) -> tuple[list[UUID], list[str]]:
    """Return the signals that references name, and the references that name none here."""
    asked = list(dict.fromkeys(written.upper().split()))
    rows = SignalRow.objects.filter(organisation_id=current(), reference__in=asked)
    known: dict[str, list[UUID]] = {}
    for row in rows.order_by("reported_at"):
        known.setdefault(row.reference, []).append(row.stream_id)
    found = [stream for one in asked for stream in known.get(one, ())]
    return found, [one for one in asked if one not in known]


def people(state: IncidentState) -> list[tuple[str, Mapping[str, Any]]]:
    """Return everybody whom it concerns, each with the reference of the signal in which they are named."""
    found: list[tuple[str, Mapping[str, Any]]] = []
    for id_ in state.signals:
        try:
            stream = matters.read(signals.KIND, UUID(id_))
        except matters.NotThere:
            continue  # its term ended meanwhile: nobody is left in it
        told = [one.event.content for one in stream.events if isinstance(one.event, ACCOUNTS)]
        kept = vault.get_many(stream.id, told)
        named = {str(row): row for account in kept.values() for row in account.get("persons", ())}
        found += [(reference(stream.id), row) for row in named.values()]
    return found


def counts(state: IncidentState) -> list[tuple[str, int]]:
    """Return how many people each signal names: all that is seen by who may not read signals."""
    per = {reference(UUID(id_)): 0 for id_ in state.signals}
    for name, _row in people(state):
        per[name] += 1
    return list(per.items())


def csv_rows(state: IncidentState) -> Iterator[tuple[str, ...]]:
    """Give the list of whom it concerns, a header first. A cell that a spreadsheet would read as a formula is text."""
    yield (_("Signaal"), _("Naam"), _("Hoedanigheid"), _("Geboortedatum of leeftijd"))
    for name, row in people(state):
        capacity = CAPACITY.get(str(row.get("capacity", "")), Text("", ""))
        yield tuple(
            _plain(cell)
            for cell in (name, str(row.get("name", "")), said(capacity), str(row.get("birth", "")))
        )


def _plain(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
