"""A policy adviser with one draft, driven through the browser's doors and the room's own actions."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

from baken.policy.drafting import actions, queries
from baken.policy.models import Draft
from baken.tenancy.scope import scope
from tests.tenants.town import Town, build


@dataclass
class Desk:
    """The town, the draft, and the visitor's browser."""

    town: Town
    client: Client
    draft: UUID

    def url(self, page: str = "") -> str:
        """Return the address of a page of the draft."""
        return f"/beleid/ontwerp/{self.draft}/{page}"

    def get(self, page: str = "") -> HttpResponse:
        """Look at a page of the draft."""
        return self.client.get(self.url(page))

    def said(self, page: str = "") -> str:
        """Read a page of the draft."""
        answer = self.get(page)
        assert answer.status_code == 200, answer.status_code
        return answer.content.decode()

    def post(self, page: str = "", **fields: Any) -> HttpResponse:
        """Send a form of the draft."""
        return self.client.post(self.url(page), fields)

    def save(self, name: str, text: str, looked_at: int | None = None) -> HttpResponse:
        """Save the text of a file, having looked at the draft as it is now, or at an earlier number."""
        return self.post(
            f"bestand/{name}/", text=text, looked_at=self.now.number if looked_at is None else looked_at
        )

    def visit(self, visitor: str) -> "Desk":
        """Let somebody else use the browser."""
        self.town.visit(self.client, visitor)
        return self

    @property
    def now(self) -> Draft:
        """The draft as it stands."""
        with scope(self.town.woerden.id):
            return queries.get(self.draft)

    def text(self, name: str) -> str:
        """The text of one file."""
        return actions.texts(self.now)[name]


def begin(visitor: str = "adviser", day: date | None = None) -> Desk:
    """Build the town and start a draft in Woerden from what there is."""
    town = build()
    client = Client()
    town.visit(client, visitor)
    with scope(town.woerden.id):
        base = queries.base()
        draft = actions.start(
            policy_id=base.policy_id,
            valid_from=day or town.today + timedelta(days=30),
            files=base.files,
            cases=base.cases,
            about=base.version,
            actor=town.actor("adviser"),
            now=town.now,
        )
    return Desk(town, client, draft)
