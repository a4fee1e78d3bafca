"""What an organisation decided about its policy, read from its events (ROUTE-02, ROLE-12)."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from baken.core.derive.adoptions import OrganisationPolicies, Told, fold
from baken.core.events import Event
from baken.core.events import organisation as past

START = datetime(2026, 11, 3, 9, tzinfo=UTC)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def told(*events: Event, by: str | None = "adviser") -> list[Told]:
    """Events an hour apart, by one member."""
    return [Told(event, START + timedelta(hours=hour), by) for hour, event in enumerate(events)]


def adopted(bundle: str, from_date: str, proposal: str | None = None) -> past.PolicyAdopted:
    return past.PolicyAdopted(bundle, "woerden", from_date, "besluit 4", "2026-01-01", proposal)


def proposed(id_: str = "p1", bundle: str = "b1", from_date: str = "2026-12-01") -> past.PolicyProposed:
    return past.PolicyProposed(id_, bundle, "woerden", from_date, "besluit 4", "2026-11-01", "draft", 3)


def in_force(state: OrganisationPolicies, on: date) -> str | None:
    found = state.in_force(on)
    return found.bundle if found else None


def test_before_its_day_an_adopted_policy_is_coming_and_from_its_day_it_is_in_force() -> None:
    state = fold(told(adopted("old", "2026-01-01"), adopted("new", "2026-12-01")))
    assert in_force(state, date(2025, 12, 31)) is None
    assert in_force(state, date(2026, 11, 30)) == "old"
    assert in_force(state, date(2026, 12, 1)) == "new"
    assert [one.bundle for one in state.coming(date(2026, 11, 30))] == ["new"]
    assert state.coming(date(2026, 12, 1)) == ()


def test_of_two_policies_for_one_day_the_last_adopted_counts_and_comes() -> None:
    state = fold(told(adopted("first", "2026-12-01"), adopted("second", "2026-12-01")))
    assert in_force(state, date(2026, 12, 1)) == "second"
    assert [one.bundle for one in state.coming(date(2026, 1, 1))] == ["second"]


@given(st.lists(DAYS, max_size=6), DAYS)
def test_what_is_in_force_is_what_came_last_of_what_has_come(days: list[date], on: date) -> None:
    state = fold(told(*(adopted(str(number), day.isoformat()) for number, day in enumerate(days))))
    expected = None
    for number, day in enumerate(days):
        if day <= on and (expected is None or day >= days[int(expected)]):
            expected = str(number)
    assert in_force(state, on) == expected
    assert all(one.from_date > on for one in state.coming(on))


def test_a_proposal_waits_until_it_is_confirmed_and_the_adoption_remembers_it() -> None:
    events = [Told(proposed(), START, "adviser")]
    assert fold(events).proposed is not None
    state = fold([*events, Told(adopted("b1", "2026-12-01", "p1"), START + timedelta(hours=1), "second")])
    assert state.proposed is None
    (adoption,) = state.adoptions
    assert adoption.proposal is not None
    assert (adoption.proposal.by, adoption.by) == ("adviser", "second")


def test_what_was_adopted_by_one_hand_leaves_a_proposal_waiting_and_has_none_itself() -> None:
    state = fold(told(proposed(), adopted("other", "2026-11-05")))
    assert state.proposed is not None
    assert state.adoptions[0].proposal is None


def test_a_withdrawn_proposal_is_gone_and_remembered_with_who_ended_it() -> None:
    by_another = [
        Told(proposed(), START, "adviser"),
        Told(past.PolicyWithdrawn("p1", "ref"), START, "second"),
    ]
    by_oneself = told(proposed(), past.PolicyWithdrawn("p1", None))
    for events, sent_back in ((by_another, True), (by_oneself, False)):
        state = fold(events)
        assert state.proposed is None
        assert [one.sent_back for one in state.withdrawals] == [sent_back]


def test_events_about_something_else_change_nothing() -> None:
    assert fold(told(past.PostKeyMade("post", 1, "hash", "first"))) == OrganisationPolicies()
    assert fold(told(proposed(), past.PolicyWithdrawn("another", None))).proposed is not None
