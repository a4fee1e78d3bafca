"""Two who keep shares recover a key together; one alone, wrong halves and swapped places do not (ROLE-03, V6, V7)."""

from datetime import timedelta
from itertools import combinations

import pytest
from django.test import Client

from baken.core.decide.refusal import Refused
from baken.ledger import postkeys, store
from baken.ledger.checking import verify
from baken.posts import care, recovery
from baken.tenancy import actions, boxes, keys, recovering, rotating
from baken.tenancy.models import PostKey, RecoveryHalf, RecoveryPair, VaultKey
from baken.tenancy.scope import scope
from tests.posts.conftest import NAME, NEW, Seat
from tests.tenants.town import PASSPHRASE


def refused(seat: Seat, words: str):  # type: ignore[no-untyped-def]
    return pytest.raises(Refused, match=words)


@pytest.mark.parametrize("two", list(combinations(("noor", "oost", "zuid"), 2)))
def test_any_two_of_three_recover_the_key_of_who_lost_the_passphrase(
    seat: Seat, two: tuple[str, str]
) -> None:
    seat.prepare()
    box = seat.seal()
    secret = seat.lose()
    assert not seat.opens(secret, box)
    request = seat.ask()
    for who in two:
        seat.give(request, who)
    seat.complete(request, secret)
    assert seat.opens(seat.open("focal_point", NEW), box)
    with scope(seat.town.woerden.id):
        assert RecoveryHalf.objects.count() == 0
    assert verify([seat.town.woerden.id]).broken == ()


def test_one_alone_recovers_nothing_not_even_with_all_that_is_stored(seat: Seat) -> None:
    """All halves that Noor keeps, opened, and every one of them tried as a key, alone and mixed."""
    seat.prepare()
    box = seat.seal()
    own = seat.open("noor").own
    with scope(seat.town.woerden.id):
        mine = []
        for pair in RecoveryPair.objects.all():
            for sealed in (pair.first_half, pair.second_half):
                try:
                    mine.append(bytes(boxes.unseal(own, bytes(sealed)))[-32:])
                except keys.CannotOpen:
                    continue
        assert len(mine) == 2
        mine.append(bytes(boxes.joined(*mine)))
    for candidate in mine:
        with pytest.raises(keys.CannotOpen):
            boxes.unseal(candidate, boxes.address_of(box)[2])
    secret, request = seat.lose(), seat.ask()
    seat.give(request, "noor")
    with refused(seat, "No two holders"):
        seat.complete(request, secret)


def test_halves_on_their_way_open_for_who_asked_alone(seat: Seat) -> None:
    seat.prepare()
    seat.lose()
    request = seat.ask()
    seat.give(request, "noor")
    seat.give(request, "oost")
    other = seat.open("zuid").own
    with scope(seat.town.woerden.id):
        for half in RecoveryHalf.objects.all():
            with pytest.raises(keys.CannotOpen):
                boxes.unseal(other, bytes(half.sealed))


def test_a_half_of_another_pair_in_the_place_of_one_is_found_out(seat: Seat) -> None:
    seat.prepare()
    secret, request = seat.lose(), seat.ask()
    with scope(seat.town.woerden.id):
        me = seat.member("noor").id
        pairs = [one for one in RecoveryPair.objects.all() if me in (one.first, one.second)]
        side = ["first_half" if one.first == me else "second_half" for one in pairs]
        swapped = bytes(getattr(pairs[1], side[1]))
        RecoveryPair.objects.filter(id=pairs[0].id).update(**{side[0]: swapped})
    with refused(seat, "does not fit this key"):
        seat.give(request, "noor")
    assert secret.posts == {}


def test_swapped_recipients_open_nothing(seat: Seat) -> None:
    """The two halves of a pair, each sealed to the other: neither can give."""
    seat.prepare("noor", "oost")
    seat.lose()
    request = seat.ask()
    with scope(seat.town.woerden.id):
        pair = RecoveryPair.objects.get()
        RecoveryPair.objects.filter(id=pair.id).update(
            first_half=pair.second_half, second_half=pair.first_half
        )
    for who in ("noor", "oost"):
        with refused(seat, "does not fit this key"):
            seat.give(request, who)


