"""A draft that is well, its adviser, and a second person."""

import pytest

from tests.policy.adopting.hall import Hall, begin


@pytest.fixture
def hall(db: None) -> Hall:
    """Woerden's policy is in use, and a draft with one other sentence is ready to be proposed."""
    return begin()


@pytest.fixture
def new_hall(db: None) -> Hall:
    """The same, where nothing is in use yet."""
    return begin(adopted=False)
