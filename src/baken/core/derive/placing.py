"""Where a client is, what shelter is waited for, who is responsible, and where a transfer stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from baken.core.events import Event
from baken.core.events import placing as past
from baken.core.vocabulary.placing import ENDS, REFUSED


@dataclass(frozen=True, slots=True)
class Stay:
    """What is known of where somebody stays, is registered and was found."""

    at: datetime
    stays: str
    registered: str
    because: str
    since: date
    words: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a shelter said."""

    outcome: str
    on: date
    words: str | None


@dataclass(frozen=True, slots=True)
class Request:
    """One request for a place."""

    id: str
    kind: str
    on: date
    named: bool
    not_local: str | None
    words: str
    answers: tuple[Answer, ...] = ()

    @property
    def outcome(self) -> str | None:
        """The last answer."""
        return self.answers[-1].outcome if self.answers else None

    @property
    def waits(self) -> bool:
        """Whether a place is still waited for."""
        return self.outcome not in ENDS


@dataclass(frozen=True, slots=True)
class Move:
    """One move."""

    to: str
    because: str
    on: date
    request: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Transfer:
    """One hand-over to another coordinator."""

    id: str
    at: datetime
    purpose: str
    ground: str
    basis: str
    reason: str
    pieces: tuple[str, ...]
    content: str
    delivery: str
    recipient: str | None
    sent_on: date | None = None
    withdrawn: str | None = None
    answers: tuple[tuple[datetime, str, str | None], ...] = ()

    @property
    def arrived(self) -> bool:
        """Whether the other coordinator has it."""
        return self.delivery == "in_baken" or self.sent_on is not None

    @property
    def outcome(self) -> str | None:
        """The last answer."""
        return self.answers[-1][1] if self.answers else None

    @property
    def running(self) -> bool:
        """Whether no last word was said yet, and it was not taken back."""
        return self.withdrawn is None and self.outcome not in ("taken_up", "not_taken_up")


@dataclass(frozen=True, slots=True)
class PlacingState:
    """What the events say. Of each kind the last one holds; the earlier ones stay to be read."""

    stays: tuple[Stay, ...] = ()
    needs: str | None = None
    needs_at: datetime | None = None
    requests: Mapping[str, Request] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    transfers: Mapping[str, Transfer] = field(default_factory=dict)

    @property
    def stay(self) -> Stay | None:
        """What is known now."""
        return self.stays[-1] if self.stays else None

    @property
    def waits_for(self) -> tuple[str, ...]:
        """What others have yet to give: a place in a shelter, an answer to a transfer."""
        found = {
            "shelter": bool(self.waiting),
            "transfer": any(one.arrived and one.running for one in self.transfers.values()),
        }
        return tuple(name for name, waits in found.items() if waits)

    @property
    def waiting(self) -> tuple[Request, ...]:
        """The requests that nobody closed."""
        return tuple(one for one in self.requests.values() if one.waits)

    @property
    def tried_locally(self) -> bool:
        """Whether local shelter said that there is no place, or none that fits (CARE-05)."""
        return any(one.kind == "local" and one.outcome in REFUSED for one in self.requests.values())

    @property
    def moved_since_noted(self) -> bool:
        """Whether somebody moved after it was noted which municipality it is about."""
        return bool(self.moves and self.stay and self.moves[-1].on > self.stay.since)

    @property
    def transfer(self) -> Transfer | None:
        """The transfer that runs or succeeded."""
        found = [one for one in self.transfers.values() if one.running or one.outcome == "taken_up"]
        return found[-1] if found else None

    @property
    def transferred(self) -> bool:
        """Whether another coordinator took over."""
        return any(one.outcome == "taken_up" for one in self.transfers.values())


def fold(events: Iterable[tuple[Event, datetime]]) -> PlacingState:
    """Return what these events, oldest first, say of a client's place; others of the same file are passed over."""
    state = PlacingState()
    for happened, at in events:
        state = _after(state, happened, at)
    return state


def _after(state: PlacingState, event: Event, at: datetime) -> PlacingState:
    match event:
        case past.StayNoted():
            since = date.fromisoformat(event.since)
            noted = Stay(at, event.stays, event.registered, event.because, since, event.words)
            return replace(state, stays=(*state.stays, noted))
        case past.ShelterNeeded():
            return replace(state, needs=event.words, needs_at=at)
        case past.ShelterRequested():
            on = date.fromisoformat(event.on)
            asked = Request(event.request, event.kind, on, event.named, event.not_local, event.words)
            return replace(state, requests={**state.requests, asked.id: asked})
        case past.ShelterAnswered():
            said = Answer(event.outcome, date.fromisoformat(event.on), event.words)
            found = state.requests[event.request]
            answered = replace(found, answers=(*found.answers, said))
            return replace(state, requests={**state.requests, found.id: answered})
        case past.ShelterMoved():
            on = date.fromisoformat(event.on)
            return replace(
                state,
                moves=(*state.moves, Move(event.to, event.because, on, event.request, event.words)),
            )
        case past.ClientTransferred():
            made = Transfer(
                event.transfer,
                at,
                event.purpose,
                event.ground,
                event.basis,
                event.reason,
                event.pieces,
                event.content,
                event.delivery,
                event.recipient,
            )
            return _with(state, made)
        case past.TransferSent():
            found_ = state.transfers[event.transfer]
            return _with(state, replace(found_, sent_on=date.fromisoformat(event.on)))
        case past.TransferWithdrawn():
            found_ = state.transfers[event.transfer]
            return _with(state, replace(found_, withdrawn=event.reason))
        case past.TransferAnswered():
            found_ = state.transfers[event.transfer]
            answer = (at, event.outcome, event.note)
            return _with(state, replace(found_, answers=(*found_.answers, answer)))
        case _:
            return state


def _with(state: PlacingState, transfer: Transfer) -> PlacingState:
    return replace(state, transfers={**state.transfers, transfer.id: transfer})


def vault_words(state: PlacingState) -> Sequence[str]:
    """Return every reference into the vault, to read them all at once."""
    refs = [one.words for one in state.stays]
    refs += [one.words for one in state.requests.values()]
    refs += [answer.words for one in state.requests.values() for answer in one.answers if answer.words]
    refs += [one.words for one in state.moves if one.words]
    return [*refs, state.needs] if state.needs else refs
