"""A municipality's folder lies over its region's: it adds, replaces and drops, and every element says whose it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.policy.bundle import Bundle
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.resolve import resolve
from baken.project.policies import library
from tests.policies.shelf import DAY, GOOD, good, with_files

REAL = library()


def test_elements_of_the_parent_come_along_and_say_whose_they_are() -> None:
    bundle = resolve(good(), "dorp", DAY)
    assert [(step.id, step.by, str(step.since)) for step in bundle.steps] == [
        ("receive", "land", "2023-01-01"),
        ("answer", "land", "2023-01-01"),
        ("trusted", "dorp", "2024-01-01"),
        ("table", "dorp", "2024-01-01"),
        ("hand_over", "dorp", "2024-01-01"),
    ]
    assert [layer.policy_id for layer in bundle.layers] == ["land", "dorp"]


def test_an_element_with_the_same_id_replaces_the_parents_in_its_place_with_its_own_source() -> None:
    route = (GOOD / "dorp/2024-01-01/route.yaml").read_text()
    own = """  - id: receive
    actor: deputy
    completes: signal.received
    text: step.receive
    chosen: hier doet de achtervang het
"""
    bundle = resolve(with_files({"route.yaml": route.replace("steps:\n", "steps:\n" + own)}), "dorp", DAY)
    first = bundle.steps[0]
    assert (first.id, first.actor, first.by) == ("receive", "deputy", "dorp")
    assert first.says_who.nl == "gekozen: hier doet de achtervang het"


def test_an_element_can_stand_before_or_behind_one_of_the_parent() -> None:
    route = (GOOD / "dorp/2024-01-01/route.yaml").read_text()
    moved = route.replace("  - id: trusted\n", "  - id: trusted\n    behind: receive\n")
    moved = moved.replace("  - id: table\n", "  - id: table\n    before: receive\n")
    bundle = resolve(with_files({"route.yaml": moved}), "dorp", DAY)
    assert [step.id for step in bundle.steps] == ["table", "receive", "trusted", "answer", "hand_over"]


def test_dropping_takes_an_element_away() -> None:
    route = (
        GOOD / "dorp/2024-01-01/route.yaml"
    ).read_text() + "drop:\n  - {element: holds.trusted_first, chosen: x}\n"
    with pytest.raises(PolicyErrors):  # a child cannot drop what only it has
        resolve(with_files({"route.yaml": route}), "dorp", DAY)
    partners = "format: 1\ndrop:\n  - {element: partners.avim, chosen: hier niet}\n"
    with pytest.raises(PolicyErrors):  # and not what is still used
        resolve(with_files({"partners.yaml": partners}), "dorp", DAY)
    montfoort = resolve(REAL, "montfoort", DAY)
    assert "trusted_person.considered" not in {m.event for step in montfoort.steps for m in step.completes}


def test_a_version_counts_from_its_day_and_the_former_one_before() -> None:
    with pytest.raises(PolicyErrors) as refused:
        resolve(good(), "dorp", date(2023, 12, 31))
    assert "geen beleid op 2023-12-31" in refused.value.errors[0].in_("nl")


@pytest.mark.parametrize("policy_id", REAL.policy_ids)
def test_a_bundle_survives_its_canonical_text(policy_id: str) -> None:
    bundle = resolve(REAL, policy_id, DAY)
    again = Bundle.from_canonical(bundle.canonical())
    assert again == bundle
    assert again.canonical() == bundle.canonical()
    assert again.id == bundle.id
    assert bundle.id.startswith("sha256:")


def test_the_same_files_give_the_same_bundle_and_one_word_more_another() -> None:
    assert resolve(good(), "dorp", DAY).id == resolve(good(), "dorp", DAY).id
    texts = (GOOD / "dorp/2024-01-01/texts.yaml").read_text().replace("Draag", "Geef")
    assert resolve(with_files({"texts.yaml": texts}), "dorp", DAY).id != resolve(good(), "dorp", DAY).id


@given(st.permutations(sorted(path.name for path in (GOOD / "dorp/2024-01-01").iterdir())))
def test_the_order_of_files_changes_nothing(names: list[str]) -> None:
    files: dict[str, bytes | str] = {name: (GOOD / "dorp/2024-01-01" / name).read_bytes() for name in names}
    assert resolve(with_files(files), "dorp", DAY).id == resolve(good(), "dorp", DAY).id


@pytest.mark.parametrize("policy_id", REAL.policy_ids)
def test_every_element_says_who_says_so(policy_id: str) -> None:
    for elements in resolve(REAL, policy_id, DAY).elements().values():
        for element in elements:
            assert element.says_who.nl.strip()
            assert element.by
            assert element.since is not None


def test_the_reporter_is_a_piece_of_no_hand_over() -> None:
    for policy_id in REAL.policy_ids:
        bundle = resolve(REAL, policy_id, DAY)
        for use in bundle.uses.values():
            assert not {"reporter", "envelope"} & set(use.pieces)
