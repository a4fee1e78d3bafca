"""Each command on the states that matter: what is refused, and the words that help on."""

import pytest

from baken.core.decide import Command, Refused
from baken.core.decide import commands as ask
from baken.core.decide.notification import answer as answer_notification
from baken.core.derive.signal import SignalState
from tests.core.decide.asking import answer, begun, bundle, carry_out, hand_over

RECEIVE, PROCEED, STOP = ask.Receive(), ask.Weigh("proceed", "r"), ask.Weigh("stop", "r")
CLOSE, ASSESS = ask.Close("no_action", "r"), ask.Assess("suspicion", "r")
URGENT = ask.EstablishFact("urgency", ("acute",), "r")
CONSIDERED = ask.ConsiderTrustedPerson("possible", "r")
TABLE = ask.PutOnTable("local_undermining_meeting")
CONSULT = ask.ConsultSource("municipal_records", "hit", "none", "public_task", reason="r")
CARE = {"partner": "care_coordinator", "ground": "social_support", "purpose": "protect_victims"}
POLICE = {"partner": "avim", "pieces": ("facts",)}


def refused(before: tuple[Command, ...], command: Command, town: str = "woerden") -> Refused:
    state = carry_out(town, begun(), *before)
    with pytest.raises(Refused) as found:
        answer(town, state, command)
    return found.value


UNRECEIVED = {
    "establishing": URGENT,
    "weighing": PROCEED,
    "consulting": CONSULT,
    "the trusted person": CONSIDERED,
    "the table": TABLE,
    "a table's decision": ask.RecordTableDecision("local_undermining_meeting", "r"),
    "assessing": ASSESS,
    "handing over": hand_over(),
    "sending": ask.RecordSending("r1", "post"),
    "asking": ask.AskPartner("r1"),
    "an answer": ask.RecordAnswer("r1", "finished"),
    "telling": ask.InformReporter("received", "r"),
    "correcting": ask.Correct("c", "r"),
    "closing": CLOSE,
    "the envelope": ask.OpenEnvelope("ask", "r"),
    "other policy": ask.MovePolicy("sha256:1", "sha256:1", "r"),
}
NOT_AFTERWARDS = [*list(UNRECEIVED)[:8], "correcting", "closing", "other policy"]
WHEN_CLOSED = {name: UNRECEIVED[name] for name in NOT_AFTERWARDS}


@pytest.mark.parametrize("command", UNRECEIVED.values(), ids=UNRECEIVED.keys())
def test_first_a_signal_is_taken_in_hand(command: Command) -> None:
    """ROUTE-W2: also what may happen after closing waits for this."""
    assert refused((), command).do.nl == "Neem het signaal eerst in ontvangst."


@pytest.mark.parametrize("command", WHEN_CLOSED.values(), ids=WHEN_CLOSED.keys())
def test_a_closed_signal_is_reopened_first(command: Command) -> None:
    found = refused((RECEIVE, CLOSE), command)
    assert found.do.nl == "Heropen het signaal eerst, met een reden."
    assert found.do.en == "Reopen the signal first, with a reason."


@pytest.mark.parametrize("command", [*UNRECEIVED.values(), RECEIVE, ask.Reopen("r")])
def test_what_was_never_reported_is_no_signal(command: Command) -> None:
    with pytest.raises(Refused, match=r"This signal does not exist\. Nothing has been reported yet\."):
        answer("woerden", SignalState(), command)


@pytest.mark.parametrize("town", ["woerden", "montfoort", "hoorn"])
def test_what_still_comes_in_after_closing_is_recorded(town: str) -> None:
    """What is owed stays owed, and so it can still be done."""
    done = (hand_over(), CLOSE, ask.RecordSending("r1", "post"), ask.AskPartner("r1"))
    done += (ask.RecordAnswer("r1", "finished"), ask.InformReporter("passed_on", "m", ("r1",)))
    state = carry_out(town, begun(), RECEIVE, *done)
    assert state.closed
    assert state.referrals["r1"].told_at is not None


