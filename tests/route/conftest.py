"""A town with a signal in it, and a focal point who is logged in."""

import pytest

from tests.route.case import Case, begin


@pytest.fixture
def case(db: None) -> Case:
    """A signal with a name in its envelope, reported in Woerden two days ago, and Woerden's focal point logged in."""
    return begin()
