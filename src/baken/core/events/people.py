"""What happens to the rights of people in an organisation: who was given which, when, and by whom.

Identifiers and closed words only. The stream's identifier follows from the organisation's.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from baken.core.events.base import Event, event

Ref = str


@event("member.added")
@dataclass(frozen=True, slots=True)
class MemberAdded(Event):
    """Somebody became a member, for the first time or again."""

    membership: str
    roles: tuple[str, ...]


@event("member.roles_changed")
@dataclass(frozen=True, slots=True)
class MemberRolesChanged(Event):
    """A member has these roles from now on, instead of what they `had`."""

    membership: str
    had: tuple[str, ...]
    roles: tuple[str, ...]


@event("member.left")
@dataclass(frozen=True, slots=True)
class MemberLeft(Event):
    """A membership ended; `posts` are those that this member held."""

    membership: str
    had: tuple[str, ...]
    posts: tuple[str, ...]


@event("member.invited")
@dataclass(frozen=True, slots=True)
class MemberInvited(Event):
    """A member who was here before got a code to come in with: `again`, or after all was `lost`."""

    membership: str
    why: str


@event("post.appointed")
@dataclass(frozen=True, slots=True)
class PostAppointed(Event):
    """A member became a holder of a post."""

    post: str
    membership: str


@event("deputy.appointed")
@dataclass(frozen=True, slots=True)
class DeputyAppointed(Event):
    """A member stands in for a post between two moments (ISO, UTC) (ROLE-17)."""

    delegation: str
    post: str
    membership: str
    since: str
    until: str


@event("deputy.ended")
@dataclass(frozen=True, slots=True)
class DeputyEnded(Event):
    """A delegation ended before its time."""

    delegation: str


@event("rights.reviewed")
@dataclass(frozen=True, slots=True)
class RightsReviewed(Event):
    """Somebody looked at the rights of everybody and signed for them.

    `confirmed` are the roles of each membership as they were signed for; `not_own` is the membership of whoever
    signed, who says nothing about their own.
    """

    confirmed: Mapping[str, tuple[str, ...]]
    not_own: str


@event("emergency.taken")
@dataclass(frozen=True, slots=True)
class EmergencyTaken(Event):
    """A member took access in an emergency until a moment (ISO, UTC), for a `reason` from a closed list (V10)."""

    emergency: str
    membership: str
    reason: str
    note: Ref
    until: str


@event("emergency.ended")
@dataclass(frozen=True, slots=True)
class EmergencyEnded(Event):
    """It ended before its time: `by_themselves`, `left` or `role_taken`. What ran out ended by itself."""

    emergency: str
    why: str
