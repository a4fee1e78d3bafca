"""How every file begins, whether a coordinator opens it or it comes in with a record from elsewhere."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from baken.core.vocabulary.client import FIRST_CHECK
from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.core.vocabulary.spans import after


def first_check(today: date) -> date:
    """Return when a file that opens today must be looked at again."""
    return civil_date(after(datetime.combine(today, time(12), AMSTERDAM), FIRST_CHECK))


def identity(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return words with the person in them as the search for one's own data knows people (GEN-03)."""
    if "working_name" not in told:
        return dict(told)
    person = {"name": told.get("name") or told["working_name"], "birth": told.get("birth", "")}
    return {**told, "persons": [person]}
