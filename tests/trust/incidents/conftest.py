"""A leak in a town, and the people who settle it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from django.http import HttpResponse
from django.test import Client

from baken.ledger import matters
from baken.tenancy.scope import scope
from baken.trust.incidents import actions, queries
from tests.route.case import Case, begin

TOLD = "Een werklijst ging naar het verkeerde adres."
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def typed(moment: datetime) -> str:
    """A moment as the browser's picker sends it."""
    return moment.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M")


@dataclass
class Leak:
    """A leak, and a browser that anybody may use."""

    case: Case
    id: UUID

    def url(self, page: str = "") -> str:
        """Return the address of a page of the leak."""
        return f"/verantwoording/datalekken/{self.id}/{page}"

    def get(self, visitor: str, page: str = "") -> HttpResponse:
        """Look at a page of it as somebody."""
        return self.case.town.visit(self.case.client, visitor).get(self.url(page))

    def send(self, visitor: str, page: str, **fields: Any) -> HttpResponse:
        """Fill in a form and send it as somebody."""
        client: Client = self.case.town.visit(self.case.client, visitor)
        return client.post(self.url(page), {"command": str(uuid4()), **fields})

    @property
    def now(self) -> queries.Incident:
        """The leak as the ledger has it."""
        with scope(self.case.town.woerden.id):
            return queries.one(self.id, self.case.town.now)

    @property
    def happened(self) -> list[str]:
        """The types of its events."""
        with scope(self.case.town.woerden.id):
            return [one.type for one in matters.read(actions.KIND, self.id).events]


def leaked(case: Case, hours_ago: float = 2) -> Leak:
    """Report a leak that was discovered so many hours ago."""
    town = case.town
    with scope(town.woerden.id):
        id_ = actions.report(
            what="sent_wrong",
            where="own",
            ongoing="no",
            discovered_at=town.now - timedelta(hours=hours_ago),
            told=TOLD,
            actor=town.actor("coordinator"),
            now=town.now,
            command_id=uuid4(),
        )
    return Leak(case, id_)


@pytest.fixture
def leak(db: None) -> Leak:
    """A leak discovered two hours ago, in a town with one signal that was received."""
    return leaked(begin().receive())
