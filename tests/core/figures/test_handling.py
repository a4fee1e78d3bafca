"""What a signal asks of focal points, deed by deed, as the route itself says."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.core.derive.route import compile_route
from baken.core.figures.alike import Alike
from baken.core.figures.assumed import DEEDS, MIX
from baken.core.figures.handling import deeds, most
from tests.core.figures.forecasting import ONE, policy

POLICIES = ("woerden", "montfoort", "hoorn", "national", "example")
WORLDS = st.fixed_dictionaries({name: st.sampled_from(list(fact.shares)) for name, fact in MIX.items()})


def _deeds(name: str, **differently: str) -> Counter[str]:
    return deeds(compile_route(policy(name)), {**ONE, **differently})


def test_an_ordinary_signal_in_woerden_asks_what_its_policy_names() -> None:
    """Annex 2 of its policy: labour authority and care coordinator, each asked for feedback, each answer passed on."""
    assert _deeds("woerden") == {
        "receive": 1,
        "question": 1,
        "weigh": 1,
        "source": 1,
        "trusted_person": 1,
        "assess": 1,
        "hand_over": 2,
        "ask": 2,
        "answer": 2,
        "inform": 3,
        "close": 1,
    }


def test_an_acute_signal_brings_a_call_and_another_hand_over() -> None:
    found = _deeds("woerden", urgency="acute")
    assert (found["call"], found["hand_over"]) == (1, 3)


def test_what_is_only_suggested_counts_where_somebody_does_it() -> None:
    assert _deeds("woerden", suggested="yes")["table"] > _deeds("woerden")["table"] == 0


def test_another_problem_goes_where_it_belongs_and_nothing_at_all_goes_nowhere() -> None:
    assert _deeds("national", assessment="other_phenomenon")["hand_over"] == 1
    assert _deeds("national", assessment="not_trafficking")["hand_over"] == 0


def test_professional_secrecy_is_weighed_where_it_was_noticed() -> None:
    assert _deeds("woerden", secrecy="yes")["secrecy"] == 1


def test_a_fact_that_stays_unknown_costs_time_all_the_same() -> None:
    assert _deeds("woerden", urgency="unknown")["question"] == 1


@pytest.mark.parametrize("name", POLICIES)
@given(world=WORLDS)
@settings(max_examples=40)
def test_every_signal_comes_to_an_end_within_what_there_is_room_for(name: str, world: dict[str, str]) -> None:
    """Each signal is received, assessed and closed once; the simulation has room for each deed that is done."""
    route = compile_route(policy(name))
    found, room = deeds(route, world), most(route)
    assert set(found) <= set(DEEDS)
    assert all(found[kind] <= room[kind] for kind in found), (found, room)
    assert found["close"] == min(1, room["close"])
    assert found["receive"] == 1
    assert found["answer"] == found["ask"] <= found["hand_over"]


@pytest.mark.parametrize("name", POLICIES)
@given(worlds=st.lists(WORLDS, min_size=20, max_size=20))
@settings(max_examples=15)
def test_signals_that_are_taken_together_do_take_the_same_deeds(
    name: str, worlds: list[dict[str, str]]
) -> None:
    """What is remembered of one signal counts for another only where the route says the same of both."""
    route = compile_route(policy(name))
    alike = Alike(route)
    seen: dict[object, Counter[str]] = {}
    for world in worlds:
        found = deeds(route, world)
        assert seen.setdefault(alike.key(world), found) == found
