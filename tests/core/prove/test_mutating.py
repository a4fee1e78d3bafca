"""Every small wrong that changes what happens to a signal is noticed by a case or a promise (house.md, Policy)."""

from functools import cache

import pytest
from benchmarks.mutation import POLICIES, Outcome, layers, outcomes, table
from hypothesis import given

from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import ALWAYS, All, Not, Reads
from baken.core.prove.comparing import compare
from baken.core.prove.mutating import Mutant, mutants, refusals
from baken.core.prove.mutating_conditions import altered
from baken.core.prove.proving import prove
from baken.core.vocabulary.facts import Facts
from baken.core.vocabulary.happened import Happened
from tests.core.prove.bundles import answer, bundle
from tests.core.strategies import after, facts, histories

ACUTE = Reads("urgency", "any", ("acute",))
LABOUR = Reads("exploitation", "includes", ("labour",))


@cache
def wrong(policy: str, name: str) -> Mutant:
    """Return one mutant by its id."""
    return next(one for one in mutants(bundle(policy)) if one.id == name)


def test_a_condition_is_dropped_negated_and_each_value_and_reading_is_exchanged() -> None:
    found = {name: condition for name, _, condition in altered(All((ACUTE, LABOUR)))}
    assert found["dropped"] == ALWAYS
    assert found["negated"] == Not(All((ACUTE, LABOUR)))
    assert found["urgency-dropped"] == LABOUR
    assert found["exploitation-negated"] == All((ACUTE, Not(LABOUR)))
    assert found["urgency.acute=not_acute"] == All((Reads("urgency", "any", ("not_acute",)), LABOUR))
    assert "exploitation.labour=sexual" in found
    assert len({str(condition) for condition in found.values()}) == len(found)


def test_what_always_counts_has_no_condition_to_do_wrong() -> None:
    assert list(altered(ALWAYS)) == []


@pytest.mark.parametrize("policy", POLICIES)
def test_every_wrong_has_a_name_of_its_own_and_is_another_policy(policy: str) -> None:
    found = list(mutants(bundle(policy)))
    assert len({one.id for one in found}) == len(found) > 200
    assert bundle(policy).id not in {one.bundle.id for one in found}


def test_a_mutant_is_the_same_as_when_it_is_read_from_its_text() -> None:
    for one in list(mutants(bundle("woerden")))[::40]:
        assert Bundle.from_canonical(one.bundle.canonical()) == one.bundle


@pytest.mark.parametrize("policy", ["woerden", "montfoort", "hoorn", "west-friesland", "copen", "national"])
def test_a_shipped_policy_is_not_refused(policy: str) -> None:
    assert refusals(bundle(policy)) == []


def test_a_wrong_that_reading_refuses_is_not_counted_as_noticed() -> None:
    assert refusals(wrong("woerden", "steps.consider_trusted_person:dropped").bundle), (
        "nobody lifts the hold then"
    )


@pytest.mark.parametrize(
    ("policy", "name", "promise"),
    [
        ("woerden", "holds.trusted_person_first:dropped", "trusted_person"),
        ("woerden", "referrals.care_coordinator:dropped", "care_coordinator"),
        ("hoorn", "referrals.care_safety_house:dropped", "care_and_safety_house"),
        ("montfoort", "referrals.labour_authority:strength=suggested", "labour"),
    ],
)
def test_what_matters_most_is_noticed_by_a_promise_too(policy: str, name: str, promise: str) -> None:
    broken = [one.id for one in prove(wrong(policy, name).bundle).broken]
    assert any(promise in one for one in broken), broken


@pytest.mark.parametrize("policy", POLICIES)
def test_whatever_changes_what_happens_is_noticed(policy: str) -> None:
    found = list(outcomes(policy, all_promises=False))
    assert [one.mutant.id for one in found if one.survives] == []
    counts = table(found)
    assert counts["changing"] > 200
    assert counts["changing"] + counts["refused"] + counts["equivalent"] == counts["mutants"]


CHANGES_NOTHING = [
    ("woerden", "steps.hand_over:strength=optional"),
    ("woerden", "steps.check_own_records:after-weigh.outcome"),
    ("woerden", "steps.table_locally:with_table-dropped"),
    ("hoorn", "steps.enrich:after-weigh.outcome"),
    ("hoorn", "steps.ask_local_team:after-weigh.outcome"),
]


@pytest.mark.parametrize(("policy", "name"), CHANGES_NOTHING)
def test_what_changes_nothing_is_told_as_written_otherwise(policy: str, name: str) -> None:
    old, new = bundle(policy), wrong(policy, name).bundle
    found = compare(old, new)
    assert not found.steering
    assert not found.same
    assert not compare(new, old).steering


@pytest.mark.parametrize(("policy", "name"), CHANGES_NOTHING)
@given(facts(), histories())
def test_what_is_said_to_change_nothing_changes_no_signal(
    policy: str, name: str, known: Facts, history: tuple[Happened, ...]
) -> None:
    old, new, now = bundle(policy), wrong(policy, name).bundle, after(history)
    assert answer(old, known, history, now) == answer(new, known, history, now)


def test_a_survivor_is_a_wrong_that_changes_something_unnoticed() -> None:
    one = wrong("woerden", "referrals.avim:dropped")
    assert Outcome(one, refused=False).survives
    assert not Outcome(one, refused=False, by_case="woerden/acute").survives
    assert not Outcome(one, refused=False, by_promise="acute").survives
    assert not Outcome(one, refused=False, changes=False).survives
    assert not Outcome(one, refused=True).survives


def test_the_cases_of_the_region_count_for_its_municipality() -> None:
    assert [layer.policy_id for layer in layers("woerden")] == ["national", "copen", "woerden"]
    assert all(layer.cases for layer in layers("woerden"))
