"""What holds for every signal, whatever officers try and in whatever order."""

from hypothesis import given, settings

from baken.core.decide import Command, Refused
from baken.core.decide import commands as ask
from baken.core.derive.signal import SignalState, fold
from baken.core.events import Event
from baken.core.vocabulary.text import Text
from tests.core.decide.asking import (
    REPORTED,
    answer,
    begun,
    bundle,
    carry_out,
    sequences,
    timed,
    try_all,
)

Sequence = tuple[str, list[Command]]
CONSULT = ask.ConsultSource("municipal_records", "hit", "none", "public_task", None, reason="r")


@given(sequences())
def test_nothing_that_happens_after_the_report_points_to_the_reporter(tried: Sequence) -> None:
    """V6, V32: neither the envelope nor what the reporter said goes into any later event."""
    town, wanted = tried
    state = begun()
    for command in wanted:
        try:
            happened = answer(town, state, command)
        except Refused:
            continue
        for event in happened:
            told = event.to_payload()
            assert "the-envelope" not in str(told)
            assert not {"envelope", "reporter", "reporter_named", "name", "contact"} & told.keys()
        state = carry_out(town, state, command)


@given(sequences())
def test_no_hand_over_holds_more_than_the_policy_gives_this_partner(tried: Sequence) -> None:
    """V1, V2: purpose, ground and pieces are always among what the policy names; nameless means nameless."""
    town, wanted = tried
    found = bundle(town)
    for referral in try_all(town, wanted)[-1].referrals.values():
        pieces = found.partner_pieces(referral.partner)
        assert referral.purpose in {one.id for one in found.partner_purposes(referral.partner)}
        assert referral.ground in {one.id for one in found.partner_grounds(referral.partner)}
        assert set(referral.pieces) <= set(pieces)
        assert referral.named or not any(pieces[piece].identifies for piece in referral.pieces)
        assert referral.named or found.nameless_suffices(referral.partner)


@given(sequences())
def test_from_everywhere_a_signal_can_be_closed_and_reopened(tried: Sequence) -> None:
    """No signal can get stuck: at most it has to be received first."""
    town, wanted = tried
    for state in try_all(town, wanted):
        if state.closed:
            assert not carry_out(town, state, ask.Reopen("ref")).closed
            continue
        ready = state if state.received else carry_out(town, state, ask.Receive())
        assert carry_out(town, ready, ask.Close("no_action", "ref")).closed


@given(sequences())
def test_after_a_stop_no_source_is_consulted_until_weighed_again(tried: Sequence) -> None:
    """V12: not found stops the search, unless safety or care asks to go on; so does a weighing that says stop."""
    town, wanted = tried
    for state in try_all(town, wanted):
        if not state.received or state.closed:
            continue
        stopped = carry_out(town, state, ask.Weigh("stop", "ref"))
        refused = _refusal(town, stopped, CONSULT)
        assert refused is not None
        assert "Weeg eerst (opnieuw) af" in refused.do.nl
        again = carry_out(town, stopped, ask.Weigh("proceed", "ref"))
        assert answer(town, again, CONSULT)


@given(sequences())
def test_a_closed_signal_changes_only_by_what_still_comes_in(tried: Sequence) -> None:
    """What is owed after closing may be done: sending, asking, answering and telling the reporter."""
    town, wanted = tried
    closed = [state for state in try_all(town, wanted) if state.closed]
    late = (ask.RecordSending, ask.AskPartner, ask.RecordAnswer, ask.InformReporter, ask.OpenEnvelope)
    late += (ask.Reopen, ask.RecordCoordinatorConsulted)  # type: ignore[assignment]
    for state in closed[:1]:
        for command in wanted:
            if not isinstance(command, late):
                assert _refusal(town, state, command) is not None


@given(sequences())
def test_every_refusal_says_what_why_and_what_to_do_in_both_languages(tried: Sequence) -> None:
    town, wanted = tried
    for state in try_all(town, wanted):
        for command in wanted:
            refused = _refusal(town, state, command)
            if refused is not None:
                for part in (refused.what, refused.why, refused.do):
                    assert isinstance(part, Text)
                    assert part.nl.endswith(".")
                    assert part.en.endswith(".")
                    assert part.nl[0].isupper() or part.nl[0] == "'"


@given(sequences())
@settings(max_examples=50)
def test_a_signal_is_the_sum_of_its_events(tried: Sequence) -> None:
    """Folding the events anew gives the state that came about step by step."""
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


def _refusal(town: str, state: SignalState, command: Command) -> Refused | None:
    try:
        answer(town, state, command)
    except Refused as refused:
        return refused
    return None
