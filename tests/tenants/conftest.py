"""The town, for the tests in this folder."""

import pytest

from tests.tenants.town import Town, build


@pytest.fixture
def town(db: None) -> Town:
    """Two municipalities, a care organisation, and people who belong elsewhere or nowhere."""
    return build()
