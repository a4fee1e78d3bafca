"""Who had which rights on any day, who gave them, and when they were last looked at: from what happened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from baken.core.derive.adoptions import Told
from baken.core.events import people as past

REVIEW_EVERY = timedelta(days=365)
"""chosen: once a year; the sources ask for regular review and name no term."""


@dataclass(frozen=True, slots=True)
class Spell:
    """The roles of one member between two moments; `until` is empty while they last. No roles: not a member."""

    roles: tuple[str, ...]
    since: datetime
    by: str | None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Somebody signed for everybody's rights."""

    at: datetime
    by: str | None
    confirmed: Mapping[str, tuple[str, ...]]
    not_own: str


@dataclass(frozen=True, slots=True)
class Invited:
    """A member got a code to come in with: `again`, or because all ways to log in were `lost`."""

    membership: str
    why: str
    at: datetime
    by: str | None


@dataclass(frozen=True, slots=True)
class Emergency:
    """Access in an emergency: by whom, why, and until when it ran or runs."""

    id: str
    membership: str
    reason: str
    note: str
    since: datetime
    until: datetime
    ended_early: str = ""


@dataclass(frozen=True, slots=True)
class Rights:
    """The rights in an organisation through time."""

    began: datetime | None = None
    spells: Mapping[str, tuple[Spell, ...]] = field(default_factory=dict)
    reviews: tuple[Review, ...] = ()
    emergencies: Mapping[str, Emergency] = field(default_factory=dict)
    invited: tuple[Invited, ...] = ()

    def roles_at(self, membership: str, at: datetime) -> tuple[str, ...]:
        """Return the roles that a member had at a moment; none for who was no member then."""
        return next(
            (
                one.roles
                for one in reversed(self.spells.get(membership, ()))
                if one.since <= at and (one.until is None or at < one.until)
            ),
            (),
        )

    def now_of(self, membership: str) -> Spell | None:
        """Return the spell that lasts, or nothing where the ledger does not know this member."""
        last = self.spells.get(membership, ())
        return last[-1] if last else None

    def review_due(self) -> datetime | None:
        """Return when the rights must have been looked at again; nothing where nobody has any."""
        last = self.reviews[-1].at if self.reviews else self.began
        return last + REVIEW_EVERY if last else None

    def running(self, now: datetime) -> tuple[Emergency, ...]:
        """Return the access in an emergency that runs now."""
        return tuple(one for one in self.emergencies.values() if one.since <= now < one.until)


def fold(happened: Iterable[Told]) -> Rights:
    """Return the rights that these events, oldest first, describe; events about something else say nothing here."""
    state = Rights()
    for told in happened:
        state = _after(state, told)
    return state


def _after(state: Rights, told: Told) -> Rights:
    match told.event:
        case past.MemberAdded() | past.MemberRolesChanged() as event:
            state = replace(state, began=state.began or told.at)
            return _spell(state, event.membership, event.roles, told)
        case past.MemberLeft() as event:
            return _spell(state, event.membership, (), told)
        case past.RightsReviewed() as event:
            made = Review(told.at, told.by, event.confirmed, event.not_own)
            return replace(state, reviews=(*state.reviews, made))
        case past.MemberInvited() as event:
            again = Invited(event.membership, event.why, told.at, told.by)
            return replace(state, invited=(*state.invited, again))
        case past.EmergencyTaken() as event:
            until = datetime.fromisoformat(event.until)
            taken = Emergency(event.emergency, event.membership, event.reason, event.note, told.at, until)
            return replace(state, emergencies={**state.emergencies, taken.id: taken})
        case past.EmergencyEnded() as event if event.emergency in state.emergencies:
            ended = replace(state.emergencies[event.emergency], until=told.at, ended_early=event.why)
            return replace(state, emergencies={**state.emergencies, ended.id: ended})
        case _:
            return state


def _spell(state: Rights, membership: str, roles: tuple[str, ...], told: Told) -> Rights:
    former = state.spells.get(membership, ())
    if former and former[-1].until is None:
        former = (*former[:-1], replace(former[-1], until=told.at))
    return replace(state, spells={**state.spells, membership: (*former, Spell(roles, told.at, told.by))})
