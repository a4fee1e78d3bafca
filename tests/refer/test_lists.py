"""The lists of hand-overs and of notifications: a page at a time, by their place, at the same cost however long."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from baken.ledger.models import NotificationRow, ReferralRow
from baken.refer.listing import PAGE
from baken.tenancy.scope import scope
from tests.refer.conftest import Handing
from tests.tenants.town import Town

NEWEST = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)


def many_hand_overs(handing: Handing, count: int) -> list[UUID]:
    """Rows as the projection writes them, three at every moment, newest first."""
    made = [uuid4() for _ in range(count)]
    bundle, other = handing.case.file().bundle.id, uuid4()
    with scope(handing.case.town.woerden.id):
        ReferralRow.objects.bulk_create(
            ReferralRow(
                organisation_id=handing.case.town.woerden.id,
                stream_id=other,
                id=one,
                partner="labour_authority",
                named=True,
                delivery="document",
                at=NEWEST - timedelta(hours=place // 3),
                bundle=bundle,
                engine_version=1,
            )
            for place, one in enumerate(made)
        )
    return made


def walk(client: Client, address: str) -> tuple[list[str], list[int]]:
    """Every link of a list in the order of its pages, and how many queries each page took."""
    found: list[str] = []
    costs: list[int] = []
    while address:
        with CaptureQueriesContext(connection) as queries:
            page: Any = client.get(address).context["page"]
        costs.append(len(queries))
        found += [row[0].href for row in page.table.rows]
        address = page.older
    return found, costs


def test_every_hand_over_is_met_once_in_order_at_the_same_cost(handing: Handing) -> None:
    made = many_hand_overs(handing, 2 * PAGE + 7)
    found, costs = walk(handing.case.client, "/overdrachten/")
    assert len(found) == len(set(found)) == len(made)
    assert {UUID(href.split("/")[-2]) for href in found} == set(made)
    assert len(costs) == 3
    assert max(costs) <= min(costs) + 1
    assert max(costs) < 15


def test_a_hand_over_that_comes_in_meanwhile_moves_nothing(handing: Handing) -> None:
    """By their place, not by their number: an older page stays the same."""
    many_hand_overs(handing, PAGE + 5)
    older = handing.case.client.get("/overdrachten/").context["page"].older
    before = [row[0].href for row in handing.case.client.get(older).context["page"].table.rows]
    handing.over("labour_authority")
    after = [row[0].href for row in handing.case.client.get(older).context["page"].table.rows]
    assert before == after
    assert len(before) == 5


def test_notifications_are_met_once_in_order_too(handing: Handing) -> None:
    town: Town = handing.case.town
    with scope(town.care.id):
        NotificationRow.objects.bulk_create(
            NotificationRow(
                organisation_id=town.care.id,
                stream_id=uuid4(),
                reference="ABCDEF",
                number=1,
                sender=town.woerden.id,
                sender_name="Woerden",
                referral=uuid4(),
                purpose="protect_victims",
                ground="social_support",
                last_at=NEWEST,
                received_at=NEWEST - timedelta(hours=place // 2),
                named=bool(place % 2),
                answer_asked=True,
                engine_version=1,
            )
            for place in range(PAGE + 3)
        )
    client = Client()
    town.visit(client, "care")
    found, costs = walk(client, "/meldingen/")
    assert len(found) == len(set(found)) == PAGE + 3
    assert max(costs) <= min(costs) + 1


@pytest.mark.parametrize(
    "place",
    [
        "",
        "x",
        "_",
        "2026-11-03_",
        "2026-11-03T09:00:00_" + "0" * 32,
        "2026-13-45T00:00:00Z_x",
        "🙂",
        "9" * 500,
    ],
)
@pytest.mark.parametrize("address", ["/overdrachten/", "/meldingen/"])
def test_what_is_no_place_in_the_list_is_its_beginning(handing: Handing, address: str, place: str) -> None:
    assert handing.case.client.get(address, {"na": place}).status_code == 200


def test_an_empty_list_says_what_will_be_there_and_how(handing: Handing) -> None:
    page = handing.case.client.get("/overdrachten/").content.decode()
    assert "Nog geen overdrachten" in page
    client = Client()
    handing.case.town.visit(client, "care")
    assert "Nog geen meldingen" in client.get("/meldingen/").content.decode()


def test_the_list_of_another_organisation_is_its_own(handing: Handing) -> None:
    handing.over("labour_authority")
    client = Client()
    handing.case.town.visit(client, "neighbour")
    assert "Nog geen overdrachten" in client.get("/overdrachten/").content.decode()
