"""The training of the town's municipality, and a browser that anybody may use."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from baken.core.vocabulary.moments import civil_date
from baken.programme.training import lists, reach, sessions
from baken.programme.training.models import Audience, Session
from baken.tenancy import kept
from baken.tenancy.scope import scope
from tests.tenants.things import adopt
from tests.tenants.town import Town, build

HERE = "/programma/trainingen/"


@dataclass
class Training:
    """A town whose municipality trains its people."""

    town: Town
    client: Client

    @property
    def today(self) -> date:
        """The day in the Netherlands."""
        return civil_date(self.town.now)

    def day(self, days: int) -> str:
        """Return a day so many days from now, as a form sends it."""
        return (self.today + timedelta(days=days)).isoformat()

    def get(self, page: str = "", visitor: str = "focal_point", **ask: str) -> HttpResponse:
        """Look at a page as somebody."""
        return self.town.visit(self.client, visitor).get(f"{HERE}{page}", ask)

    def text(self, page: str = "", visitor: str = "focal_point", **ask: str) -> str:
        """Return the words of a page that is there."""
        answer = self.get(page, visitor, **ask)
        assert answer.status_code == 200, answer.status_code
        return " ".join(str(answer.content.decode()).split())

    def send(self, page: str, visitor: str = "focal_point", **fields: Any) -> HttpResponse:
        """Fill in a form and send it as somebody."""
        browser = self.town.visit(self.client, visitor)
        return browser.post(f"{HERE}{page}", {"command": str(uuid4()), **fields})

    def plan(self, **fields: Any) -> HttpResponse:
        """Plan an e-learning for the desk, in twenty days."""
        told = {"course": "ccv_e_learning", "on": self.day(20), "audiences": ["front_desk"]}
        return self.send("plannen/", **{**told, **fields})

    def session(self, **fields: Any) -> Session:
        """Plan a session, and return it as it stands."""
        answer = self.plan(**fields)
        assert answer.status_code == 303, answer.content.decode()
        return self.sessions()[-1]

    def count(self, key: str = "front_desk", people: int = 12) -> None:
        """Say how many people a group holds."""
        told = {"people": str(people), "counted_on": self.day(0), "looked_at": self.seen(key)}
        answer = self.send(f"groepen/{key}/", **told)
        assert answer.status_code == 303, answer.content.decode()

    def seen(self, key: str) -> int:
        """Return how often a group was changed, as its form knows it."""
        with scope(self.town.woerden.id):
            found = kept.kept(Audience).filter(key=key).first()
        return found.number if found else 0

    def give(self, session: Session, *, minutes: str = "60", **numbers: Any) -> HttpResponse:
        """Write down how many came."""
        now = self.one(session.id)
        told = {sessions.field_of(key): str(number) for key, number in numbers.items()}
        return self.send(f"{session.id}/gegeven/", minutes=minutes, looked_at=now.number, **told)

    def given(self, days: int, **numbers: Any) -> Session:
        """Write down a session that was so many days ago, with how many came of each group."""
        session = self.session(on=self.day(-days), audiences=list(numbers))
        answer = self.give(session, **numbers)
        assert answer.status_code == 303, answer.content.decode()
        return self.one(session.id)

    def sessions(self) -> list[Session]:
        """Return the sessions that stand, in the order in which they were written down."""
        with scope(self.town.woerden.id):
            return list(Session.objects.filter(withdrawn=False).order_by("changed_at"))

    def one(self, id_: UUID) -> Session:
        """Return how one stands now."""
        with scope(self.town.woerden.id):
            return Session.objects.get(id=id_)

    def lines(self) -> list[reach.Line]:
        """Return where the groups stand today."""
        from baken.programme.common import policy

        with scope(self.town.woerden.id):
            return reach.lines(policy.in_force(self.town.now), reach.sessions_kept(), self.today)

    def line(self, key: str = "front_desk", about: str = "awareness") -> reach.Line:
        """Return where one group stands in one layer."""
        return next(one for one in self.lines() if (one.group.key, one.about) == (key, about))

    def groups(self) -> list[lists.Group]:
        """Return the groups that are here."""
        from baken.programme.common import policy

        with scope(self.town.woerden.id):
            return lists.groups(policy.in_force(self.town.now))


def training(*, policy: bool = True) -> Training:
    """Build the town, with its policy in use."""
    town = build()
    if policy:
        adopt(town)
    return Training(town, Client())
