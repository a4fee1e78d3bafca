"""Two persons, the college's decision, one transaction: how a policy comes into use (ROLE-12, ROUTE-02)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connections

from baken.core.decide.refusal import Refused
from baken.core.policy.resolve import resolve
from baken.ledger import checking, policies, store, vault
from baken.policy.adopting.evidence import of_draft
from baken.policy.drafting import actions as drafting
from baken.policy.library import library
from baken.policy.models import Draft, Edition
from baken.tenancy import actions as tenancy
from baken.tenancy.actors import actor_for
from baken.tenancy.scope import scope
from tests.policy.adopting.hall import Hall, begin


def test_what_is_proposed_comes_into_use_when_another_confirms_it(hall: Hall) -> None:
    before = hall.in_force(hall.today)
    hall.propose()
    assert hall.state.proposed is not None
    assert hall.in_force(hall.today + timedelta(days=30)) == before
    hall.confirm()
    (_first, adopted) = hall.state.adoptions
    assert hall.state.proposed is None
    assert (adopted.decision, adopted.decided_on) == (
        "collegebesluit 2026-114",
        hall.today - timedelta(days=3),
    )
    assert adopted.by == str(hall.town.members["confirmer"].id)
    assert adopted.proposal is not None
    assert adopted.proposal.by == str(hall.town.members["adviser"].id)
    assert hall.in_force(hall.today + timedelta(days=29)) == before
    assert hall.in_force(hall.today + timedelta(days=30)) == adopted.bundle != before


def test_the_folder_is_kept_for_everybody_and_leads_to_the_same_bundle(hall: Hall) -> None:
    hall.propose()
    hall.confirm()
    edition, draft = Edition.objects.get(), hall.now
    assert (edition.files, edition.cases) == (draft.files, draft.cases)
    assert (edition.policy_id, edition.version) == ("woerden", draft.valid_from.isoformat())
    assert resolve(library(), "woerden", draft.valid_from).id == edition.bundle
    assert edition.bundle == hall.in_force(draft.valid_from)
    assert draft.ended == "adopted"


def test_the_first_policy_of_a_municipality_comes_into_use_the_same_way(new_hall: Hall) -> None:
    """DIFF-03: also by the hand of a neighbour who was mandated."""
    assert new_hall.in_force(new_hall.today) is None
    new_hall.propose(from_date=new_hall.today, decided_on=new_hall.today)
    new_hall.confirm()
    assert new_hall.in_force(new_hall.today) is not None
    assert new_hall.in_force(new_hall.today - timedelta(days=1)) is None


def test_somebody_of_a_neighbouring_municipality_confirms_in_the_membership_they_were_given(
    hall: Hall,
) -> None:
    """One person, two memberships: in Montfoort they are focal point, here they confirm and see no signal."""
    person = hall.town.people["neighbour"]
    with scope(hall.town.woerden.id):
        member = tenancy.add_member(person=person, roles=["policy_confirmer"], now=hall.town.now)
        hall.town.members["mandated"] = member
        assert actor_for(member, now=hall.town.now).roles == {"policy_confirmer"}
    hall.propose()
    hall.confirm("mandated")
    assert hall.state.adoptions[-1].by == str(member.id)


def test_another_day_than_the_drafts_own_is_written_in_the_draft(hall: Hall) -> None:
    day = hall.today + timedelta(days=60)
    hall.propose(from_date=day)
    assert hall.now.valid_from == day
    assert hall.state.proposed is not None
    assert hall.state.proposed.draft_number == hall.now.number
    hall.confirm()
    assert Edition.objects.get().version == day.isoformat()


def test_the_proposer_does_not_confirm_their_own(hall: Hall) -> None:
    hall.propose()
    with pytest.raises(Refused, match="You proposed it yourself"):
        hall.confirm("adviser")
    hall.confirm("lead")
    assert len(hall.state.adoptions) == 2


BROKEN = {
    "a mistake": ("route.yaml", "format: 1", "format: 1\nbogus: 1"),
    "a promise": ("route.yaml", "until: trusted_person.considered", "until: signal.received"),
    "a case": ("cases/", "expect:\n", "expect:\n      stage: closed\n"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_draft_with_something_wrong_is_not_proposed(hall: Hall, what: str) -> None:
    """A mistake, a promise that some signal breaks, a case that comes out otherwise."""
    begins, old, new = BROKEN[what]
    hall.change(next(name for name in drafting.texts(hall.now) if name.startswith(begins)), old, new)
    with scope(hall.town.woerden.id):
        found = of_draft(hall.now, None)
    assert (
        bool(found.examined.errors),
        bool(found.proof and found.proof.broken),
        bool(found.examined.failing),
    )[list(BROKEN).index(what)]
    with pytest.raises(Refused, match="finds something wrong"):
        hall.propose()
    assert hall.state.proposed is None


def test_what_changed_since_it_was_looked_at_is_not_proposed(hall: Hall) -> None:
    with pytest.raises(Refused, match="changed meanwhile"):
        hall.propose(looked_at=hall.now.number - 1)


def test_what_changed_since_it_was_proposed_is_not_put_into_use(hall: Hall) -> None:
    hall.propose()
    hall.change(old="Kanarie", new="Kanarievogel")
    with pytest.raises(Refused, match="changed or ended after"):
        hall.confirm()
    hall.withdraw()
    hall.propose()
    hall.confirm()
    assert Edition.objects.get().files == hall.now.files


def test_a_refused_proposal_leaves_the_day_of_the_draft_as_it_was(hall: Hall) -> None:
    number, day = hall.now.number, hall.now.valid_from
    with pytest.raises(Refused, match="has passed"):
        hall.propose(from_date=hall.today - timedelta(days=1))
    assert (hall.now.number, hall.now.valid_from) == (number, day)


def test_nobody_puts_the_policy_of_another_organisation_into_use(hall: Hall) -> None:
    """What is put into use is what others build on: a draft that claims to be the region's goes nowhere."""
    with scope(hall.town.woerden.id):
        Draft.objects.filter(id=hall.draft).update(policy_id="copen")
    with pytest.raises(Refused, match="another organisation"):
        hall.propose()


