"""Municipalities with the policies that are shipped, and nobody logged in."""

from datetime import UTC, datetime

import pytest

from baken.tenancy.actions import create_organisation
from tests.intake.conftest import village
from tests.tenants.things import adopt
from tests.tenants.town import Town, build

__all__ = ["village"]  # a policy that says nothing of signals to look out for
WITH_POLICY = ("woerden", "montfoort", "hoorn")


@pytest.fixture
def region(db: None) -> Town:
    """Three municipalities with a policy, closed to residents, and one that has none yet."""
    town = Town(datetime.now(UTC))
    for slug in (*WITH_POLICY, "elders"):
        town.organisations[slug] = create_organisation(
            slug=slug, name=slug.title(), kind="municipality", now=town.now
        )
    for slug in WITH_POLICY:
        adopt(town, slug)
    return town


@pytest.fixture
def town(db: None) -> Town:
    """Municipalities with people in them."""
    return build()
