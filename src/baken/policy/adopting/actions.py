"""Proposing a draft, and what a second person does with it. Pages, demonstration and tests call the same functions.

Each may raise `Refused`, with what, why and what to do; then nothing has changed.
"""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from baken.core.decide import policy as decide
from baken.core.decide.refusal import Refused
from baken.core.derive.access import ROLES
from baken.core.derive.adoptions import OrganisationPolicies, Proposal
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger import policies, store, vault
from baken.policy.adopting import editions
from baken.policy.adopting.evidence import Evidence, of_draft, of_proposal
from baken.policy.drafting import actions as drafting
from baken.policy.models import Draft
from baken.tenancy.actors import Actor
from baken.tenancy.models import Membership, Organisation
from baken.tenancy.scope import current


def propose(
    *,
    draft: UUID,
    looked_at: int,
    from_date: date,
    decision: str,
    decided_on: date,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Ask a second person to put a draft into use; only one that is well, as it was looked at, and one's own."""
    with transaction.atomic():
        if store.earlier(command_id):
            return
        store.hold(current())
        held = _locked(draft)
        if held is None or held.number != looked_at:
            raise Refused(
                decide.NOT_PROPOSED,
                Text("Het ontwerp is intussen veranderd.", "The draft was changed meanwhile."),
                Text("Bekijk de controle opnieuw.", "Look at the check again."),
            )
        _own(held)
        if held.valid_from != from_date:
            drafting.set_day(draft=draft, valid_from=from_date, actor=actor, now=now)
            held = Draft.objects.get(organisation_id=current(), id=draft)
        bundle = _well(of_draft(held, replaced_on(policies.decided(), from_date)), decide.NOT_PROPOSED)
        policies.store(bundle)
        asked = decide.Propose(
            proposal=str(command_id),
            bundle=bundle.id,
            policy_id=bundle.policy_id,
            from_date=from_date,
            decision=decision,
            decided_on=decided_on,
            draft=str(draft),
            draft_number=held.number,
        )
        policies.carry_out(
            lambda state: decide.propose(state, asked, civil_date(now)),
            bundle_id=bundle.id,
            now=now,
            actor=actor,
            command_id=command_id,
        )


def confirm(*, proposal: UUID, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Put into use what another person proposed, once: the event, the folder and the end of the draft in one."""
    with transaction.atomic():
        if store.earlier(command_id):
            return
        store.hold(current())
        state = policies.decided()
        waiting = _waiting(state, proposal)
        draft = _locked(UUID(waiting.draft)) if waiting else None
        asked = decide.Confirm(str(proposal), _is_proposer(waiting, actor), draft.number if draft else None)
        if waiting is not None and draft is not None:
            _well(of_proposal(waiting, draft, replaced_on(state, waiting.from_date)), decide.NOT_IN_USE)
        policies.carry_out(
            lambda state: decide.confirm(state, asked, civil_date(now)),
            bundle_id=waiting.bundle if waiting else "",
            now=now,
            actor=actor,
            command_id=command_id,
        )
        if waiting is not None and draft is not None:
            editions.keep(draft, bundle_id=waiting.bundle, now=now)
            drafting.adopted(draft=draft.id, actor=actor, now=now)


def withdraw(*, proposal: UUID, reason: str, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Take back one's own proposal, or send back another's with the reason. The draft stays, to be worked on."""
    with transaction.atomic():
        if store.earlier(command_id):
            return
        store.hold(current())
        waiting = _waiting(policies.decided(), proposal)
        why = vault.put(current(), "reason", {"text": reason.strip()}) if reason.strip() else None
        asked = decide.Withdraw(str(proposal), _is_proposer(waiting, actor), why)
        policies.carry_out(
            lambda state: decide.withdraw(state, asked),
            bundle_id=waiting.bundle if waiting else "",
            now=now,
            actor=actor,
            command_id=command_id,
        )


def replaced_on(state: OrganisationPolicies, on: date) -> Bundle | None:
    """Return what is in use on a day as things stand now: what a new policy from that day would replace."""
    found = state.in_force(on)
    return policies.bundle(found.bundle) if found else None


def proposed_by(waiting: Proposal, person: UUID) -> bool:
    """Whether this person made the proposal; the same person in another membership is still the same."""
    if waiting.by is None:
        return False
    return Membership.objects.filter(
        organisation_id=current(), id=UUID(waiting.by), person_id=person
    ).exists()


def others_who_may_confirm(actor: Actor) -> list[str]:
    """Return the names of who could put into use what this person proposes; empty: somebody must be mandated first."""
    confirming = [name for name, role in ROLES.items() if "policy.confirm" in role.may]
    found = Membership.objects.filter(
        organisation_id=current(), active=True, roles__overlap=confirming
    ).exclude(person_id=actor.person_id)
    return sorted(found.values_list("person__name", flat=True))


def _is_proposer(waiting: Proposal | None, actor: Actor) -> bool:
    return waiting is not None and proposed_by(waiting, actor.person_id)


def _waiting(state: OrganisationPolicies, proposal: UUID) -> Proposal | None:
    found = state.proposed
    return found if found is not None and found.id == str(proposal) else None


def _locked(draft: UUID) -> Draft | None:
    found = Draft.objects.select_for_update().filter(organisation_id=current(), id=draft, ended="")
    return found.first()


def _own(draft: Draft) -> None:
    """A folder that is put into use is what others build on, so nobody puts another's policy into use."""
    if draft.policy_id != Organisation.objects.values_list("slug", flat=True).get(id=current()):
        raise Refused(
            decide.NOT_PROPOSED,
            Text("Dit is het beleid van een andere organisatie.", "This is another organisation's policy."),
            Text("Begin een ontwerp van uw eigen beleid.", "Begin a draft of your own policy."),
        )


def _well(found: Evidence, what: Text) -> Bundle:
    if not found.well or found.bundle is None:
        raise Refused(
            what,
            Text("De controle vindt nog iets dat niet klopt.", "The check still finds something wrong."),
            Text("Bekijk de controle en verbeter het ontwerp.", "Look at the check and mend the draft."),
        )
    return found.bundle
