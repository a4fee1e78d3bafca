"""V21, V26: rows and events say the same of how long a stream is kept."""

from datetime import timedelta
from uuid import uuid4

from baken.clock import now
from baken.core.decide.rights import DecideInforming, GrantErasure
from baken.core.derive import correcting
from baken.feedback.actions import inform
from baken.ledger import keeping, lists, signals
from baken.ledger.keeping import Planned
from baken.route import actions as route
from baken.tenancy.scope import scope
from tests.refer.conftest import Handing, handing
from tests.route.conftest import case
from tests.tenants.conftest import town

__all__ = ["case", "handing", "town"]

SOON = timedelta(minutes=1)


def both(handing: Handing) -> Planned:
    """Return what happens to the signal, once the rows and the events agree about it."""
    case, at = handing.case, now() + SOON
    with scope(case.town.woerden.id):
        row = next(one for one in keeping.every(at) if one.stream == case.signal)
        counts = keeping.from_events([case.signal], at)[case.signal]
    assert (row.kept, row.plan) == (counts.kept, counts.plan)
    return counts


def test_an_erasure_waits_for_the_recipient_and_then_goes_at_once(handing: Handing) -> None:
    case = handing.case
    case.hand_over("labour_authority")
    [referral] = handing.referrals
    with scope(case.town.woerden.id):
        signals.carry_out(
            case.signal,
            lambda refs: GrantErasure(str(uuid4()), refs["reason"]),
            words={"reason": {"text": "wil vergeten worden"}},
            **{name: value for name, value in case.by().items() if name != "signal"},
        )
    page = f"overdrachten/{referral.id}/verbetering/"
    assert not both(handing).plan.due
    case.send(page, statement=case.get(page).context["form"]["statement"].value(), checked="on")
    assert not both(handing).plan.due
    case.send(f"{page}verzonden/", channel="secure_mail")
    assert not both(handing).plan.due
    case.send(f"{page}bevestigd/", how="phone")
    assert both(handing).plan.due


def test_to_look_again_later_at_informing_is_no_duty_that_goes_first(handing: Handing) -> None:
    case = handing.case
    with scope(case.town.woerden.id):
        signals.carry_out(
            case.signal,
            lambda refs: DecideInforming(
                decision="not_yet",
                ground="investigation",
                review_on=case.town.today + timedelta(days=30),
                reason=refs["reason"],
                today=case.town.today,
            ),
            words={"reason": {"text": "dat kan nu niet"}},
            **{name: value for name, value in case.by().items() if name != "signal"},
        )
    with scope(case.town.woerden.id):
        inform(category="no_follow_up", text="Dank u wel.", referrals=(), **case.by())
        route.close(outcome="no_action", reason="klaar", **case.by())
        steps = {one.step for one in lists.owed_on([case.signal])[case.signal]}
    assert correcting.REVIEW in steps
    assert both(handing).kept.owed == (steps != {correcting.REVIEW})
