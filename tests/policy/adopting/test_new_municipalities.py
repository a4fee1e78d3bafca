"""Each of the eight municipalities without a policy of its own works at once with its region's (DIFF-03)."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from baken.core.vocabulary.moments import civil_date
from baken.intake.gate import gate
from baken.policy.adopting import actions
from baken.policy.drafting import queries, starting
from baken.policy.library import library
from baken.tenancy import actions as tenancy
from baken.tenancy.actors import actor_for
from baken.tenancy.models import Person
from baken.tenancy.scope import scope

EIGHT = {
    "lopik": ("Lopik", "copen"),
    "ijsselstein": ("IJsselstein", "copen"),
    "oudewater": ("Oudewater", "copen"),
    "medemblik": ("Medemblik", "west-friesland"),
    "opmeer": ("Opmeer", "west-friesland"),
    "enkhuizen": ("Enkhuizen", "west-friesland"),
    "drechterland": ("Drechterland", "west-friesland"),
    "stede-broec": ("Stede Broec", "west-friesland"),
}


@pytest.mark.parametrize("slug", EIGHT)
def test_a_municipality_puts_its_regions_policy_into_use_and_can_receive(slug: str, db: None) -> None:
    """Drafted as the page does, proposed by its adviser, confirmed by somebody of a neighbour, the same day."""
    name, parent = EIGHT[slug]
    now = datetime.now(UTC)
    made = tenancy.create_organisation(slug=slug, name=name, kind="municipality", now=now)
    with scope(made.id):
        adviser, second = (
            actor_for(tenancy.add_member(person=_person(slug, role), roles=[role], now=now), now=now)
            for role in ("policy_adviser", "policy_confirmer")
        )
        draft = starting.begin(
            there=library(),
            base=queries.base(),
            parent=parent,
            valid_from=civil_date(now),
            actor=adviser,
            now=now,
        ).draft
        proposal = uuid4()
        assert gate(now) is None
        actions.propose(
            draft=draft,
            looked_at=1,
            from_date=civil_date(now),
            decision="collegebesluit 2026-7",
            decided_on=civil_date(now),
            actor=adviser,
            now=now,
            command_id=proposal,
        )
        actions.confirm(proposal=proposal, actor=second, now=now, command_id=uuid4())
        door = gate(now)
        assert door is not None
        assert (door.bundle.policy_id, door.bundle.name.nl) == (slug, name)
        assert [layer.policy_id for layer in door.bundle.layers] == ["national", parent, slug]


def _person(slug: str, role: str) -> Person:
    return tenancy.add_person(email=f"{role}@{slug}.example", name=f"Persoon {role}")
