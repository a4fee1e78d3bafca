"""Proposing, taking back and confirming a policy. Two persons, the college's decision, and never retroactively."""

from dataclasses import dataclass
from datetime import date

from baken.core.decide.refusal import Refused
from baken.core.derive.adoptions import OrganisationPolicies, Proposal
from baken.core.events import Event
from baken.core.events import organisation as past
from baken.core.vocabulary.text import Text

Ref = str
NOT_PROPOSED = Text("Het beleid is niet voorgesteld.", "The policy was not proposed.")
NOT_IN_USE = Text("Het beleid is niet in gebruik genomen.", "The policy was not put into use.")


@dataclass(frozen=True, slots=True)
class Propose:
    """Ask a second person to put this bundle into use from a day, on the college's decision."""

    proposal: str
    bundle: str
    policy_id: str
    from_date: date
    decision: str
    decided_on: date
    draft: str
    draft_number: int


@dataclass(frozen=True, slots=True)
class Confirm:
    """Put into use what somebody else proposed. `draft_number`: how far its draft is now, None where it ended."""

    proposal: str
    by_proposer: bool
    draft_number: int | None


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back one's own proposal, or send back somebody else's, which asks for a reason."""

    proposal: str
    by_proposer: bool
    reason: Ref | None


@dataclass(frozen=True, slots=True)
class AdoptAlone:
    """Put a bundle into use by one hand: at the command line, where there is no second person to ask."""

    bundle: str
    policy_id: str
    from_date: date
    decision: str
    decided_on: date


def propose(state: OrganisationPolicies, command: Propose, today: date) -> tuple[Event, ...]:
    """Propose a policy; one waits at a time, so that everybody speaks of the same one."""
    if state.proposed is not None:
        raise Refused(
            NOT_PROPOSED,
            Text(
                "Er wacht al een voorstel op een tweede persoon.",
                "Another proposal waits for a second person.",
            ),
            Text("Wacht dat af, of trek dat eerst in.", "Wait for it, or withdraw that one first."),
        )
    _dates(command.from_date, command.decided_on, today, NOT_PROPOSED)
    _decision(command.decision, NOT_PROPOSED)
    _something_new(state, command.bundle, command.from_date, NOT_PROPOSED)
    return (
        past.PolicyProposed(
            proposal=command.proposal,
            bundle=command.bundle,
            policy_id=command.policy_id,
            from_date=command.from_date.isoformat(),
            decision=command.decision.strip(),
            decided_on=command.decided_on.isoformat(),
            draft=command.draft,
            draft_number=command.draft_number,
        ),
    )


def confirm(state: OrganisationPolicies, command: Confirm, today: date) -> tuple[Event, ...]:
    """Put the proposed policy into use: by another person, as it was proposed, and not for days that have passed."""
    proposed = _waiting(state, command.proposal, NOT_IN_USE)
    if command.by_proposer:
        raise Refused(
            NOT_IN_USE,
            Text("U hebt het zelf voorgesteld.", "You proposed it yourself."),
            Text(
                "Vraag een tweede beleidsadviseur, of de medebeslisser van een buurgemeente.",
                "Ask another policy adviser, or the second decider of a neighbouring municipality.",
            ),
        )
    if command.draft_number != proposed.draft_number:
        raise Refused(
            NOT_IN_USE,
            Text(
                "Het ontwerp is na het voorstel gewijzigd of beëindigd.",
                "The draft was changed or ended after it was proposed.",
            ),
            Text(
                "Stuur het voorstel terug, zodat het ontwerp opnieuw kan worden voorgesteld.",
                "Send the proposal back, so that the draft can be proposed again.",
            ),
        )
    if proposed.from_date < today:
        raise Refused(
            NOT_IN_USE,
            _from_the_past(proposed.from_date),
            Text(
                "Stuur het voorstel terug en laat het met een latere dag opnieuw voorstellen.",
                "Send the proposal back and have it proposed again with a later day.",
            ),
        )
    _something_new(state, proposed.bundle, proposed.from_date, NOT_IN_USE)
    return (
        past.PolicyAdopted(
            bundle=proposed.bundle,
            policy_id=proposed.policy_id,
            from_date=proposed.from_date.isoformat(),
            decision=proposed.decision,
            decided_on=proposed.decided_on.isoformat(),
            proposal=proposed.id,
        ),
    )


def withdraw(state: OrganisationPolicies, command: Withdraw) -> tuple[Event, ...]:
    """End a proposal without putting it into use; whoever sends back somebody else's says why."""
    what = Text("Het voorstel is niet teruggestuurd.", "The proposal was not sent back.")
    proposed = _waiting(state, command.proposal, what)
    if not command.by_proposer and command.reason is None:
        raise Refused(
            what,
            Text("Er staat niet waarom.", "It does not say why."),
            Text(
                "Schrijf in een of twee zinnen wat er anders moet.", "Write in a sentence what must change."
            ),
        )
    return (past.PolicyWithdrawn(proposed.id, command.reason),)


