"""V10: access in an emergency needs a reason, ends by itself, opens no name, and the FG is told at once."""

from datetime import timedelta

import pytest

from baken import clock
from baken.core.derive.access import Relation, may
from baken.tenancy.scope import scope
from tests.route.case import Case
from tests.scanning import found_in

SEEN = "/verantwoording/noodtoegang/"
TAKE, END = f"{SEEN}nemen/", f"{SEEN}stoppen/"
WHY = {"reason": "nobody_there", "note": "De aandachtsfunctionaris is ziek.", "hours": "4"}


def take(case: Case, visitor: str = "coordinator", **differently: str) -> int:
    """Take it as this visitor."""
    return case.visit(visitor).client.post(TAKE, {**WHY, **differently}).status_code


@pytest.mark.parametrize("visitor", ["coordinator", "expired_deputy"])
def test_it_gives_what_a_focal_point_does_with_a_signal_and_nothing_before(case: Case, visitor: str) -> None:
    case.receive().visit(visitor)
    assert (case.get().status_code, case.client.get("/werk/").status_code) == (404, 403)
    assert take(case, visitor) == 303
    assert (case.get().status_code, case.client.get("/werk/").status_code) == (200, 200)
    assert case.get("beoordelen/").status_code == 200


@pytest.mark.parametrize("visitor", ["coordinator", "expired_deputy"])
def test_it_never_opens_the_name_of_who_reported(case: Case, visitor: str) -> None:
    """V6. Also nothing else: no figures, no finding of a person (GEN-03), no keys."""
    case.receive()
    assert take(case, visitor) == 303
    assert case.get("envelop/").status_code == 404
    assert case.client.get("/cijfers/").status_code == 403
    for action in ("envelope.open", "rights.search", "key.rotate", "key.recover", "vault.use"):
        assert not may({"emergency"}, action, Relation(holds_post=True)).allowed
    with scope(case.town.woerden.id):
        assert case.town.actor(visitor).post_ids == frozenset()


@pytest.mark.parametrize("left_out", ["reason", "note", "hours"])
def test_without_a_reason_there_is_none(case: Case, left_out: str) -> None:
    case.receive()
    assert take(case, **{left_out: ""}) == 422
    assert case.get().status_code == 404


def test_it_ends_by_itself(case: Case) -> None:
    case.receive()
    assert take(case, hours="1") == 303
    case.town.now = clock.now() + timedelta(hours=1, seconds=1)
    with scope(case.town.woerden.id):
        assert "emergency" not in case.town.actor("coordinator").roles


def test_it_ends_by_a_button_at_the_next_request(case: Case) -> None:
    case.receive()
    take(case)
    assert "noodtoegang/nemen/" in case.client.get("/werk/").content.decode()  # the banner, on every page
    assert case.client.post(END).status_code == 303
    assert case.get().status_code == 404
    assert "baken-emergency" not in case.client.get("/beleid/").content.decode()


def test_the_fg_sees_it_at_once_with_the_reason_and_who(case: Case) -> None:
    """On the page of its own, and in what every start page of supervision tells."""
    case.receive()
    take(case)
    for supervisor in ("supervisor", "ciso"):
        told = ["Persoon coordinator", WHY["note"]]
        assert found_in([case.visit(supervisor).client.get(SEEN).content], told) == set(told)
    assert "Persoon coordinator heeft noodtoegang" in case.client.get("/mensen/").content.decode()
    assert case.visit("focal_point").client.get(SEEN).status_code == 403
