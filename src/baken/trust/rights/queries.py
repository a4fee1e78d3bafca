"""What the pages of requests show, as plain values. Who asks is opened only for who settles or searches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.decide.rights import is_put_off
from baken.core.derive import correcting
from baken.core.derive.rights import RequestState, Weighed, clock, days_left, fold
from baken.core.derive.signal import SignalState
from baken.core.derive.signal import fold as fold_signal
from baken.core.vocabulary import outcomes, rights
from baken.core.vocabulary.text import Text
from baken.ledger import matters, signals, vault
from baken.ledger.models import Obligation
from baken.ledger.projections import reference
from baken.ledger.streams import Stream
from baken.tenancy.scope import current
from baken.trust.rights import gathering, matching
from baken.trust.rights.actions import KIND
from baken.trust.rights.matching import Wanted
from baken.web.fields import said
from baken.web.parts import Line, Link, Table

CLOCK = {
    "running": Text("nog {days} dagen om te antwoorden", "{days} days left to answer"),
    "late": Text("de termijn is {days} dagen voorbij", "the term ended {days} days ago"),
    "answered": Text("beantwoord", "answered"),
}


@dataclass(frozen=True, slots=True)
class Request:
    """One request at a moment."""

    id: UUID
    state: RequestState
    now: datetime

    @property
    def reference(self) -> str:
        """The short name that people use for it."""
        return reference(self.id)

    @property
    def answered(self) -> bool:
        """Whether it is over."""
        return self.state.answered_at is not None

    @property
    def late(self) -> bool:
        """Whether the term passed without an answer."""
        return clock(self.state, self.now) == "late"

    @property
    def clock(self) -> Text:
        """Where the month stands, in words."""
        days = abs(days_left(self.state, self.now))
        return CLOCK[clock(self.state, self.now)].format(days=str(days))


@dataclass(frozen=True, slots=True)
class Record:
    """A record on the worksheet: its reference, why it came up, and what was decided."""

    id: UUID
    kind: str
    reference: str
    why: Sequence[Text]
    weighed: Weighed | None
    act: str

    @property
    def stands(self) -> Text:
        """Where the decision about it stands."""
        return (
            rights.VERDICT[self.weighed.verdict]
            if self.weighed
            else Text("nog te beslissen", "to be decided")
        )


def one(request: UUID, now: datetime) -> Request:
    """Return one request. Raises `NotThere`."""
    return Request(request, fold(matters.read(KIND, request).happened), now)


def every(now: datetime) -> list[Request]:
    """Return every request, the one registered last first."""
    return [Request(stream.id, fold(stream.happened), now) for stream in matters.every(KIND)]


def register(found: Sequence[Request]) -> Table:
    """Return the list of requests: kinds, days and counts, and not one name."""
    return Table(
        _("Verzoeken van betrokkenen"),
        (_("Kenmerk"), _("Soort"), _("Ontvangen"), _("Antwoord uiterlijk"), _("Stand")),
        [
            (
                Link(reverse("trust_rights:request", args=[one.id]), one.reference),
                capfirst(said(rights.RIGHT[one.state.right])),
                one.state.received_on,
                one.state.answer_by.date(),
                capfirst(said(one.clock)),
            )
            for one in found
        ],
        hide_caption=True,
    )


def who(found: Request) -> dict[str, Any]:
    """Return who asks, and what, from the request's own vault."""
    return vault.get(found.id, found.state.words)


def lines(found: Request, *, outcome: bool) -> list[Line]:
    """Return how far a request is, without a name; with `outcome` also whether anything came up and what was left out.

    Whoever sees who asks and reads no signals is not told: that somebody is in a signal is itself content.
    """
    state = found.state
    shown = [
        Line(Text("Verzoek", "Request"), rights.RIGHT[state.right]),
        Line(Text("Ontvangen", "Received"), state.received_on),
        Line(Text("Identiteit", "Identity"), rights.IDENTITY[state.identity]),
        Line(Text("Antwoord uiterlijk", "Answer by"), state.answer_by.date()),
        Line(
            Text("Doorzocht", "Gone through"),
            str(state.searches[-1].looked_through) if state.searches else Text("nog niet", "not yet"),
        ),
        Line(
            Text("Brief", "Letter"),
            Text("gemaakt", "made") if state.letter else Text("nog niet gemaakt", "not made yet"),
        ),
    ]
    if outcome:
        shown += _came_up(state)
    if state.answered_at:
        shown += [
            Line(Text("Beantwoord", "Answered"), state.answered_at),
            Line(Text("Uitkomst", "Outcome"), rights.ANSWERED[state.outcome]),
            Line(Text("Verzonden", "Sent"), outcomes.CHANNEL[state.channel]),
        ]
    return shown


def _came_up(state: RequestState) -> list[Line]:
    of_person = str(len(state.of_the_person))
    shown = [
        Line(Text("Stukken die kunnen kloppen", "Records that may fit"), str(len(state.found))),
        Line(Text("Daarvan van de verzoeker", "Of these about the person"), of_person),
    ]
    left_out = sorted({ground for one in state.of_the_person for ground in one.leave_out})
    if left_out:
        why = [rights.LEAVE_OUT[one] for one in left_out]
        shown.append(Line(Text("Weggelaten omdat", "Left out because"), why))
    return shown


def wanted(found: Request) -> Wanted | None:
    """Return what was typed for the last search of this request."""
    if not found.state.searches:
        return None
    return Wanted.from_vault(vault.get(found.id, found.state.searches[-1].asked))


def worksheet(found: Request) -> list[Record]:
    """Return the records that came up, with why; a record whose term ended meanwhile is gone."""
    asked = wanted(found) or Wanted()
    streams = matters.streams(UUID(one) for one in found.state.found)
    return [
        record_of(found, stream, matching.why(asked, gathering.contents(stream)))
        for stream in streams.values()
    ]


def record_of(found: Request, stream: Stream, why: Sequence[Text] = ()) -> Record:
    """Return one record of the worksheet."""
    done = {act.record: act.act for act in found.state.acts}
    id_ = str(stream.id)
    return Record(
        stream.id, stream.kind, reference(stream.id), why, found.state.weighed.get(id_), done.get(id_, "")
    )


def stream_of(found: Request, record: UUID) -> Stream:
    """Return a record that came up for this request. Raises `NotThere` for any other."""
    streams = matters.streams([record] if str(record) in found.state.found else [])
    if record not in streams:
        raise matters.NotThere("this record did not come up for this request")
    return streams[record]


def own_rows(found: Request, stream: Stream) -> list[Mapping[str, Any]]:
    """Return what a record says of the one who asks: nobody else's rows."""
    return matching.own_rows(wanted(found) or Wanted(), gathering.contents(stream))


def signal_state(stream: Stream) -> SignalState | None:
    """Return the signal that a record is, or None for a received notification."""
    return fold_signal(stream.happened) if stream.kind == signals.KIND else None


def informing_put_off(stream: Stream) -> bool:
    """Whether nobody in this record may know of it yet (AVG 23)."""
    state = signal_state(stream)
    return state is not None and is_put_off(state)


def still_there(found: Request) -> frozenset[str]:
    """Return the records that came up and are not destroyed since."""
    return frozenset(map(str, matters.streams(UUID(one) for one in found.state.found)))


def to_review(now: datetime) -> int:
    """Return on how many signals somebody must look again whether people can be informed."""
    return Obligation.objects.filter(
        organisation_id=current(), step=correcting.REVIEW, since__lte=now
    ).count()
