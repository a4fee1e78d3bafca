"""V24: access, correction, objection and erasure are carried out per person, and never reveal the reporter."""

import pytest

from baken.tenancy.scope import scope
from baken.trust.rights import paper
from tests.papers import everything_of, text_of
from tests.refer.conftest import UNSPOKEN
from tests.route.case import HAPPENED, REPORTER, VICTIM, Case, reported
from tests.rules.stored import rows
from tests.trust.rights.conftest import Asking, asked

DONE = {"erasure": "erased", "restriction": "restricted", "objection": "restricted"}
ALIAS = "Kanarieschuilnaam"


def found(case: Case, right: str = "access", **more: str) -> Asking:
    asking = asked(case.receive(), right=right)
    asking.search(**more)
    return asking


def test_access_is_given_across_signals_by_a_letter_without_the_reporter(case: Case) -> None:
    second = reported(case.town)
    asking = found(case)
    assert set(asking.now.state.found) == {str(case.signal), str(second)}
    for record in (case.signal, second):
        assert asking.weigh(record, give=["identity"]).status_code == 303
    asking.write()
    made = asking.get("brief/document/").content
    assert VICTIM in text_of(made)
    assert not any(word in text_of(made) for word in (*UNSPOKEN, HAPPENED))
    assert REPORTER.encode() not in everything_of(made)


@pytest.mark.parametrize("right", DONE)
def test_what_else_may_be_asked_is_carried_out_and_can_be_proved(case: Case, right: str) -> None:
    asking = found(case, right)
    asking.weigh()
    asking.send(f"werkblad/{case.signal}/uitvoeren/", done=DONE[right], reason="terecht")
    assert case.happened()[-1] in ("processing.restricted", "erasure.granted")
    assert asking.happened[-1] == "request.act_done"


def test_who_may_be_told_nothing_gets_the_letter_of_who_is_not_there(case: Case) -> None:
    asking, nobody = found(case), asked(case)
    nobody.search("Iemand Anders")
    asking.weigh(give=[], leave_out=["investigation", "others"])
    with scope(case.town.woerden.id):
        assert paper.content(asking.now) == paper.content(nobody.now)


def test_nobody_is_looked_for_without_a_request_and_what_was_typed_lies_in_its_vault_alone(
    case: Case,
) -> None:
    """GEN-03: there is no other page that looks for a person, and no index of people."""
    assert case.client.get("/verantwoording/rechten/zoeken/").status_code == 404
    found(case, names=ALIAS)
    assert asked(case, identity="not_yet").search(ALIAS).status_code == 409
    assert not any(ALIAS.encode() in row for row in rows(case.town))


@pytest.mark.parametrize(
    "visitor", ["privacy", "supervisor", "ciso", "administrator", "adviser", "neighbour"]
)
def test_only_who_reads_signals_searches(case: Case, visitor: str) -> None:
    asking = found(case)
    for page in ("zoeken/", "werkblad/", f"werkblad/{case.signal}/", "brief/"):
        assert asking.get(page, visitor).status_code in (403, 404)