def test_halves_that_do_not_make_the_key_are_refused_at_the_end(seat: Seat) -> None:
    """A holder who gives a made-up half, rightly labelled, gets no key into the vault."""
    seat.prepare("noor", "oost")
    secret, request = seat.lose(), seat.ask()
    seat.give(request, "noor")
    seat.give(request, "oost")
    with scope(seat.town.woerden.id):
        half = RecoveryHalf.objects.order_by("id").first()
        label = recovering._label(seat.post.id, 1, half.pair_id, half.giver)
        mine = VaultKey.objects.get(membership_id=seat.member("focal_point").id)
        RecoveryHalf.objects.filter(id=half.id).update(
            sealed=boxes.seal(bytes(mine.public_key), label + bytes(32))
        )
    with refused(seat, "do not make the key"):
        seat.complete(request, secret)
    assert seat.open("focal_point", NEW).posts == {}


def test_a_request_runs_out_after_seven_days_and_what_was_given_is_thrown_away(seat: Seat) -> None:
    seat.prepare()
    secret, request = seat.lose(), seat.ask()
    seat.give(request, "noor")
    late = seat.now + timedelta(days=7)
    with refused(seat, "run out"):
        seat.give(request, "oost", now=late)
    with refused(seat, "run out"):
        seat.complete(request, secret, now=late)
    with scope(seat.town.woerden.id):
        assert recovery.forget_ended(late) > 0
        assert RecoveryHalf.objects.count() == 0


def test_one_refusal_ends_the_request_and_it_can_be_asked_anew(seat: Seat) -> None:
    seat.prepare()
    secret, request = seat.lose(), seat.ask()
    seat.give(request, "noor")
    with scope(seat.town.woerden.id):
        recovery.refuse(id_=request, reason="Niet gebeld.", actor=seat.actor("zuid"), now=seat.now)
        assert RecoveryHalf.objects.count() == 0
        found = recovery.request(request)
        assert recovery.reason_of(found.refusal) == "Niet gebeld."
    for who in ("oost", "noor"):
        with refused(seat, "refused"):
            seat.give(request, who)
    again = seat.ask()
    seat.give(again, "noor")
    seat.give(again, "oost")
    seat.complete(again, secret)
    assert seat.open("focal_point", NEW).posts


def test_asking_giving_and_completing_twice_does_nothing_twice(seat: Seat) -> None:
    seat.prepare()
    secret, request = seat.lose(), seat.ask()
    with refused(seat, "asked for this already"):
        seat.ask()
    seat.give(request, "noor")
    with refused(seat, "gave your share already"):
        seat.give(request, "noor")
    seat.give(request, "oost")
    seat.complete(request, secret)
    with refused(seat, "the key was recovered"):
        seat.complete(request, secret)


def test_who_asked_cannot_give_to_themselves_and_a_stranger_has_nothing_to_give(seat: Seat) -> None:
    seat.prepare("noor", "oost")
    seat.lose()
    request = seat.ask()
    with scope(seat.town.woerden.id):
        secret = seat.open("focal_point", NEW)
        with refused(seat, "your own request"):
            recovery.give(id_=request, actor=seat.actor("focal_point"), secret=secret, now=seat.now)
    with refused(seat, "hold no share"):
        seat.give(request, "zuid")


def test_whoever_begins_a_vault_anew_after_asking_asks_again(seat: Seat) -> None:
    """So nothing is given to a vault that its giver did not hear about."""
    seat.prepare()
    seat.lose()
    request = seat.ask()
    seat.lose()
    with refused(seat, "began a new vault since"):
        seat.give(request, "noor")
    assert seat.ask() != request


def test_a_vault_key_that_was_replaced_beside_the_ledger_gets_nothing(seat: Seat) -> None:
    """Whoever can change rows puts a key of their own in the place of the asker's."""
    seat.prepare()
    seat.lose()
    request = seat.ask()
    with scope(seat.town.woerden.id):
        row = VaultKey.objects.get(membership_id=seat.member("focal_point").id)
        VaultKey.objects.filter(membership_id=row.membership_id).update(
            number=row.number + 1, public_key=boxes.new_pair().public
        )
        assert verify([seat.town.woerden.id]).broken
        VaultKey.objects.filter(membership_id=row.membership_id).update(number=row.number + 1)
    with refused(seat, "began a new vault since"):
        seat.give(request, "noor")
    with scope(seat.town.woerden.id), pytest.raises(postkeys.UnknownKey):
        keys.seal_to_member(seat.member("focal_point").id, b"x")


