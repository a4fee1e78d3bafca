"""Another phenomenon than trafficking goes where it belongs, and that stays owed until done (ROUTE-10)."""

from baken.core.derive.signal import fold
from baken.core.events import signal as past
from tests.core.derive.route_of import route
from tests.core.strategies import START


def test_the_destination_of_another_phenomenon_is_owed() -> None:
    found = route(
        "montfoort", "signal.received", "signal.assessed assessment=other_phenomenon destination=local_team"
    )
    assert ("hand_over", "local_team") in [(one.step, one.partner) for one in found.owed]


def test_a_destination_that_the_policy_does_not_name_obliges_nobody() -> None:
    found = route("montfoort", "signal.assessed assessment=other_phenomenon destination=fnv")
    assert found.referral("fnv") is None


def test_what_was_only_suggested_becomes_required_as_destination() -> None:
    found = route(
        "montfoort",
        "signal.assessed assessment=other_phenomenon destination=environment_service",
        related=frozenset({"substandard_housing"}),
    )
    housing = found.referral("environment_service")
    assert housing is not None
    assert housing.strength == "required"


def test_the_events_of_a_signal_tell_its_destination_to_the_route() -> None:
    state = fold([(past.SignalAssessed("other_phenomenon", "safe_home", "ref"), START)])
    assert state.history[-1].destination == "safe_home"
