"""Conditions are three-valued, and read back as they were written."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.core.policy.conditions import ALWAYS, as_data, can_hold, compiled, worlds
from baken.core.policy.written import condition
from baken.core.vocabulary.facts import DEFAULTS, FACTS, Value
from tests.core.strategies import conditions, known_facts


def holds(raw: dict[str, Any], **facts: Value) -> bool | None:
    return compiled(condition(raw))({**DEFAULTS, **facts})


@pytest.mark.parametrize(
    ("raw", "facts", "truth"),
    [
        ({"urgency": "acute"}, {"urgency": "acute"}, True),
        ({"urgency": "acute"}, {"urgency": "not_acute"}, False),
        ({"urgency": "acute"}, {}, None),
        ({"urgency": "unknown"}, {}, True),
        ({"urgency": "unknown"}, {"urgency": "acute"}, False),
        ({"assessment": "open"}, {}, True),
        ({"assessment": {"not": ["not_trafficking", "other_phenomenon"]}}, {}, True),
        ({"assessment": {"not": ["not_trafficking"]}}, {"assessment": "not_trafficking"}, False),
        ({"exploitation": {"includes": "labour"}}, {}, None),
        ({"exploitation": {"includes": "labour"}}, {"exploitation": frozenset({"sexual"})}, False),
        (
            {"exploitation": {"includes_any": ["labour", "sexual"]}},
            {"exploitation": frozenset({"sexual"})},
            True,
        ),
        ({"related": {"includes": "prostitution"}}, {}, False),
        ({"urgency": "acute", "age": "minor"}, {"urgency": "not_acute"}, False),
        ({"urgency": "acute", "age": "minor"}, {"urgency": "acute"}, None),
        ({"any": [{"urgency": "acute"}, {"age": "minor"}]}, {"age": "minor"}, True),
        ({"any": [{"urgency": "acute"}, {"age": "minor"}]}, {"age": "adult"}, None),
        ({"not": {"urgency": "acute"}}, {}, None),
        ({"not": {"urgency": "acute"}}, {"urgency": "not_acute"}, True),
    ],
)
def test_condition_on_both_sides(raw: dict[str, Any], facts: dict[str, Value], truth: bool | None) -> None:
    assert holds(raw, **facts) is truth


def test_no_condition_always_holds() -> None:
    assert compiled(ALWAYS)(DEFAULTS) is True


@given(conditions())
def test_condition_reads_back_as_written(raw: dict[str, Any]) -> None:
    read = condition(raw)
    assert condition(as_data(read)) == read


@given(conditions(), known_facts())
def test_with_everything_known_the_answer_is_known(raw: dict[str, Any], facts: dict[str, Value]) -> None:
    assert compiled(condition(raw))(facts) is not None


@given(conditions(), known_facts(), st.sets(st.sampled_from(sorted(FACTS))))
def test_learning_a_fact_never_turns_a_certain_answer(
    raw: dict[str, Any], facts: dict[str, Value], hidden: set[str]
) -> None:
    """What is told under unknown facts stays true whatever those facts turn out to be."""
    unsaid = {name for name in hidden if FACTS[name].unsaid_is_unknown}
    if any(_asks_for_unknown(raw, name) for name in unsaid):
        return
    test = compiled(condition(raw))
    before = test({**facts, **{name: DEFAULTS[name] for name in unsaid}})
    assert before is None or before is test(facts)


@given(conditions(), known_facts())
def test_what_holds_somewhere_can_hold(raw: dict[str, Any], facts: dict[str, Value]) -> None:
    read = condition(raw)
    if compiled(read)(facts) is True:
        assert can_hold(read)
        assert any(compiled(read)(world) is True for world in worlds(read))


def _asks_for_unknown(raw: Any, name: str) -> bool:
    return "unknown" in str(raw)


def test_a_contradiction_is_seen_without_trying_everything() -> None:
    reads = {
        name: {"includes_any": list(kind.values)} if kind.is_set else {"any": list(kind.values)}
        for name, kind in FACTS.items()
    }
    assert not can_hold(
        condition(reads), condition({"urgency": "acute"}), condition({"urgency": "not_acute"})
    )


@settings(deadline=None)
@given(st.lists(conditions(), max_size=2))
def test_can_hold_is_what_trying_everything_finds(some: list[dict[str, Any]]) -> None:
    read = [condition(one) for one in some]
    tests = [compiled(one) for one in read]
    assert can_hold(*read) is any(all(test(world) is True for test in tests) for world in worlds(*read))
