"""V7: roles cannot be stacked to reach a name or content; who manages or supervises sees neither."""

from itertools import combinations

import pytest
from django.db import IntegrityError, transaction

from baken.core.decide.refusal import Refused
from baken.core.derive.access import ALONE, ROLES, Relation, conflict, may
from baken.core.vocabulary.actions import ACTIONS
from baken.tenancy import actions, keys, rotating
from baken.tenancy.models import Membership, Person
from baken.tenancy.scope import scope
from tests.route.case import Case
from tests.tenants.town import PASSPHRASE, Town

# No word of a signal is in these; those of supervision tell kinds and moments. A new action is looked at first.
HARMLESS = {"signal.report", "policy.read", "sheet.read", "people.manage", "people.read"} | {
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
    with pytest.raises(keys.CannotOpen):
        keys.open_(town.open_vault("lead"), box)


def test_who_becomes_a_keeper_of_shares_gets_none_by_it(town: Town) -> None:
    me = town.members["recovery"].id
    with scope(town.woerden.id):
        actions.set_vault_passphrase(membership_id=me, passphrase=PASSPHRASE, now=town.now)
        rotating.rotate(town.open_vault("focal_point"), town.posts["woerden"].id, why="left", now=town.now)
    assert town.open_vault("recovery").posts == {}


def test_there_is_nobody_above_the_organisations() -> None:
    names = {field.name for field in Person._meta.get_fields()}
    assert not names & {"is_superuser", "is_staff", "groups", "user_permissions"}
