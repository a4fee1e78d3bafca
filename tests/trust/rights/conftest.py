"""A request of somebody who is in a signal, and the people who settle it."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse

from baken.ledger import matters
from baken.tenancy.scope import scope
from baken.trust.rights import actions, queries
from tests.refer.conftest import handing
from tests.route.case import VICTIM, Case, begin

__all__ = ["Asking", "asked", "handing"]


@dataclass
class Asking:
    """A request, and a browser that anybody may use."""

    case: Case
    id: UUID
    by: str = "focal_point"
    seen: list[str] = field(default_factory=list)

    def url(self, page: str = "") -> str:
        """Return the address of a page of the request."""
        return f"/verantwoording/rechten/{self.id}/{page}"

    def get(self, page: str = "", visitor: str = "") -> HttpResponse:
        """Look at a page of it."""
        return self.case.town.visit(self.case.client, visitor or self.by).get(self.url(page))

    def send(self, page: str, visitor: str = "", **fields: Any) -> HttpResponse:
        """Fill in a form and send it."""
        client = self.case.town.visit(self.case.client, visitor or self.by)
        return client.post(self.url(page), {"command": str(uuid4()), **fields})

    def search(self, names: str = VICTIM, **more: str) -> HttpResponse:
        """Search for the person."""
        return self.send("zoeken/", names=names, **more)

    def weigh(self, record: UUID | None = None, **fields: Any) -> HttpResponse:
        """Decide about a record; about the signal, that it is the person, of whom the name is given."""
        chosen = {"verdict": "person", "give": ["identity"], **fields}
        return self.send(f"werkblad/{record or self.case.signal}/", **chosen)

    def write(self) -> HttpResponse:
        """Read the letter, and make it."""
        form = self.get("brief/").context["form"]
        return self.send("brief/", checked="on", read=form["read"].value() if form else "")

    @property
    def now(self) -> queries.Request:
        """The request as the ledger has it."""
        with scope(self.case.town.woerden.id):
            return queries.one(self.id, self.case.town.now)

    @property
    def happened(self) -> list[str]:
        """The types of its events."""
        with scope(self.case.town.woerden.id):
            return [one.type for one in matters.read(actions.KIND, self.id).events]


def asked(
    case: Case, right: str = "access", identity: str = "in_person", name: str = VICTIM, days: int = 3
) -> Asking:
    """Register a request that came in so many days ago."""
    town = case.town
    with scope(town.woerden.id):
        id_ = actions.register(
            right=right,
            received_on=town.today - timedelta(days=days),
            identity=identity,
            who={"name": name, "reach": "Verzonnenlaan 12", "asked": "Wat weet u van mij?"},
            actor=town.actor("privacy"),
            now=town.now,
            command_id=uuid4(),
        )
    return Asking(case, id_)


@pytest.fixture
def asking(db: None) -> Asking:
    """A request for access of the presumed victim of a signal that was received."""
    return asked(begin().receive())
