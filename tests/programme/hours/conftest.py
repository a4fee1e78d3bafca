"""A town to book hours in."""

import pytest

from tests.programme.hours.booking import Booking, booking


@pytest.fixture
def there(db: None) -> Booking:
    """A municipality where nobody booked anything yet."""
    return booking()
