"""Which municipality is responsible, and who coordinates (CARE-04, DATA-12)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.derive.responsible import Responsible, responsible
from baken.core.vocabulary.placing import REGISTERED, STAYS


def ask(stays: str, listed: str, **where: str) -> Responsible:
    return responsible(stays=stays, registered=listed, where=where)


@pytest.mark.parametrize(
    ("registered", "where", "answer"),
    [
        ("registered", {"registered": "Rotterdam", "found": "Woerden"}, "Rotterdam"),
        ("not_registered", {"registered": "Rotterdam", "found": "Woerden"}, "Woerden"),
        ("unknown", {"found": "Woerden"}, "Woerden"),
        ("registered", {"found": "Woerden"}, ""),
        ("not_registered", {}, ""),
    ],
)
def test_it_is_where_somebody_is_registered_otherwise_where_found(
    registered: str, where: dict[str, str], answer: str
) -> None:
    """CARE-04: in principle somebody who is registered nowhere is registered where found."""
    found = ask("here", registered, **where)
    assert found.municipality == answer
    assert bool(found.unknown) == (registered == "unknown" or not answer)
    assert found.provisional == (registered == "unknown")


def test_who_stays_in_another_region_is_coordinated_there_whoever_is_responsible() -> None:
    assert ask("other_region", "registered", registered="Woerden").elsewhere
    assert not ask("here", "registered", registered="Rotterdam").elsewhere


@given(
    st.sampled_from(sorted(STAYS)),
    st.sampled_from(sorted(REGISTERED)),
    st.sampled_from(["", "Woerden"]),
    st.sampled_from(["", "Hoorn"]),
)
def test_there_is_an_answer_with_a_reason_or_a_named_unknown(
    stays: str, registered: str, at: str, found: str
) -> None:
    told = ask(stays, registered, registered=at, found=found)
    assert bool(told.municipality) == (told.because is not None)
    assert told.municipality or told.unknown
    assert told.coordination.nl
    assert told.source.nl
