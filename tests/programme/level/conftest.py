"""A municipality whose policy names criteria, and a browser that anybody may use."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from baken.core.vocabulary.moments import civil_date
from baken.programme.level.models import Assessment
from baken.tenancy.scope import scope
from tests.tenants.programme_level_things import a_programme_in_use
from tests.tenants.things import a_policy
from tests.tenants.town import Town, build

PAGE = "/programma/basisniveau/"


@dataclass
class Municipality:
    """A town whose Woerden has a policy with criteria."""

    town: Town
    client: Client

    @property
    def today(self) -> str:
        """The day in the Netherlands."""
        return civil_date(self.town.now).isoformat()

    def get(self, page: str = "", visitor: str = "adviser", **ask: str) -> HttpResponse:
        """Look at a page as somebody."""
        return self.town.visit(self.client, visitor).get(f"{PAGE}{page}", ask)

    def text(self, page: str = "", visitor: str = "adviser", **ask: str) -> str:
        """Return the words of a page that is there."""
        answer = self.get(page, visitor, **ask)
        assert answer.status_code == 200, answer.status_code
        return " ".join(answer.content.decode().split())

    def send(self, page: str, visitor: str = "adviser", **fields: Any) -> HttpResponse:
        """Fill in a form and send it as somebody."""
        browser = self.town.visit(self.client, visitor)
        return browser.post(f"{PAGE}criterium/{page}", {"command": str(uuid4()), **fields})

    def assess(self, criterion: str = "demand_policy", **fields: Any) -> HttpResponse:
        """Say that a criterion is met."""
        told = {"state": "met", "on": self.today, "by": "team Veiligheid"}
        return self.send(f"{criterion}/bekijken/", **{**told, **fields})

    def rows(self) -> list[Assessment]:
        """Return what Woerden found."""
        with scope(self.town.woerden.id):
            return list(Assessment.objects.order_by("criterion"))


@pytest.fixture
def there(db: None) -> Municipality:
    """Woerden with its policy, and no programme yet."""
    town = build()
    a_policy(town)
    return Municipality(town, Client())


@pytest.fixture
def running(there: Municipality) -> Municipality:
    """The same, with a programme that runs."""
    a_programme_in_use(there.town)
    return there