def adopt_alone(state: OrganisationPolicies, command: AdoptAlone, today: date) -> tuple[Event, ...]:
    """Put a policy into use without a second person; the event says so for good."""
    _dates(command.from_date, command.decided_on, today, NOT_IN_USE)
    _decision(command.decision, NOT_IN_USE)
    _something_new(state, command.bundle, command.from_date, NOT_IN_USE)
    return (
        past.PolicyAdopted(
            bundle=command.bundle,
            policy_id=command.policy_id,
            from_date=command.from_date.isoformat(),
            decision=command.decision.strip(),
            decided_on=command.decided_on.isoformat(),
            proposal=None,
        ),
    )


def _waiting(state: OrganisationPolicies, proposal: str, what: Text) -> Proposal:
    if state.proposed is not None and state.proposed.id == proposal:
        return state.proposed
    if any(one.proposal is not None and one.proposal.id == proposal for one in state.adoptions):
        why = Text("Iemand anders heeft het al in gebruik genomen.", "Somebody else put it into use already.")
        raise Refused(what, why, Text("U hoeft niets meer te doen.", "There is nothing left to do."))
    if any(one.proposal.id == proposal for one in state.withdrawals):
        why = Text("Het voorstel is al ingetrokken of teruggestuurd.", "The proposal was withdrawn already.")
        raise Refused(what, why, Text("Wacht op een nieuw voorstel.", "Wait for another proposal."))
    raise Refused(
        what,
        Text("Er is niets voorgesteld.", "Nothing was proposed."),
        Text("Laat eerst een ontwerp voorstellen.", "Have a draft proposed first."),
    )


def _dates(from_date: date, decided_on: date, today: date, what: Text) -> None:
    if decided_on > today:
        raise Refused(
            what,
            Text("Het besluit ligt in de toekomst.", "The decision lies in the future."),
            Text("Wacht tot het college heeft besloten.", "Wait until the college has decided."),
        )
    if from_date < decided_on:
        raise Refused(
            what,
            Text(
                "Het beleid zou gelden vanaf een dag voor het besluit.",
                "The policy would count from a day before the decision.",
            ),
            Text("Kies een dag na het besluit.", "Choose a day after the decision."),
        )
    if from_date < today:
        raise Refused(
            what,
            _from_the_past(from_date),
            Text("Kies vandaag of een latere dag.", "Choose today or a later day."),
        )


def _from_the_past(from_date: date) -> Text:
    """Signals of those days follow the policy of their day; nothing rewrites that (ROUTE-02)."""
    return Text(
        f"De dag {from_date.isoformat()} is voorbij. Beleid geldt niet met terugwerkende kracht.",
        f"The day {from_date.isoformat()} has passed. A policy does not count retroactively.",
    )


def _decision(decision: str, what: Text) -> None:
    if not decision.strip():
        raise Refused(
            what,
            Text("Het besluit van het college ontbreekt.", "The college's decision is missing."),
            Text("Schrijf het nummer of de naam van het besluit.", "Write its number or name."),
        )


def _something_new(state: OrganisationPolicies, bundle: str, from_date: date, what: Text) -> None:
    then = state.in_force(from_date)
    if then is not None and then.bundle == bundle:
        raise Refused(
            what,
            Text("Dit beleid is dan al in gebruik.", "This policy is in use already by then."),
            Text("Verander eerst iets in het ontwerp.", "Change something in the draft first."),
        )
