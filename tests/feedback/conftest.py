"""The same town, with an open door."""

import pytest

from baken.ledger import limits
from tests.intake.conftest import town

__all__ = ["town"]


@pytest.fixture(autouse=True)
def fresh_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with nobody having typed a wrong code."""
    fresh = limits.Bucket(size=60, per_second=2)
    monkeypatch.setattr("baken.feedback.views.wrong_codes", fresh)
