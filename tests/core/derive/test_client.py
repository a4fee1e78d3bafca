"""A client file as its events tell it, and what may be decided in it (CARE-01..16, V5, V27, V31)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.decide import client as decide
from baken.core.decide.refusal import Refused
from baken.core.derive.client import ClientState, after, fold, may_go_to, rests_on
from baken.core.events import Event, rights
from baken.core.events import client as past
from baken.core.vocabulary.client import BODY, ENDING, INSIDE

AT = datetime(2026, 11, 2, 10, tzinfo=UTC)
TODAY = AT.date()
OPENED = past.ClientOpened("self", None, None, "asked_for_help", "unknown", "2026-11-09", "w1")
LAWYER = {"recipient": "lawyer", "bodies": BODY, "told": "w"}


def of(*events: Event) -> ClientState:
    """The file after these events, an hour apart."""
    return fold((event, AT + timedelta(hours=number)) for number, event in enumerate((OPENED, *events)))


GIVE = past.ClientConsentGiven("c1", "lawyer", "spoken", False, "w2")
WITHDRAW = past.ClientConsentWithdrawn("c1", None)
MAY = past.ClientSecrecyWeighed("lawyer", "may", "w3")
MAY_NOT = past.ClientSecrecyWeighed("lawyer", "may_not", "w4")


@given(st.permutations([GIVE, MAY, MAY_NOT]))
def test_the_last_word_on_a_recipient_counts_and_nobody_else_gets_any(said: list[Event]) -> None:
    """V5."""
    state = of(*said)
    expected = {GIVE: "consent", MAY: "weighed", MAY_NOT: ""}[said[-1]]
    assert may_go_to(state, "lawyer") == expected
    assert all(not may_go_to(state, other) for other in BODY if other != "lawyer")


def test_consent_that_was_withdrawn_lets_nothing_more_go_also_at_that_very_moment() -> None:
    assert may_go_to(of(GIVE), "lawyer") == "consent"
    assert not may_go_to(of(GIVE, WITHDRAW), "lawyer")
    both = after(after(of(), GIVE, AT), WITHDRAW, AT)
    assert not may_go_to(both, "lawyer")
    with pytest.raises(Refused, match="was not weighed"):
        decide.must_go_to(of(GIVE, WITHDRAW), "lawyer")


CHILD = past.ClientDescribed("maybe_minor", "presumed_victim", "w8")


def test_what_it_rests_on_is_each_consent_and_weighing_since_the_last_refusal() -> None:
    """V5: they are shown one by one, because each says in words for whom it is."""
    other = past.ClientConsentGiven("c2", "lawyer", "written", False, "w5")
    assert [one.id for one in rests_on(of(GIVE, other, MAY), "lawyer")] == ["c1", "c2", "1"]
    assert rests_on(of(GIVE, MAY_NOT), "lawyer") == ()
    assert [one.words for one in rests_on(of(GIVE, MAY_NOT, other), "lawyer")] == ["w5"]
    assert rests_on(of(GIVE), "police") == ()


def test_what_a_child_said_alone_lets_nothing_go() -> None:
    """Legal background, section 4: under sixteen a parent or guardian, from sixteen on the person."""
    assert not may_go_to(of(GIVE, CHILD), "lawyer")
    assert rests_on(of(CHILD, GIVE), "lawyer") == ()
    with pytest.raises(Refused, match="a minor, and nobody else gave consent"):
        decide.must_go_to(of(GIVE, CHILD), "lawyer")
    for counting in (
        past.ClientConsentGiven("c1", "lawyer", "by_guardian", False, "w2"),
        past.ClientConsentGiven("c1", "lawyer", "spoken", True, "w2"),
    ):
        assert may_go_to(of(CHILD, counting), "lawyer") == "consent"


@pytest.mark.parametrize(
    ("sixteen", "how", "why"),
    [
        (False, "spoken", "parent or guardian gives"),
        (False, "written", "parent or guardian gives"),
        (None, "written", "may be under 16"),
        (True, "by_guardian", "in person"),
        (False, "by_guardian", ""),
        (None, "by_guardian", ""),
        (True, "spoken", ""),
    ],
)
def test_for_a_minor_who_can_consent_depends_on_being_sixteen(
    sixteen: bool | None, how: str, why: str
) -> None:
    given_ = {"consent": "c", "how": how, "sixteen": sixteen, **LAWYER}
    if why:
        with pytest.raises(Refused, match=why):
            decide.give_consent(of(CHILD), **given_)
    else:
        (given,) = decide.give_consent(of(CHILD), **given_)
        assert may_go_to(of(CHILD, given), "lawyer") == "consent"


def test_a_birth_date_under_sixteen_counts_before_an_age_that_was_not_filled_in() -> None:
    with pytest.raises(Refused, match="parent or guardian"):
        decide.give_consent(of(), consent="c", how="written", sixteen=False, **LAWYER)


def test_consent_is_withdrawn_once_and_also_from_a_closed_file() -> None:
    closed = of(GIVE, past.ClientClosed("help_ended", "w9"))
    assert decide.withdraw_consent(closed, consent="c1", told=None)
    for wrong in (of(), of(GIVE, WITHDRAW)):
        with pytest.raises(Refused):
            decide.withdraw_consent(wrong, consent="c1", told=None)


def test_for_what_work_a_file_is_looked_at_and_that_a_closed_one_asks_for_none() -> None:
    """The read log keeps it with each look, so that supervision can ask about a look without work (V9)."""
    day = date(2026, 11, 20)
    assert of().owed(TODAY) == ("client:contact", "client:rights", "client:needs")
    noted = past.ClientNeedNoted("n1", "medical", "w2")
    agreed = past.ClientHelpAgreed("n1", "doctor", "2026-11-20", None)
    told = (past.ClientContactAgreed("w3"), past.ClientToldRights("2026-11-02", "w4"))
    assert of(*told, noted).owed(TODAY) == ("client:waiting",)
    assert of(*told, noted, agreed).owed(TODAY) == ("client:help",)
    settled = (
        *told,
        noted,
        past.ClientNeedSettled("n1", "given", "", None),
        past.ClientChecked("2026-11-20", None),
    )
    assert of(*settled).owed(day - timedelta(days=1)) == ()
    assert of(*settled).owed(day) == ("client:check",)
    assert of(*settled, past.ClientBroughtIn("w5")).owed(day) == ("client:check", "client:complex")
    assert of(past.ClientClosed("help_ended", "w9")).owed(day) == ()


def test_what_is_only_stored_goes_nowhere_whatever_was_allowed() -> None:
    """GDPR 18: until it is lifted."""
    stored = of(GIVE, rights.ProcessingRestricted("r", "w"))
    with pytest.raises(Refused, match="storing only"):
        decide.must_go_to(stored, "lawyer")
    (lifted,) = decide.release(stored, "w")
    decide.must_go_to(after(stored, lifted, AT), "lawyer")
    with pytest.raises(Refused):
        decide.release(of(), "w")


@pytest.mark.parametrize("inside", INSIDE)
def test_nobody_asks_consent_for_what_stays_inside(inside: str) -> None:
    with pytest.raises(Refused):
        decide.give_consent(of(), consent="c", how="spoken", **{**LAWYER, "recipient": inside})


def test_a_need_waits_until_help_is_agreed_and_a_gap_has_a_reason() -> None:
    noted = past.ClientNeedNoted("n1", "medical", "w2")
    assert [need.id for need in of(noted).waiting] == ["n1"]
    agreed = past.ClientHelpAgreed("n1", "doctor", "2026-11-20", None)
    assert (of(noted, agreed).waiting, of(noted, agreed).next_due) == ((), date(2026, 11, 20))
    gone = past.ClientNeedSettled("n1", "not_to_be_had", "waiting_list", None)
    state = of(noted, agreed, gone)
    assert (state.needs["n1"].gap, state.next_due) == ("waiting_list", None)
    with pytest.raises(Refused):
        decide.settle_need(of(noted), need="n1", outcome="not_to_be_had", gap="", told=None)
    again = of(noted, agreed, gone, agreed).needs["n1"]
    assert (again.state, again.gap) == ("agreed", "")


@given(st.dates(date(1890, 1, 1), date(2040, 1, 1)), st.sampled_from(["minor", "adult"]))
def test_a_birth_date_never_says_otherwise_than_the_age(birth: date, age: str) -> None:
    """V31: a doubt is an age of its own."""
    try:
        decide.must_fit_the_age(birth, age, TODAY)
    except Refused:
        return
    assert birth <= TODAY
    assert decide.is_adult(birth, TODAY) == (age == "adult")


def test_who_was_born_on_the_last_of_february_comes_of_age_on_the_first_of_march() -> None:
    born = date(2008, 2, 29)
    assert not decide.is_adult(born, date(2026, 2, 28))
    assert decide.is_adult(born, date(2026, 3, 1))


def test_in_doubt_somebody_is_a_minor_and_a_role_changes_no_help() -> None:
    """V31, V27."""
    described = past.ClientDescribed("maybe_minor", "both", "w2")
    assert of(described).minor
    assert of(described).role == "both"
    assert not of(past.ClientDescribed("unknown", "presumed_victim", "w2")).minor


@pytest.mark.parametrize("outcome", ENDING)
def test_a_closed_file_takes_nothing_until_it_is_reopened(outcome: str) -> None:
    state = of(past.ClientBroughtIn("w2"), past.ClientClosed(outcome, "w3"))
    assert (state.open, state.complex) == (False, False)
    for late in (
        lambda: decide.note_wish(state, "w"),
        lambda: decide.agree_contact(state, "w"),
        lambda: decide.bring_in(state, "w"),
        lambda: decide.close(state, outcome=outcome, told="w"),
        lambda: decide.check(state, next_on=TODAY, today=TODAY, told=None),
        lambda: decide.note_treatment(state, treatment="no", told="w"),
    ):
        with pytest.raises(Refused):
            late()
    (reopened,) = decide.reopen(state, check_on=TODAY, told="w")
    again = after(state, reopened, AT)
    assert (again.open, again.complex, again.outcome) == (True, False, "")
    with pytest.raises(Refused):
        decide.reopen(again, check_on=TODAY, told="w")


@pytest.mark.parametrize("days", [-1, 367])
def test_a_day_to_look_again_lies_ahead_and_within_a_year(days: int) -> None:
    with pytest.raises(Refused):
        decide.check(of(), next_on=TODAY + timedelta(days=days), today=TODAY, told=None)


def test_a_source_and_a_notification_go_together() -> None:
    known = {"together": None, "ground": "asked_for_help", "age": "unknown", "check_on": TODAY, "told": "w"}
    for source, notification in (("notification", None), ("self", "n")):
        with pytest.raises(Refused):
            decide.open_(source=source, notification=notification, **known)


def test_what_another_part_of_care_recorded_changes_nothing_here() -> None:
    assert after(of(), rights.InformingDone("spoken"), AT) == of()
