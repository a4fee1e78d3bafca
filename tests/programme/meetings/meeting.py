"""The meetings of the town's municipality, and a browser that anybody may use."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from baken.core.vocabulary.moments import civil_date
from baken.programme.meetings.models import Meeting, MinuteLine
from baken.tenancy.scope import scope
from tests.tenants.things import adopt
from tests.tenants.town import Town, build

HERE = "/programma/overleggen/"


@dataclass
class Meetings:
    """A town whose municipality meets others."""

    town: Town
    client: Client

    @property
    def today(self) -> date:
        """The day in the Netherlands."""
        return civil_date(self.town.now)

    def day(self, days: int) -> str:
        """Return a day so many days from now, as a form sends it."""
        return (self.today + timedelta(days=days)).isoformat()

    def get(self, page: str = "", visitor: str = "adviser", **ask: str) -> HttpResponse:
        """Look at a page as somebody."""
        return self.town.visit(self.client, visitor).get(f"{HERE}{page}", ask)

    def text(self, page: str = "", visitor: str = "adviser", **ask: str) -> str:
        """Return the words of a page that is there."""
        answer = self.get(page, visitor, **ask)
        assert answer.status_code == 200, answer.status_code
        return " ".join(str(answer.content.decode()).split())

    def send(self, page: str, visitor: str = "adviser", **fields: Any) -> HttpResponse:
        """Fill in a form and send it as somebody."""
        browser = self.town.visit(self.client, visitor)
        return browser.post(f"{HERE}{page}", {"command": str(uuid4()), **fields})

    def fields(self, **fields: Any) -> dict[str, Any]:
        """Return a meeting of today as a form sends it."""
        told = {
            "rhythm": "focal_points",
            "name": "Copen-overleg",
            "on": self.day(0),
            "who": "gemeenten in het Copen-gebied\npolitie",
            "owner": "beleidsadviseur",
        }
        return {**told, **fields}

    def plan(self, **fields: Any) -> HttpResponse:
        """Plan a meeting."""
        return self.send("plannen/", **self.fields(**fields))

    def action(self, **fields: Any) -> HttpResponse:
        """Write an action in the minutes of the only meeting."""
        told = {"words": "Brief naar de scholen", "owner": "team Jeugd", "due": self.day(20)}
        return self.send(f"{self.only().id}/actie/", **{**told, **fields})

    def rows(self, of: Any) -> list[Any]:
        """Return what stands of one kind."""
        with scope(self.town.woerden.id):
            return list(of.objects.filter(withdrawn=False).order_by("changed_at"))

    def only(self, of: Any = Meeting) -> Any:
        """Return the one that there is."""
        [found] = self.rows(of)
        return found

    def line(self) -> Any:
        """Return the only line of minutes."""
        return self.only(MinuteLine)


def meetings() -> Meetings:
    """Build the town with a policy in its municipality."""
    town = build()
    adopt(town)
    return Meetings(town, Client())
