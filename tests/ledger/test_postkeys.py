"""The key of a post: the ledger knows which one was made, and a name is sealed to that one alone (ROLE-03)."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from django.db import Error, transaction

from baken.core.events.organisation import PostKeyMade
from baken.ledger import checking, postkeys, rows, store, vault
from baken.tenancy import actions, boxes
from baken.tenancy.keys import give_public
from baken.tenancy.models import Membership, Organisation, Post, VaultKey
from baken.tenancy.scope import scope
from tests.ledger.conftest import Administrator
from tests.ledger.happening import NOW, add

NAME = {"name": "Noor"}


@dataclass
class Seat:
    """A focal point's post in an organisation, and who holds it."""

    organisation: UUID
    post: UUID
    holder: Membership

    @property
    def row(self) -> Post:
        """The post as it is now."""
        return Post.objects.get(organisation_id=self.organisation, id=self.post)


def make(organisation: UUID) -> Seat:
    """Make the organisation, and a post whose holder chose a vault passphrase."""
    Organisation.objects.create(id=organisation, slug="hier", name="Hier", kind="municipality", made_at=NOW)
    person = actions.add_person(email="a@example.org", name="A")
    member = actions.add_member(person=person, roles=["focal_point"], now=NOW)
    post = actions.create_post(role="focal_point", name="Functie", holders=[member.id], now=NOW)
    actions.set_vault_passphrase(membership_id=member.id, passphrase="wel zeven grijze ganzen", now=NOW)
    return Seat(organisation, post.id, member)


@pytest.fixture
def seat(inside: UUID) -> Seat:
    """A post, nothing committed."""
    return make(inside)


@pytest.fixture
def kept(administrator: Administrator, organisation: UUID) -> Seat:
    """A post, committed."""
    with scope(organisation):
        return make(organisation)


def test_making_a_key_is_an_event_of_the_organisation_by_its_holder(seat: Seat) -> None:
    (stored,) = store.load(seat.organisation).events
    assert isinstance(stored.event, PostKeyMade)
    assert (stored.event.post, stored.event.key_number) == (str(seat.post), 1)
    assert stored.actor == seat.holder.id
    assert postkeys.fits(seat.row, postkeys.known())
    assert vault.put_sealed(store.new_stream(), seat.row, NAME)
    assert checking.verify([seat.organisation]).broken == ()


def test_a_key_beside_the_ledger_seals_nothing(seat: Seat) -> None:
    """Also one that the database lets in, with a higher number."""
    swapped = seat.row
    swapped.public_key = boxes.new_pair().public
    for number in (1, 2):
        swapped.key_number = number
        with pytest.raises(postkeys.UnknownKey, match="nothing was sealed"):
            vault.put_sealed(store.new_stream(), swapped, NAME)


def test_a_second_event_for_the_same_key_changes_nothing(seat: Seat) -> None:
    swapped = seat.row
    swapped.public_key = boxes.new_pair().public
    postkeys.record(Post, post=swapped, by=None, now=NOW)
    assert not postkeys.fits(swapped, postkeys.known())
    assert postkeys.fits(seat.row, postkeys.known())


def test_a_next_key_that_is_made_in_the_open_is_known(seat: Seat) -> None:
    post = seat.row
    post.key_number = 2
    give_public(post, boxes.new_pair().public, by=seat.holder.id, now=NOW)
    assert postkeys.fits(seat.row, postkeys.known())
    assert checking.verify([seat.organisation]).broken == ()


@pytest.mark.parametrize(
    "change",
    [
        {"public_key": b"x" * 32},
        {"public_key": None},
        {"key_number": 0},
        {"public_key": b"x" * 32, "key_number": 0},
        {"public_key": None, "key_number": 2},
    ],
)
def test_the_database_keeps_the_key_of_a_post(seat: Seat, change: dict[str, object]) -> None:
    posts = Post.objects.filter(organisation_id=seat.organisation)
    with pytest.raises(Error, match="key of a post stays"), transaction.atomic():
        posts.update(**change)
    with pytest.raises(Error, match="key of a post stays"), transaction.atomic():
        posts.delete()
    with pytest.raises(Error, match="key of a post stays"), transaction.atomic():
        Post.objects.create(
            organisation_id=seat.organisation, role="focal_point", name="X", public_key=b"x", made_at=NOW
        )
    posts.update(name="Een andere naam")
    assert postkeys.fits(seat.row, postkeys.known())


def test_the_database_keeps_the_key_of_a_member(seat: Seat) -> None:
    """Shares in the keys of posts are sealed to it."""
    mine = VaultKey.objects.filter(organisation_id=seat.organisation)
    with pytest.raises(Error, match="key of a member stays"), transaction.atomic():
        mine.update(public_key=b"x" * 32)
    with pytest.raises(Error, match="key of a member stays"), transaction.atomic():
        mine.delete()
    assert mine.update(operations=4) == 1


@pytest.mark.parametrize(
    ("order", "number", "what"),
    [
        ("UPDATE tenancy_post SET public_key = 'x'", 1, "is another than was made"),
        ("UPDATE tenancy_post SET public_key = 'x', key_number = 2", 3, "nothing says that the key"),
        ("UPDATE tenancy_post SET public_key = NULL", 1, "is gone"),
        ("DELETE FROM tenancy_post", 1, "is gone"),
        ("UPDATE tenancy_post SET id = gen_random_uuid()", 1, "is gone"),
    ],
)
def test_a_key_changed_by_hand_is_found(
    administrator: Administrator, kept: Seat, order: str, number: int, what: str
) -> None:
    with scope(kept.organisation):
        add(kept.organisation, 1)
    assert checking.verify([kept.organisation]).broken == ()
    with administrator() as admin:
        admin.execute(order)
    (broken,) = checking.verify([kept.organisation]).broken
    assert (broken.stream, broken.number) == (kept.organisation, number)
    assert what in broken.what


def test_a_key_in_an_organisation_where_nothing_happened_is_found(
    administrator: Administrator, kept: Seat
) -> None:
    with administrator() as admin:
        admin.execute("TRUNCATE ledger_event, ledger_claim")
    (broken,) = checking.verify([kept.organisation]).broken
    assert (broken.stream, broken.number) == (kept.organisation, 1)
    assert rows.read(kept.organisation, kept.organisation) == []
