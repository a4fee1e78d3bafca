"""What must come first in Woerden: no police before the trusted person was considered, unless it is acute."""

from uuid import uuid4

from baken.enrich import actions as enrich
from baken.ledger import vault
from baken.tenancy.scope import scope
from tests.refer.conftest import Handing


def test_the_form_says_what_must_come_first_and_can_be_prepared(handing: Handing) -> None:
    """ROUTE-W3a: the hold is said before anything is filled in."""
    answer = handing.show("avim")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Dit moet nog wachten" in page
    assert "vertrouwenspersoon" in page
    assert "override_reason" not in answer.context["form"].fields


def test_what_is_held_is_refused_with_everything_still_there(handing: Handing) -> None:
    answer = handing.over("avim", explanation="Bel mij gerust.")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Doe dat eerst." in page
    assert "Bel mij gerust." in page
    assert handing.referrals == []


def test_a_reason_that_nobody_asked_for_opens_nothing(handing: Handing) -> None:
    assert handing.over("avim", override_reason="haast").status_code == 409
    assert handing.referrals == []


def test_acute_it_may_pass_with_a_reason_that_is_kept(handing: Handing) -> None:
    """TRIAGE-05."""
    handing.case.establish("urgency", "acute")
    assert "override_reason" in handing.show("avim").context["form"].fields
    assert handing.over("avim", override_reason="").status_code == 422
    assert handing.over("avim", override_reason="Zij wordt vanavond opgehaald.").status_code == 303
    with scope(handing.case.town.woerden.id):
        event = handing.case.file().stream.events[-1].event
        reason = vault.get(handing.case.signal, event.override_reason)  # type: ignore[attr-defined]
    assert reason == {"text": "Zij wordt vanavond opgehaald."}


def test_the_reason_for_passing_stays_here(handing: Handing) -> None:
    handing.case.establish("urgency", "acute")
    filled = handing.filled("avim", override_reason="Zij wordt vanavond opgehaald.")
    handing.send("avim", "confirm", filled)
    assert "vanavond" not in str(handing.content(handing.referrals[0]))


def test_once_considered_nothing_is_held(handing: Handing) -> None:
    with scope(handing.case.town.woerden.id):
        act = {**handing.case.by(), "command_id": uuid4()}
        enrich.consider_trusted_person(outcome="not_possible", reason="geen contact", **act)
    assert "Dit moet nog wachten" not in handing.show("avim").content.decode()
    assert handing.over("avim").status_code == 303


def test_care_and_the_inspectorate_never_wait(handing: Handing) -> None:
    for partner in ("care_coordinator", "labour_authority"):
        assert "Dit moet nog wachten" not in handing.show(partner).content.decode()
        assert handing.over(partner).status_code == 303
