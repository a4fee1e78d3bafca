"""A region puts its policy into use the same way; what its municipalities have in use stays as it was (house)."""

from datetime import date, timedelta
from uuid import uuid4

from baken.core.policy.resolve import resolve
from baken.ledger import policies
from baken.policy.adopting import actions
from baken.policy.drafting import actions as drafting
from baken.policy.drafting import queries
from baken.policy.library import library
from baken.tenancy import actions as tenancy
from baken.tenancy.actors import actor_for
from baken.tenancy.scope import scope
from tests.policy.adopting.hall import Hall

WORDS = ("Bespreek het signaal", "Kanarie van de regio, bespreek het signaal")


def decides(hall: Hall, day: date) -> None:
    """Let the Copen region, an organisation of its own with two people, change a sentence from a day on."""
    now = hall.town.now
    made = tenancy.create_organisation(slug="copen", name="De Copen", kind="region", now=now)
    hall.town.organisations["copen"] = made
    with scope(made.id):
        adviser, second = (
            actor_for(tenancy.add_member(person=hall.town.people[who], roles=[role], now=now), now=now)
            for who, role in (("adviser", "policy_adviser"), ("lead", "policy_confirmer"))
        )
        base, proposal = queries.base(), uuid4()
        texts = {**base.files, "texts.yaml": base.files["texts.yaml"].replace(*WORDS)}
        assert texts != base.files
        draft = drafting.start(
            policy_id="copen", valid_from=day, files=texts, cases=base.cases, about="", actor=adviser, now=now
        )
        actions.propose(
            draft=draft,
            looked_at=1,
            from_date=day,
            decision="regionaal besluit 3",
            decided_on=hall.today,
            actor=adviser,
            now=now,
            command_id=proposal,
        )
        actions.confirm(proposal=proposal, actor=second, now=now, command_id=uuid4())
        found = policies.in_force(day)
        assert found is not None
        assert (found.policy_id, found.kind) == ("copen", "region")


def test_a_region_changes_what_is_built_on_it_next_and_nothing_that_is_in_use(hall: Hall) -> None:
    """ADR 4: a regional edit never rewrites a municipality's past."""
    hall.propose()
    hall.confirm()
    day = hall.today + timedelta(days=30)
    before = hall.in_force(day)
    decides(hall, day)
    assert hall.in_force(day) == before
    assert resolve(library(), "woerden", day).id != before
    assert "Kanarie van de regio" in resolve(library(), "woerden", day).canonical()
    assert "Kanarie van de regio" not in resolve(library(), "woerden", day - timedelta(days=1)).canonical()


def test_a_region_that_changes_between_proposing_and_confirming_changes_nothing_of_the_proposal(
    hall: Hall,
) -> None:
    """What was proposed is a whole bundle: the second person decides on what was shown and on nothing else."""
    hall.propose()
    proposed = hall.state.proposed
    assert proposed is not None
    decides(hall, hall.today)
    hall.confirm()
    assert hall.in_force(proposed.from_date) == proposed.bundle
