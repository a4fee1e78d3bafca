"""V22: exact numbers stay with who handles signals; whoever else is told a number is told none under five."""

import re

import pytest

from baken.core.figures.shielding import told
from tests.policy.test_reading import page
from tests.policy.test_whatif import OTHER, labour, lines
from tests.route.case import Case

HANDLERS = {"focal_point", "lead", "deputy", "neighbour", "outsider"}  # each in their own organisation
OTHERS = ("adviser", "confirmer", "supervisor", "administrator", "coordinator", "care", "expired_deputy")


def test_exact_figures_are_for_who_handles_signals_alone(case: Case) -> None:
    assert {case.visit(who).client.get("/cijfers/").status_code for who in sorted(HANDLERS)} == {200}
    assert {case.visit(who).client.get("/cijfers/").status_code for who in OTHERS} == {403}


def test_they_are_on_the_page_alone_and_cannot_be_taken_away(case: Case) -> None:
    answer = case.client.get("/cijfers/")
    assert "attachment" not in str(answer.headers)
    assert not re.search(r"download|export|\.csv|\.xlsx", answer.content.decode(), re.I)


def test_a_policy_adviser_cannot_tell_none_from_four(case: Case) -> None:
    """One reads the same words with no such signal as with four."""
    case.receive()
    before = lines(page(case.town, OTHER, "adviser"))
    labour(case, 4)
    after = lines(page(case.town, OTHER, "adviser"))
    assert after == before
    assert "4 signalen" in page(case.town, OTHER, "focal_point"), "the control: there are four"


@pytest.mark.parametrize("number", range(5))
def test_under_five_no_number_is_told(number: int) -> None:
    assert told(frozenset(bytes([one]) for one in range(number)), ()).about is None


@pytest.mark.parametrize("number", range(1, 60))
def test_subtracting_two_answers_never_gives_a_small_number(number: int) -> None:
    """With and without one signal the answer is the same, so the difference tells nothing."""
    group = frozenset(bytes([one]) for one in range(number))
    first = told(group, ())
    assert told(group | {b"one more"}, [first]).about == first.about
