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
