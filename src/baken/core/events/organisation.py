"""What happens to an organisation itself. Its stream has the organisation's own identifier."""

from dataclasses import dataclass

from baken.core.events.base import Event, Payload, event, upcaster

Ref = str


@event("policy.proposed")
@dataclass(frozen=True, slots=True)
class PolicyProposed(Event):
    """Somebody asked a second person to put a policy into use (ROLE-12).

    `decision` and `decided_on` (ISO date) are those of the college; `draft` is what it was written in, at its
    `draft_number`, so that what is confirmed is what was proposed.
    """

    proposal: str
    bundle: str
    policy_id: str
    from_date: str
    decision: str
    decided_on: str
    draft: str
    draft_number: int


@event("policy.withdrawn")
@dataclass(frozen=True, slots=True)
class PolicyWithdrawn(Event):
    """A proposal ended without being put into use: taken back by its proposer, or sent back by a second person."""

    proposal: str
    reason: Ref | None


@event("policy.adopted", version=2)
@dataclass(frozen=True, slots=True)
class PolicyAdopted(Event):
    """A policy bundle is in use from a day (`from_date`, ISO date), by a decision of the college (ROLE-12).

    `proposal` is what a second person confirmed; None: it was done by one hand, at the command line.
    """

    bundle: str
    policy_id: str
    from_date: str
    decision: str
    decided_on: str | None
    proposal: str | None


@upcaster("policy.adopted", 1)
def _by_one_hand(payload: Payload) -> Payload:
    """Version 1 knew only the command line, and no day of the decision."""
    return {**payload, "decided_on": None, "proposal": None}


@event("post.key_made", version=2)
@dataclass(frozen=True, slots=True)
class PostKeyMade(Event):
    """A post got a key for the envelopes of reporters (ROLE-03); `key_hash` is the SHA-256 of its public half.

    Names are sealed to a key that is known here and to no other, so that a key swapped beside it takes no name.
    `why`: it is the first, it is in the place of one that was renewed, or of one that was lost.
    """

    post: str
    key_number: int
    key_hash: str
    why: str


@upcaster("post.key_made", 1)
def _the_first(payload: Payload) -> Payload:
    """Version 1 knew no other keys than first ones."""
    return {**payload, "why": "first"}
