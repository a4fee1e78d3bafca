"""Bad input on every form of the route: a clear error, nothing lost, nothing on fire."""

import pytest

from tests.route.case import Case

FORMS = {
    "feiten/concreet/": {"value": "soft"},
    "beoordelen/": {"assessment": "suspicion"},
    "afsluiten/": {"outcome": "no_action"},
    "wegen/": {"outcome": "proceed"},
    "vertrouwenspersoon/": {"outcome": "not_possible"},
}
STRANGE = {
    "emoji": "Zij zei: 😢🏳️‍🌈",
    "right to left": "\u202eاختبار\u202c קצת",
    "sql": "'; DROP TABLE ledger_event; --",
    "html": "<script>alert(1)</script><b>x</b>",
    "template": "{{ page.envelope }} {% csrf_token %} %s {0}",
    "one letter": "x",
}


@pytest.mark.parametrize("page", FORMS)
def test_an_empty_form_is_not_a_decision(case: Case, page: str) -> None:
    """Every error leads to its field, and nothing was recorded."""
    case.receive()
    before = case.happened()
    answer = case.send(page)
    assert answer.status_code == 422
    assert "baken-error-summary" in answer.content.decode()
    assert case.happened() == before


@pytest.mark.parametrize("page", FORMS)
def test_a_choice_that_is_not_on_the_list_is_refused(case: Case, page: str) -> None:
    """Nobody can invent a value."""
    case.receive()
    wrong = dict.fromkeys(FORMS[page], "verzonnen")
    assert case.send(page, **wrong, reason="omdat").status_code == 422


@pytest.mark.parametrize("text", STRANGE.values(), ids=list(STRANGE))
def test_strange_text_is_kept_as_text(case: Case, text: str) -> None:
    """It is shown as it was typed, and runs nowhere."""
    case.receive().send("beoordelen/", assessment="suspicion", reason=text)
    answer = case.get()
    assert answer.context["page"].timeline[0].detail == text
    assert "<script>alert" not in answer.content.decode()


def test_a_text_that_is_too_long_comes_back_whole(case: Case) -> None:
    """The limit is said, and nothing is cut off."""
    text = "lang " * 2000
    answer = case.receive().send("beoordelen/", assessment="suspicion", reason=text)
    assert answer.status_code == 422
    assert text.strip() in answer.content.decode()


def test_ten_megabytes_are_turned_away_with_a_page_that_explains(case: Case) -> None:
    """Before anything is read or kept."""
    case.receive()
    hidden = case.hidden("beoordelen/")
    answer = case.client.post(case.url("beoordelen/"), {**hidden, "reason": "x" * 10_000_000})
    assert answer.status_code == 413


def test_invisible_characters_are_taken_out_and_said_so(case: Case) -> None:
    """The text itself stays on the page."""
    answer = case.receive().send("beoordelen/", assessment="suspicion", reason="goed\x00 zo\x07")
    assert answer.status_code == 422
    assert "goed zo" in answer.content.decode()


def test_a_citizen_service_number_is_not_recorded(case: Case) -> None:
    """V19."""
    answer = case.receive().send("beoordelen/", assessment="suspicion", reason="Het gaat om 123456782.")
    assert answer.status_code == 422
    assert "signal.assessed" not in case.happened()


@pytest.mark.parametrize("seen", ["-1", "abc", "99999999999999999999"])
def test_a_damaged_hidden_number_leads_to_a_question_never_to_an_error_page(case: Case, seen: str) -> None:
    """At worst one is asked to look again."""
    case.receive()
    hidden = {**case.hidden("beoordelen/"), "looked_at": seen}
    answer = case.client.post(
        case.url("beoordelen/"), {**hidden, "assessment": "suspicion", "reason": "omdat"}
    )
    assert answer.status_code in (409, 422)
    assert "omdat" in answer.content.decode()
