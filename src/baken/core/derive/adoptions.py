"""An organisation's policies as its events tell them: in force on a day, coming, proposed, and what was before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from baken.core.events import Event
from baken.core.events import organisation as past


@dataclass(frozen=True, slots=True)
class Told:
    """One event of an organisation: what, when, and by which membership."""

    event: Event
    at: datetime
    by: str | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A policy that waits for a second person, or waited for one."""

    id: str
    bundle: str
    policy_id: str
    from_date: date
    decision: str
    decided_on: date
    draft: str
    draft_number: int
    at: datetime
    by: str | None


@dataclass(frozen=True, slots=True)
class Adoption:
    """A policy that was put into use. Without `proposal` it was done by one hand, at the command line."""

    bundle: str
    policy_id: str
    from_date: date
    decision: str
    decided_on: date | None
    at: datetime
    by: str | None
    proposal: Proposal | None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A proposal that was taken back or sent back."""

    proposal: Proposal
    at: datetime
    by: str | None
    reason: str | None

    @property
    def sent_back(self) -> bool:
        """Whether somebody else than the proposer did it."""
        return self.by != self.proposal.by


@dataclass(frozen=True, slots=True)
class OrganisationPolicies:
    """Everything an organisation decided about its policy, in the order in which it happened."""

    adoptions: tuple[Adoption, ...] = ()
    proposed: Proposal | None = None
    withdrawals: tuple[Withdrawal, ...] = ()

    def in_force(self, on: date) -> Adoption | None:
        """Return what counts on a day: the latest from-date that has come; of one day the last adopted."""
        come = [one for one in self.adoptions if one.from_date <= on]
        return max(enumerate(come), key=lambda found: (found[1].from_date, found[0]))[1] if come else None

    def coming(self, on: date) -> tuple[Adoption, ...]:
        """Return what was adopted but counts only after this day, the nearest first."""
        last = {one.from_date: one for one in self.adoptions if one.from_date > on}
        return tuple(last[day] for day in sorted(last))


def fold(happened: Iterable[Told]) -> OrganisationPolicies:
    """Return the policies that these events, oldest first, describe; events about something else say nothing here."""
    state = OrganisationPolicies()
    for told in happened:
        state = after(state, told)
    return state


def after(state: OrganisationPolicies, told: Told) -> OrganisationPolicies:
    """Return the policies after one more event."""
    match told.event:
        case past.PolicyProposed() as event:
            return replace(state, proposed=_proposal(event, told))
        case past.PolicyWithdrawn() as event:
            if state.proposed is None or state.proposed.id != event.proposal:
                return state
            gone = Withdrawal(state.proposed, told.at, told.by, event.reason)
            return replace(state, proposed=None, withdrawals=(*state.withdrawals, gone))
        case past.PolicyAdopted() as event:
            confirmed = state.proposed if state.proposed and state.proposed.id == event.proposal else None
            adopted = _adoption(event, told, confirmed)
            return replace(
                state,
                adoptions=(*state.adoptions, adopted),
                proposed=None if confirmed is not None else state.proposed,
            )
        case _:
            return state


def _proposal(event: past.PolicyProposed, told: Told) -> Proposal:
    return Proposal(
        id=event.proposal,
        bundle=event.bundle,
        policy_id=event.policy_id,
        from_date=date.fromisoformat(event.from_date),
        decision=event.decision,
        decided_on=date.fromisoformat(event.decided_on),
        draft=event.draft,
        draft_number=event.draft_number,
        at=told.at,
        by=told.by,
    )


def _adoption(event: past.PolicyAdopted, told: Told, confirmed: Proposal | None) -> Adoption:
    return Adoption(
        bundle=event.bundle,
        policy_id=event.policy_id,
        from_date=date.fromisoformat(event.from_date),
        decision=event.decision,
        decided_on=date.fromisoformat(event.decided_on) if event.decided_on else None,
        at=told.at,
        by=told.by,
        proposal=confirmed,
    )
