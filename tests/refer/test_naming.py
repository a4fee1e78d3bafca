"""CARE-01: a notification without a name suffices until there is a presumed victim and a ground; then it gets one."""

from typing import Any
from uuid import UUID, uuid4

from django.test import Client

from baken.care.clients import actions as clients
from baken.clock import now
from baken.ledger import store
from baken.ledger.models import NotificationRow
from baken.tenancy.scope import scope
from tests.papers import text_of
from tests.refer.conftest import VICTIM, Handing
from tests.tenants.care_things import a_room

CARE = "care_coordinator"
LESS: dict[str, Any] = {"named": "no", "pieces": ["facts"]}
TO_NAME = "Deze melding heeft geen naam"


def received(handing: Handing) -> list[UUID]:
    """The notifications at the care organisation, the oldest first."""
    with scope(handing.case.town.care.id):
        return list(NotificationRow.objects.order_by("received_at").values_list("stream_id", flat=True))


def page(handing: Handing, notification: UUID) -> str:
    """A notification as the care coordinator reads it."""
    client = Client()
    handing.case.town.visit(client, "care")
    return str(client.get(f"/meldingen/{notification}/").content.decode())


def test_a_notification_without_a_name_gets_one_and_each_leads_to_the_other(handing: Handing) -> None:
    handing.over(CARE, **LESS)
    [first] = handing.referrals
    url = f"overdrachten/{first.id}/"
    shown = handing.case.get(url).content.decode()
    assert TO_NAME in shown
    assert f"overdragen/{CARE}/?naam=ja" in shown
    form = handing.case.get(f"overdragen/{CARE}/?naam=ja").context["form"]
    assert form["named"].value() == "yes"
    assert not form["presumed_victim"].value()
    assert handing.over(CARE, presumed_victim="on").status_code == 303
    earlier, later = received(handing)
    assert VICTIM not in page(handing, earlier), "what arrived stays as it was (V26)"
    assert f"/meldingen/{later}/" in page(handing, earlier)
    assert VICTIM in page(handing, later)
    assert f"/meldingen/{earlier}/" in page(handing, later)
    shown = handing.case.get(url).content.decode()
    assert TO_NAME not in shown
    assert f"overdrachten/{handing.referrals[1].id}/" in shown


def test_no_name_follows_without_a_presumed_victim_or_without_a_ground(handing: Handing) -> None:
    handing.over(CARE, **LESS)
    answer = handing.over(CARE)
    assert answer.status_code == 422
    assert "presumed_victim" in answer.context["form"].errors
    answer = handing.over(CARE, presumed_victim="on", ground="")
    assert answer.status_code == 422
    assert "ground" in answer.context["form"].errors
    assert len(handing.referrals) == len(received(handing)) == 1


def test_a_second_one_without_a_name_needs_nobody_and_changes_nothing(handing: Handing) -> None:
    for _ in range(2):
        assert handing.over(CARE, **LESS).status_code == 303
    assert [one.named for one in handing.referrals] == [False, False]
    with scope(handing.case.town.care.id):
        kinds = [[one.type for one in store.load(id_).events] for id_ in received_in_scope()]
    assert kinds == [["notification.received"]] * 2


def received_in_scope() -> list[UUID]:
    """The notifications of the organisation in scope."""
    return list(NotificationRow.objects.values_list("stream_id", flat=True))


def test_a_name_at_once_asks_nothing_more_and_no_other_partner_is_asked(handing: Handing) -> None:
    assert "presumed_victim" not in handing.show(CARE).context["form"].fields
    assert handing.over(CARE).status_code == 303
    assert "presumed_victim" not in handing.show(CARE).context["form"].fields
    assert TO_NAME not in handing.case.get(f"overdrachten/{handing.referrals[0].id}/").content.decode()
    handing.over("labour_authority")
    assert "presumed_victim" not in handing.show("labour_authority").context["form"].fields


def test_a_file_that_was_open_already_stands_with_the_name_too(handing: Handing) -> None:
    """So that nobody opens a second file for the same person."""
    handing.over(CARE, **LESS)
    [earlier] = received(handing)
    town = handing.case.town
    a_room(town)
    with scope(town.care.id):
        opening = clients.Opening(
            names=["Vogel"],
            source="notification",
            ground="task_by_law",
            age="adult",
            told={"because": "Sliep op het werk."},
            notification=earlier,
        )
        [file] = clients.open_files(opening, actor=town.actor("care"), now=now(), command_id=uuid4())
    handing.over(CARE, presumed_victim="on")
    later = next(one for one in received(handing) if one != earlier)
    assert f"/clienten/{file}/" in page(handing, later)


def test_a_document_with_the_name_refers_to_the_one_without(handing: Handing) -> None:
    """A coordinator who is not in Baken sees it too."""
    handing.case.town.care.slug = "elders-in-baken"
    handing.case.town.care.save()
    handing.over(CARE, **LESS)
    assert handing.show(CARE).context["form"].fields.get("presumed_victim") is None, "it was not sent yet"
    sent(handing, 0)
    handing.over(CARE, presumed_victim="on")
    sent(handing, 1)
    without, named = (handing.case.get(f"overdrachten/{one.id}/document/") for one in handing.referrals)
    reference = handing.referrals[0].id[:8].upper()
    assert f"melding zonder naam, kenmerk {reference}" in text_of(named.content)
    assert "Geeft de naam bij" not in text_of(without.content)


def sent(handing: Handing, number: int) -> None:
    """Record that a document was sent."""
    url = f"overdrachten/{handing.referrals[number].id}/verzonden/"
    assert handing.case.send(url, channel="secure_mail").status_code == 303
