"""What in the read log deserves a question: each rule by an example, and by what it does not find (V9, V14)."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from baken.core.derive.questions import GUESSES, MANY, RULES, Entry, Question, questions
from baken.core.derive.sampling import ONE_IN, sampled

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
NOW = MONDAY + timedelta(days=30)
ANNA, BERT = UUID(int=1), UUID(int=2)
SIGNAL, OTHER = UUID(int=10), UUID(int=11)


def entry(at: datetime = MONDAY, **words: object) -> Entry:
    usual: dict[str, object] = {
        "number": 1,
        "who": ANNA,
        "action": "signal.read",
        "deed": "view",
        "object": SIGNAL,
        "why": ("assess",),
        "result": "shown",
    }
    return Entry(at=at, **{**usual, **words})  # type: ignore[arg-type]


def asked(*entries: Entry, usual: bool = False, now: datetime = NOW) -> list[tuple[str, int]]:
    found = questions(entries, own={SIGNAL}, off_hours_usual=usual, now=now)
    return [(one.rule, one.times) for one in found]


def change(minutes: float, **words: object) -> Entry:
    at = MONDAY + timedelta(minutes=minutes)
    return entry(at, **{"deed": "change", "result": "done", "action": "signal.handle", **words})


def test_work_in_the_day_that_was_owed_deserves_no_question() -> None:
    assert asked(entry(), change(5), entry(MONDAY + timedelta(minutes=6), why=())) == []


def test_looking_without_work_is_asked_once_a_day_unless_something_was_done() -> None:
    again = entry(MONDAY + timedelta(minutes=2), why=())
    assert asked(entry(why=()), again) == [("no_work", 2)]
    assert asked(entry(why=()), entry(MONDAY + timedelta(days=1), why=())) == [("no_work", 1)] * 2
    assert asked(entry(why=()), change(59)) == []
    assert asked(change(-59), entry(why=())) == []
    assert asked(entry(why=()), change(61)) == [("no_work", 1)]
    assert asked(entry(why=()), change(5, who=BERT)) == [("no_work", 1)]


def test_what_is_about_no_people_is_never_asked_for_want_of_work() -> None:
    assert asked(entry(action="policy.read", object=None, why=())) == []


def test_a_client_file_is_about_people_and_the_offer_of_care_is_not() -> None:
    """Also where care is an organisation of its own, somebody looks along (V9)."""
    for action in ("care.read", "care.keep", "care.direct"):
        assert asked(entry(action=action, why=())) == [("no_work", 1)]
        assert asked(entry(action=action, why=("client:check",))) == []
    assert asked(entry(action="care.exchange", deed="export", object=None, why=())) == [("taken", 1)]
    assert asked(entry(action="care.offer", deed="export", object=None, why=())) == []


def test_what_is_not_there_is_asked_and_what_is_ones_own_is_not() -> None:
    assert asked(entry(result="not_found", object=OTHER)) == [("outside", 1)]
    assert asked(entry(result="not_found")) == []


def test_the_same_again_on_one_day_is_asked_once() -> None:
    """Sixty times the same signal on a Sunday is one question, and so is a door that is tried three times."""
    sunday = MONDAY + timedelta(days=6)
    assert asked(*[entry(sunday + timedelta(seconds=at)) for at in range(60)]) == [("off_hours", 60)]
    assert asked(*[entry(sunday, who=who) for who in (ANNA, BERT)]) == [("off_hours", 1)] * 2
    assert asked(*[entry(result="refused")] * 3) == [("refused", 3)]


def test_a_refusal_and_an_emergency_are_always_asked() -> None:
    assert asked(entry(result="refused")) == [("refused", 1)]
    assert asked(entry(why=("assess", "emergency"))) == [("emergency", 1)]


def test_many_different_signals_in_an_hour_are_asked_once() -> None:
    def row(count: int, step: timedelta) -> list[Entry]:
        return [entry(MONDAY + step * at, number=at, object=UUID(int=100 + at)) for at in range(count)]

    assert asked(*row(MANY, timedelta(minutes=1))) == []
    assert asked(*row(MANY + 5, timedelta(minutes=1))) == [("many", MANY + 1)]
    assert asked(*row(MANY + 5, timedelta(minutes=5))) == []
    assert asked(*[entry(MONDAY + timedelta(seconds=at)) for at in range(80)]) == [], "the same one"
    two = [entry(MONDAY, number=at, object=UUID(int=at), who=UUID(int=at % 2 + 1)) for at in range(MANY + 5)]
    assert asked(*two) == [], "two persons are not added up"


def test_night_and_weekend_are_asked_where_they_are_unusual() -> None:
    night, saturday = MONDAY.replace(hour=22), MONDAY + timedelta(days=5)
    assert asked(entry(night)) == [("off_hours", 1)]
    assert asked(entry(saturday)) == [("off_hours", 1)]
    assert asked(entry(night), usual=True) == []
    assert asked(entry(MONDAY.replace(hour=21, minute=30))) == [("off_hours", 1)], "half past ten in Woerden"
    assert asked(entry(MONDAY.replace(hour=20))) == []


def test_an_envelope_without_anything_after_it_is_asked_after_a_week() -> None:
    opened = entry(action="envelope.open", deed="change", why=("assess", "envelope:ask_reporter"))
    assert asked(opened) == [("envelope", 1)]
    assert asked(opened, now=MONDAY + timedelta(days=6)) == []
    assert asked(opened, change(60 * 24 * 6, who=BERT)) == []
    assert asked(opened, change(60 * 24 * 8)) == [("envelope", 1)]
    assert asked(opened, change(5, object=OTHER)) == [("envelope", 1)]


def test_what_is_taken_away_without_work_or_at_night_is_asked() -> None:
    assert asked(entry(deed="print", why=())) == [("taken", 1)]
    assert asked(entry(MONDAY.replace(hour=23), deed="export"), usual=True) == [("taken", 1)]
    assert asked(entry(deed="print")) == []
    assert asked(entry(deed="export", action="policy.read", object=None, why=())) == []


def test_every_rule_is_a_sentence_in_both_languages_and_none_judges_a_person() -> None:
    for rule in RULES.values():
        assert rule.sentence.nl.endswith(".")
        assert rule.sentence.en
        assert not {"verdacht", "risico", "score"} & set(rule.sentence.nl.lower().split())


moments = st.integers(0, 30 * 24 * 60).map(lambda minutes: MONDAY + timedelta(minutes=minutes))
any_entry = st.builds(
    Entry,
    number=st.integers(1, 99),
    at=moments,
    who=st.sampled_from([ANNA, BERT, None]),
    action=st.sampled_from(["signal.read", "envelope.open", "policy.read", "signal.handle"]),
    deed=st.sampled_from(["view", "change", "share", "export", "print", "search"]),
    object=st.sampled_from([SIGNAL, OTHER, None]),
    why=st.sampled_from([(), ("assess",), ("emergency",), ("envelope:x",)]),
    result=st.sampled_from(["shown", "done", "sent_back", "refused", "not_found", "failed"]),
)


@given(st.lists(any_entry, max_size=30))
def test_the_questions_are_in_order_of_time_and_do_not_depend_on_who_comes_first(found: list[Entry]) -> None:
    """No ranking: whatever the order in which entries are read, and whatever anybody is called."""
    told = questions(found, own={SIGNAL}, off_hours_usual=False, now=NOW)
    assert [one.entry.at for one in told] == sorted(one.entry.at for one in told)
    assert all(one.rule in RULES for one in told)
    swapped = {ANNA: BERT, BERT: ANNA, None: None}
    others = [
        Entry(e.number, e.at, swapped[e.who], e.action, e.deed, e.object, e.why, e.result) for e in found
    ]
    again = questions(others, own={SIGNAL}, off_hours_usual=False, now=NOW)

    def shape(all_: list[Question]) -> list[tuple[object, ...]]:
        return sorted((one.rule, one.entry.at, one.entry.number, one.times) for one in all_)

    assert shape(told) == shape(again)


def test_the_sample_is_about_one_in_twenty_and_the_same_for_whoever_draws_it() -> None:
    drawn = [number for number in range(20_000) if sampled(b"zegel", number)]
    assert 0.8 < len(drawn) * ONE_IN / 20_000 < 1.2
    assert drawn == [number for number in range(20_000) if sampled(b"zegel", number)]
    assert drawn != [number for number in range(20_000) if sampled(b"ander zegel", number)]


def door(minutes: float, result: str, **other: object) -> Entry:
    at = MONDAY + timedelta(minutes=minutes)
    return entry(
        at, **{"action": "log_in", "deed": "log_in", "object": None, "why": (), "result": result, **other}
    )


def test_coming_in_after_many_failed_tries_is_asked_once_and_mistyping_is_not() -> None:
    failed = [door(one, "not_in") for one in range(GUESSES)]
    assert asked(*failed, door(9, "done"), door(10, "done")) == [("guessed", GUESSES)]
    assert asked(*failed[1:], door(9, "done")) == [], "a few mistakes"
    assert asked(*failed) == [], "nobody came in"
    assert asked(*failed, door(9, "done", who=BERT)) == [], "somebody else came in"
    assert asked(*failed, door(90, "done")) == [], "long after"
    assert asked(*failed, door(9, "done", action="log_out")) == []
