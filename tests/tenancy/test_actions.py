"""Organisations, members, posts and deputies (V7, ROLE-17)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from baken.core.decide.refusal import Refused
from baken.tenancy import actions, keys, locator
from baken.tenancy.actors import actor_for
from baken.tenancy.models import Locator, Membership, Organisation, Person, Post, PostKey
from baken.tenancy.scope import NoScope, scope
from tests.tenants.town import PASSPHRASE, Town


@pytest.mark.parametrize("alone", ["administrator", "data_protection_officer"])
@pytest.mark.parametrize("other", ["focal_point", "policy_adviser", "deputy", "reporter"])
def test_administrator_and_data_protection_officer_take_no_other_role(
    town: Town, alone: str, other: str
) -> None:
    person = actions.add_person(email="nieuw@woerden.example", name="Nieuw")
    with scope(town.woerden.id), pytest.raises(Refused, match="cannot be combined"):
        actions.add_member(person=person, roles=[alone, other], now=town.now)


def test_the_database_refuses_that_combination_as_well(town: Town) -> None:
    """V7: also where somebody writes past the actions."""
    with (
        scope(town.woerden.id),
        pytest.raises(IntegrityError, match="tenancy_membership_alone"),
        transaction.atomic(),
    ):
        Membership.objects.filter(id=town.members["administrator"].id).update(
            roles=["administrator", "focal_point"]
        )


def test_the_database_refuses_a_role_that_does_not_exist(town: Town) -> None:
    with scope(town.woerden.id), pytest.raises(IntegrityError, match="known_roles"), transaction.atomic():
        Membership.objects.filter(id=town.members["focal_point"].id).update(roles=["boss"])


def test_an_unknown_role_is_refused_with_its_name(town: Town) -> None:
    with scope(town.woerden.id), pytest.raises(Refused, match="no role boss"):
        actions.add_member(person=town.people["unattached"], roles=["boss"], now=town.now)


def test_nobody_is_a_member_twice_to_gather_roles(town: Town) -> None:
    """V7: a second membership beside the first would be stacking."""
    with scope(town.woerden.id), pytest.raises(IntegrityError), transaction.atomic():
        actions.add_member(person=town.people["administrator"], roles=["focal_point"], now=town.now)


def test_nobody_changes_their_own_roles(town: Town) -> None:
    me = town.members["administrator"].id
    with scope(town.woerden.id), pytest.raises(Refused, match="their own"):
        actions.change_roles(membership_id=me, roles=["focal_point"], by=me, now=town.now)


@pytest.mark.parametrize("visitor", ["administrator", "supervisor"])
def test_who_stands_alone_is_nobodys_deputy(town: Town, visitor: str) -> None:
    with scope(town.woerden.id), pytest.raises(Refused, match="cannot be a deputy"):
        actions.delegate(
            post_id=town.posts["woerden"].id,
            membership_id=town.members[visitor].id,
            since=town.now,
            until=town.now + timedelta(days=1),
            now=town.now,
        )


def test_a_delegation_ends_after_it_begins(town: Town) -> None:
    with scope(town.woerden.id), pytest.raises(Refused, match="ends before"):
        actions.delegate(
            post_id=town.posts["woerden"].id,
            membership_id=town.members["lead"].id,
            since=town.now,
            until=town.now,
            now=town.now,
        )


def test_a_post_is_held_in_its_own_role_only(town: Town) -> None:
    with scope(town.woerden.id), pytest.raises(Refused, match="does not have the role"):
        actions.appoint(
            post_id=town.posts["woerden"].id, membership_id=town.members["adviser"].id, now=town.now
        )


def test_a_member_of_another_organisation_is_appointed_nowhere(town: Town) -> None:
    with scope(town.woerden.id), pytest.raises(Membership.DoesNotExist):
        actions.appoint(
            post_id=town.posts["woerden"].id, membership_id=town.members["neighbour"].id, now=town.now
        )


def test_the_database_refuses_a_share_for_a_member_of_another_organisation(town: Town) -> None:
    share = PostKey(
        organisation_id=town.woerden.id,
        post_id=town.posts["woerden"].id,
        key_number=1,
        membership_id=town.members["neighbour"].id,
        made_at=town.now,
    )
    with scope(town.woerden.id), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(IntegrityError, match="tenancy_postkey_membership_id"), transaction.atomic():
            share.save(force_insert=True)


def test_one_person_can_belong_to_two_organisations(town: Town) -> None:
    person = town.people["neighbour"]
    with scope(town.woerden.id):
        second = actions.add_member(person=person, roles=["table_member"], now=town.now)
    assert locator.logins(person.id) == {
        town.montfoort.id: town.members["neighbour"].id,
        town.woerden.id: second.id,
    }


def test_a_leaver_loses_everything_at_once(town: Town) -> None:
    deputy = town.members["deputy"]
    with scope(town.woerden.id):
        actions.end_membership(membership_id=deputy.id, now=town.now)
        left = Membership.objects.get(id=deputy.id)
        assert actor_for(left, now=town.now).post_ids == frozenset()
        assert not PostKey.objects.filter(membership_id=deputy.id).exists()
    assert locator.logins(town.people["deputy"].id) == {}


def test_the_last_one_to_leave_a_post_does_not_take_its_envelopes_along(town: Town) -> None:
    holder = town.members["focal_point"]
    box = keys.seal(town.posts["woerden"], b"melder")
    with scope(town.woerden.id):
        actions.end_membership(membership_id=holder.id, now=town.now)
        kept = keys.unlock(holder.id, PASSPHRASE, now=town.now)
    assert keys.open_(kept, box) == b"melder"


def test_who_left_can_come_back_with_other_roles_and_no_keys(town: Town) -> None:
    deputy, person = town.members["deputy"], town.people["deputy"]
    with scope(town.woerden.id):
        actions.end_membership(membership_id=deputy.id, now=town.now)
        back = actions.add_member(person=person, roles=["table_member"], now=town.now)
        assert (back.id, back.active, back.roles) == (deputy.id, True, ["table_member"])
        assert actor_for(back, now=town.now).post_ids == frozenset()
        assert keys.unlock(back.id, PASSPHRASE, now=town.now).posts == {}
    assert locator.logins(person.id) == {town.woerden.id: deputy.id}


def test_everything_inside_an_organisation_needs_a_scope(town: Town) -> None:
    with pytest.raises(NoScope):
        actions.add_member(person=town.people["unattached"], roles=[], now=town.now)


def test_an_address_is_one_person_however_it_is_typed(db: None) -> None:
    actions.add_person(email=" Saskia@Woerden.Example ", name="Saskia")
    assert Person.objects.get_by_natural_key("SASKIA@woerden.example").name == "Saskia"
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.add_person(email="saskia@WOERDEN.example", name="Nog een")
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="Groot@woerden.example", name="Groot")


def test_a_locator_holds_no_words_at_all(town: Town) -> None:
    """V29: it leads from a key to an organisation, and says nothing of anybody."""
    for row in Locator.objects.all():
        assert bytes(row.key) in {person.id.bytes for person in town.people.values()}
    names = {field.name for field in Locator._meta.get_fields()}
    assert names == {"id", "kind", "key", "organisation_id", "target"}


def test_there_is_no_one_above_all_organisations(db: None) -> None:
    """V7: no superuser, no staff flag, no admin site to log in to."""
    names = {field.name for field in Person._meta.get_fields()}
    assert not names & {"is_superuser", "is_staff", "groups", "user_permissions"}


def test_two_posts_and_two_organisations_have_two_names(town: Town) -> None:
    with scope(town.woerden.id), pytest.raises(IntegrityError), transaction.atomic():
        actions.create_post(
            role="focal_point", name="Aandachtsfunctionaris Woerden", holders=[], now=town.now
        )
    with scope(town.montfoort.id):
        assert Post.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.create_organisation(slug="woerden", name="Woerden 2", kind="region", now=town.now)
    assert Organisation.objects.filter(slug="woerden").count() == 1
