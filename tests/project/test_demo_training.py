"""The demonstration has trained, will train, and is due again: something of every kind to see (TRAIN-07)."""

from datetime import UTC, datetime

from baken.core.vocabulary.moments import civil_date
from baken.programme.common import policy
from baken.programme.training import reach, sessions
from baken.programme.training.models import GIVEN, Session
from baken.project.demo import programme_training
from baken.project.demo.cast import cast
from baken.tenancy import kept
from baken.tenancy.scope import scope

TODAY = datetime(2026, 11, 22, 13, 30, tzinfo=UTC)


def test_there_is_a_group_in_every_state_and_a_session_that_asks_what_became_of_it(db: None) -> None:
    players = cast(TODAY)
    programme_training.tell(players, TODAY)
    states, asked = set(), 0
    for slug in ("woerden", "montfoort", "hoorn"):
        with scope(players.organisations[slug].id):
            every = list(kept.kept(Session))
            states |= {
                one.stands.state for one in reach.lines(policy.in_force(TODAY), every, civil_date(TODAY))
            }
            asked += len(sessions.asks(civil_date(TODAY)))
            assert all(one.reach for one in every)
            assert {one.state for one in every} >= {"planned", GIVEN}
    assert states == {"never", "late", "soon", "open", "fine"}
    assert asked == 1


def test_no_group_was_reached_by_more_than_it_holds(db: None) -> None:
    players = cast(TODAY)
    programme_training.tell(players, TODAY)
    for slug in ("woerden", "montfoort", "hoorn"):
        with scope(players.organisations[slug].id):
            for one in kept.kept(Session).filter(state=GIVEN):
                for part in one.reach:
                    assert part["people"] is None or 0 < part["reached"] <= part["people"]
