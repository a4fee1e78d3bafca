"""Conditions as people say them: short, whole, and never two meanings in one line."""

from datetime import date

import pytest

from baken.core.policy import said
from baken.core.policy.conditions import ALWAYS, All, AnyOf, Not, Reads
from baken.core.policy.models import EventMatch
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.clauses import is_none_of, is_one_of
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.moments import Duration
from baken.project.policies import library

LABOUR = Reads("exploitation", "includes", ("labour",))
ACUTE = Reads("urgency", "any", ("acute",))
EITHER = Reads("exploitation", "includes", ("labour", "sexual"))


@pytest.mark.parametrize(
    ("condition", "nl"),
    [
        (ALWAYS, "Bij elk signaal."),
        (ACUTE, "Als het acuut is."),
        (Reads("urgency", "any", ("unknown",)), "Als nog niet bekend is of het acuut is."),
        (Reads("urgency", "none", ("acute",)), "Als niet geldt dat het acuut is."),
        (Not(LABOUR), "Als niet geldt dat het om arbeidsuitbuiting gaat."),
        (All((LABOUR, ACUTE)), "Als het om arbeidsuitbuiting gaat en het acuut is."),
        (
            AnyOf((LABOUR, ACUTE, Reads("age", "any", ("minor",)))),
            "Als het om arbeidsuitbuiting gaat, het acuut is of het vermoedelijke slachtoffer jonger dan 18 is.",
        ),
        (
            All((EITHER, ACUTE)),
            "Als het om arbeidsuitbuiting gaat of het om seksuele uitbuiting gaat, en ook het acuut is.",
        ),
        (
            Reads("assessment", "none", ("not_trafficking", "other_phenomenon")),
            "Als niet vaststaat dat het geen mensenhandel is.",
        ),
    ],
)
def test_a_condition_is_one_plain_sentence(condition, nl):
    assert said.when(condition).nl == nl


def test_every_value_of_every_fact_can_be_said_in_both_languages():
    for fact, kind in FACTS.items():
        for values in (*((value,) for value in kind.values), kind.values):
            for words in (is_one_of(fact, values), is_none_of(fact, values)):
                assert all(words)
                assert "{" not in words.nl + words.en


def test_a_term_speaks_of_one_or_of_more():
    assert said.term(Duration(1, "hours")).nl == "1 uur"
    assert said.term(Duration(5, "working_days")) == ("5 werkdagen", "5 working days")


def test_every_event_of_every_shipped_policy_names_what_it_is_about():
    for policy in library().policy_ids:
        bundle = resolve(library(), policy, date(2026, 11, 22))
        matches = [match for step in bundle.steps for match in step.completes]
        matches += [hold.until for hold in bundle.holds]
        for match in matches:
            assert isinstance(match, EventMatch)
            words = said.happened(match, bundle)
            assert "_" not in words.nl
            assert match.table is None or bundle.name_of(match.table).nl in words.nl
