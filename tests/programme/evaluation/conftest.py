"""An evaluation to test with."""

import pytest

from tests.programme.evaluation.evaluating import Evaluating, evaluating


@pytest.fixture
def there(db: None) -> Evaluating:
    """A municipality in a region of six."""
    return evaluating()
