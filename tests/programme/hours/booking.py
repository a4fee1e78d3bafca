"""The hours of the town's municipality, and a browser that anybody may use."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from baken.core.vocabulary.moments import civil_date
from baken.programme.hours.models import Line
from baken.tenancy.scope import scope
from tests.tenants.town import Town, build

HERE = "/programma/uren/"


@dataclass
class Booking:
    """A town whose people book hours."""

    town: Town
    client: Client

    @property
    def today(self) -> date:
        """The day in the Netherlands."""
        return civil_date(self.town.now)

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

    def book(self, time: str = "20 min", visitor: str = "focal_point", **fields: Any) -> HttpResponse:
        """Book time on signals."""
        return self.send("schrijven/", visitor, **{"time": time, "kind": "signal", **fields})

    def lines(self, organisation: str = "woerden") -> list[Line]:
        """Return what stands."""
        with scope(self.town.organisations[organisation].id):
            return list(Line.objects.filter(withdrawn=False).order_by("on", "changed_at"))


def booking() -> Booking:
    """Build the town."""
    return Booking(build(), Client())
