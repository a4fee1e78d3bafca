"""The care offer of the town's care organisation, and a browser that anybody may use."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.tenants.care_things import a_room
from tests.tenants.town import Town, build


@dataclass
class Offering:
    """A town whose care organisation keeps its care offer."""

    town: Town
    client: Client

    @property
    def today(self) -> str:
        """The day in the Netherlands."""
        return civil_date(self.town.now).isoformat()

    def get(self, page: str = "", visitor: str = "care", **ask: str) -> HttpResponse:
        """Look at a page as somebody."""
        return self.town.visit(self.client, visitor).get(f"/zorgaanbod/{page}", ask)

    def text(self, page: str = "", **ask: str) -> str:
        """Return the words of a page that is there."""
        answer = self.get(page, **ask)
        assert answer.status_code == 200, answer.status_code
        return str(answer.content.decode())

    def send(self, page: str, visitor: str = "care", **fields: Any) -> HttpResponse:
        """Fill in a form and send it as somebody."""
        browser = self.town.visit(self.client, visitor)
        return browser.post(f"/zorgaanbod/{page}", {"command": str(uuid4()), **fields})

    def offer(self, **fields: Any) -> HttpResponse:
        """Add an offer."""
        told = {"name": "Steunpunt Oost", "what": "Begeleiding thuis.", "from_date": self.today}
        return self.send("toevoegen/", **{**told, **fields})

    def rows(self, of: Any) -> list[Any]:
        """Return what the organisation keeps of one kind."""
        with scope(self.town.care.id):
            return list(of.objects.order_by("number"))


def offering() -> Offering:
    """Build the town with its care organisation's room."""
    town = build()
    a_room(town)
    return Offering(town, Client())
