"""A programme to test with: of Woerden, and a browser that anybody may use."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from baken.core.vocabulary.moments import civil_date
from baken.programme.plan import actions, queries
from baken.programme.plan.models import Action, Edition, Progress
from baken.tenancy.scope import scope
from tests.tenants.town import Town, build


@dataclass
class Planning:
    """A town whose municipality keeps a programme."""

    town: Town
    client: Client

    @property
    def today(self) -> date:
        """The day in the Netherlands."""
        return civil_date(self.town.now)

    def day(self, days: int) -> date:
        """Return a day so many days from now."""
        return self.today + timedelta(days=days)

    def given(self, visitor: str = "adviser") -> dict[str, Any]:
        """Return what every action wants to know."""
        return {"actor": self.town.actor(visitor), "now": self.town.now, "command_id": uuid4()}

    def edition(self, rows: Any = (), **told: Any) -> Edition:
        """Begin a programme that runs since a year, and one more."""
        whole = {
            "theme": queries.MAIN,
            "title": "Programma van nu",
            "goal": "Het basisniveau halen.",
            "from_date": self.day(-365),
            "until_date": self.day(365),
            "decision": "college, 12 mei",
            **told,
        }
        with scope(self.town.woerden.id):
            return actions.start_edition(whole, rows, **self.given())

    def action(self, edition: Edition | None = None, **told: Any) -> Action:
        """Put an action in a programme."""
        whole = {"title": "Medewerkers trainen", "owner": "team Veiligheid", **told}
        with scope(self.town.woerden.id):
            return actions.add_action(edition, whole, **self.given())

    def progress(self, action: Action, **told: Any) -> Progress:
        """Write down what was done."""
        whole = {"on": self.today, "what": "Training gegeven", "done": True, **told}
        with scope(self.town.woerden.id):
            return actions.add_progress(action, whole, **self.given())

    def get(self, page: str = "", visitor: str = "adviser", **ask: str) -> HttpResponse:
        """Look at a page as somebody."""
        return self.town.visit(self.client, visitor).get(f"/programma/{page}", ask)

    def text(self, page: str = "", visitor: str = "adviser", **ask: str) -> str:
        """Return the words of a page that is there."""
        answer = self.get(page, visitor, **ask)
        assert answer.status_code == 200, answer.status_code
        return str(answer.content.decode())

    def send(self, page: str, visitor: str = "adviser", **fields: Any) -> HttpResponse:
        """Fill in a form and send it as somebody."""
        browser = self.town.visit(self.client, visitor)
        return browser.post(f"/programma/{page}", {"command": str(uuid4()), **fields})

    def rows(self, of: Any) -> list[Any]:
        """Return what the municipality keeps of one kind."""
        with scope(self.town.woerden.id):
            return list(of.objects.filter(withdrawn=False))

    def one(self, of: Any, id_: UUID) -> Any:
        """Return how one stands now."""
        with scope(self.town.woerden.id):
            return of.objects.get(id=id_)


def planning() -> Planning:
    """Build the town."""
    return Planning(build(), Client())
