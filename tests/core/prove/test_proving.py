"""What the shipped policies promise holds for every signal, and the proof says what it looked at."""

from functools import cache

import pytest

from baken.core.policy.bundle import Bundle
from baken.core.policy.properties import KINDS
from baken.core.prove.proof import PromiseResult, Proof
from baken.core.prove.proving import prove
from tests.core.prove.bundles import bundle

SHIPPED = ("copen", "example", "hoorn", "montfoort", "national", "west-friesland", "woerden")
EVERYWHERE = {
    "reporter_is_owed_an_answer",
    "every_signal_can_be_closed",
    "reporter_in_no_hand_over",
    "card_changes_nothing",
    "claim_alone_obliges_nobody",
    "smuggling_is_no_trafficking",
    "prostitution_is_no_trafficking",
    "organ_removal_is_never_refused",
    "closing_ends_no_labour_signal",
    "minors_may_reach_safe_home",
}
IN_COPEN = {
    "care_coordinator_hears_of_every_signal",
    "labour_reaches_the_inspectorate",
    "acute_goes_to_the_avim_at_once",
}
IN_WEST_FRIESLAND = {
    "care_and_safety_house_hears_of_every_suspicion",
    "labour_may_reach_the_inspectorate",
    "acute_goes_to_the_police_at_once",
    "unaccompanied_minors_may_reach_nidos",
}


@cache
def proof(policy: str) -> Proof:
    return prove(bundle(policy))


def promised(policy: str) -> dict[str, PromiseResult]:
    return {one.id: one for one in proof(policy).promises}


@pytest.mark.parametrize("policy", SHIPPED)
def test_every_shipped_policy_keeps_its_promises_for_every_signal(policy: str) -> None:
    assert proof(policy).holds, [one.counterexample for one in proof(policy).broken]
    assert set(promised(policy)) >= EVERYWHERE
    assert proof(policy).explored > 500


def test_each_region_promises_what_its_documents_say() -> None:
    """ROUTE-W3a, ROUTE-W4, ROUTE-F5, ROUTE-F6, TRIAGE-01, TRIAGE-05."""
    for policy in ("woerden", "montfoort", "copen"):
        assert set(promised(policy)) >= IN_COPEN
    for policy in ("hoorn", "west-friesland"):
        assert set(promised(policy)) >= IN_WEST_FRIESLAND
    assert "trusted_person_before_the_police" in promised("woerden")
    assert "trusted_person_before_the_police" not in promised("montfoort")


def test_every_promise_says_whose_it_is_since_when_and_where_it_stands() -> None:
    for policy in SHIPPED:
        for one in proof(policy).promises:
            assert one.by in {layer.policy_id for layer in bundle(policy).layers}
            assert one.since is not None
            assert one.source.nl
            assert one.sentence.nl != one.sentence.en


def test_every_kind_of_promise_is_used_and_says_what_was_reduced() -> None:
    found = [one for policy in SHIPPED for one in proof(policy).promises]
    assert {one.kind for one in found} == set(KINDS)
    for one in found:
        assert one.reductions
        assert all(line.nl and line.en for line in one.reductions)


def test_a_fact_that_no_rule_reads_is_said_and_not_counted() -> None:
    found = promised("hoorn")["prostitution_is_no_trafficking"]
    assert found.explored == 0
    assert found.reductions[0].nl.startswith("Geen enkele regel van dit beleid leest dit")


def test_what_is_taken_together_and_what_cannot_be_is_said() -> None:
    said = " ".join(line.nl for line in promised("woerden")["labour_reaches_the_inspectorate"].reductions)
    assert "“seksuele uitbuiting”, “criminele uitbuiting” en “gedwongen orgaanverwijdering”" in said
    claims = " ".join(line.nl for line in promised("woerden")["claim_alone_obliges_nobody"].reductions)
    assert (
        "Weggelaten, want dat kan niet samen: “minderjarig en alleen in Nederland: ja” en “18 jaar of ouder”"
        in claims
    )


def test_promises_survive_being_written_down() -> None:
    for policy in SHIPPED:
        read_back = Bundle.from_canonical(bundle(policy).canonical())
        assert read_back.id == bundle(policy).id
        assert read_back.property_list == bundle(policy).property_list


def test_the_same_policy_gives_the_same_proof() -> None:
    assert prove(bundle("woerden")) == proof("woerden")
