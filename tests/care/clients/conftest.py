"""A client file to test with."""

import pytest

from tests.care.clients.filing import Filing, filing


@pytest.fixture
def file(db: None) -> Filing:
    """One open client file in a town."""
    return filing()
