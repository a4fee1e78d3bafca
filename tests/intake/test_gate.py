"""A key that is renewed at the very moment somebody reports: the name can be given all the same (ROLE-03)."""

import pytest

from baken.intake.gate import gate
from baken.ledger import postkeys
from baken.tenancy.scope import scope
from tests.posts.conftest import Seat, seat, town
from tests.tenants import things

__all__ = ["seat", "town"]


def test_a_renewal_between_two_readings_does_not_close_the_door_to_names(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    things.adopt(seat.town)
    known = postkeys.known

    def after_a_renewal() -> dict[postkeys.Key, str]:
        monkeypatch.setattr(postkeys, "known", known)
        seat.rotate()
        return known()

    monkeypatch.setattr(postkeys, "known", after_a_renewal)
    with scope(seat.town.woerden.id):
        found = gate(seat.now)
        assert found is not None
        assert found.post is not None
        assert (found.seals, found.post.key_number) == (True, 1)
