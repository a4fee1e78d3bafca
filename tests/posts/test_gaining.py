"""Nobody gains a name by an appointment, a role or a renewal (V6, V7)."""

from uuid import uuid4

import pytest

from baken.tenancy import actions, recovering, rotating
from baken.tenancy.keys import CannotOpen
from baken.tenancy.scope import scope
from tests.route.case import REPORTER, Case
from tests.route.conftest import case
from tests.tenants.town import PASSPHRASE, Town

__all__ = ["case"]


def test_two_who_are_made_holders_of_shares_get_none_by_it(town: Town) -> None:
    """An administrator who gives two friends that role gains nothing: a holder of the post chooses."""
    with scope(town.woerden.id):
        friends = []
        for name in ("een", "twee"):
            person = actions.add_person(email=f"{name}@vrienden.example", name=name)
            friends.append(actions.add_member(person=person, roles=["recovery_holder"], now=town.now).id)
            actions.set_vault_passphrase(membership_id=friends[-1], passphrase=PASSPHRASE, now=town.now)
        assert recovering.holders(town.posts["woerden"].id, 1) == []
        rotating.rotate(town.open_vault("focal_point"), town.posts["woerden"].id, why="yearly", now=town.now)
        assert recovering.holders(town.posts["woerden"].id, 2) == []


def test_who_is_appointed_beside_a_holder_cannot_begin_the_key_afresh(town: Town) -> None:
    lead, post = town.members["lead"].id, town.posts["woerden"].id
    with scope(town.woerden.id):
        by = town.members["administrator"].id
        actions.change_roles(membership_id=lead, roles=["focal_point"], by=by, now=town.now)
        actions.appoint(post_id=post, membership_id=lead, now=town.now)
        secret = actions.set_vault_passphrase(membership_id=lead, passphrase=PASSPHRASE, now=town.now)
        with pytest.raises(CannotOpen):
            rotating.start_fresh(post, lead, secret.own, now=town.now)


def test_an_older_envelope_opens_after_the_key_was_renewed_and_nowhere_else(case: Case) -> None:
    case.receive()
    with scope(case.town.woerden.id):
        post = case.town.posts["woerden"].id
        rotating.rotate(case.town.open_vault("focal_point"), post, why="yearly", now=case.town.now)
    for visitor, opens in (("deputy", True), ("lead", False)):
        case.visit(visitor).client.post("/kluis/", {"passphrase": PASSPHRASE})
        sent = {"command": str(uuid4()), "looked_at": str(case.file().stream.number)}
        answer = case.client.post(case.url("envelop/"), {**sent, "why": "ask", "reason": "De straatnaam."})
        assert (REPORTER in answer.content.decode()) is opens
