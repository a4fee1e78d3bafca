"""A key renewed or begun afresh: who opens what before, halfway and after (ROLE-03, V6, V7)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection, transaction

from baken.core.decide.refusal import Refused
from baken.ledger import postkeys
from baken.ledger.checking import verify
from baken.tenancy import actions, keys, rotating
from baken.tenancy.models import KeyLink, PostKey
from baken.tenancy.scope import scope
from tests.posts.conftest import NAME, NEW, Seat


def test_after_a_renewal_holder_and_deputy_open_old_and_new(seat: Seat) -> None:
    old = seat.seal()
    seat.rotate()
    new = seat.seal()
    assert seat.post.key_number == 2
    for who in ("focal_point", "deputy"):
        secret = seat.open(who)
        assert (seat.opens(secret, old), seat.opens(secret, new)) == (True, True)


def test_every_share_in_the_old_key_is_gone(seat: Seat) -> None:
    seat.rotate()
    with scope(seat.town.woerden.id):
        assert set(PostKey.objects.values_list("key_number", flat=True)) == {2}
        assert KeyLink.objects.count() == 1


def test_who_had_the_old_private_key_opens_nothing_that_is_sealed_later(seat: Seat) -> None:
    """What renewal is for, and what it is not: what was sealed before stays sealed to the old key."""
    taken = seat.open("deputy").posts[seat.post.id, 1]
    old = seat.seal()
    seat.rotate("suspected")
    new = seat.seal()
    with pytest.raises(keys.CannotOpen):
        keys.boxes.unseal(taken, keys.boxes.address_of(new)[2])
    assert keys.boxes.unseal(taken, keys.boxes.address_of(old)[2]) == NAME


def test_many_renewals_later_the_first_envelope_still_opens(seat: Seat) -> None:
    boxes = [seat.seal()]
    for _ in range(4):
        seat.rotate()
        boxes.append(seat.seal())
    secret = seat.open("focal_point")
    assert all(seat.opens(secret, box) for box in boxes)
    with scope(seat.town.woerden.id):
        assert rotating.out_of_reach(seat.post) == []


def test_the_ledger_knows_the_new_key_and_verifies(seat: Seat) -> None:
    seat.rotate()
    with scope(seat.town.woerden.id):
        postkeys.demand(seat.post)
        assert (seat.post.id, 2) in postkeys.known()
    assert verify([seat.town.woerden.id]).broken == ()


def test_an_ended_deputy_gets_no_new_key_and_a_coming_one_does(seat: Seat) -> None:
    town = seat.town
    with scope(town.woerden.id):
        actions.delegate(
            post_id=seat.post.id,
            membership_id=town.members["lead"].id,
            since=seat.now + timedelta(days=3),
            until=seat.now + timedelta(days=9),
            now=seat.now,
        )
        actions.set_vault_passphrase(membership_id=town.members["lead"].id, passphrase=NEW, now=seat.now)
        share = PostKey.objects.get(membership_id=town.members["lead"].id)
        keys.hand_on(seat.open("focal_point"), share.id, now=seat.now)
    seat.rotate()
    with scope(town.woerden.id):
        has = {one.membership_id: one.sealed is not None for one in PostKey.objects.all()}
        ids = {who: town.members[who].id for who in ("focal_point", "deputy", "lead", "expired_deputy")}
        assert has == {ids["focal_point"]: True, ids["deputy"]: True, ids["lead"]: True}
        later = keys.unlock(ids["lead"], NEW, now=seat.now + timedelta(days=4))
        assert seat.opens(later, seat.seal())


def test_who_waited_for_the_old_key_waits_for_the_new_one(seat: Seat) -> None:
    """An appointment opens nothing by a renewal either (V7)."""
    town, lead = seat.town, seat.town.members["lead"].id
    with scope(town.woerden.id):
        actions.change_roles(
            membership_id=lead, roles=["focal_point"], by=town.members["administrator"].id, now=seat.now
        )
        actions.appoint(post_id=seat.post.id, membership_id=lead, now=seat.now)
        actions.set_vault_passphrase(membership_id=lead, passphrase=NEW, now=seat.now)
    seat.rotate()
    assert seat.open("lead", NEW).posts == {}
    with scope(town.woerden.id):
        assert [one.membership_id for one in keys.waiting(seat.open("focal_point"))] == [lead]


def test_who_does_not_have_the_key_cannot_renew_it(seat: Seat) -> None:
    mine = seat.open("focal_point")
    nothing = keys.PostSecret(mine.membership_id, mine.own, {})
    with pytest.raises(Refused):
        seat.rotate(secret=nothing)


def test_a_form_that_was_sent_twice_renews_once(seat: Seat) -> None:
    from baken.posts import care

    secret = seat.open("focal_point")
    seat.rotate(secret=secret)
    with scope(seat.town.woerden.id), pytest.raises(Refused):
        care.rotate(
            post=seat.post, seen=1, why="yearly", actor=seat.actor("focal_point"), secret=secret, now=seat.now
        )
    assert seat.post.key_number == 2


class Killed(BaseException):
    """Stands for a process that is no more."""


@contextmanager
def killed_at(write: int) -> Iterator[list[int]]:
    """Let nothing happen from this write to the database on."""
    seen = [0]

    def wrapper(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            seen[0] += 1
            if seen[0] == write:
                raise Killed
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wrapper):
        yield seen


def test_killed_at_any_write_every_envelope_still_opens(seat: Seat) -> None:
    """One transaction: whatever write of the renewal is the last, all is as it was, and a next try succeeds."""
    seat.prepare()
    old = seat.seal()
    secret = seat.open("focal_point")
    with killed_at(0) as seen, transaction.atomic():
        seat.rotate(secret=secret)
        writes = seen[0]
        transaction.set_rollback(True)
    assert writes >= 10
    for write in range(1, writes + 1):
        with killed_at(write), pytest.raises(Killed), transaction.atomic():
            seat.rotate(secret=secret)
        assert seat.post.key_number == 1
        assert seat.opens(seat.open("deputy"), old)
        assert seat.opens(seat.open("focal_point"), seat.seal())
    seat.rotate()
    assert seat.opens(seat.open("deputy"), old)
    assert verify([seat.town.woerden.id]).broken == ()


def test_renewal_is_owed_after_a_leaver_and_no_more_after_it(seat: Seat) -> None:
    with scope(seat.town.woerden.id):
        before = [one.membership_id for one in rotating.owed(seat.post, seat.now)]
    seat.end("deputy")
    with scope(seat.town.woerden.id):
        owed = {one.membership_id: one.why for one in rotating.owed(seat.post, seat.now)}
    ids = seat.town.members
    assert before == [ids["expired_deputy"].id]
    assert owed == {ids["expired_deputy"].id: "delegation_ended", ids["deputy"].id: "left"}
    seat.rotate("left")
    with scope(seat.town.woerden.id):
        assert rotating.owed(seat.post, seat.now) == []


def test_a_deputy_who_was_appointed_again_does_not_make_renewal_owed(seat: Seat) -> None:
    town = seat.town
    with scope(town.woerden.id):
        actions.delegate(
            post_id=seat.post.id,
            membership_id=town.members["expired_deputy"].id,
            since=seat.now,
            until=seat.now + timedelta(days=2),
            now=seat.now,
            secret=seat.open("focal_point"),
        )
        assert rotating.owed(seat.post, seat.now) == []


def test_what_a_leaver_opened_is_closed_to_them_and_their_membership_gains_nothing(seat: Seat) -> None:
    box = seat.seal()
    seat.end("deputy")
    with scope(seat.town.woerden.id):
        back = actions.add_member(person=seat.town.people["deputy"], roles=["deputy"], now=seat.now)
        secret = keys.unlock(back.id, "zeven zwanen op het ijs", now=seat.now)
    assert secret.posts == {}
    assert not seat.opens(secret, box)


@pytest.mark.parametrize("alone", ["administrator", "data_protection_officer", "security_officer"])
def test_who_becomes_administrator_gains_nothing_and_is_passed_over_by_a_renewal(
    seat: Seat, alone: str
) -> None:
    """V7: neither by what they had, nor by what comes."""
    town, box = seat.town, seat.seal()
    with scope(town.woerden.id):
        other, me = town.members["administrator"].id, town.members["deputy"].id
        actions.change_roles(membership_id=me, roles=[alone], by=other, now=seat.now)
    assert seat.open("deputy").posts == {}
    seat.rotate()
    secret = seat.open("deputy")
    assert (seat.opens(secret, box), seat.opens(secret, seat.seal())) == (False, False)