def test_a_holder_who_lost_a_passphrase_or_the_role_keeps_no_share(seat: Seat) -> None:
    seat.prepare()
    with scope(seat.town.woerden.id):
        care.begin_anew(passphrase=NEW, actor=seat.actor("noor"), now=seat.now)
        assert recovering.holders(seat.post.id, 1) == sorted([seat.member("oost").id, seat.member("zuid").id])
        by = seat.town.members["administrator"].id
        actions.change_roles(
            membership_id=seat.member("oost").id, roles=["table_member"], by=by, now=seat.now
        )
        assert recovering.holders(seat.post.id, 1) == []
        assert RecoveryPair.objects.count() == 0


def test_without_two_holders_no_shares_are_made_and_nothing_can_be_asked(seat: Seat) -> None:
    with refused(seat, "at least two holders"):
        seat.prepare("noor")
    seat.lose()
    with refused(seat, "No two members hold shares"):
        seat.ask()


def test_whoever_holds_the_post_keeps_no_share_of_its_key(seat: Seat) -> None:
    """Two roles in one person would make two people one."""
    with scope(seat.town.woerden.id):
        actions.change_roles(
            membership_id=seat.member("focal_point").id,
            roles=["focal_point", "recovery_holder"],
            by=seat.town.members["administrator"].id,
            now=seat.now,
        )
    with refused(seat, "at least two holders"):
        seat.prepare("noor", "focal_point")


def test_a_renewal_makes_the_shares_anew_for_the_same_people(seat: Seat) -> None:
    seat.prepare("noor", "oost")
    seat.rotate()
    box = seat.seal()
    with scope(seat.town.woerden.id):
        assert {one.key_number for one in RecoveryPair.objects.all()} == {2}
    secret, request = seat.lose(), seat.ask()
    seat.give(request, "noor")
    seat.give(request, "oost")
    seat.complete(request, secret)
    assert seat.opens(seat.open("focal_point", NEW), box)


def test_with_nobody_left_a_fresh_key_takes_new_names_and_the_old_can_be_recovered_later(seat: Seat) -> None:
    seat.end("deputy")
    seat.prepare("noor", "oost")
    old, secret = seat.seal(), seat.lose()
    seat.fresh(secret)
    new = seat.seal()
    secret = seat.open("focal_point", NEW)
    assert (seat.opens(secret, old), seat.opens(secret, new)) == (False, True)
    with scope(seat.town.woerden.id):
        assert rotating.out_of_reach(seat.post) == [1]
    request = seat.ask(1, "former")
    seat.give(request, "noor")
    seat.give(request, "oost")
    seat.complete(request, secret)
    with scope(seat.town.woerden.id):
        assert rotating.out_of_reach(seat.post) == []
        assert RecoveryPair.objects.count() == 0
    assert seat.opens(seat.open("focal_point", NEW), old)


def test_nobody_begins_afresh_beside_a_colleague_who_has_the_key(seat: Seat) -> None:
    """V7: a holder who is appointed beside another gains nothing by it."""
    with refused(seat, "A colleague still has the key"):
        seat.fresh(seat.lose())


def test_a_colleague_gives_the_key_again(seat: Seat) -> None:
    box = seat.seal()
    seat.lose()
    with scope(seat.town.woerden.id):
        share = PostKey.objects.get(membership_id=seat.member("focal_point").id)
        keys.hand_on(seat.open("deputy"), share.id, now=seat.now)
    assert seat.opens(seat.open("focal_point", NEW), box)


def test_a_passphrase_that_comes_back_to_mind_opens_what_it_opened(seat: Seat) -> None:
    box, now = seat.seal(), seat.now
    seat.lose()
    with scope(seat.town.woerden.id):
        actor = seat.actor("focal_point")
        with pytest.raises(Refused, match="does not open your former vault"):
            care.remember(passphrase="vijf rode reigers in de wei", actor=actor, now=now)
        assert care.remember(passphrase="zeven zwanen op het ijs", actor=actor, now=now) == 1
        with pytest.raises(Refused):
            care.remember(passphrase="zeven zwanen op het ijs", actor=actor, now=now)
    assert seat.opens(seat.open("focal_point", NEW), box)


