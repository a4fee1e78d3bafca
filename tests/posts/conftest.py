"""Woerden with three people who keep shares for recovery, and a holder who can lose a passphrase."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import pytest

from baken.posts import care, recovery
from baken.tenancy import actions, keys
from baken.tenancy.actors import Actor, actor_for
from baken.tenancy.keys import PostSecret
from baken.tenancy.models import Membership, Post
from baken.tenancy.scope import scope
from tests.tenants.conftest import town
from tests.tenants.town import PASSPHRASE, Town

__all__ = ["Seat", "seat", "town"]

NAME = b"Een melder die niemand mag kennen"
NEW = "vier groene ganzen bij de brug"


@dataclass
class Seat:
    """The post of Woerden's focal point, and who keeps shares of its key."""

    town: Town
    keepers: dict[str, Membership]

    @property
    def now(self) -> datetime:
        """The moment of the town."""
        return self.town.now

    @property
    def post(self) -> Post:
        """The post as it is stored now."""
        with scope(self.town.woerden.id):
            return Post.objects.get(id=self.town.posts["woerden"].id)

    def actor(self, who: str, now: datetime | None = None) -> Actor:
        """Somebody as an actor."""
        with scope(self.town.woerden.id):
            return actor_for(self.member(who), now=now or self.now)

    def member(self, who: str) -> Membership:
        """A visitor of the town, or a keeper."""
        return Membership.objects.get(id=(self.keepers.get(who) or self.town.members[who]).id)

    def open(self, who: str, passphrase: str = PASSPHRASE) -> PostSecret:
        """What a passphrase opens."""
        with scope(self.town.woerden.id):
            return keys.unlock(self.member(who).id, passphrase, now=self.now)

    def seal(self, plain: bytes = NAME) -> bytes:
        """Seal something to the post's present key."""
        return keys.seal(self.post, plain)

    def opens(self, secret: PostSecret, box: bytes) -> bool:
        """Whether it opens the box."""
        try:
            return keys.open_(secret, box) == NAME
        except keys.CannotOpen:
            return False

    def prepare(self, *who: str) -> None:
        """Split the present key among keepers."""
        with scope(self.town.woerden.id):
            care.prepare_recovery(
                post=self.post,
                chosen=[self.member(one).id for one in who or self.keepers],
                actor=self.actor("focal_point"),
                secret=self.open("focal_point"),
                now=self.now,
            )

    def rotate(self, why: str = "yearly", secret: PostSecret | None = None) -> None:
        """Renew the key."""
        with scope(self.town.woerden.id):
            care.rotate(
                post=self.post,
                seen=self.post.key_number,
                why=why,
                actor=self.actor("focal_point"),
                secret=secret or self.open("focal_point"),
                now=self.now,
            )

    def lose(self, who: str = "focal_point") -> PostSecret:
        """Lose the passphrase, and begin anew with another."""
        with scope(self.town.woerden.id):
            return care.begin_anew(passphrase=NEW, actor=self.actor(who), now=self.now)

    def fresh(self, secret: PostSecret) -> None:
        """Begin with a new key."""
        with scope(self.town.woerden.id):
            care.start_fresh(
                post=self.post,
                seen=self.post.key_number,
                actor=self.actor("focal_point"),
                secret=secret,
                now=self.now,
            )

    def ask(self, number: int | None = None, why: str = "passphrase") -> UUID:
        """Ask for the key."""
        with scope(self.town.woerden.id):
            return recovery.ask(
                post=self.post,
                key_number=number or self.post.key_number,
                why=why,
                reason="Briefje weg.",
                actor=self.actor("focal_point"),
                now=self.now,
            )

    def give(self, request: UUID, who: str, now: datetime | None = None) -> None:
        """A keeper gives."""
        with scope(self.town.woerden.id):
            recovery.give(id_=request, actor=self.actor(who), secret=self.open(who), now=now or self.now)

    def complete(self, request: UUID, secret: PostSecret, now: datetime | None = None) -> None:
        """Put the key together."""
        with scope(self.town.woerden.id):
            recovery.complete(
                id_=request, actor=self.actor("focal_point"), secret=secret, now=now or self.now
            )

    def end(self, who: str) -> None:
        """Somebody leaves."""
        with scope(self.town.woerden.id):
            actions.end_membership(membership_id=self.member(who).id, now=self.now)


@pytest.fixture
def seat(town: Town) -> Seat:
    """Three keepers with vaults of their own."""
    keepers = {}
    with scope(town.woerden.id):
        for name in ("noor", "oost", "zuid"):
            person = actions.add_person(email=f"{name}@regio.example", name=f"Bewaarder {name}")
            keepers[name] = actions.add_member(person=person, roles=["recovery_holder"], now=town.now)
            actions.set_vault_passphrase(membership_id=keepers[name].id, passphrase=PASSPHRASE, now=town.now)
    return Seat(town, keepers)
