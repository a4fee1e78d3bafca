"""Who had which role at a moment, as a simple reading of what happened says it too."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from baken.core.derive.adoptions import Told
from baken.core.derive.people import REVIEW_EVERY, fold
from baken.core.events import Event
from baken.core.events import people as past

START = datetime(2026, 1, 1, tzinfo=UTC)
WHO = ("a", "b")
ROLES = st.sets(st.sampled_from(["focal_point", "deputy", "archivist"]), min_size=1).map(
    lambda roles: tuple(sorted(roles))
)
EVENTS = st.one_of(
    st.builds(past.MemberAdded, st.sampled_from(WHO), ROLES),
    st.builds(past.MemberRolesChanged, st.sampled_from(WHO), ROLES, ROLES),
    st.builds(past.MemberLeft, st.sampled_from(WHO), ROLES, st.just(())),
    st.builds(past.PostAppointed, st.just("p"), st.sampled_from(WHO)),
)


def at(hours: float) -> datetime:
    return START + timedelta(hours=hours)


def told(*events: Event) -> list[Told]:
    return [Told(event, at(number), "manager") for number, event in enumerate(events)]


@given(st.lists(EVENTS, max_size=12), st.sampled_from(WHO), st.integers(-1, 13))
def test_the_last_thing_that_happened_before_a_moment_says_the_roles(
    events: list[Event], who: str, hour: int
) -> None:
    roles: tuple[str, ...] = ()
    for one in told(*events):
        if one.at <= at(hour) and getattr(one.event, "membership", "") == who:
            match one.event:
                case past.MemberAdded() | past.MemberRolesChanged():
                    roles = one.event.roles
                case past.MemberLeft():
                    roles = ()
    assert fold(told(*events)).roles_at(who, at(hour)) == roles


@given(st.lists(EVENTS, max_size=12))
def test_the_spells_of_a_member_follow_each_other_without_gap_or_overlap(events: list[Event]) -> None:
    for spells in fold(told(*events)).spells.values():
        assert [one.until for one in spells[:-1]] == [one.since for one in spells[1:]]
        assert spells[-1].until is None


def test_the_review_is_due_a_year_after_the_last_or_after_the_first_right() -> None:
    added = past.MemberAdded("a", ("focal_point",))
    assert fold([]).review_due() is None
    assert fold(told(added)).review_due() == at(0) + REVIEW_EVERY
    assert fold(told(added, past.RightsReviewed({}, "a"))).review_due() == at(1) + REVIEW_EVERY


def test_emergency_access_runs_until_its_end_or_until_it_was_ended() -> None:
    taken = past.EmergencyTaken("e", "a", "danger", "ref", at(4).isoformat())
    assert [one.id for one in fold(told(taken)).running(at(3.9))] == ["e"]
    assert fold(told(taken)).running(at(4)) == ()
    ended = fold(told(taken, past.EmergencyEnded("e", "by_themselves")))
    assert ended.running(at(1)) == ()
    assert ended.emergencies["e"].until == at(1)
