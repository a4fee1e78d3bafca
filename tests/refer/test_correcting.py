"""What a recipient hears when something turned out wrong: once each, never who reported, and nothing twice."""

from typing import Any
from uuid import uuid4

import pytest

from baken.core.decide.refusal import Refused
from baken.core.derive.correcting import CONFIRM, MAKE, SEND, putting_right
from baken.ledger.models import Obligation
from baken.refer import correcting
from baken.route import actions as route
from baken.tenancy.scope import scope
from tests.refer.conftest import Handing
from tests.refer.test_notifications import Receiver

CHANGED = "Het was een andere woning."


def put_right(handing: Handing, words: str = CHANGED) -> None:
    case = handing.case
    with scope(case.town.woerden.id):
        route.correct(content={"happened": words}, reason="navraag", **case.by())


def step(handing: Handing) -> list[str | None]:
    return [one.step for one in putting_right(handing.case.file().state)]


def act(handing: Handing, what: Any, **more: Any) -> None:
    case = handing.case
    with scope(case.town.woerden.id):
        what(referral=handing.referrals[0].id, **more, **case.by())


def tell(handing: Handing) -> None:
    act(handing, correcting.make, statement="Verbeterd.", pieces={})


def test_each_step_is_owed_after_the_one_before_and_no_other(handing: Handing) -> None:
    handing.case.hand_over("labour_authority")
    assert step(handing) == []
    put_right(handing)
    found = [step(handing)]
    tell(handing)
    found.append(step(handing))
    act(handing, correcting.send, channel="post")
    found.append(step(handing))
    act(handing, correcting.confirmed, how="letter")
    found.append(step(handing))
    assert found == [[MAKE], [SEND], [CONFIRM], [None]]


def test_what_is_not_owed_is_refused(handing: Handing) -> None:
    handing.case.hand_over("labour_authority")
    for what, more in (
        (correcting.make, {"statement": "x", "pieces": {}}),
        (correcting.send, {"channel": "post"}),
        (correcting.confirmed, {"how": "letter"}),
    ):
        with pytest.raises(Refused):
            act(handing, what, **more)


def test_something_wrong_after_a_confirmation_is_owed_again(handing: Handing) -> None:
    handing.case.hand_over("labour_authority")
    put_right(handing)
    tell(handing)
    put_right(handing, "Toch weer anders.")
    assert step(handing) == [MAKE], "a letter that says what is wrong again is no correction"
    tell(handing)
    assert step(handing) == [SEND]
    assert len(handing.referrals[0].corrections) == 2


def test_what_is_owed_stands_in_the_work_list_as_a_row(handing: Handing) -> None:
    handing.case.hand_over("labour_authority")
    put_right(handing)
    with scope(handing.case.town.woerden.id):
        assert Obligation.objects.filter(step=MAKE, partner="labour_authority").count() == 1


def test_the_form_says_first_that_it_was_read_and_keeps_what_was_typed(handing: Handing) -> None:
    handing.case.hand_over("labour_authority")
    put_right(handing)
    page = f"overdrachten/{handing.referrals[0].id}/verbetering/"
    answer = handing.case.send(page, statement="Mijn eigen zin.")
    assert answer.status_code == 422
    assert "Mijn eigen zin." in answer.content.decode()
    assert handing.referrals[0].corrections == ()


def test_only_who_may_answer_confirms_and_only_what_arrived(handing: Handing) -> None:
    handing.over("care_coordinator")
    put_right(handing)
    tell(handing)
    receiver = Receiver(handing)
    [arrived] = [one.event.correction for one in receiver.events() if one.type == "notification.corrected"]
    url = f"{receiver.url}verbetering/"
    assert receiver.client.post(f"{url}{uuid4()}/").status_code == 303
    assert step(handing) == [CONFIRM]
    for visitor in ("focal_point", "neighbour", "outsider"):
        receiver.town.visit(receiver.client, visitor)
        assert receiver.client.post(f"{url}{arrived}/").status_code == 404
    assert step(handing) == [CONFIRM]


def test_nothing_that_the_recipient_holds_leads_to_the_senders_signal(handing: Handing) -> None:
    handing.over("care_coordinator")
    put_right(handing)
    tell(handing)
    receiver = Receiver(handing)
    for held in (receiver.page(), str(receiver.events())):
        assert str(handing.case.signal) not in held


def test_a_correction_before_a_hand_over_is_owed_to_nobody(handing: Handing) -> None:
    put_right(handing)
    handing.case.hand_over("labour_authority")
    assert handing.case.file().state.wrong
    assert step(handing) == []
