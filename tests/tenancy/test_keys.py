"""Post keys: who can open what was sealed to a post, and from when until when (ROLE-03, ROLE-04, ROLE-17, V6, V7)."""

from datetime import timedelta

import pytest
from django.test import override_settings

from baken.core.decide.refusal import Refused
from baken.tenancy import actions, keys
from baken.tenancy.keys import CannotOpen, NoKeyYet
from baken.tenancy.models import Post, PostKey, VaultKey
from baken.tenancy.scope import scope
from tests.tenants.town import PASSPHRASE, PASSWORD, Town

NAME = b"Een melder die niemand mag kennen"


def sealed(town: Town, slug: str = "woerden") -> bytes:
    return keys.seal(town.posts[slug], NAME)


def test_the_holder_opens_what_was_sealed_to_the_post(town: Town) -> None:
    assert keys.open_(town.open_vault("focal_point"), sealed(town)) == NAME


def test_the_database_holds_nothing_that_opens_it(town: Town) -> None:
    """Everything stored about keys, tried as a key."""
    box = sealed(town)
    with scope(town.woerden.id):
        stored = [bytes(key.wrapped)[:32] for key in VaultKey.objects.all()]
        stored += [bytes(key.public_key) for key in VaultKey.objects.all()]
        stored += [bytes(share.sealed or b"")[:32] for share in PostKey.objects.all()]
    for candidate in stored:
        with pytest.raises(CannotOpen):
            keys.boxes.unseal(candidate.ljust(32, b"\0"), keys.boxes.address_of(box)[2])


def test_a_wrong_passphrase_opens_nothing(town: Town) -> None:
    with scope(town.woerden.id), pytest.raises(CannotOpen):
        keys.unlock(town.members["focal_point"].id, "acht zwanen op het ijs", now=town.now)


def test_another_municipality_opens_nothing(town: Town) -> None:
    with pytest.raises(CannotOpen):
        keys.open_(town.open_vault("neighbour"), sealed(town))


def test_a_vault_of_another_organisation_cannot_even_be_tried(town: Town) -> None:
    with scope(town.montfoort.id), pytest.raises(NoKeyYet):
        keys.unlock(town.members["focal_point"].id, PASSPHRASE, now=town.now)


def test_a_deputy_opens_it_while_the_delegation_runs(town: Town) -> None:
    assert keys.open_(town.open_vault("deputy"), sealed(town)) == NAME


@pytest.mark.parametrize("days", [-91, 7, 8])
def test_before_and_after_the_delegation_the_deputy_opens_nothing(town: Town, days: int) -> None:
    with scope(town.woerden.id):
        at = town.now + timedelta(days=days)
        secret = keys.unlock(town.members["deputy"].id, PASSPHRASE, now=at)
    with pytest.raises(CannotOpen):
        keys.open_(secret, sealed(town))


def test_an_expired_delegation_opens_nothing_even_with_the_right_passphrase(town: Town) -> None:
    with pytest.raises(CannotOpen):
        keys.open_(town.open_vault("expired_deputy"), sealed(town))


def test_a_delegation_that_is_ended_early_opens_nothing(town: Town) -> None:
    with scope(town.woerden.id):
        share = PostKey.objects.get(membership_id=town.members["deputy"].id)
        actions.end_delegation(delegation_id=share.delegation_id, now=town.now)
    with pytest.raises(CannotOpen):
        keys.open_(town.open_vault("deputy"), sealed(town))


def test_being_appointed_opens_nothing_until_a_holder_hands_the_key_on(town: Town) -> None:
    """V7: an administrator can appoint, and gains nothing by it."""
    lead = town.members["lead"]
    with scope(town.woerden.id):
        actions.change_roles(
            membership_id=lead.id, roles=["focal_point"], by=town.members["administrator"].id, now=town.now
        )
        share = actions.appoint(post_id=town.posts["woerden"].id, membership_id=lead.id, now=town.now)
        actions.set_vault_passphrase(membership_id=lead.id, passphrase=PASSPHRASE, now=town.now)
    with pytest.raises(CannotOpen):
        keys.open_(town.open_vault("lead"), sealed(town))
    secret = town.open_vault("focal_point")
    with scope(town.woerden.id):
        assert [one.id for one in keys.waiting(secret)] == [share.id]
        keys.hand_on(secret, share.id, now=town.now)
        assert keys.waiting(secret) == []
    assert keys.open_(town.open_vault("lead"), sealed(town)) == NAME


def test_who_does_not_have_a_key_cannot_hand_it_on(town: Town) -> None:
    with scope(town.woerden.id):
        actions.delegate(
            post_id=town.posts["woerden"].id,
            membership_id=town.members["lead"].id,
            since=town.now,
            until=town.now + timedelta(days=1),
            now=town.now,
        )
        share = PostKey.objects.get(membership_id=town.members["lead"].id)
        with pytest.raises(CannotOpen):
            keys.hand_on(
                keys.unlock(town.members["expired_deputy"].id, PASSPHRASE, now=town.now),
                share.id,
                now=town.now,
            )


