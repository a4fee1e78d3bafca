"""A policy comes into use by two persons, on a decision of the college, and never retroactively (ROLE-12, ROUTE-02)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.decide.policy import (
    AdoptAlone,
    Confirm,
    Propose,
    Withdraw,
    adopt_alone,
    confirm,
    propose,
    withdraw,
)
from baken.core.decide.refusal import Refused
from baken.core.derive.adoptions import OrganisationPolicies, Told, fold
from baken.core.events import Event
from baken.core.events import organisation as past

TODAY = date(2026, 11, 22)
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
NOTHING = OrganisationPolicies()
ASK = Propose("p1", "b1", "woerden", TOMORROW, "besluit 4", YESTERDAY, "draft", 3)
YES = Confirm("p1", by_proposer=False, draft_number=3)
ALONE = AdoptAlone("b1", "woerden", TOMORROW, "besluit 4", YESTERDAY)


def after(*events: Event) -> OrganisationPolicies:
    """The policies after these events."""
    return fold(Told(event, datetime(2026, 11, 22, 9, tzinfo=UTC), "somebody") for event in events)


PROPOSED = after(*propose(NOTHING, ASK, TODAY))
IN_USE = after(*adopt_alone(NOTHING, replace(ALONE, from_date=TODAY), TODAY))


def test_what_is_proposed_is_what_a_second_person_puts_into_use() -> None:
    (event,) = confirm(PROPOSED, YES, TODAY)
    assert event == past.PolicyAdopted(
        bundle="b1",
        policy_id="woerden",
        from_date=TOMORROW.isoformat(),
        decision="besluit 4",
        decided_on=YESTERDAY.isoformat(),
        proposal="p1",
    )


def test_what_is_adopted_at_the_command_line_says_that_nobody_confirmed_it() -> None:
    (event,) = adopt_alone(NOTHING, ALONE, TODAY)
    assert isinstance(event, past.PolicyAdopted)
    assert event.proposal is None


def test_a_policy_may_count_from_today_or_from_the_day_of_the_decision() -> None:
    for from_date, decided_on in ((TODAY, TODAY), (TODAY, YESTERDAY)):
        assert propose(NOTHING, replace(ASK, from_date=from_date, decided_on=decided_on), TODAY)


def test_a_former_policy_can_come_back() -> None:
    state = after(
        *adopt_alone(NOTHING, replace(ALONE, from_date=TODAY), TODAY),
        *adopt_alone(NOTHING, replace(ALONE, from_date=TOMORROW, bundle="b2"), TODAY),
    )
    assert propose(state, replace(ASK, from_date=TOMORROW), TODAY)


def test_what_waits_may_be_taken_back_without_a_word_and_sent_back_with_one() -> None:
    assert withdraw(PROPOSED, Withdraw("p1", by_proposer=True, reason=None))
    assert withdraw(PROPOSED, Withdraw("p1", by_proposer=False, reason="ref"))


def test_after_it_was_sent_back_the_same_can_be_proposed_again() -> None:
    state = after(*propose(NOTHING, ASK, TODAY), *withdraw(PROPOSED, Withdraw("p1", False, "ref")))
    assert propose(state, replace(ASK, proposal="p2"), TODAY)


REFUSED: dict[str, Callable[[], Any]] = {
    "a second proposal while one waits": lambda: propose(PROPOSED, replace(ASK, proposal="p2"), TODAY),
    "a day that has passed": lambda: propose(NOTHING, replace(ASK, from_date=YESTERDAY), TODAY),
    "a day before the decision": lambda: propose(
        NOTHING, replace(ASK, from_date=YESTERDAY, decided_on=TODAY), TODAY
    ),
    "a decision in the future": lambda: propose(NOTHING, replace(ASK, decided_on=TOMORROW), TODAY),
    "no decision": lambda: propose(NOTHING, replace(ASK, decision="  "), TODAY),
    "the policy that is in use": lambda: propose(IN_USE, ASK, TODAY),
    "confirming by the proposer": lambda: confirm(PROPOSED, replace(YES, by_proposer=True), TODAY),
    "confirming nothing": lambda: confirm(NOTHING, YES, TODAY),
    "confirming something else": lambda: confirm(PROPOSED, replace(YES, proposal="p0"), TODAY),
    "a draft that was changed": lambda: confirm(PROPOSED, replace(YES, draft_number=4), TODAY),
    "a draft that ended": lambda: confirm(PROPOSED, replace(YES, draft_number=None), TODAY),
    "confirming after its day": lambda: confirm(PROPOSED, YES, TOMORROW + timedelta(days=1)),
    "confirming what is in use meanwhile": lambda: confirm(
        after(*propose(NOTHING, ASK, TODAY), *adopt_alone(NOTHING, ALONE, TODAY)), YES, TODAY
    ),
    "confirming twice": lambda: confirm(
        after(*propose(NOTHING, ASK, TODAY), *confirm(PROPOSED, YES, TODAY)), YES, TODAY
    ),
    "confirming what was sent back": lambda: confirm(
        after(*propose(NOTHING, ASK, TODAY), past.PolicyWithdrawn("p1", "ref")), YES, TODAY
    ),
    "sending back without a reason": lambda: withdraw(PROPOSED, Withdraw("p1", False, None)),
    "sending back nothing": lambda: withdraw(NOTHING, Withdraw("p1", False, "ref")),
    "one hand, a day that has passed": lambda: adopt_alone(
        NOTHING, replace(ALONE, from_date=YESTERDAY), TODAY
    ),
    "one hand, what is in use": lambda: adopt_alone(IN_USE, ALONE, TODAY),
    "one hand, no decision": lambda: adopt_alone(NOTHING, replace(ALONE, decision=""), TODAY),
}


@pytest.mark.parametrize("case", REFUSED)
def test_is_refused_and_the_refusal_says_what_why_and_what_to_do(case: str) -> None:
    with pytest.raises(Refused) as caught:
        REFUSED[case]()
    for part in (caught.value.what, caught.value.why, caught.value.do):
        for words in part:
            assert words.endswith(".")
            assert words[0].isupper()
        assert part.nl != part.en


DAYS = st.dates(TODAY - timedelta(days=20), TODAY + timedelta(days=20))
STEPS = st.lists(
    st.one_of(
        st.builds(
            lambda bundle, day, decided: ("propose", bundle, day, decided),
            st.sampled_from(["b1", "b2"]),
            DAYS,
            DAYS,
        ),
        st.builds(lambda own, number: ("confirm", own, number), st.booleans(), st.sampled_from([3, 4])),
        st.builds(lambda own: ("withdraw", own), st.booleans()),
    ),
    max_size=12,
)


@given(STEPS)
def test_whatever_is_tried_nothing_comes_into_use_retroactively_or_by_the_proposer_alone(
    steps: list[tuple[Any, ...]],
) -> None:
    """Over any sequence of attempts: one proposal at a time, two persons, and no day that has passed."""
    events: list[Event] = []
    for number, step in enumerate(steps):
        state = after(*events)
        waiting = state.proposed.id if state.proposed else "none"
        try:
            match step:
                case ("propose", bundle, day, decided):
                    asked = replace(
                        ASK, proposal=f"p{number}", bundle=bundle, from_date=day, decided_on=decided
                    )
                    new = propose(state, asked, TODAY)
                    assert state.proposed is None
                    assert decided <= TODAY <= day
                case ("confirm", own, draft_number):
                    new = confirm(state, Confirm(waiting, own, draft_number), TODAY)
                    assert not own
                    assert draft_number == 3
                case (_, own):
                    new = withdraw(state, Withdraw(waiting, own, None))
                    assert own
        except Refused:
            continue
        events += new
    final = after(*events)
    assert all(one.from_date >= TODAY for one in final.adoptions)
    assert all(one.proposal is not None for one in final.adoptions)
