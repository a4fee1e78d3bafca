"""No term of a client ever goes silently, whatever is noted in whatever order (RES-02, RES-11)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.decide import residence as decide
from baken.core.decide.refusal import Refused
from baken.core.derive.residence import ResidenceState, Term, after, standing
from baken.core.derive.stay_facts import adds_only
from baken.core.events import Event
from baken.core.vocabulary.care import CareFacts
from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.core.vocabulary.residence import BY_HAND, CHOSEN

START = datetime(2026, 11, 22, 12, tzinfo=UTC)
days = st.integers(-40, 400).map(lambda n: civil_date(START) + timedelta(days=n))
starts = st.sampled_from(["", "permit_granted", "permit_until"])
dues = st.lists(
    st.builds(Term, st.sampled_from(["bedenktijd", "b8", "achttien"]), days, days, st.none() | days, starts),
    max_size=4,
    unique_by=lambda one: (one.id, one.on),
)
steps = st.lists(
    st.tuples(
        st.integers(0, 200),
        st.one_of(
            st.tuples(st.just("note"), dues, st.sampled_from(CHOSEN)),
            st.tuples(st.just("update"), dues, st.none()),
            st.tuples(st.just("handle"), st.integers(0, 3), st.sampled_from(BY_HAND)),
            st.tuples(st.just("seen"), st.none(), st.none()),
        ),
    ),
    max_size=12,
)


def told(state: ResidenceState, events: tuple[Event, ...], at: datetime) -> ResidenceState:
    for happened in events:
        state = after(state, happened, at)
    return state


def step(state: ResidenceState, what: tuple[object, ...], at: datetime) -> ResidenceState:
    kind, given_, word = what
    try:
        if kind == "note":
            events = decide.note(state, facts="v", because=str(word), due=given_, now=at)  # type: ignore[arg-type]
        elif kind == "update":
            events = decide.update(state, due=given_, now=at)  # type: ignore[arg-type]
        elif kind == "seen":
            events = decide.seen(state)
        else:
            open_ = state.open
            key = open_[int(str(given_)) % len(open_)].key if open_ else ("b8", date(2020, 1, 1))
            events = decide.handle(state, key=key, how=str(word), note="v")
    except Refused:
        return state
    return told(state, events, at)


@given(steps)
def test_a_term_that_was_shown_still_stands_or_was_handled_or_there_is_a_change_with_a_reason(
    sequence: list[tuple[int, tuple[object, ...]]],
) -> None:
    state, at = ResidenceState(), START
    for later, what in sequence:
        at += timedelta(days=later)
        before, state = state, step(state, what, at)
        for one in before.open:
            stands = any(now.key == one.key for now in state.open)
            handled = any(now.key == one.key for now in state.handled)
            fresh = state.changes[len(before.changes) :]
            changed = [change for change in fresh if (change.id, change.was) == one.key]
            assert stands + handled + len(changed) == 1
            assert all(change.because and not change.seen for change in changed)


@given(steps)
def test_a_missed_term_goes_only_because_somebody_handled_it(
    sequence: list[tuple[int, tuple[object, ...]]],
) -> None:
    state, at = ResidenceState(), START
    for later, what in sequence:
        at += timedelta(days=later)
        missed = {one.key for one in state.open if standing(one, civil_date(at)) == "missed"}
        state = step(state, what, at)
        gone = missed - {one.key for one in state.open}
        assert gone <= {one.key for one in state.handled}


@given(steps, dues)
def test_after_noting_every_term_of_the_rules_is_open_or_was_handled(
    sequence: list[tuple[int, tuple[object, ...]]], due: list[Term]
) -> None:
    state, at = ResidenceState(), START
    for later, what in sequence:
        at += timedelta(days=later)
        state = step(state, what, at)
    noted = told(state, decide.note(state, facts="v", because="happened", due=due, now=at), at)
    known = {one.key for one in (*noted.open, *noted.handled)}
    assert {(one.id, one.on) for one in due if one.handled_on is None} <= known
    running = {one.key for one in noted.open if standing(one, civil_date(at)) != "missed"}
    assert running <= {(one.id, one.on) for one in due}


def test_a_dublin_claim_found_later_shortens_the_term_and_says_what_it_was_and_why() -> None:
    """RES-02: three months become thirty days."""
    three_months, thirty_days = date(2027, 2, 28), date(2026, 12, 30)
    state = told(
        ResidenceState(),
        decide.note(
            ResidenceState(),
            facts="v1",
            because="first",
            due=[Term("reflection_ends", three_months, date(2027, 1, 28))],
            now=START,
        ),
        START,
    )
    later = START + timedelta(days=14)
    shorter = [Term("reflection_ends", thirty_days, date(2026, 12, 9))]
    state = told(state, decide.note(state, facts="v2", because="discovered", due=shorter, now=later), later)
    (change,) = state.unseen
    assert (change.was, change.on, change.because, change.reason) == (
        three_months,
        thirty_days,
        "discovered",
        "v2",
    )
    assert [one.on for one in state.open] == [thirty_days]
    assert told(state, decide.seen(state), later).unseen == ()


def test_the_last_day_of_a_term_lasts_until_midnight_in_amsterdam() -> None:
    noted = decide.note(
        ResidenceState(),
        facts="v",
        because="",
        due=[Term("b8", date(2027, 2, 28), date(2027, 2, 1))],
        now=START,
    )
    (one,) = told(ResidenceState(), noted, START).open
    late = datetime(2027, 2, 28, 23, 59, 59, tzinfo=AMSTERDAM)
    assert standing(one, civil_date(late)) == "today"
    assert standing(one, civil_date(late + timedelta(seconds=1))) == "missed"
    assert standing(one, date(2027, 1, 31)) == "running"
    assert standing(one, date(2027, 2, 1)) == "near"


def test_closing_a_file_ends_what_runs_and_keeps_what_was_missed() -> None:
    from baken.core.events.client import ClientClosed, ClientReopened

    due = [
        Term("b8", date(2026, 12, 1), date(2026, 11, 25)),
        Term("achttien", date(2028, 1, 1), date(2027, 7, 1)),
    ]
    noted = decide.note(ResidenceState(), facts="v", because="", due=due, now=START)
    state = told(ResidenceState(), noted, START)
    closed = after(state, _made(ClientClosed), datetime(2026, 12, 5, tzinfo=UTC))
    assert [one.id for one in closed.open] == ["b8"]
    assert [one.id for one in after(closed, _made(ClientReopened), START).open] == ["b8", "achttien"]


def _made(kind: type[Event]) -> Event:
    from dataclasses import fields

    return kind(**{one.name: "v" for one in fields(kind)})  # type: ignore[arg-type]


def test_what_was_handled_or_never_ran_cannot_be_handled_again() -> None:
    due = [Term("b8", date(2026, 12, 1), date(2026, 11, 25))]
    state = told(
        ResidenceState(), decide.note(ResidenceState(), facts="v", because="", due=due, now=START), START
    )
    handled = told(state, decide.handle(state, key=("b8", date(2026, 12, 1)), how="done", note="v"), START)
    assert [one.how for one in handled.handled] == ["done"]
    for key in (("b8", date(2026, 12, 1)), ("b8", date(2027, 12, 1)), ("anders", date(2026, 12, 1))):
        with pytest.raises(Refused):
            decide.handle(handled, key=key, how="done", note="v")


def term(on: date, **more: Any) -> Term:
    """A term of one rule, near a week before."""
    return Term(**{"id": "reflection", "on": on, "warn_on": on - timedelta(days=7), **more})


def noted(state: ResidenceState, *due: Term, because: str = "happened") -> ResidenceState:
    """What stands after these terms take the place of the former."""
    return told(state, decide.note(state, facts="v", because=because, due=due, now=START), START)


def test_a_rule_of_its_own_for_dublin_cases_takes_the_place_of_the_rule_it_replaces() -> None:
    """The term of thirty days is another rule than that of three months, and counts from the same moment."""
    months = term(date(2027, 2, 28), starts="reflection_granted")
    other = term(date(2027, 1, 5), id="next_check", starts="found")
    days_ = term(date(2026, 12, 30), id="reflection_dublin", starts="reflection_granted")
    state = noted(noted(ResidenceState(), months, other), days_, other, because="discovered")
    (change,) = state.unseen
    assert (change.id, change.was, change.into, change.on) == (months.id, months.on, days_.id, days_.on)
    assert {one.id for one in state.open} == {"reflection_dublin", "next_check"}


def test_what_was_noted_as_done_is_handled_and_runs_again_where_that_proves_wrong() -> None:
    on = date(2026, 12, 30)
    state = noted(noted(ResidenceState(), term(on)), term(on, handled_on=on))
    assert [(one.how, one.words) for one in state.handled] == [("known", None)]
    again = noted(state, term(on), because="mistake")
    assert [one.key for one in again.open] == [("reflection", on)]
    assert [(one.was, one.on, one.because) for one in again.unseen] == [(on, on, "mistake")]
    late = noted(noted(ResidenceState(), term(on)), term(on, handled_on=on + timedelta(days=1)))
    assert [one.how for one in late.handled] == ["known_late"]


def test_what_somebody_handled_by_hand_does_not_come_back_for_the_same_day() -> None:
    on = date(2026, 12, 30)
    state = noted(ResidenceState(), term(on))
    state = told(state, decide.handle(state, key=("reflection", on), how="other_way", note="v"), START)
    assert noted(state, term(on)).open == ()
    assert [one.on for one in noted(state, term(on + timedelta(days=1))).open] == [on + timedelta(days=1)]


def test_what_was_done_before_it_was_ever_shown_asks_for_nothing() -> None:
    on = date(2026, 12, 30)
    state = noted(ResidenceState(), term(on, handled_on=date(2026, 11, 1)))
    assert (state.open, state.handled, state.changes) == ((), (), ())


def test_only_what_adds_and_changes_nothing_is_noted_for_the_first_time_again() -> None:
    """A change of what stood there has a reason of its own (RES-11)."""
    state = told(
        ResidenceState(), decide.note(ResidenceState(), facts="a", because="first", due=(), now=START), START
    )
    (noted,) = decide.note(state, facts="b", because="first", due=(), now=START, adds=True)
    assert noted.to_payload()["because"] == "first"
    with pytest.raises(Refused):
        decide.note(state, facts="b", because="first", due=(), now=START)


def test_what_was_not_known_adds_and_what_becomes_something_else_does_not() -> None:
    was = CareFacts(position="none", moments=MappingProxyType({"found": date(2026, 11, 1)}))
    assert adds_only(was, replace(was, dublin="no", exploitation=frozenset({"labour"})))
    assert adds_only(
        was, replace(was, moments=MappingProxyType({**was.moments, "complaint": date(2026, 11, 2)}))
    )
    assert adds_only(was, was)
    assert not adds_only(was, replace(was, position="reflection"))
    assert not adds_only(was, replace(was, position="unknown"))
    assert not adds_only(was, replace(was, moments=MappingProxyType({"found": date(2026, 11, 2)})))
    assert not adds_only(was, replace(was, moments=MappingProxyType({})))
