"""A care offer to test with."""

import pytest

from tests.care.offer.offering import Offering, offering


@pytest.fixture
def there(db: None) -> Offering:
    """A care organisation with an empty care offer."""
    return offering()
