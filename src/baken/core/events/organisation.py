"""What happens to an organisation itself. Its stream has the organisation's own identifier."""

from dataclasses import dataclass

from baken.core.events.base import Event, event


@event("policy.adopted")
@dataclass(frozen=True, slots=True)
class PolicyAdopted(Event):
    """A policy bundle is in use from a day (`from_date`, ISO date); `decision` names the college's decision."""

    bundle: str
    policy_id: str
    from_date: str
    decision: str


@event("post.key_made")
@dataclass(frozen=True, slots=True)
class PostKeyMade(Event):
    """A post got a key for the envelopes of reporters (ROLE-03); `key_hash` is the SHA-256 of its public half.

    Names are sealed to a key that is known here and to no other, so that a key swapped beside it takes no name.
    """

    post: str
    key_number: int
    key_hash: str
