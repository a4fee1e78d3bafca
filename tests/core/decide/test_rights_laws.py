"""What holds for the people in a signal and for its recipients, whatever officers try and in whatever order."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from baken.core.decide import Command, Refused, rights
from baken.core.decide import commands as ask
from baken.core.derive.correcting import CONFIRM, MAKE, REVIEW, SEND, owed, owed_now, putting_right
from baken.core.derive.signal import fold
from baken.core.events import Event
from baken.core.vocabulary import outcomes
from baken.core.vocabulary import rights as words
from tests.core.decide.asking import LATER, REPORTED, TOWNS, answer, begun, carry_out, commands, timed

REFERRAL = st.sampled_from(("r1", "r2"))
TODAY = date(2026, 12, 3)
ABOUT_PEOPLE = st.one_of(
    st.just(rights.Restrict(None, "ref")),
    st.just(rights.Release("ref")),
    st.just(rights.GrantErasure("request", "ref")),
    st.builds(
        rights.DecideInforming,
        st.sampled_from(sorted(words.INFORMING)),
        st.none() | st.sampled_from(sorted(words.POSTPONED)),
        st.none() | st.integers(-5, 500).map(lambda days: TODAY + timedelta(days=days)),
        st.just(TODAY),
        st.just("ref"),
    ),
    st.builds(rights.RecordInformed, st.sampled_from(sorted(words.TOLD_HOW))),
    st.builds(rights.MakeCorrection, st.uuids().map(str), REFERRAL, st.just("ref")),
    st.builds(rights.SendCorrection, REFERRAL, st.sampled_from(sorted(outcomes.CHANNEL))),
    st.builds(rights.ConfirmCorrection, REFERRAL, st.sampled_from(sorted(words.CONFIRMED_HOW))),
)
TRIED = st.sampled_from(TOWNS).flatmap(
    lambda town: st.tuples(
        st.just(town),
        st.lists(ABOUT_PEOPLE | commands(town), max_size=20).map(lambda tried: [ask.Receive(), *tried]),
    )
)
LEAVES = {"signal.referred", "signal.tabled", "source.consulted"}


@given(TRIED)
def test_what_is_restricted_is_only_stored_until_it_is_released_and_what_is_erased_for_good(
    tried: tuple[str, list[Command]],
) -> None:
    town, wanted = tried
    state = begun()
    for command in wanted:
        try:
            happened = answer(town, state, command)
        except Refused:
            continue
        assert not ((state.restricted or state.erasing) and {event.type for event in happened} & LEAVES)
        state = carry_out(town, state, command)


@given(TRIED)
def test_each_recipient_of_something_wrong_is_owed_one_step_until_it_confirmed(
    tried: tuple[str, list[Command]],
) -> None:
    """V26: nothing but telling, sending and confirming takes it away, in that order."""
    town, wanted = tried
    state = begun()
    for command in wanted:
        before = {one.referral.id: one.step for one in putting_right(state)}
        try:
            state = carry_out(town, state, command)
        except Refused:
            continue
        for one in putting_right(state):
            was = before.get(one.referral.id)
            if was is not None and one.step != was and one.step != MAKE:
                document = one.referral.delivery == "document"
                assert (was, one.step) in {
                    (MAKE, SEND if document else CONFIRM),
                    (SEND, CONFIRM),
                    (CONFIRM, None),
                }
            assert (one.step is None) == (
                one.correction is not None and one.correction.confirmed_at is not None
            )


@given(TRIED)
def test_putting_off_has_a_ground_and_a_day_and_is_not_owed_before_that_day(
    tried: tuple[str, list[Command]],
) -> None:
    """V25."""
    town, wanted = tried
    state = begun()
    for command in wanted:
        try:
            state = carry_out(town, state, command)
        except Refused:
            continue
        informing = state.informing
        if informing is None or informing.decision != "not_yet":
            continue
        assert informing.ground in words.POSTPONED
        assert informing.review_on is not None
        assert informing.review_on > TODAY
        assert REVIEW in {one.step for one in owed(state)}
        assert REVIEW not in {one.step for one in owed_now(state, LATER)}


@given(TRIED)
def test_a_signal_stays_the_sum_of_its_events(tried: tuple[str, list[Command]]) -> None:
    town, wanted = tried
    state = begun()
    happened: list[Event] = []
    for command in wanted:
        try:
            happened += answer(town, state, command)
        except Refused:
            continue
        state = carry_out(town, state, command)
    assert fold(timed([REPORTED, *happened])) == state
