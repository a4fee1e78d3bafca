"""Random facts, conditions and histories, within the closed lists."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from baken.core.vocabulary.facts import DEFAULTS, FACTS, FactKind, Facts, Value
from baken.core.vocabulary.happened import Happened

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def values(kind: FactKind, *, known: bool = False) -> st.SearchStrategy[Value]:
    """Any value of a fact; with `known`, only one that says something."""
    if kind.is_set:
        return st.frozensets(st.sampled_from(kind.values), min_size=int(known))
    return st.sampled_from(
        [v for v in kind.values if not (known and kind.unsaid_is_unknown and v == kind.default)]
    )


def known_facts() -> st.SearchStrategy[dict[str, Value]]:
    """Everything about a signal, all of it known."""
    return st.fixed_dictionaries({name: values(kind, known=True) for name, kind in FACTS.items()})


def some_facts() -> st.SearchStrategy[dict[str, Value]]:
    """Some facts of a signal."""
    return st.fixed_dictionaries({}, optional={name: values(kind) for name, kind in FACTS.items()})


def facts() -> st.SearchStrategy[Facts]:
    """Facts, partly established and partly claimed."""
    return st.builds(Facts, established=some_facts(), claimed=some_facts())


def conditions() -> st.SearchStrategy[dict[str, Any]]:
    """A condition as written in a policy."""
    return st.recursive(
        _readings(),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
            inner.map(lambda part: {"not": part}),
        ),
        max_leaves=5,
    )


@st.composite
def _readings(draw: st.DrawFn) -> dict[str, Any]:
    kind = FACTS[draw(st.sampled_from(sorted(FACTS)))]
    many = draw(st.lists(st.sampled_from(kind.values), min_size=1, max_size=3, unique=True))
    if kind.is_set:
        return {kind.name: draw(st.sampled_from([{"includes": many[0]}, {"includes_any": many}]))}
    return {kind.name: draw(st.sampled_from([many[0], {"any": many}, {"not": many}]))}


_PLAIN = (
    "signal.reported",
    "signal.received",
    "team_coordinator.consulted",
    "trusted_person.considered",
    "reporter.informed",
    "signal.closed",
    "signal.reopened",
    "signal.corrected",
)
_PARTNERS = ("avim", "police", "labour_authority", "care_coordinator", "riec", "care_safety_house")
_TABLES = ("local_undermining_meeting", "regional_signals_table", "regional_undermining_table")


def _events() -> st.SearchStrategy[dict[str, Any]]:
    plain = st.fixed_dictionaries({"event": st.sampled_from(_PLAIN)})
    partner = st.fixed_dictionaries(
        {
            "event": st.sampled_from(
                ("signal.referred", "partner.asked", "partner.answered", "referral.retracted")
            ),
            "partner": st.sampled_from(_PARTNERS),
        }
    )
    table = st.fixed_dictionaries({"event": st.just("signal.tabled"), "table": st.sampled_from(_TABLES)})
    weighed = st.fixed_dictionaries(
        {"event": st.just("enrichment.weighed"), "outcome": st.sampled_from(("proceed", "stop"))}
    )
    source = st.fixed_dictionaries(
        {
            "event": st.just("source.consulted"),
            "source": st.sampled_from(("municipal_records", "brp", "kvk")),
            "outcome": st.sampled_from(("hit", "no_hit")),
        }
    )
    assessed = st.fixed_dictionaries(
        {"event": st.just("signal.assessed"), "assessment": st.sampled_from(FACTS["assessment"].values[1:])}
    )
    fact = st.sampled_from(sorted(FACTS)).flatmap(
        lambda name: st.fixed_dictionaries(
            {"event": st.just("fact.established"), "fact": st.just(name), "value": values(FACTS[name])}
        )
    )
    return st.one_of(plain, partner, table, weighed, source, assessed, fact)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Happened, ...]:
    """A history of up to twelve events, in order, hours apart."""
    told = draw(st.lists(_events(), max_size=12))
    return tuple(Happened(at=START + timedelta(hours=7 * n), **one) for n, one in enumerate(told))


def after(history: tuple[Happened, ...]) -> datetime:
    """A moment after the whole history."""
    return (history[-1].at if history else START) + timedelta(hours=1)


__all__ = ["DEFAULTS", "START", "after", "conditions", "facts", "histories", "known_facts", "some_facts"]
