"""The programme in a policy: its numbers sort as people count, and what is dropped may not be named any more."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Library
from baken.core.policy.programme import label_order
from baken.core.policy.resolve import resolve
from baken.project.policies import library

DAY = date(2026, 11, 22)
LABELS = st.lists(st.integers(1, 99), min_size=1, max_size=3).map(lambda parts: ".".join(map(str, parts)))


def hoorn(file: str, content: str) -> Library:
    """Return the policies with a file of Hoorn added."""
    there = library()
    version = there.versions("hoorn")[-1]
    files: dict[str, str | bytes] = {**there.files("hoorn", version), file: f"format: 1\n{content}"}
    return there.with_folder("hoorn", version, files)


def mistakes(file: str, content: str) -> list[str]:
    with pytest.raises(PolicyErrors) as caught:
        resolve(hoorn(file, content), "hoorn", DAY)
    return [error.in_("nl") for error in caught.value.errors]


@given(st.lists(LABELS, unique=True))
def test_a_goal_stands_before_what_hangs_under_it_and_two_before_ten(labels: list[str]) -> None:
    ordered = sorted(labels, key=label_order)
    for one, other in pairwise(ordered):
        assert not one.startswith(f"{other}.")
    assert sorted(["10", "2", "2.10", "2.9"], key=label_order) == ["2", "2.9", "2.10", "10"]


def test_an_audience_that_is_dropped_and_still_named_is_told_where_it_was_dropped() -> None:
    """Bad input: a deleted audience that has history."""
    told = mistakes("training.yaml", "drop:\n  - {element: audiences.front_desk, chosen: geen balie}\n")
    assert all("hoorn/2022-12-01/training.yaml:3" in line for line in told)
    named = " ".join(told)
    for element in ("courses.ccv_e_learning", "training_terms.every_two_years"):
        assert f"Laat ook `{element}` hier niet gelden" in named


def test_an_audience_that_nothing_names_may_be_dropped() -> None:
    there = hoorn("training.yaml", "drop:\n  - {element: audiences.gps, chosen: niet bij ons}\n")
    found = {audience.id for audience in resolve(there, "hoorn", DAY).audiences}
    assert "gps" not in found
    assert "front_desk" in found


def test_a_municipality_replaces_an_action_of_the_region_by_its_id() -> None:
    own = """actions:
  - id: reporting_point
    label: "3.2"
    title: {nl: Ons meldpunt, en: Our reporting point}
    what: {nl: Het is er al., en: It is there already.}
    ready: {kind: quarter, on: 2023-06-30}
    owner: {nl: team Veiligheid, en: team Safety}
    chosen: later dan de regio
"""
    actions = {action.label: action for action in resolve(hoorn("programme.yaml", own), "hoorn", DAY).actions}
    assert len(actions) == 12
    assert (actions["3.2"].owner.nl, actions["3.2"].by) == ("team Veiligheid", "hoorn")


def test_a_programme_that_ends_before_its_actions_is_told_for_every_one_of_them() -> None:
    own = """programme:
  - id: programme
    title: {nl: Kort, en: Short}
    goal: {nl: Kort, en: Short}
    from: 2022-09-01
    until: 2022-12-31
    theme: trafficking
    chosen: een proef
"""
    told = mistakes("programme.yaml", own)
    assert len(told) == 4
    assert all("valt buiten het programma" in line for line in told)
