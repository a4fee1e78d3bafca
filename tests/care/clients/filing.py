"""Client files in the town's care organisation, and a browser that anybody may use."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from baken.care.clients import actions
from baken.care.common import clients
from baken.core.derive.client import ClientState
from baken.ledger.models import ClientRow
from baken.ledger.streams import Stream
from baken.tenancy.scope import scope
from tests.tenants.care_things import a_room
from tests.tenants.town import Town, build

NAME = "Kanarie Werknaam"
BECAUSE = "kanarie-verhaal van een client"


@dataclass
class Filing:
    """A town whose care organisation keeps client files."""

    town: Town
    client: Client
    id: UUID

    def url(self, page: str = "") -> str:
        """Return the address of a page of the file."""
        return f"/clienten/{self.id}/{page}"

    def get(self, page: str = "", visitor: str = "care") -> HttpResponse:
        """Look at a page of it as somebody."""
        return self.town.visit(self.client, visitor).get(self.url(page))

    def send(self, act: str, visitor: str = "care", **fields: Any) -> HttpResponse:
        """Fill in a form of it and send it as somebody."""
        browser = self.town.visit(self.client, visitor)
        return browser.post(self.url(f"dossier/{act}/"), {"command": str(uuid4()), "police": "no", **fields})

    @property
    def stream(self) -> Stream:
        """The file as the ledger has it."""
        with scope(self.town.care.id):
            return clients.read(self.id)

    @property
    def state(self) -> ClientState:
        """What its events tell."""
        return clients.state(self.stream)

    @property
    def row(self) -> ClientRow:
        """What the caseload knows of it."""
        with scope(self.town.care.id):
            return ClientRow.objects.get(stream_id=self.id)


def open_files(town: Town, *names: str, age: str = "unknown", **more: Any) -> list[UUID]:
    """Open files in the care organisation, which keeps them here."""
    a_room(town)
    opening = actions.Opening(names, "self", "asked_for_help", age, {"because": BECAUSE}, **more)
    with scope(town.care.id):
        return actions.open_files(opening, actor=town.actor("care"), now=town.now, command_id=uuid4())


def filing(*, age: str = "unknown") -> Filing:
    """One open file in a town."""
    town = build()
    return Filing(town, Client(), open_files(town, NAME, age=age)[0])
