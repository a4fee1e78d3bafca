"""Training to test with."""

import pytest

from tests.programme.training.training import Training, training


@pytest.fixture
def there(db: None) -> Training:
    """A municipality with a policy that gave no training yet."""
    return training()
