"""What happens to the keys of reporters' envelopes, in the organisation's stream: identifiers and closed words only.

A reason that somebody wrote is a reference into the vault.
"""

from dataclasses import dataclass

from baken.core.events.base import Event, event

Ref = str


@event("post.key_given")
@dataclass(frozen=True, slots=True)
class PostKeyGiven(Event):
    """Somebody who has a post's key gave a share of it to a member: a holder, or a deputy by a delegation."""

    post: str
    key_number: int
    membership: str
    delegation: str | None


@event("vault.renewed")
@dataclass(frozen=True, slots=True)
class VaultRenewed(Event):
    """A member lost the vault passphrase and began anew; `key_hash` is the SHA-256 of the new public half.

    Keys are given to the vault key that is known here and to no other.
    """

    membership: str
    number: int
    key_hash: str


@event("recovery.prepared")
@dataclass(frozen=True, slots=True)
class RecoveryPrepared(Event):
    """A post's key was split, so that any two of these members can recover it and none alone."""

    post: str
    key_number: int
    holders: tuple[str, ...]


@event("recovery.asked")
@dataclass(frozen=True, slots=True)
class RecoveryAsked(Event):
    """A holder of a post asks for its key. What is given is closed with this member's vault key of that number."""

    request: str
    post: str
    key_number: int
    membership: str
    vault_number: int
    why: str
    reason: Ref


@event("recovery.given")
@dataclass(frozen=True, slots=True)
class RecoveryGiven(Event):
    """A holder of recovery shares gave theirs to who asked."""

    request: str
    membership: str


@event("recovery.refused")
@dataclass(frozen=True, slots=True)
class RecoveryRefused(Event):
    """A holder of recovery shares refused, which ends the request."""

    request: str
    membership: str
    reason: Ref


@event("recovery.withdrawn")
@dataclass(frozen=True, slots=True)
class RecoveryWithdrawn(Event):
    """Who asked does not need it any more."""

    request: str


@event("recovery.completed")
@dataclass(frozen=True, slots=True)
class RecoveryCompleted(Event):
    """Who asked put the key together and has it."""

    request: str
