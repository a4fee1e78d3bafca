"""Facts and history told from outside are read strictly, and every mistake is one line."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.derive import told

AT = "2026-11-20T09:00:00+01:00"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def errors_of_facts(raw: Any) -> list[str]:
    errors: list[str] = []
    told.facts(raw, errors)
    return errors


def errors_of_history(raw: Any) -> list[str]:
    errors: list[str] = []
    told.history(raw, errors)
    return errors


def test_bare_values_are_established_and_claims_are_marked() -> None:
    errors: list[str] = []
    facts = told.facts({"exploitation": ["labour"], "urgency": {"claimed": "acute"}}, errors)
    assert errors == []
    assert facts.established == {"exploitation": frozenset({"labour"})}
    assert facts.claimed == {"urgency": "acute"}


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        ({"urgency": "spoed"}, "facts.urgency: 'spoed' is not one of acute, not_acute, unknown"),
        ({"urgency": {"claimed": "x"}}, "facts.urgency.claimed: 'x' is not one of acute, not_acute, unknown"),
        ({"urgency": ["acute"]}, "facts.urgency: expected one of acute, not_acute, unknown, not a list"),
        ({"urgency": None}, "facts.urgency: expected one of acute, not_acute, unknown, not null"),
        ({"urgency": {}}, 'facts.urgency: expected a value or {"claimed": ...}'),
        (
            {"exploitation": "labour"},
            "facts.exploitation: expected a list of sexual, labour, criminal, organ_removal, not a text",
        ),
        ({"exploitation": [1]}, "facts.exploitation[0]: expected a word, not a number"),
        (
            {"exploitation": ["work"]},
            "facts.exploitation[0]: 'work' is not one of sexual, labour, criminal, organ_removal",
        ),
        ({"urgensy": "acute"}, "facts.urgensy: unknown fact; did you mean 'urgency'?"),
        ([], "facts: expected an object with facts, not a list"),
        (None, "facts: expected an object with facts, not null"),
    ],
)
def test_wrong_facts_are_named(raw: Any, error: str) -> None:
    assert errors_of_facts(raw) == [error]


@pytest.mark.parametrize(
    ("raw", "start"),
    [
        ({}, "history: expected a list"),
        ([1], "history[0]: expected an object"),
        ([{"at": AT}], "history[0].event: missing"),
        ([{"event": "signal.received"}], "history[0].at: missing"),
        ([{"event": "signal.recieved", "at": AT}], "history[0].event: 'signal.recieved' is not one of "),
        (
            [{"event": "signal.received", "at": "2026-11-20T09:00:00"}],
            "history[0].at: '2026-11-20T09:00:00' has no time zone",
        ),
        ([{"event": "signal.received", "at": "gisteren"}], "history[0].at: 'gisteren' is not a moment"),
        ([{"event": "signal.received", "at": "2026-02-30T09:00:00Z"}], "history[0].at: '2026-02-30"),
        ([{"event": "signal.received", "at": "0001-01-01T00:00:00Z"}], "history[0].at: '0001-01-01"),
        ([{"event": "signal.received", "at": 5}], "history[0].at: expected a moment"),
        ([{"event": "signal.received", "at": AT, "who": "x"}], "history[0].who: unknown key"),
        (
            [{"event": "signal.received", "at": AT, "partner": "avim"}],
            "history[0].partner: signal.received is not about a partner",
        ),
        ([{"event": "signal.referred", "at": AT}], "history[0].partner: missing"),
        (
            [{"event": "signal.referred", "at": AT, "partner": "avimm"}],
            "history[0].partner: 'avimm' is not one of ",
        ),
        ([{"event": "signal.tabled", "at": AT}], "history[0].table: missing"),
        (
            [{"event": "source.consulted", "at": AT, "source": "gps"}],
            "history[0].source: 'gps' is not one of ",
        ),
        ([{"event": "signal.assessed", "at": AT}], "history[0].assessment: missing"),
        ([{"event": "fact.established", "at": AT, "fact": "urgency"}], "history[0].value: missing"),
        (
            [{"event": "fact.established", "at": AT, "fact": "urgency", "value": "x"}],
            "history[0].value: 'x' is not one of ",
        ),
        (
            [{"event": "signal.received", "at": AT, "reasoned": "ja"}],
            "history[0].reasoned: expected true or false",
        ),
    ],
)
def test_wrong_history_is_named(raw: Any, start: str) -> None:
    errors = errors_of_history(raw)
    assert len(errors) == 1
    assert errors[0].startswith(start)


def test_a_misspelt_event_gets_a_suggestion() -> None:
    (error,) = errors_of_history([{"event": "signal.recieved", "at": AT}])
    assert error.endswith("did you mean 'signal.received'?")


def test_an_event_about_a_table_may_name_it_as_partner() -> None:
    errors: list[str] = []
    raw = {"event": "signal.tabled", "at": AT, "partner": "local_undermining_meeting"}
    (happened,) = told.history([raw], errors)
    assert errors == []
    assert (happened.table, happened.partner) == ("local_undermining_meeting", None)
    assert errors_of_history([{**raw, "table": "regional_signals_table"}])


def test_all_mistakes_are_told() -> None:
    assert len(errors_of_facts({"urgency": "x", "age": "y", "z": 1})) == 3


@given(JSON)
def test_anything_is_read_or_refused_with_one_line_errors(raw: Any) -> None:
    for error in (*errors_of_facts(raw), *errors_of_history(raw)):
        assert error.isprintable()
        assert len(error) < 1000
