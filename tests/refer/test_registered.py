"""A municipality that notifies CoMensha itself: it is warned, and care learns the day, so that nobody counts twice."""

import pytest

from baken.refer import actions
from tests.refer.conftest import Handing
from tests.refer.test_notifications import Receiver

SELF = "Door de afzender zelf gemeld bij CoMensha"
TOO = "De zorgcoördinator heeft dit signaal al"
COMENSHA = {"purpose": "protect_victims", "ground": "social_support", "named": "yes", "pieces": ["facts"]}


def to_comensha(handing: Handing) -> None:
    """Hand the facts over to CoMensha on paper, and send it."""
    handing.over("comensha", **COMENSHA)
    [referral] = [one for one in handing.referrals if one.partner == "comensha"]
    sent = handing.case.send(f"overdrachten/{referral.id}/verzonden/", channel="secure_mail")
    assert sent.status_code == 303


def test_care_learns_on_what_day_the_municipality_notified_whichever_was_first(handing: Handing) -> None:
    """MON-07: the day and nothing else, once for each."""
    handing.over("care_coordinator")
    receiver = Receiver(handing)
    assert SELF not in receiver.page()
    assert TOO in handing.show("comensha").content.decode()
    to_comensha(handing)
    assert SELF in receiver.page()
    events = receiver.events()
    assert [one.type for one in events] == ["notification.received", "notification.registered_by_sender"]
    assert set(events[-1].event.to_payload()) == {"on"}
    assert events[-1].actor is None
    [referral] = [one for one in handing.referrals if one.partner == "comensha"]
    again = handing.case.send(f"overdrachten/{referral.id}/verzonden/", channel="post")
    assert again.status_code == 409
    assert len(receiver.events()) == 2


def test_a_hand_over_after_the_municipality_notified_brings_the_day_with_it(handing: Handing) -> None:
    """MON-07."""
    assert TOO not in handing.show("comensha").content.decode()
    to_comensha(handing)
    handing.over("care_coordinator")
    receiver = Receiver(handing)
    assert SELF in receiver.page()
    assert len(receiver.events()) == 2


def test_what_is_not_sent_to_comensha_is_told_to_nobody(handing: Handing) -> None:
    handing.over("comensha", **COMENSHA)
    handing.over("care_coordinator")
    assert SELF not in Receiver(handing).page()


def test_a_receiver_other_than_care_learns_of_no_other_hand_over(
    handing: Handing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """V2: that CoMensha was notified is a hand-over too, with a purpose of its own."""
    there = handing.case.town.care
    monkeypatch.setattr(
        actions, "recipient_of", lambda file, partner: there if partner == "labour_authority" else None
    )
    to_comensha(handing)
    handing.over("labour_authority")
    receiver = Receiver(handing)
    assert [one.type for one in receiver.events()] == ["notification.received"]
    assert SELF not in receiver.page()
