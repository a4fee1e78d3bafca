"""A draft of Woerden's policy, and Woerden's policy adviser at the screen."""

import pytest

from tests.policy.drafting.desk import Desk, begin


@pytest.fixture
def desk(db: None) -> Desk:
    """Woerden's adviser with a draft that is what is in force, unchanged."""
    return begin()
