"""Which roles and posts hold at a moment (ROLE-17)."""

from datetime import timedelta

import pytest

from baken.core.derive.access import Relation, may
from baken.core.vocabulary.actions import ACTIONS
from baken.tenancy import actions
from baken.tenancy.actors import actor_for
from baken.tenancy.models import Delegation, Membership
from baken.tenancy.scope import scope
from tests.tenants.town import Town


def test_a_holder_acts_in_their_own_name_with_their_post(town: Town) -> None:
    actor = town.actor("focal_point")
    assert actor.roles == {"focal_point"}
    assert actor.post_ids == {town.posts["woerden"].id}
    assert actor.on_behalf_of is None


def test_a_deputy_acts_on_behalf_of_the_delegation_while_it_runs(town: Town) -> None:
    actor = town.actor("deputy")
    with scope(town.woerden.id):
        delegation = Delegation.objects.get(membership_id=town.members["deputy"].id)
    assert actor.roles == {"deputy", "focal_point"}
    assert actor.post_ids == {town.posts["woerden"].id}
    assert actor.on_behalf_of == delegation.id
    assert may(actor.roles, "signal.read").allowed


def test_an_ended_delegation_gives_nothing_at_all(town: Town) -> None:
    actor = town.actor("expired_deputy")
    assert (actor.roles, actor.post_ids, actor.on_behalf_of) == ({"idle_deputy"}, frozenset(), None)
    assert [one for one in ACTIONS if may(actor.roles, one, Relation(holds_post=True)).allowed] == [
        "emergency.use"
    ]


@pytest.mark.parametrize(("seconds", "holds"), [(-1, True), (0, False), (1, False)])
def test_a_delegation_ends_at_its_end(town: Town, seconds: int, holds: bool) -> None:
    with scope(town.woerden.id):
        until = Delegation.objects.get(membership_id=town.members["deputy"].id).until
        actor = actor_for(town.members["deputy"], now=until + timedelta(seconds=seconds))
    assert bool(actor.post_ids) is holds


def test_somebody_who_lost_the_role_no_longer_holds_the_post(town: Town) -> None:
    with scope(town.woerden.id):
        member = actions.change_roles(
            membership_id=town.members["focal_point"].id,
            roles=["policy_adviser"],
            by=town.members["administrator"].id,
            now=town.now,
        )
        assert actor_for(member, now=town.now).post_ids == frozenset()


def test_a_share_never_reaches_an_administrator(town: Town) -> None:
    """V7, also where a row was written past the actions."""
    with scope(town.woerden.id):
        Membership.objects.filter(id=town.members["deputy"].id).update(roles=["administrator"])
        actor = actor_for(Membership.objects.get(id=town.members["deputy"].id), now=town.now)
    assert (actor.roles, actor.post_ids) == ({"administrator"}, frozenset())
