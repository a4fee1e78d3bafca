"""Meetings to test with."""

import pytest

from tests.programme.meetings.meeting import Meetings, meetings


@pytest.fixture
def there(db: None) -> Meetings:
    """A municipality with a policy that has no meetings yet."""
    return meetings()
