"""The region of six, and the kind of release to test with."""

from collections.abc import Iterator

import pytest

from tests.programme.region.six import Six, six, trial
from tests.tenants.town import build


@pytest.fixture
def there(db: None) -> Iterator[Six]:
    """Six municipalities in one region."""
    with trial():
        yield six(build())
