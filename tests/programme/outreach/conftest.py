"""Outreach to test with."""

import pytest

from tests.programme.outreach.reaching import Reaching, reaching


@pytest.fixture
def there(db: None) -> Reaching:
    """A municipality with a policy that reached nobody yet."""
    return reaching()