def test_sent_back_with_a_reason_the_draft_can_be_mended_and_proposed_again(hall: Hall) -> None:
    hall.propose()
    hall.withdraw()
    (gone,) = hall.state.withdrawals
    assert gone.sent_back
    assert gone.reason is not None
    with scope(hall.town.woerden.id):
        assert vault.get(hall.town.woerden.id, gone.reason)["text"] == "het besluit noemt een andere dag"
    assert hall.now.ended == ""
    hall.propose()
    hall.confirm()


def test_the_proposer_takes_back_without_a_word_and_another_needs_one(hall: Hall) -> None:
    hall.propose()
    with pytest.raises(Refused, match="does not say why"):
        hall.withdraw(reason=" ")
    hall.withdraw("adviser", reason="")
    assert [one.sent_back for one in hall.state.withdrawals] == [False]


def test_the_same_form_sent_twice_is_done_once(hall: Hall) -> None:
    command = uuid4()
    for _ in range(2):
        hall.propose(command_id=command)
    waiting, again = hall.waiting, uuid4()
    for _ in range(2):
        hall.confirm(proposal=waiting, command=again)
    assert len(hall.state.adoptions) == 2
    assert Edition.objects.count() == 1


def test_after_its_day_it_cannot_be_confirmed_any_more(hall: Hall) -> None:
    """ROUTE-02: signals of those days follow the policy of their day."""
    hall.propose(from_date=hall.today)
    with pytest.raises(Refused, match="has passed"):
        hall.confirm(at=hall.town.now + timedelta(days=1))


def test_the_ledger_of_the_organisation_verifies_with_reasons_in_its_vault(hall: Hall) -> None:
    hall.propose()
    hall.withdraw()
    hall.propose()
    hall.confirm()
    assert checking.verify([hall.town.woerden.id]).broken == ()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_confirm_at_once_one_does_and_the_other_is_told() -> None:
    hall = begin()
    hall.propose()
    waiting, told = hall.waiting, []

    def act(by: str) -> None:
        try:
            hall.confirm(by, proposal=waiting)
        except Refused as refused:
            told.append(refused.why.en)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(act, ["confirmer", "lead"]))
    assert told == ["Somebody else put it into use already."]
    assert len(hall.state.adoptions) == 2
    assert Edition.objects.count() == 1


def test_a_refused_confirmation_writes_nothing_at_all(hall: Hall) -> None:
    hall.propose()
    with scope(hall.town.woerden.id):
        before = store.load(hall.town.woerden.id).number
    with pytest.raises(Refused):
        hall.confirm("adviser")
    with scope(hall.town.woerden.id):
        assert store.load(hall.town.woerden.id).number == before
        assert policies.decided().proposed is not None
    assert not Edition.objects.exists()
    assert hall.now.ended == ""