REFUSED = {
    "receiving twice": ((RECEIVE,), RECEIVE, "Dit signaal is al in ontvangst genomen."),
    "the coordinator twice": (
        (ask.RecordCoordinatorConsulted(),),
        ask.RecordCoordinatorConsulted(),
        "Dit is al vastgelegd.",
    ),
    "a fact that does not exist": (
        (RECEIVE,),
        ask.EstablishFact("guilt", ("yes",), "r"),
        "De keuze voor het feit bestaat niet.",
    ),
    "a value that does not exist": (
        (RECEIVE,),
        ask.EstablishFact("age", ("old",), "r"),
        "De keuze voor de waarde bestaat niet.",
    ),
    "two values of one fact": (
        (RECEIVE,),
        ask.EstablishFact("age", ("adult", "minor"), "r"),
        "Dit feit is niet vastgesteld.",
    ),
    "no value": ((RECEIVE,), ask.EstablishFact("age", (), "r"), "Dit feit is niet vastgesteld."),
    "the same once more": ((RECEIVE, URGENT), URGENT, "Er verandert niets."),
    "the assessment as a fact": (
        (RECEIVE,),
        ask.EstablishFact("assessment", ("suspicion",), "r"),
        "De keuze voor het feit bestaat niet.",
    ),
    "whether there is a name": (
        (RECEIVE,),
        ask.EstablishFact("reporter_named", ("no",), "r"),
        "De keuze voor het feit bestaat niet.",
    ),
    "a source before weighing": ((RECEIVE,), CONSULT, "Deze bron mag nu niet worden geraadpleegd."),
    "a source after a stop": (
        (RECEIVE, PROCEED, STOP),
        CONSULT,
        "Deze bron mag nu niet worden geraadpleegd.",
    ),
    "a source after nothing was found": (
        (RECEIVE, PROCEED, ask.ConsultSource("brp", "no_hit", "none", "public_task", reason="r")),
        CONSULT,
        "Deze bron mag nu niet worden geraadpleegd.",
    ),
    "a source that the policy does not name": (
        (RECEIVE, PROCEED),
        ask.ConsultSource("open_sources", "hit", "none", "public_task", reason="r"),
        "De keuze voor de bron bestaat niet.",
    ),
    "a ground that is not this source's": (
        (RECEIVE, PROCEED),
        ask.ConsultSource("municipal_records", "hit", "none", "wgs_riec", reason="r"),
        "De keuze voor de grondslag bestaat niet.",
    ),
    "a table that is not there": (
        (RECEIVE,),
        ask.PutOnTable("tea_table"),
        "De keuze voor het overleg bestaat niet.",
    ),
    "a decision of a table where it never lay": (
        (RECEIVE, CONSIDERED),
        ask.RecordTableDecision("local_undermining_meeting", "r"),
        "Het besluit is niet vastgelegd.",
    ),
    "another problem without a place to go": (
        (RECEIVE,),
        ask.Assess("other_phenomenon", "r"),
        "De beoordeling is niet vastgelegd.",
    ),
    "another problem to nowhere": (
        (RECEIVE,),
        ask.Assess("other_phenomenon", "r", "moon"),
        "De keuze voor de bestemming bestaat niet.",
    ),
    "handing over nothing": ((RECEIVE,), hand_over(pieces=()), "Er is niets overgedragen."),
    "the reporter as a piece": (
        (RECEIVE,),
        hand_over(pieces=("reporter",)),
        "De keuze voor het onderdeel bestaat niet.",
    ),
    "a piece for others": (
        (RECEIVE,),
        hand_over(pieces=("sources",)),
        "De keuze voor het onderdeel bestaat niet.",
    ),
    "a partner that gets nothing": (
        (RECEIVE,),
        hand_over(partner="nobody"),
        "De keuze voor de partner bestaat niet.",
    ),
    "a ground of others": (
        (RECEIVE,),
        hand_over(ground="wgs_riec"),
        "De keuze voor de grondslag bestaat niet.",
    ),
    "nameless with persons": (
        (RECEIVE,),
        hand_over(named=False, pieces=("facts", "persons"), **CARE),
        "Er is niets overgedragen.",
    ),
    "nameless where a name is needed": (
        (RECEIVE,),
        hand_over(named=False, pieces=("facts",)),
        "Er is niets overgedragen.",
    ),
    "sending what is not there": (
        (RECEIVE,),
        ask.RecordSending("r1", "post"),
        "Deze overdracht bestaat niet.",
    ),
    "sending twice": (
        (RECEIVE, hand_over(), ask.RecordSending("r1", "post")),
        ask.RecordSending("r1", "post"),
        "Verzenden is niet opnieuw vastgelegd.",
    ),
    "sending what went within Baken": (
        (RECEIVE, hand_over(delivery="in_baken", recipient="n", **CARE)),
        ask.RecordSending("r1", "post"),
        "Verzenden is niet opnieuw vastgelegd.",
    ),
    "asking before sending": ((RECEIVE, hand_over()), ask.AskPartner("r1"), "Dit kan nog niet."),
    "an answer before sending": (
        (RECEIVE, hand_over()),
        ask.RecordAnswer("r1", "finished"),
        "Dit kan nog niet.",
    ),
    "telling about no hand-over": (
        (RECEIVE,),
        ask.InformReporter("passed_on", "m", ("r9",)),
        "De keuze voor de overdracht bestaat niet.",
    ),
    "closing as handled unassessed": (
        (RECEIVE,),
        ask.Close("handled", "r"),
        "Het signaal is niet afgesloten.",
    ),
    "the policy it follows already": (
        (RECEIVE,),
        ask.MovePolicy(bundle("woerden").id, bundle("woerden").id, "r"),
        "Het signaal volgt nog hetzelfde beleid.",
    ),
    "a policy that is not in use now": (
        (RECEIVE,),
        ask.MovePolicy("sha256:1", "sha256:2", "r"),
        "Het signaal volgt nog hetzelfde beleid.",
    ),
    "a policy where none is in use": (
        (RECEIVE,),
        ask.MovePolicy("sha256:1", None, "r"),
        "Het signaal volgt nog hetzelfde beleid.",
    ),
    "reopening what is open": ((RECEIVE,), ask.Reopen("r"), "Heropenen kan niet."),
}


