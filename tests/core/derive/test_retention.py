"""V21: what goes when is one date that follows from what happened, the policy's terms and nothing else."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.decide import retention as asking
from baken.core.decide.refusal import Refused
from baken.core.derive import correcting
from baken.core.derive.retention import ASIDE, ERASURE, FIXED, Kept, erases_at, holds_of, kept, plan
from baken.core.events import Event, incident, retention, rights
from baken.core.events import notification as received
from baken.core.events import request as asked
from baken.core.events import signal as past
from baken.core.policy.resolve import resolve
from baken.core.policy.retention import ENDS, End, term_of
from baken.core.vocabulary.outcomes import ASSESSMENT, CLOSING
from baken.core.vocabulary.spans import SPAN_UNITS, Span, after, before
from baken.project.policies import library

TERMS = resolve(library(), "woerden", date(2026, 11, 22)).retention_list
START = datetime(2026, 3, 2, 9, tzinfo=UTC)
FOREVER = datetime(2100, 1, 1, tzinfo=UTC)
REPORTED = past.SignalReported("c", "e", {}, "staff", "yes", "web", False, "other", "p", "g")
REFERRED = past.SignalReferred("r", "avim", True, "g", "p", ("facts",), "c", "document", None, None)
SOMETHING: st.SearchStrategy[Event] = st.one_of(
    st.sampled_from(
        [
            past.SignalReceived(),
            past.EnvelopeOpened("ask", "r"),
            past.ReporterInformed("received", "m", ()),
            past.SignalReopened("r"),
            REFERRED,
            past.ReferralSent("r", "avim", "post"),
        ]
    ),
    st.sampled_from(sorted(ASSESSMENT)).map(lambda one: past.SignalAssessed(one, None, "r")),
    st.sampled_from(sorted(CLOSING)).map(lambda one: past.SignalClosed(one, "r")),
)
HAPPENED = st.lists(st.tuples(SOMETHING, st.integers(1, 5_000)), max_size=12)


def told(happened: Sequence[tuple[Event, int]]) -> list[tuple[Event, datetime]]:
    hours = accumulate((gap for _, gap in happened), initial=0)
    events = [REPORTED, *(event for event, _ in happened)]
    return [(event, START + timedelta(hours=hour)) for event, hour in zip(events, hours, strict=True)]


def of(*events: Event, owed: Sequence[str] = ()) -> Kept:
    found = kept("signal", told([(event, 24) for event in events]), owed=owed)
    assert found is not None
    return found


CLOSED = (past.SignalAssessed("suspicion", None, "r"), past.SignalClosed("no_action", "r"))


@given(HAPPENED)
def test_every_closed_signal_has_exactly_one_date_and_category(happened: list[tuple[Event, int]]) -> None:
    found = kept("signal", told([*happened, (past.SignalClosed("handled", "r"), 1)]), owed=())
    assert found is not None
    assert found.end is not None
    fitting = [t for t in TERMS if t.about == "closed_signal" and any(m.fits(found.end) for m in t.ends)]
    assert len(fitting) == 1
    answer = plan(TERMS, found, FOREVER)
    assert answer.category == fitting[0].id
    assert answer.goes_at is not None
    assert answer.due


@given(HAPPENED)
def test_a_reopened_signal_waits_while_it_is_open_and_still_goes_in_the_end(
    happened: list[tuple[Event, int]],
) -> None:
    reopened = [*happened, (past.SignalClosed("handled", "r"), 1), (past.SignalReopened("r"), 30_000)]
    found = kept("signal", told(reopened), owed=())
    assert found is not None
    waiting = plan(TERMS, found, FOREVER)
    assert (waiting.then, waiting.due) == ("weigh", False)
    again = kept("signal", told([*reopened, (past.SignalClosed("handled", "r"), 48)]), owed=())
    assert again is not None
    assert again.closed_at is not None
    answer = plan(TERMS, again, FOREVER)
    assert answer.due
    assert answer.goes_at is not None
    assert answer.goes_at > again.closed_at, "counted from the last closing, not from the first"


@given(HAPPENED, st.integers(0, 50_000))
def test_the_date_does_not_move_with_time(happened: list[tuple[Event, int]], hours: int) -> None:
    found = kept("signal", told(happened), owed=())
    assert found is not None
    now = START + timedelta(hours=hours)
    assert plan(TERMS, found, now).goes_at == plan(TERMS, found, FOREVER).goes_at


@given(HAPPENED, st.sampled_from(sorted(ASIDE)))
def test_looking_at_it_never_lengthens_a_term(happened: list[tuple[Event, int]], kind: str) -> None:
    """Nothing that adds no content makes the date later: opening the envelope, moving to another policy, erasing."""
    aside = {
        "envelope.opened": past.EnvelopeOpened("ask", "r"),
        "signal.acknowledged": past.SignalAcknowledged(),
        "signal.policy_moved": past.SignalPolicyMoved("sha256:0", "r"),
        "retention.held": retention.RetentionHeld("h", "2026-03-03", "r"),
        "retention.hold_ended": retention.RetentionHoldEnded("h", "r"),
        "record.erased": retention.RecordErased("x", "envelope"),
    }[kind]
    before, later = (
        kept("signal", told(events), owed=()) for events in (happened, [*happened, (aside, 900)])
    )
    assert before is not None
    assert later is not None
    assert plan(TERMS, later, FOREVER).goes_at == plan(TERMS, before, FOREVER).goes_at


@given(HAPPENED, SOMETHING)
def test_never_later_without_a_reason(happened: list[tuple[Event, int]], event: Event) -> None:
    """A later date has one of three causes: another end, news where the policy counts it, or a hold."""
    before = kept("signal", told(happened), owed=())
    later = kept("signal", told([*happened, (event, 700)]), owed=())
    assert before is not None
    assert later is not None
    was, now = plan(TERMS, before, FOREVER), plan(TERMS, later, FOREVER)
    if was.goes_at is None or now.goes_at is None or now.goes_at <= was.goes_at:
        return
    term = next(t for t in TERMS if t.id == now.category)
    another_end = (later.end, later.closed_at) != (before.end, before.closed_at)
    assert another_end or (term.from_ in ("last_content", "last_event") and event.type not in ASIDE)


def test_late_content_starts_the_term_again_only_where_the_policy_says_so() -> None:
    news = past.PartnerAnswered("r", "avim", "taken_up", None)
    quiet, later = of(*CLOSED), of(*CLOSED, news)
    assert plan(TERMS, later, FOREVER).goes_at == after(later.last_at, Span(3, "months"))
    assert later.last_at > quiet.last_at
    unfounded = (past.SignalAssessed("not_trafficking", None, "r"), past.SignalClosed("no_action", "r"))
    assert plan(TERMS, of(*unfounded, news), FOREVER) == plan(TERMS, of(*unfounded), FOREVER)


@pytest.mark.parametrize(
    ("end", "category"),
    [
        (End("no_action", "not_trafficking", False), "unfounded"),
        (End("handled", "other_phenomenon", True), "unfounded"),
        (End("false_report", "suspicion", True), "unfounded"),
        (End("duplicate", "open", False), "not_taken_further"),
        (End("no_action", "suspicion", False), "not_taken_further"),
        (End("no_action", "suspicion", True), "followed_up"),
        (End("handled", "trafficking", False), "followed_up"),
    ],
)
def test_the_proposed_terms_go_by_how_it_ended(end: End, category: str) -> None:
    found = term_of(TERMS, end)
    assert found is not None
    assert found.id == category
    assert len(ENDS) == len(CLOSING) * (len(ASSESSMENT) + 1) * 2


def test_what_is_owed_is_done_first_and_shows_as_the_reason() -> None:
    answer = plan(TERMS, of(*CLOSED, owed=("inform",)), FOREVER)
    assert not answer.due
    assert "owed" in answer.not_yet[0].en


def test_a_hold_postpones_until_its_last_day_and_ends_by_itself() -> None:
    held = of(*CLOSED, retention.RetentionHeld("h", "2027-01-31", "r"))
    answer = plan(TERMS, held, datetime(2027, 1, 31, 12, tzinfo=UTC))
    assert not answer.due
    assert answer.not_yet[0].nl == "tegengehouden tot en met 31-1-2027"
    assert "31-1-2027" in answer.because[-1].nl
    assert plan(TERMS, held, datetime(2027, 2, 1, 12, tzinfo=UTC)).due
    ended = of(
        *CLOSED, retention.RetentionHeld("h", "2027-01-31", "r"), retention.RetentionHoldEnded("h", "r")
    )
    assert plan(TERMS, ended, FOREVER).goes_at == plan(TERMS, of(*CLOSED), FOREVER).goes_at


@given(st.integers(-400, 1200))
def test_a_hold_needs_an_end_that_is_still_to_come(days: int) -> None:
    today = date(2026, 11, 22)
    command = asking.HoldOff("h", today + timedelta(days=days), today, "r")
    if 0 < days <= asking.LONGEST_HOLD:
        (event,) = asking.decide({}, command)
        assert holds_of([event]) == {"h": command.until.isoformat()}
    else:
        with pytest.raises(Refused):
            asking.decide({}, command)


def test_a_hold_that_has_ended_is_not_ended_again() -> None:
    with pytest.raises(Refused):
        asking.decide({"h": "2026-01-01"}, asking.EndHold("h", date(2026, 11, 22), "r"))
    assert asking.decide({"h": "2027-01-01"}, asking.EndHold("h", date(2026, 11, 22), "r"))


def test_who_the_reporter_is_goes_a_week_after_the_answer_and_at_most_a_year_after_the_report() -> None:
    informed = past.ReporterInformed("no_follow_up", "m", ())
    answered = of(*CLOSED, informed)
    assert erases_at(TERMS, answered) == after(answered.last_at, Span(1, "weeks"))
    for waiting in (of(), of(*CLOSED, owed=("inform",))):
        assert erases_at(TERMS, waiting) == after(START, Span(1, "years"))
    assert erases_at(TERMS, of(*CLOSED, retention.RecordErased("x", "envelope"))) is None
    held = erases_at(TERMS, of(*CLOSED, retention.RetentionHeld("h", "2028-01-01", "r")))
    assert held is not None
    assert held.year == 2028 or (held.year, held.month) == (2028, 1)


@given(HAPPENED)
def test_who_the_reporter_is_never_stays_longer_than_a_year(happened: list[tuple[Event, int]]) -> None:
    found = kept("signal", told(happened), owed=())
    assert found is not None
    at = erases_at(TERMS, found)
    assert at is not None
    assert at <= after(START, Span(1, "years"))


def test_what_somebody_has_the_right_to_have_erased_is_due_at_once_unless_it_is_held() -> None:
    granted = rights.ErasureGranted("q", "r")
    answer = plan(TERMS, of(granted), FOREVER)
    assert (answer.category, answer.due) == (ERASURE, True)
    held = of(granted, retention.RetentionHeld("h", "2099-12-31", "r"))
    assert not plan(TERMS, held, datetime(2099, 1, 1, tzinfo=UTC)).due


def test_a_hand_over_that_was_received_has_its_own_term() -> None:
    came = received.NotificationReceived("s", "n", "r", "p", "g", True, "c", True)
    found = kept(
        "notification", [(came, START), (received.NotificationAnswered("finished", None), START)], owed=()
    )
    assert found is not None
    answer = plan(TERMS, found, FOREVER)
    assert (answer.category, answer.due) == ("received", True)


def test_without_terms_nothing_goes_and_it_says_why() -> None:
    answer = plan((), of(*CLOSED), FOREVER)
    assert (answer.goes_at, answer.due) == (None, False)
    assert "no term" in answer.not_yet[0].en


@given(st.integers(1, 400), st.sampled_from(SPAN_UNITS), st.dates(date(2020, 1, 1), date(2060, 1, 1)))
def test_a_span_ends_later_than_it_began_and_longer_ends_later(amount: int, unit: str, at: date) -> None:
    begun = datetime.combine(at, time(12), UTC)
    one, more = (after(begun, Span(many, unit)) for many in (amount, amount + 1))  # type: ignore[arg-type]
    assert begun < one < more


@pytest.mark.parametrize("amount", [0, -1])
def test_zero_is_no_span(amount: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        Span(amount, "days")


def test_a_month_later_than_the_last_of_january_is_the_last_of_february() -> None:
    assert after(datetime(2027, 1, 31, 12, tzinfo=UTC), Span(1, "months")).date() == date(2027, 2, 28)
    assert after(datetime(2024, 2, 29, 12, tzinfo=UTC), Span(5, "years")).date() == date(2029, 2, 28)


@given(
    st.integers(1, 60),
    st.sampled_from(SPAN_UNITS),
    st.dates(date(2020, 1, 1), date(2060, 1, 1)),
    st.integers(0, 800),
)
def test_before_is_where_a_span_has_just_ended(amount: int, unit: str, day: date, further: int) -> None:
    now, span = datetime.combine(day, time(9), UTC), Span(amount, unit)  # type: ignore[arg-type]
    edge = before(now, span)
    assert after(edge - timedelta(hours=further + 1), span) < now
    assert after(edge + timedelta(hours=further), span) >= now


@pytest.mark.parametrize("step", correcting.TO_RECIPIENTS)
def test_what_is_erased_on_request_waits_until_whoever_received_it_confirmed(step: str) -> None:
    """AVG 19: once the stream is gone nobody can be told any more."""
    waiting = plan(TERMS, of(rights.ErasureGranted("q", "r"), owed=(step, "receive")), FOREVER)
    assert not waiting.due
    assert "confirm" in waiting.not_yet[0].en
    assert plan(TERMS, of(rights.ErasureGranted("q", "r"), owed=("receive", "inform")), FOREVER).due


def test_to_look_again_whether_people_can_be_informed_keeps_nothing() -> None:
    assert plan(TERMS, of(*CLOSED, owed=(correcting.REVIEW,)), FOREVER).due
    assert not plan(TERMS, of(*CLOSED, owed=(correcting.REVIEW, correcting.INFORM)), FOREVER).due


@pytest.mark.parametrize(
    ("kind", "begins", "settled"),
    [
        (
            "request",
            asked.RequestReceived("access", "2026-03-02", "in_person", "w"),
            asked.RequestAnswered("met", "post"),
        ),
        (
            "incident",
            incident.IncidentReported("lost", "own", START.isoformat(), "no", "w"),
            incident.IncidentClosed("n"),
        ),
    ],
)
def test_a_request_and_a_leak_go_a_fixed_time_after_they_were_settled(
    kind: str, begins: Event, settled: Event
) -> None:
    """No document names a term for them, and no policy may forget one; until they are settled they stay."""
    running = kept(kind, [(begins, START)], owed=())
    assert running is not None
    assert (plan(TERMS, running, FOREVER).due, plan(TERMS, running, FOREVER).goes_at) == (False, None)
    ended = kept(kind, [(begins, START), (settled, START + timedelta(days=30))], owed=())
    assert ended is not None
    assert ended.closed_at is not None
    answer = plan((), ended, FOREVER)
    assert (answer.category, answer.due) == (kind, True)
    assert answer.goes_at == after(ended.closed_at, FIXED[kind].keep_for)
    assert erases_at(TERMS, ended) is None
