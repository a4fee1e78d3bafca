"""What no policy may lay down: V3, and V1 for every kind of event that stores something."""

from datetime import date

import pytest

from baken.core.events import EVENTS, notification, signal
from baken.core.policy.bundle import Bundle
from baken.core.policy.register import OF_CARE, activities_in_force
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.processing import ACTIVITIES, ACTIVITY_OF, activity_of, names_wams, names_wgs
from baken.project.policies import library
from tests.policies.shelf import GOOD, mistakes, with_files
from tests.policies.test_shipped import SHIPPED

DAY = date(2026, 11, 22)
HEAD = (GOOD / "dorp/2024-01-01/municipality.yaml").read_text("utf-8")
WAMS = """\
format: 1
grounds:
  - {id: wams, name: {nl: Wams, en: Wams}, article: Wams artikel 1, chosen: zo doen wij het}
"""


def with_wams(switch: str) -> list[str]:
    files: dict[str, bytes | str] = {"municipality.yaml": HEAD + switch, "processing.yaml": WAMS}
    return [error.what.en for error in mistakes(with_files(files))]


def test_the_wams_is_a_ground_only_where_it_was_switched_on_with_a_reference_and_counts_already() -> None:
    assert with_wams("") == ["`wams` names the Wams."]
    assert with_wams("wams: {reference: 'Stb. 2023, 1', since: 2024-01-02}\n") == ["`wams` names the Wams."]
    assert with_wams("wams: {reference: 'Stb. 2023, 1', since: 2024-01-01}\n") == []


def test_where_it_is_switched_on_the_policy_in_force_says_so() -> None:
    files: dict[str, bytes | str] = {
        "municipality.yaml": f"{HEAD}wams: {{reference: 'Stb. 2023, 1', since: 2024-01-01}}\n"
    }
    bundle = resolve(with_files(files), "dorp", date(2026, 1, 1))
    assert bundle.wams is not None
    assert Bundle.from_canonical(bundle.canonical()).wams == bundle.wams
    assert resolve(library(), "woerden", DAY).wams is None


@pytest.mark.parametrize("words", ["wams", "WAMS", "wams_social", "Wet aanpak meervoudige problematiek"])
def test_the_wams_is_known_by_each_of_its_names(words: str) -> None:
    assert names_wams(words)


@pytest.mark.parametrize("words", ["swamsen", "Wmo 2015", "wamsterdam"])
def test_other_words_are_not_taken_for_it(words: str) -> None:
    assert not names_wams(words)
    assert not names_wgs(words)


def test_every_kind_of_event_belongs_to_exactly_one_activity() -> None:
    """A new kind of event about a signal or a hand-over is not stored before somebody said what it is for."""
    about = {
        name for name, cls in EVENTS.items() if cls.__module__ in (signal.__name__, notification.__name__)
    }
    assert about <= set(ACTIVITY_OF)
    assert {activity_of(name) for name in EVENTS} <= set(ACTIVITIES)


@pytest.mark.parametrize("policy", SHIPPED)
def test_every_shipped_policy_says_of_every_activity_why_on_what_ground_and_how_long(policy: str) -> None:
    bundle = resolve(library(), policy, DAY)
    found = activities_in_force(bundle)
    own = set(ACTIVITIES) - ({"coordinate_care"} if bundle.kind in ("municipality", "region") else set())
    own = set(OF_CARE) if bundle.kind == "care" else own
    assert {one.activity.id for one in found} == own
    assert sorted(event for one in found for event in one.events) == sorted(
        event for event, activity in ACTIVITY_OF.items() if activity in own
    )
    for one in found:
        assert one.purposes, one.activity.id
        assert one.grounds, one.activity.id
        assert one.activity.retention, one.activity.id
        assert one.activity.source or one.activity.chosen, one.activity.id


@pytest.mark.parametrize("policy", ["moviera", "zvh-noord-holland-noord"])
def test_a_care_organisation_answers_for_its_own_work_alone_and_itself(policy: str) -> None:
    """V28: no entry of its register says that it weighs signals, or that a municipality decides on its files."""
    found = activities_in_force(resolve(library(), policy, DAY))
    assert {one.activity.id for one in found} == OF_CARE
    assert {one.activity.controllers for one in found} == {("care_organisation",)}
    assert all(one.purposes and one.grounds and one.activity.retention for one in found)
    assert any(event.startswith("client.") for one in found for event in one.events)


def test_what_uses_and_sources_say_is_part_of_the_activity() -> None:
    found = {one.activity.id: one for one in activities_in_force(resolve(library(), "woerden", DAY))}
    assert found["take_in"].purposes[0] == "weigh_signal"
    assert "safe_home_report" in found["hand_over"].grounds
    assert "youth_care" in found["consult_source"].grounds
    assert not any(ground.startswith("wgs") for ground in found["discuss"].grounds)


def test_no_shipped_policy_lets_a_bsn_be_written_down() -> None:
    """V19."""
    assert {resolve(library(), policy, DAY).bsn_ground for policy in SHIPPED} == {None}
