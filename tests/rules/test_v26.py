"""V26: what is wrong in a signal can be put right, with a reason, and what was first written down stays to be seen.

That a correction reaches everybody who received the signal is not there yet: it is handed over again by hand.
"""

from tests.refer.conftest import HAPPENED, VICTIM
from tests.route.case import Case

WHY = "De melder belde: het was iemand anders."
RIGHT = "Zo was het echt."
ROWS = {
    f"{rows}-{name}": value
    for rows in ("persons", "organisations", "addresses")
    for name, value in (("TOTAL_FORMS", "0"), ("INITIAL_FORMS", "0"))
}


def correct(case: Case, **fields: str) -> int:
    return case.send("verbeteren/", happened=RIGHT, **{"reason": WHY, **ROWS, **fields}).status_code


def test_the_account_is_put_right_and_the_former_one_stays_beside_it(case: Case) -> None:
    assert correct(case.receive()) == 303
    page = case.get().context["page"]
    assert page.account.lines[0].value == RIGHT
    assert page.former[0].account.lines[0].value == HAPPENED
    assert VICTIM not in str(page.account), "a person named by mistake is gone from the account that holds"


def test_it_needs_a_reason_and_says_who_did_it(case: Case) -> None:
    assert correct(case.receive(), reason=" ") == 422
    assert "signal.corrected" not in case.happened()
    assert correct(case) == 303
    newest = case.get().context["page"].timeline[0]
    assert (newest.who, newest.detail) == ("Persoon focal_point", WHY)


def test_what_is_handed_over_from_then_on_is_the_corrected_account(case: Case) -> None:
    correct(case.receive().establish("exploitation", ["labour"]))
    page = case.get("overdragen/labour_authority/").content.decode()
    assert RIGHT in page
    assert HAPPENED not in page


def test_a_false_report_can_be_assessed_as_no_trafficking_and_closed(case: Case) -> None:
    case.receive()
    assert case.send("beoordelen/", assessment="not_trafficking", reason=WHY).status_code == 303
    assert case.send("afsluiten/", outcome="no_action", reason=WHY).status_code == 303
    assert case.file().state.closed
