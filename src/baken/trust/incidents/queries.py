"""What the pages of data leaks show, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.derive.incidents import IncidentState, clock, fold, left
from baken.core.vocabulary import incidents as words
from baken.core.vocabulary.text import Text
from baken.ledger import matters, vault
from baken.ledger.projections import reference
from baken.trust.incidents import concerning
from baken.trust.incidents.actions import KIND
from baken.web.fields import said
from baken.web.parts import Line, Link, Table

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
                concerning.number(one.state) if one.state.listed else _("nog niet bekend"),
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
    """Return what people wrote about it: these words are about the leak, not about the people whom it concerns."""
    state = found.state
    wanted = {"told": state.words, "reason": state.reason, "closing": state.closing}
    wanted["authority"] = state.authority_words
    kept = vault.get_many(found.id, [ref for ref in wanted.values() if ref])
    return {name: kept[ref]["text"] if ref else "" for name, ref in wanted.items()}


def measures(found: Incident) -> list[tuple[datetime, str]]:
    """Return what was done about it, in that order."""
    kept = vault.get_many(found.id, [ref for _at, ref in found.state.measures])
    return [(at, kept[ref]["text"]) for at, ref in found.state.measures]