def test_after_the_key_came_back_the_former_passphrase_opens_nothing(seat: Seat) -> None:
    from baken.tenancy import renewing

    seat.lose()
    with scope(seat.town.woerden.id):
        share = PostKey.objects.get(membership_id=seat.member("focal_point").id)
        keys.hand_on(seat.open("deputy"), share.id, now=seat.now)
        assert renewing.waiting_for(seat.member("focal_point").id) == []


def test_who_is_appointed_to_an_orphaned_post_recovers_the_key_with_two(seat: Seat) -> None:
    town = seat.town
    seat.prepare()
    box = seat.seal()
    seat.end("deputy")
    seat.end("focal_point")
    with scope(town.woerden.id):
        me, by = town.members["lead"].id, town.members["administrator"].id
        actions.change_roles(membership_id=me, roles=["focal_point"], by=by, now=seat.now)
        actions.appoint(post_id=seat.post.id, membership_id=me, now=seat.now)
        secret = actions.set_vault_passphrase(membership_id=me, passphrase=NEW, now=seat.now)
        actor = seat.actor("lead")
        request = recovery.ask(
            post=seat.post, key_number=1, why="orphaned", reason="Ik ben nieuw.", actor=actor, now=seat.now
        )
    for who in ("noor", "zuid"):
        seat.give(request, who)
    with scope(town.woerden.id):
        recovery.complete(id_=request, actor=actor, secret=secret, now=seat.now)
    assert keys.open_(seat.open("lead", NEW), box) == NAME


def test_every_step_stands_in_the_stream_of_the_organisation_without_words(seat: Seat) -> None:
    seat.prepare("noor", "oost")
    secret, request = seat.lose(), seat.ask()
    seat.give(request, "noor")
    seat.give(request, "oost")
    seat.complete(request, secret)
    with scope(seat.town.woerden.id):
        told = store.load(seat.town.woerden.id).events
    newest = [one.type for one in told][-6:]
    assert newest == [
        "recovery.prepared",
        "vault.renewed",
        "recovery.asked",
        "recovery.given",
        "recovery.given",
        "recovery.completed",
    ]
    assert all(one.actor is not None for one in told[-6:])
    assert "Briefje" not in str([one.event for one in told])


def come_back(seat: Seat) -> None:
    """The last holder leaves, somebody else begins afresh, and the first returns and gets the present key too."""
    town = seat.town
    seat.end("deputy")
    seat.end("focal_point")
    with scope(town.woerden.id):
        lead, by = town.members["lead"].id, town.members["administrator"].id
        actions.change_roles(membership_id=lead, roles=["focal_point"], by=by, now=seat.now)
        actions.appoint(post_id=seat.post.id, membership_id=lead, now=seat.now)
        mine = actions.set_vault_passphrase(membership_id=lead, passphrase=NEW, now=seat.now)
        rotating.start_fresh(seat.post.id, lead, mine.own, now=seat.now)
        back = actions.add_member(person=town.people["focal_point"], roles=["focal_point"], now=seat.now)
        assert rotating.out_of_reach(seat.post) == [1]
        share = actions.appoint(post_id=seat.post.id, membership_id=back.id, now=seat.now)
        keys.hand_on(seat.open("lead", NEW), share.id, now=seat.now)


def test_whoever_comes_back_with_the_former_key_and_gets_the_present_one_links_them(seat: Seat) -> None:
    """Opening the vault is enough."""
    town, box = seat.town, seat.seal()
    come_back(seat)
    client = town.visit(Client(), "focal_point")
    client.post("/kluis/", {"passphrase": PASSPHRASE})
    with scope(town.woerden.id):
        assert rotating.out_of_reach(seat.post) == []
    assert seat.opens(seat.open("lead", NEW), box)


def test_a_renewal_by_whoever_came_back_with_an_open_vault_loses_no_former_key(seat: Seat) -> None:
    """The vault was open before the present key came, so nothing was linked yet; and its shares are thrown away."""
    box = seat.seal()
    come_back(seat)
    with scope(seat.town.woerden.id):
        back = keys.unlock(seat.member("focal_point").id, PASSPHRASE, now=seat.now)
        rotating.rotate(back, seat.post.id, why="yearly", now=seat.now)
        assert rotating.out_of_reach(seat.post) == []
    assert seat.opens(seat.open("focal_point"), box)
    assert seat.opens(seat.open("lead", NEW), box)
