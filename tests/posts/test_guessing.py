"""Nobody gets round the slowing of a vault by guessing the former passphrase (ROLE-03, V7)."""

from unittest.mock import patch

from django.test import Client

from baken.posts import care
from baken.tenancy import renewing
from baken.tenancy.scope import scope
from tests.posts.conftest import NEW, Seat
from tests.tenants.town import PASSPHRASE

FORMER = "/functies/vorige-wachtwoordzin/"


def test_guesses_at_a_former_passphrase_are_slowed_as_those_at_the_vault(seat: Seat, client: Client) -> None:
    """Or whoever sits at an open desk renews the vault, and then guesses what opened it before."""
    with scope(seat.town.woerden.id):
        renewing.begin_anew(seat.member("focal_point").id, NEW, now=seat.now)
    seat.town.visit(client, "focal_point")
    with patch.object(care.renewing, "remember", wraps=renewing.remember) as looked:
        for _ in range(7):
            assert client.post(FORMER, {"passphrase": "mis en nog eens mis"}).status_code == 409
        answer = client.post(FORMER, {"passphrase": PASSPHRASE})
    assert "te vaak een verkeerde zin" in answer.content.decode()
    assert looked.call_count == 5
    assert client.post("/kluis/", {"passphrase": NEW}).status_code == 429