@pytest.mark.parametrize(("before", "command", "what"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refusal_says_what_it_is_about(before: tuple[Command, ...], command: Command, what: str) -> None:
    found = refused(before, command)
    assert found.what.nl == what
    assert found.why.nl
    assert found.do.en


def test_no_envelope_no_name() -> None:
    """ROLE-03: a reporter without a name cannot be looked up, only answered."""
    state = carry_out("woerden", begun(envelope=None, reporter_named="no"), RECEIVE)
    with pytest.raises(Refused) as found:
        answer("woerden", state, ask.OpenEnvelope("ask", "r"))
    assert found.value.do.nl == "Antwoord via de antwoordcode."


@pytest.mark.parametrize("command", [TABLE, hand_over(**POLICE)], ids=["the table", "the police"])
def test_in_woerden_the_police_wait_for_the_trusted_person(command: Command) -> None:
    """ROUTE-W3a: and a reason does not help, as long as it is not acute."""
    found = refused((RECEIVE,), command)
    assert found.what.nl == "Dit moet nog wachten."
    assert "vertrouwenspersoon" in found.why.nl
    assert found.do.nl == "Doe dat eerst."
    assert carry_out("woerden", begun(), RECEIVE, CONSIDERED, command)


@pytest.mark.parametrize("town", ["montfoort", "hoorn"])
def test_elsewhere_nobody_waits_for_a_trusted_person(town: str) -> None:
    assert carry_out(town, begun(), RECEIVE, TABLE)


def test_what_is_acute_passes_the_hold_with_a_reason_and_only_with_one() -> None:
    """TRIAGE-05: the override is on record."""
    found = refused((RECEIVE, URGENT), hand_over(**POLICE))
    assert found.do.nl == "Doe dat eerst, of leg vast waarom het niet kan wachten."
    state = carry_out("woerden", begun(), RECEIVE, URGENT, hand_over(override_reason="why", **POLICE))
    assert state.history[-1].reasoned


def test_a_reason_for_passing_a_hold_that_is_not_there_is_not_kept() -> None:
    state = carry_out("woerden", begun(), RECEIVE)
    [event] = answer("woerden", state, hand_over(override_reason="why"))
    assert event.to_payload()["override_reason"] is None


@pytest.mark.parametrize("because", ["safety", "care"])
def test_nothing_found_and_searching_on_for_safety_or_care(because: str) -> None:
    """V12."""
    state = carry_out(
        "woerden",
        begun(),
        RECEIVE,
        PROCEED,
        ask.ConsultSource("brp", "no_hit", because, "public_task", reason="r"),
        CONSULT,
    )
    assert state.may_enrich


def test_what_was_found_needs_no_reason_to_go_on() -> None:
    state = carry_out("woerden", begun(), RECEIVE, PROCEED)
    [event] = answer("woerden", state, ask.ConsultSource("brp", "hit", "care", "public_task", reason="r"))
    assert event.to_payload()["continues_because"] == "none"


def test_a_receiving_organisation_answers_with_one_of_the_answers() -> None:
    with pytest.raises(Refused, match="The choice for the answer does not exist"):
        answer_notification("perhaps", None)
    [event] = answer_notification("cannot_tell", None)
    assert event.to_payload() == {"outcome": "cannot_tell", "note": None, "person": None, "check_on": None}
