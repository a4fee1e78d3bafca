"""What is drafted says what this organisation does, and not what another does."""

import re

from baken.tenancy.scope import scope
from baken.trust.accountability import drafts, queries
from tests.tenants.things import adopt
from tests.tenants.town import Town, build


def _draft(town: Town, slug: str, policy: str) -> str:
    adopt(town, slug, policy)
    with scope(town.organisations[slug].id):
        bundle = queries.in_use(town.now)
        assert bundle is not None
        return str(drafts.dpia(bundle, policy))


def test_the_dpia_of_a_care_organisation_is_about_help_and_not_about_weighing_signals(db: None) -> None:
    told = _draft(build(), "zorg", "moviera")
    assert "coördineert hun hulp" in told
    assert "veilig contact" in told
    assert not re.search(r"neemt signalen|\bweegt\b|college van burgemeester", told)


def test_the_dpia_of_a_municipality_is_about_signals_and_not_about_help_that_lies_elsewhere(db: None) -> None:
    told = _draft(build(), "woerden", "woerden")
    assert "neemt signalen" in told
    assert "coördineert hun hulp" not in told
