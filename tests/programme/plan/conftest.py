"""A programme to test with."""

import pytest

from tests.programme.plan.planning import Planning, planning


@pytest.fixture
def there(db: None) -> Planning:
    """A municipality without a programme."""
    return planning()
