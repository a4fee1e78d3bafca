"""V7: roles cannot be stacked to reach a name or content; who manages or supervises sees neither."""

from itertools import combinations

import pytest
from django.db import IntegrityError, transaction

from baken.core.decide.refusal import Refused
from baken.core.derive.access import ACTIONS, ALONE, ROLES, Relation, conflict, may
from baken.tenancy import actions, keys, recovering, rotating
from baken.tenancy.keys import CannotOpen
from baken.tenancy.models import Membership, Person
from baken.tenancy.scope import scope
from tests.route.case import Case
from tests.tenants.town import PASSPHRASE, Town

# No word of a signal is in these. A new action is looked at before it is added.
HARMLESS = {"signal.report", "policy.read", "sheet.read", "people.manage", "people.read"} | {
    # of supervision: who did what, what goes when, what was asked and leaked, by its kind and moment
    "log.read", "log.export", "log.review", "retention.read", "rights.read", "accountability.read",
    "incident.report", "incident.read", "incident.keep",
}  # fmt: skip


@pytest.mark.parametrize("alone", sorted(ALONE))
def test_who_stands_alone_may_do_nothing_with_content(alone: str) -> None:
    assert {one for one in ACTIONS if may({alone}, one, Relation(holds_post=True)).allowed} <= HARMLESS


def test_who_stands_alone_goes_with_no_other_role() -> None:
    assert [pair for pair in combinations(ROLES, 2) if set(pair) & ALONE and conflict(pair) is None] == []


@pytest.mark.parametrize("visitor", ["administrator", "supervisor"])
def test_neither_the_actions_nor_the_database_take_a_second_role(town: Town, visitor: str) -> None:
    own, other = town.members[visitor], town.members["focal_point"]
    both = [*own.roles, "focal_point"]
    with scope(town.woerden.id):
        with pytest.raises(Refused):
            actions.change_roles(membership_id=own.id, roles=both, by=other.id, now=town.now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Membership.objects.filter(id=own.id).update(roles=both)


def test_nobody_changes_their_own_roles(town: Town) -> None:
    me = town.members["administrator"].id
    with scope(town.woerden.id), pytest.raises(Refused):
        actions.change_roles(membership_id=me, roles=["focal_point"], by=me, now=town.now)


@pytest.mark.parametrize("visitor", ["administrator", "supervisor"])
def test_for_them_no_signal_exists(case: Case, visitor: str) -> None:
    case.receive().visit(visitor)
    assert {case.get(page).status_code for page in ("", "envelop/", "overdragen/", "wegen/")} == {404}
    assert {case.client.get(page).status_code for page in ("/werk/", "/overdrachten/", "/cijfers/")} == {403}


def test_an_appointment_opens_nothing_until_a_holder_hands_the_key_on(town: Town) -> None:
    """So an administrator who appoints a friend gains no name by it."""
    lead, box = town.members["lead"].id, keys.seal(town.posts["woerden"], b"wie meldde")
    with scope(town.woerden.id):
        by = town.members["administrator"].id
        actions.change_roles(membership_id=lead, roles=["focal_point"], by=by, now=town.now)
        actions.appoint(post_id=town.posts["woerden"].id, membership_id=lead, now=town.now)
        actions.set_vault_passphrase(membership_id=lead, passphrase=PASSPHRASE, now=town.now)
    with pytest.raises(CannotOpen):
        keys.open_(town.open_vault("lead"), box)


def test_two_who_are_made_holders_of_shares_get_none_by_it(town: Town) -> None:
    """An administrator who gives two friends that role gains nothing: a holder of the post chooses."""
    with scope(town.woerden.id):
        friends = []
        for name in ("een", "twee"):
            person = actions.add_person(email=f"{name}@vrienden.example", name=name)
            friends.append(actions.add_member(person=person, roles=["recovery_holder"], now=town.now).id)
            actions.set_vault_passphrase(membership_id=friends[-1], passphrase=PASSPHRASE, now=town.now)
        assert recovering.holders(town.posts["woerden"].id, 1) == []
        rotating.rotate(town.open_vault("focal_point"), town.posts["woerden"].id, why="yearly", now=town.now)
        assert recovering.holders(town.posts["woerden"].id, 2) == []


def test_who_is_appointed_beside_a_holder_cannot_begin_the_key_afresh(town: Town) -> None:
    lead, post = town.members["lead"].id, town.posts["woerden"].id
    with scope(town.woerden.id):
        by = town.members["administrator"].id
        actions.change_roles(membership_id=lead, roles=["focal_point"], by=by, now=town.now)
        actions.appoint(post_id=post, membership_id=lead, now=town.now)
        secret = actions.set_vault_passphrase(membership_id=lead, passphrase=PASSPHRASE, now=town.now)
        with pytest.raises(CannotOpen):
            rotating.start_fresh(post, lead, secret.own, now=town.now)


@pytest.mark.parametrize("alone", sorted(ALONE))
def test_who_had_the_key_and_comes_to_stand_alone_has_it_no_more(town: Town, alone: str) -> None:
    box = keys.seal(town.posts["woerden"], b"wie meldde")
    with scope(town.woerden.id):
        me, by = town.members["deputy"].id, town.members["lead"].id
        actions.change_roles(membership_id=me, roles=[alone], by=by, now=town.now)
    with pytest.raises(CannotOpen):
        keys.open_(town.open_vault("deputy"), box)


def test_there_is_nobody_above_the_organisations() -> None:
    names = {field.name for field in Person._meta.get_fields()}
    assert not names & {"is_superuser", "is_staff", "groups", "user_permissions"}
