"""A client file whose stay is noted."""

import pytest

from tests.care.residence.staying import Staying, staying


@pytest.fixture
def file(db: None) -> Staying:
    """One open client file of an adult, in a care organisation with a policy."""
    return staying()
