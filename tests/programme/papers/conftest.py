"""A municipality whose policy names fields, papers and money, and a browser that anybody may use."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from baken.core.vocabulary.moments import civil_date
from baken.programme.papers.models import Line, Paper
from baken.tenancy.scope import scope
from tests.tenants.programme_level_things import a_programme_in_use
from tests.tenants.things import a_policy
from tests.tenants.town import Town, build

PAPERS, BUDGET = "/programma/documenten/", "/programma/budget/"


@dataclass
class Municipality:
    """A town whose Woerden has a policy with papers and a budget."""

    town: Town
    client: Client

    @property
    def today(self) -> date:
        """The day in the Netherlands."""
        return civil_date(self.town.now)

    def get(self, page: str, visitor: str = "adviser") -> HttpResponse:
        """Look at a page as somebody."""
        return self.town.visit(self.client, visitor).get(page)

    def text(self, page: str, visitor: str = "adviser") -> str:
        """Return the words of a page that is there."""
        answer = self.get(page, visitor)
        assert answer.status_code == 200, answer.status_code
        return " ".join(answer.content.decode().split())

    def send(self, page: str, visitor: str = "adviser", **fields: Any) -> HttpResponse:
        """Fill in a form and send it as somebody."""
        browser = self.town.visit(self.client, visitor)
        return browser.post(page, {"command": str(uuid4()), **fields})

    def add(self, title: str = "Inkoopbeleid", days: int | None = None, **fields: Any) -> HttpResponse:
        """Add a paper about procurement that ends in so many days."""
        told: dict[str, Any] = {"title": title, "domain": "procurement", "owner": "team Inkoop"}
        if days is not None:
            told["until_date"] = (self.today + timedelta(days=days)).isoformat()
        return self.send(f"{PAPERS}toevoegen/", **{**told, **fields})

    def line(self, name: str = "Training", **fields: Any) -> HttpResponse:
        """Add a line of this year's budget."""
        told: dict[str, Any] = {
            "year": str(self.today.year),
            "name": name,
            "kind": "use",
            "who": "team Veiligheid",
        }
        return self.send(f"{BUDGET}toevoegen/", **{**told, **fields})

    def papers(self) -> list[Paper]:
        """Return the papers of Woerden."""
        with scope(self.town.woerden.id):
            return list(Paper.objects.filter(withdrawn=False).order_by("title"))

    def lines(self) -> list[Line]:
        """Return the lines of Woerden's budget."""
        with scope(self.town.woerden.id):
            return list(Line.objects.filter(withdrawn=False).order_by("name"))

    def id_of(self, title: str) -> UUID:
        """Return the id of a paper."""
        (found,) = [one.id for one in self.papers() if one.title == title]
        return found


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
