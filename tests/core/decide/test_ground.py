"""What is decided before a signal is shared: purpose, police, professional secrecy, and the name of a minor."""

from datetime import date

import pytest

from baken.core.decide import Command, Refused
from baken.core.decide import commands as ask
from baken.core.derive.careful import held_by_secrecy, minor
from baken.core.derive.signal import SignalState
from tests.core.decide.asking import answer, begun, carry_out, hand_over

TODAY = date(2026, 12, 3)
ACUTE = ask.EstablishFact("urgency", ("acute",), "r")


def state(*commands: Command, **differently: object) -> SignalState:
    return carry_out("montfoort", begun(**differently), ask.Receive(), *commands)


def test_receiving_keeps_what_was_stamped_or_takes_another_of_the_list() -> None:
    """V1. What was stamped under a former policy stays possible, whatever the list says now."""
    [kept] = answer("montfoort", begun(), ask.Receive())
    assert (kept.purpose, kept.ground) == ("stop_exploitation", "public_task")  # type: ignore[attr-defined]
    [chosen] = answer("montfoort", begun(), ask.Receive("protect_children", "youth_care"))
    assert (chosen.purpose, chosen.ground) == ("protect_children", "youth_care")  # type: ignore[attr-defined]
    for wrong in (ask.Receive("safe_living"), ask.Receive(None, "bibob")):
        with pytest.raises(Refused):
            answer("montfoort", begun(), wrong)


def test_a_talk_with_the_police_has_been_and_was_with_a_function_of_the_list() -> None:
    """V4."""
    for wrong in (
        ask.RecordPoliceTalk(date(2026, 12, 4), "detective", TODAY),
        ask.RecordPoliceTalk(TODAY, "Jan", TODAY),
    ):
        with pytest.raises(Refused):
            answer("montfoort", state(), wrong)


def test_what_was_noticed_is_held_until_it_is_weighed_and_weighed_anew_when_noticed_again() -> None:
    """V5."""
    noticed = state(ask.NoticeSecrecy())
    assert held_by_secrecy(noticed, content=False) is not None
    with pytest.raises(Refused):
        answer("montfoort", noticed, ask.NoticeSecrecy())
    weighed = carry_out("montfoort", noticed, ask.WeighSecrecy("legal_right", "r"))
    assert held_by_secrecy(weighed, content=True) is None
    again = carry_out("montfoort", weighed, ask.NoticeSecrecy())
    assert held_by_secrecy(again, content=True) is not None


def test_weighing_what_nobody_noticed_notices_it_too() -> None:
    noticed, weighed = answer("montfoort", state(), ask.WeighSecrecy("consent", "r"))
    assert (noticed.type, weighed.type) == ("secrecy.noticed", "secrecy.weighed")


def test_what_was_weighed_to_stay_goes_nowhere_but_without_content() -> None:
    stays = state(ask.WeighSecrecy("stays", "r"))
    assert held_by_secrecy(stays, content=True) is not None
    assert held_by_secrecy(stays, content=False) is None


def test_only_established_danger_lets_a_reason_pass() -> None:
    noticed = state(ask.NoticeSecrecy())
    with pytest.raises(Refused):
        answer("montfoort", noticed, hand_over(override_reason="r"))
    acute = carry_out("montfoort", noticed, ACUTE)
    assert answer("montfoort", acute, hand_over(override_reason="r"))
    with pytest.raises(Refused):
        answer("montfoort", acute, hand_over())


@pytest.mark.parametrize(
    ("claims", "established", "who"),
    [
        ({"age": ("minor",)}, (), "claimed"),
        ({}, ("age", "minor"), "established"),
        ({}, ("unaccompanied_minor", "yes"), "established"),
        ({"age": ("minor",)}, ("age", "adult"), None),
        ({}, (), None),
    ],
)
def test_the_name_of_somebody_who_is_or_may_be_a_minor_asks_for_a_reason(
    claims: dict[str, tuple[str, ...]], established: tuple[str, ...], who: str | None
) -> None:
    """V31."""
    facts = [ask.EstablishFact(established[0], (established[1],), "r")] if established else []
    found = state(*facts, claims=claims)
    assert minor(found) == who
    if who is None:
        [event] = answer("montfoort", found, hand_over(minor_reason="r"))
        assert event.minor_reason is None  # type: ignore[attr-defined]
        return
    with pytest.raises(Refused):
        answer("montfoort", found, hand_over())
    [event] = answer("montfoort", found, hand_over(minor_reason="r"))
    assert event.minor_reason == "r"  # type: ignore[attr-defined]
