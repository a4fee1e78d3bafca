"""CARE-01: a notification without a name suffices until there is a presumed victim and a ground; then it gets one."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from baken.care.clients import actions as clients
from baken.care.notices import actions as notices
from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.ledger import store
from baken.ledger.models import ClientRow, NotificationRow
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


def test_with_the_name_the_one_without_waits_for_nothing_on_either_side(handing: Handing) -> None:
    """One person, one answer that is waited for, and one place to open a file (CARE-01)."""
    for _ in range(2):
        handing.over(CARE, **LESS)
    handing.over(CARE, presumed_victim="on")
    *earlier, later = received(handing)
    care, town = Client(), handing.case.town
    town.visit(care, "care")
    for one in earlier:
        shown = page(handing, one)
        assert f"/meldingen/{later}/" in shown
        assert 'name="outcome"' not in shown, "it is answered in the one with the name"
        assert f"/meldingen/{one}/clienten/" not in shown
        assert page(handing, later).count(f"/meldingen/{one}/") == 1
        late = {"outcome": "taken_up", "note": "", "police": "no", "command": str(uuid4())}
        answered = care.post(f"/meldingen/{one}/", late)
        assert answered.status_code == 409
        assert "Antwoord in de melding met de naam" in answered.content.decode()
    listed = care.get("/meldingen/").content.decode()
    assert listed.count("verder in de melding met de naam") == len(earlier)
    for one in handing.referrals[:2]:
        shown = handing.case.get(f"overdrachten/{one.id}/").content.decode()
        assert f"overdrachten/{handing.referrals[2].id}/" in shown
        assert f"overdrachten/{one.id}/antwoord/" not in shown
    assert (
        f"overdrachten/{handing.referrals[2].id}/antwoord/"
        in handing.case.get(f"overdrachten/{handing.referrals[2].id}/").content.decode()
    )
    mine = Client()
    town.visit(mine, "focal_point")
    assert mine.get("/overdrachten/").content.decode().count("verder in de melding met de naam") == 2


def test_care_tells_of_the_same_person_where_the_name_came(handing: Handing) -> None:
    """What was told before stands; the next word goes where the municipality looks, with the same number."""
    handing.over(CARE, **LESS)
    [earlier] = received(handing)
    town = handing.case.town
    a_room(town)
    first, second = (opened(handing, earlier, name) for name in ("Vogel", "Merel"))
    tell(handing, first)
    handing.over(CARE, presumed_victim="on")
    later = next(one for one in received(handing) if one != earlier)
    client = Client()
    town.visit(client, "care")
    file = client.get(f"/clienten/{first}/").content.decode()
    assert f"/clienten/{first}/bericht/" in file, "where the name came nothing was told yet"
    for one in (second, first):
        tell(handing, one)
    without, named = handing.referrals
    assert [answer.person for answer in without.answers] == [1]
    assert [answer.person for answer in named.answers] == [2, 1]
    with scope(town.care.id), pytest.raises(Refused, match="sees this already"):
        notices.tell(first, actor=town.actor("care"), now=now(), command_id=uuid4())
    assert str(first) in page(handing, later)
    begin = client.get(f"/meldingen/{earlier}/clienten/")
    assert begin.status_code == 200
    form = {"names": "Specht", "ground": "task_by_law", "age": "adult", "because": "x", "police": "no"}
    client.post(f"/meldingen/{earlier}/clienten/", {**form, "command": str(uuid4())})
    with scope(town.care.id):
        assert ClientRow.objects.filter(notification_id=later).count() == 1


def opened(handing: Handing, notification: UUID, name: str) -> UUID:
    """Open a file from a notification."""
    told = {"because": "Sliep op het werk."}
    opening = clients.Opening([name], "notification", "task_by_law", "adult", told, notification)
    with scope(handing.case.town.care.id):
        actor = handing.case.town.actor("care")
        return clients.open_files(opening, actor=actor, now=now(), command_id=uuid4())[0]


def tell(handing: Handing, client: UUID) -> None:
    """Let the sender see how far it is."""
    with scope(handing.case.town.care.id):
        notices.tell(client, actor=handing.case.town.actor("care"), now=now(), command_id=uuid4())


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
