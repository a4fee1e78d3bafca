"""The law of terms with the rules as they are: whoever notes whatever about a stay, nothing goes silently (RES-02)."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from baken.core.decide import residence as decide
from baken.core.derive.care_facts import ages, moments
from baken.core.derive.entitlements import entitlements
from baken.core.derive.residence import ResidenceState, after, standing
from baken.core.derive.stay_terms import tells_birthday, terms
from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.care import MOMENTS, WORDS, CareFacts
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.residence import CHOSEN
from baken.project.policies import library

START = datetime(2026, 11, 22, 12, tzinfo=UTC)
days = st.integers(-900, 900).map(lambda n: civil_date(START) + timedelta(days=n))
facts = st.builds(
    CareFacts,
    position=st.sampled_from(sorted(WORDS["position"])),
    nationality=st.sampled_from(sorted(WORDS["nationality"])),
    age=st.sampled_from(sorted(WORDS["age"])),
    birth_dates=st.lists(st.dates(date(1960, 1, 1), date(2020, 1, 1)), max_size=2).map(tuple),
    dublin=st.sampled_from(["yes", "no", "unknown"]),
    choice=st.sampled_from(sorted(WORDS["choice"])),
    exploitation=st.frozensets(st.sampled_from(sorted(WORDS["exploitation"])), max_size=1),
    moments=st.dictionaries(st.sampled_from(sorted(set(MOMENTS) - {"birth_date"})), days, max_size=5).map(
        MappingProxyType
    ),
)
steps = st.lists(st.tuples(st.integers(0, 150), facts, st.sampled_from(CHOSEN)), min_size=1, max_size=5)


@cache
def policy() -> Bundle:
    return resolve(library(), "moviera", date(2026, 11, 22))


@settings(max_examples=60, deadline=None)
@given(steps)
def test_every_term_of_the_rules_that_was_shown_stands_or_was_handled_or_changed_with_a_reason(
    sequence: list[tuple[int, CareFacts, str]],
) -> None:
    state, at = ResidenceState(), START
    for later, told, because in sequence:
        at += timedelta(days=later)
        due = terms(policy(), entitlements(policy(), told, at))
        before = state
        for happened in decide.note(state, facts="v", because=because, due=due, now=at):
            state = after(state, happened, at)
        for one in before.open:
            stands = any(now.key == one.key for now in state.open)
            handled = any(now.key == one.key for now in state.handled)
            changed = [c for c in state.changes[len(before.changes) :] if (c.id, c.was) == one.key]
            assert stands + handled + len(changed) == 1
            assert all(change.because for change in changed)
        today = civil_date(at)
        wanted = {(one.id, one.on) for one in due if one.handled_on is None}
        assert wanted <= {one.key for one in (*state.open, *state.handled)}
        waiting = {one.key for one in state.open if standing(one, today) != "missed"}
        assert waiting <= {(one.id, one.on) for one in due}


@settings(max_examples=60, deadline=None)
@given(facts, st.integers(0, 900))
def test_what_is_handled_was_done_on_a_day_that_came_and_every_warning_comes_before_the_end(
    told: CareFacts, later: int
) -> None:
    at = START + timedelta(days=later)
    came = moments(told, civil_date(at))
    for one in terms(policy(), entitlements(policy(), told, at)):
        assert one.warn_on <= one.on
        assert one.starts != "birth_date" or one.on.day == 1, "the day would tell a birth date"
        rule = next((rule for rule in policy().deadlines if rule.id == one.id), None)
        if rule is not None:
            assert (one.on - one.warn_on).days == max(rule.warn), "so would the day of a warning"
            assert one.starts in came
        else:
            assert not one.starts, "no deadline takes the place of a step"
            assert one.warn_on in came.values(), "a step with a day is near from the start"
        if (
            rule is None or rule.lasts is not None
        ):  # else the moment is the last day itself, and may lie ahead
            since = came[one.starts] if one.starts else one.warn_on
            assert one.handled_on is None or since <= one.handled_on
        assert one.handled_on is None or one.handled_on <= civil_date(at)


@given(
    st.lists(st.dates(date(2000, 1, 1), date(2012, 12, 31)), max_size=3).map(tuple),
    st.dates(date(2018, 1, 1), date(2040, 1, 1)),
)
def test_what_changes_by_itself_with_an_age_tells_only_the_month_of_a_birthday(
    born: tuple[date, ...], today: date
) -> None:
    """Whoever is born when in the same months, it happens on the same days."""
    told = CareFacts(birth_dates=born)
    other = CareFacts(birth_dates=tuple(one if one.day == 1 else one.replace(day=2) for one in born))
    if not tells_birthday(told, today) and not tells_birthday(other, today):
        assert ages(told, today) == ages(other, today)
    if today.day == 1:
        assert not tells_birthday(told, today)
