"""Access in an emergency beside what V10 demands: its edges, its trace, and who never has it."""

import pytest
from django.db import IntegrityError, transaction

from baken import clock
from baken.core.decide.refusal import Refused
from baken.core.derive.access import GIVEN, LENT
from baken.core.events.people import EmergencyEnded, EmergencyTaken
from baken.ledger import people, store
from baken.mail import owed
from baken.route import actions as route
from baken.tenancy import actions, emergencies
from baken.tenancy.models import Membership
from baken.tenancy.scope import scope
from tests.route.case import Case
from tests.rules.test_v10 import END, WHY, take
from tests.scanning import found_in
from tests.tenants.town import Town


@pytest.mark.parametrize("hours", ["0", "25", "1000", "-1", "4.5"])
def test_nobody_has_it_for_longer_than_a_day(case: Case, hours: str) -> None:
    case.receive()
    assert take(case, hours=hours) == 422
    assert case.get().status_code == 404


def test_it_is_an_event_with_closed_words_and_what_was_written_lies_in_the_vault(case: Case) -> None:
    case.receive()
    take(case)
    case.client.post(END)
    with scope(case.town.woerden.id):
        events = [one for one in store.load(people.stream_id()).events if "emergency" in one.type]
    taken, ended = (one.event for one in events)
    assert isinstance(taken, EmergencyTaken)
    assert isinstance(ended, EmergencyEnded)
    assert (taken.reason, ended.emergency, ended.why) == ("nobody_there", taken.emergency, "by_themselves")
    assert found_in([str(taken).encode()], [WHY["note"]]) == set()


def test_a_mail_is_owed_to_the_fg_once_and_it_says_nothing(case: Case) -> None:
    """V10, V29."""
    case.receive()
    take(case)
    take(case)
    with scope(case.town.woerden.id):
        assert list(owed.addresses(case.town.now)) == ["supervisor@woerden.example"]
        ((one,),) = owed.addresses(case.town.now).values()
    assert one.membership_id == case.town.members["supervisor"].id


def test_what_is_done_meanwhile_says_by_what_access(case: Case) -> None:
    take(case)
    case.town.now = clock.now()
    with scope(case.town.woerden.id):
        route.receive(**{**case.by(), "actor": case.town.actor("coordinator")})
        last = store.load(case.signal).events[-1]
        (one,) = people.rights().emergencies.values()
    assert (str(last.on_behalf_of), str(last.actor)) == (one.id, one.membership)
    assert "Persoon coordinator, met noodtoegang" in case.get().content.decode()


def test_who_handles_signals_already_or_supervises_takes_none(case: Case) -> None:
    for visitor in ("focal_point", "lead", "deputy", "supervisor", "administrator", "privacy", "adviser"):
        assert (visitor, take(case, visitor)) == (visitor, 403)


def test_nobody_can_be_given_it_as_a_role() -> None:
    assert {"emergency", "idle_deputy"} == LENT
    assert not LENT & GIVEN


@pytest.mark.parametrize("visitor", ["administrator", "supervisor", "ciso"])
def test_none_of_them_takes_emergency_access(town: Town, visitor: str) -> None:
    """Not by the page, nor by an action that somebody writes past it (V10)."""
    member = town.members[visitor].id
    with scope(town.woerden.id):
        emergencies.take(membership_id=member, reason="danger", note="r", hours=1, now=town.now)
        assert town.actor(visitor).emergency is None
        assert not town.actor(visitor).roles & LENT


@pytest.mark.parametrize("visitor", ["administrator", "supervisor"])
@pytest.mark.parametrize("lent", sorted(LENT))
def test_a_role_that_follows_from_something_else_is_never_given(town: Town, visitor: str, lent: str) -> None:
    by = town.members["administrator"].id
    with scope(town.woerden.id):
        with pytest.raises(Refused):
            actions.change_roles(
                membership_id=town.members["coordinator"].id, roles=[lent], by=by, now=town.now
            )
        with pytest.raises(IntegrityError), transaction.atomic():
            Membership.objects.filter(id=town.members[visitor].id).update(roles=[lent])
