"""Comparing policies: whatever differs for some signal is said, with its source (ROUTE, PART, DIFF)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.core.policy.conditions import All, Not, Reads
from baken.core.prove.comparing import compare
from baken.core.prove.differences import Comparison, Difference
from baken.core.vocabulary.facts import Facts
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.text import Text
from tests.core.prove.bundles import answer, bundle, edited, with_element, without_element
from tests.core.strategies import after, facts, histories

PAIRS = [
    ("woerden", "montfoort"),
    ("woerden", "hoorn"),
    ("hoorn", "west-friesland"),
    ("montfoort", "national"),
]


def about(found: Comparison, key: str) -> list[Difference]:
    """Return the differences about one thing."""
    return [one for one in found.differences if one.key == key]


def test_woerden_asks_for_a_trusted_person_first_and_montfoort_does_not() -> None:
    found = compare(bundle("woerden"), bundle("montfoort"))
    asks, waits = (
        about(found, "steps.consider_trusted_person")[0],
        [one for one in found.differences if one.group == "first"],
    )
    assert asks.sentence.nl == (
        "Als het mensenhandel kan zijn, vraagt Woerden van de aandachtsfunctionaris: “Onderzoek of een "
        "vertrouwenspersoon het vermoedelijke slachtoffer kan bijstaan”; Montfoort vraagt dat niet."
    )
    assert asks.old_source == Text("woerden-beleid, bijlage 2, stap 3", "woerden-beleid, bijlage 2, stap 3")
    assert asks.new_source is None
    assert waits[0].sentence.nl.startswith(
        "Als niet vaststaat dat het acuut is en het mensenhandel kan zijn, wacht Woerden met Politie"
    )
    assert waits[0].sentence.nl.endswith(
        "tot onderzocht is of een vertrouwenspersoon kan helpen; Montfoort wacht daar niet op."
    )
    assert waits[1].example == {"urgency": "acute"}, "in an acute case a reason is enough, and that is larger"


def test_the_sentence_names_who_does_something_first_whichever_way_round_it_is_asked() -> None:
    one = compare(bundle("woerden"), bundle("montfoort"))
    other = compare(bundle("montfoort"), bundle("woerden"))
    key = "steps.consider_trusted_person"
    assert about(one, key)[0].sentence == about(other, key)[0].sentence
    assert about(other, key)[0].old_source is None


def test_the_labour_inspectorate_is_required_in_woerden_and_suggested_in_hoorn() -> None:
    found = about(compare(bundle("woerden"), bundle("hoorn")), "referrals.labour_authority")
    assert [one.sentence.en for one in found] == [
        "When it is labour exploitation, Woerden must pass the signal to Netherlands Labour Authority (NLA); "
        "in Hoorn it is only suggested."
    ]
    assert (found[0].old, found[0].new) == ("required", "suggested")


def test_hoorn_differs_from_its_region_only_in_its_own_meeting() -> None:
    found = compare(bundle("hoorn"), bundle("west-friesland"))
    assert {one.key for one in found.steering} == {"tables.local_undermining_meeting.with"}


@pytest.mark.parametrize("policy", ["woerden", "montfoort", "hoorn", "west-friesland", "copen", "national"])
def test_a_policy_does_not_differ_from_itself_and_it_is_said_after_how_many_combinations(policy: str) -> None:
    found = compare(bundle(policy), bundle(policy))
    assert found.same
    assert found.identical
    assert f"{found.combinations:,}".replace(",", ".") in found.summary.nl


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_other_way_round_is_the_mirror_image(one: str, other: str) -> None:
    there = compare(bundle(one), bundle(other))
    back = compare(bundle(other), bundle(one))
    assert {_seen(found) for found in there.steering} == {_mirrored(found) for found in back.steering}
    assert len(there.differences) == len(back.differences)
    assert there.combinations == back.combinations


def _seen(found: Difference) -> tuple[object, ...]:
    return (
        frozenset(found.key.split("+")),
        found.condition,
        found.old,
        found.new,
        found.old_source,
        found.new_source,
    )


def _mirrored(found: Difference) -> tuple[object, ...]:
    return (
        frozenset(found.key.split("+")),
        found.condition,
        found.new,
        found.old,
        found.new_source,
        found.old_source,
    )


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_every_sentence_is_whole_in_both_languages(one: str, other: str) -> None:
    for found in compare(bundle(one), bundle(other)).differences:
        for words in found.sentence:
            assert "{" not in words
            assert not words[0].islower(), words
            assert words.rstrip("”").endswith((".", "?", "!")), words


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_within_a_group_the_smallest_signals_come_first(one: str, other: str) -> None:
    for _, differences in compare(bundle(one), bundle(other)).grouped:
        sizes = [one.weight[:1] for one in differences]
        assert sizes == sorted(sizes)


def test_a_moved_source_is_told_and_is_said_to_change_nothing() -> None:
    old = bundle("woerden")
    new = with_element(old, "steps", "weigh", chosen=Text("anders gekozen", "chosen otherwise"))
    found = compare(old, new)
    assert not found.same
    assert not found.steering
    assert [one.key for one in found.differences] == ["steps.weigh.source"]
    assert "werken hetzelfde" in found.summary.nl


def test_a_condition_said_in_another_way_is_told_and_is_said_to_change_nothing() -> None:
    old = bundle("woerden")
    acute = Reads("urgency", "any", ("acute",))
    found = compare(old, with_element(old, "referrals", "avim", when=Not(Not(acute))))
    assert [one.sentence.nl for one in found.differences] == [
        "Wat geldt voor Politie Midden-Nederland (AVIM) is anders opgeschreven, maar werkt hetzelfde."
    ]


def test_a_narrower_condition_is_described_by_what_was_added_and_no_more() -> None:
    old = bundle("woerden")
    acute, minor = Reads("urgency", "any", ("acute",)), Reads("age", "any", ("minor",))
    found = compare(old, with_element(old, "referrals", "avim", when=All((acute, minor))))
    assert [
        (one.condition, one.old, one.new) for one in about(found, "referrals.avim") if one.new == "no"
    ] == [
        (
            Text(
                "het acuut is en het vermoedelijke slachtoffer 18 of ouder is",
                "it is acute and the presumed victim is 18 or older",
            ),
            "required",
            "no",
        )
    ]


def test_a_dropped_rule_that_another_one_repeats_is_told_as_superfluous() -> None:
    old = bundle("woerden")
    twice = old.referrals[0].model_copy(update={"id": "again"})
    new = type(old).from_canonical(old.model_copy(update={"referrals": (*old.referrals, twice)}).canonical())
    found = compare(old, new)
    assert not found.steering
    assert "verandert niets" in found.differences[0].sentence.nl


def test_a_dropped_hold_names_what_was_held() -> None:
    old = bundle("woerden")
    found = compare(old, without_element(old, "holds", "trusted_person_first"))
    assert {one.group for one in found.steering} == {"first"}


@settings(max_examples=40)
@given(st.data())
def test_who_edits_something_gets_a_difference(data: st.DataObject) -> None:
    old = bundle(data.draw(st.sampled_from(("woerden", "hoorn"))))
    new = data.draw(edited(old))
    found = compare(old, new)
    assert found.same == (old.id == new.id)
    assert {_seen(one) for one in found.steering} == {_mirrored(one) for one in compare(new, old).steering}


@settings(max_examples=80)
@given(st.data(), facts(), histories())
def test_no_signal_goes_another_way_unless_a_difference_says_so(
    data: st.DataObject, given_facts: Facts, history: tuple[Happened, ...]
) -> None:
    old = bundle(data.draw(st.sampled_from(("woerden", "hoorn"))))
    new = data.draw(edited(old))
    if not compare(old, new).steering:
        now = after(history)
        assert answer(old, given_facts, history, now) == answer(new, given_facts, history, now)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_sentence_begins_well_whatever_the_policies_are_called(one: str, other: str) -> None:
    labels = Text("versie 1", "version 1"), Text("versie 2", "version 2")
    for found in compare(bundle(one), bundle(other), labels=labels).differences:
        assert not found.sentence.nl[0].islower(), found.sentence.nl
        assert not found.sentence.en[0].islower(), found.sentence.en