def held_by_two(town: Town) -> None:
    """The lead becomes a second holder, with the key."""
    lead, secret = town.members["lead"], town.open_vault("focal_point")
    with scope(town.woerden.id):
        change_roles(town, "lead", "focal_point")
        share = actions.appoint(post_id=town.posts["woerden"].id, membership_id=lead.id, now=town.now)
        actions.set_vault_passphrase(membership_id=lead.id, passphrase=PASSPHRASE, now=town.now)
        keys.hand_on(secret, share.id, now=town.now)


def change_roles(town: Town, visitor: str, *roles: str) -> None:
    with scope(town.woerden.id):
        me, other = town.members[visitor].id, town.members["administrator"].id
        actions.change_roles(membership_id=me, roles=roles, by=other, now=town.now)


def test_a_role_taken_away_takes_the_key_along(town: Town) -> None:
    """V7: and what was open at that moment can neither be opened nor given away."""
    held_by_two(town)
    change_roles(town, "lead", "lead_focal_point")
    assert town.open_vault("lead").posts == {}
    with scope(town.woerden.id):
        assert not PostKey.objects.filter(membership_id=town.members["lead"].id).exists()
    change_roles(town, "lead", "focal_point")
    assert town.open_vault("lead").posts == {}


def test_the_last_holder_without_the_role_opens_nothing_and_can_get_it_back(town: Town) -> None:
    """Envelopes that nobody could ever open again would be worse than a share that waits."""
    box = sealed(town)
    change_roles(town, "focal_point", "lead_focal_point")
    with pytest.raises(CannotOpen):
        keys.open_(town.open_vault("focal_point"), box)
    change_roles(town, "focal_point", "focal_point")
    assert keys.open_(town.open_vault("focal_point"), box) == NAME


@pytest.mark.parametrize("alone", ["administrator", "data_protection_officer"])
def test_a_deputy_who_gets_a_role_that_stands_alone_stands_in_no_more(town: Town, alone: str) -> None:
    change_roles(town, "deputy", alone)
    assert town.open_vault("deputy").posts == {}
    with scope(town.woerden.id):
        assert not PostKey.objects.filter(membership_id=town.members["deputy"].id).exists()


def test_another_role_leaves_a_running_delegation_as_it_is(town: Town) -> None:
    change_roles(town, "deputy", "deputy", "table_member")
    assert keys.open_(town.open_vault("deputy"), sealed(town)) == NAME


def test_a_post_has_no_key_until_its_holder_chose_a_passphrase(town: Town) -> None:
    lead = town.members["lead"]
    with scope(town.woerden.id):
        post = actions.create_post(
            role="lead_focal_point", name="Coördinator", holders=[lead.id], now=town.now
        )
        with pytest.raises(NoKeyYet):
            keys.seal(post, NAME)
        secret = actions.set_vault_passphrase(membership_id=lead.id, passphrase=PASSPHRASE, now=town.now)
        box = keys.seal(Post.objects.get(id=post.id), NAME)
    assert keys.open_(secret, box) == NAME


def test_an_older_key_of_a_post_still_opens_what_was_sealed_to_it(town: Town) -> None:
    """Ready to rotate: a box says which key it needs."""
    old = sealed(town)
    with scope(town.woerden.id):
        post = town.posts["woerden"]
        fresh = keys.boxes.new_pair()
        mine = VaultKey.objects.get(membership_id=town.members["focal_point"].id)
        PostKey.objects.create(
            organisation_id=town.woerden.id,
            post_id=post.id,
            key_number=2,
            membership_id=mine.membership_id,
            sealed=keys.boxes.seal(bytes(mine.public_key), fresh.private),
            made_at=town.now,
        )
        post.public_key, post.key_number = fresh.public, 2
        post.save(update_fields=["public_key", "key_number"])
    secret = town.open_vault("focal_point")
    assert keys.open_(secret, old) == keys.open_(secret, sealed(town)) == NAME
    with pytest.raises(CannotOpen):
        keys.open_(town.open_vault("deputy"), sealed(town))


def test_the_cost_of_a_passphrase_is_kept_with_it(town: Town) -> None:
    """R7: parameters per row; a key made with one cost opens after the cost was raised."""
    with scope(town.woerden.id):
        row = VaultKey.objects.get(membership_id=town.members["focal_point"].id)
        assert (row.operations, row.memory) == (1, 8192)
        with override_settings(BAKEN_VAULT_COST=(2, 16384)):
            keys.unlock(row.membership_id, PASSPHRASE, now=town.now)


def test_in_earnest_a_passphrase_costs_sixty_four_mebibytes_and_three_passes(town: Town) -> None:
    assert keys.LEAST == (3, 64 * 1024 * 1024)
    with override_settings():
        from django.conf import settings

        del settings.BAKEN_VAULT_COST
        assert keys.cost() == keys.LEAST


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("te kort", "12"),
        ("aaaaaaaaaaaa", "8 different characters"),
        ("zwaan zwaan zwaan zwaan", "4 different words"),
        ("Justinbieber", "tried first"),
        (PASSWORD, "password"),
        (PASSPHRASE, "chosen already"),
    ],
)
def test_a_poor_passphrase_is_refused_with_the_reason(town: Town, passphrase: str, why: str) -> None:
    who = "focal_point" if passphrase == PASSPHRASE else "lead"
    with scope(town.woerden.id), pytest.raises(Refused, match=why):
        actions.set_vault_passphrase(membership_id=town.members[who].id, passphrase=passphrase, now=town.now)
