"""After handing over: sending, asking and answering on paper, each recorded once and in order."""

from typing import Any

import pytest

from tests.refer.conftest import Handing


@pytest.fixture
def on_paper(handing: Handing) -> Handing:
    """A document for the labour inspectorate that still has to be sent."""
    handing.over("labour_authority")
    return handing


def act(handing: Handing, what: str, **fields: Any) -> Any:
    return handing.case.send(f"overdrachten/{handing.referrals[0].id}/{what}/", **fields)


def test_what_is_not_sent_stays_owed(on_paper: Handing) -> None:
    """ROUTE-17: a document that is ready is not with the partner yet."""
    page = on_paper.case.get(f"overdrachten/{on_paper.referrals[0].id}/").content.decode()
    assert "Het document moet nog worden verzonden." in page
    assert not on_paper.referrals[0].arrived


@pytest.mark.parametrize("what", ["vraag", "antwoord"])
def test_before_it_was_sent_nothing_was_asked_or_answered(on_paper: Handing, what: str) -> None:
    answer = act(on_paper, what, outcome="finished", note="Een toelichting.")
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Het document is nog niet verzonden." in page
    assert "Leg eerst vast hoe u het verzond." in page


def test_sent_with_the_question_then_answered(on_paper: Handing) -> None:
    assert act(on_paper, "verzonden", channel="secure_mail", asked="on").status_code == 303
    assert on_paper.referrals[0].sent_at
    assert on_paper.referrals[0].asked_at
    assert act(on_paper, "antwoord", outcome="not_taken_up", note="Geen capaciteit.").status_code == 303
    page = on_paper.case.get(f"overdrachten/{on_paper.referrals[0].id}/").content.decode()
    assert "Niet opgepakt" in page
    assert "Geen capaciteit." in page
    assert "Nog niet verteld aan de melder." in page


def test_sent_without_the_question_asks_for_it(on_paper: Handing) -> None:
    """ROUTE-W5."""
    act(on_paper, "verzonden", channel="post")
    assert on_paper.referrals[0].asked_at is None
    page = on_paper.case.get(f"overdrachten/{on_paper.referrals[0].id}/").content.decode()
    assert "nog niet om terugkoppeling gevraagd" in page
    assert act(on_paper, "vraag").status_code == 303
    assert on_paper.referrals[0].asked_at


def test_a_document_is_sent_once(on_paper: Handing) -> None:
    act(on_paper, "verzonden", channel="by_hand", asked="on")
    answer = act(on_paper, "verzonden", channel="post", asked="on")
    assert answer.status_code == 409
    assert "De partner heeft deze overdracht al." in answer.content.decode()


BAD = {
    "no channel": ("verzonden", {}),
    "a channel that does not exist": ("verzonden", {"channel": "pigeon"}),
    "no answer": ("antwoord", {"note": "x"}),
    "an answer that does not exist": ("antwoord", {"outcome": "perhaps"}),
    "an endless note": ("antwoord", {"outcome": "finished", "note": "é" * 5000}),
    "a note with a control character": ("antwoord", {"outcome": "finished", "note": "a\x1bb"}),
}


@pytest.mark.parametrize(("what", "fields"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_said_and_nothing_is_recorded(
    on_paper: Handing, what: str, fields: dict[str, str]
) -> None:
    before = on_paper.case.happened()
    answer = act(on_paper, what, **fields)
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert on_paper.case.happened() == before


@pytest.mark.parametrize("what", ["", "document/", "verzonden/", "vraag/", "antwoord/"])
def test_a_hand_over_that_is_not_of_this_signal_is_not_there(on_paper: Handing, what: str) -> None:
    other = "00000000-0000-4000-8000-000000000000"
    assert on_paper.case.get(f"overdrachten/{other}/{what}").status_code == 404


def test_the_lists_say_what_was_asked_and_answered(on_paper: Handing) -> None:
    act(on_paper, "verzonden", channel="post", asked="on")
    act(on_paper, "antwoord", outcome="taken_up", note="")
    page = on_paper.case.client.get("/overdrachten/").content.decode()
    assert "Nederlandse Arbeidsinspectie" in page
    assert "Opgepakt" in page
