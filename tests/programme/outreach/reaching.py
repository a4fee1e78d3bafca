"""The outreach of the town's municipality, and a browser that anybody may use."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from baken.core.vocabulary.moments import civil_date
from baken.programme.outreach.models import Campaign
from baken.tenancy.scope import scope
from tests.tenants.things import adopt
from tests.tenants.town import Town, build

HERE = "/programma/voorlichting/"


@dataclass
class Reaching:
    """A town whose municipality reaches others."""

    town: Town
    client: Client

    @property
    def today(self) -> date:
        """The day in the Netherlands."""
        return civil_date(self.town.now)

    def day(self, days: int) -> str:
        """Return a day so many days from now, as a form sends it."""
        return (self.today + timedelta(days=days)).isoformat()

    def get(self, page: str = "", visitor: str = "adviser") -> HttpResponse:
        """Look at a page as somebody."""
        return self.town.visit(self.client, visitor).get(f"{HERE}{page}")

    def text(self, page: str = "", visitor: str = "adviser") -> str:
        """Return the words of a page that is there."""
        answer = self.get(page, visitor)
        assert answer.status_code == 200, answer.status_code
        return " ".join(str(answer.content.decode()).split())

    def send(self, page: str, visitor: str = "adviser", **fields: Any) -> HttpResponse:
        """Fill in a form and send it as somebody."""
        browser = self.town.visit(self.client, visitor)
        return browser.post(f"{HERE}{page}", {"command": str(uuid4()), **fields})

    def contact(self, **fields: Any) -> HttpResponse:
        """Write down that an organisation was reached."""
        told = {
            "on": self.day(0),
            "organisation": "Kalsbeek College",
            "kind": "school",
            "how": "meeting",
            "about": ["training"],
            "by": "aandachtsfunctionaris",
            "rhythm": "care_offer",
        }
        return self.send("organisaties/toevoegen/", **{**told, **fields})

    def campaign(self, kind: str = "eigen", **fields: Any) -> HttpResponse:
        """Plan a campaign."""
        told = {
            "name": "Week in Woerden",
            "whom": "ondernemers",
            "message": "Klopt er iets niet? Vertel het ons.",
            "channels": ["website"],
            "from_date": self.day(30),
            "until_date": self.day(36),
            "owner": "team Communicatie",
        }
        return self.send(f"campagnes/plannen/{kind}/", **{**told, **fields})

    def rows(self, of: Any) -> list[Any]:
        """Return what stands of one kind."""
        with scope(self.town.woerden.id):
            return list(of.objects.filter(withdrawn=False).order_by("changed_at"))

    def only(self, of: Any = Campaign) -> Any:
        """Return the one that there is."""
        [found] = self.rows(of)
        return found


def reaching() -> Reaching:
    """Build the town with a policy in its municipality."""
    town = build()
    adopt(town)
    return Reaching(town, Client())
