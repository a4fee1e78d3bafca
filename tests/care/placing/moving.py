"""A client who is found in one municipality, registered nowhere, and needs a safe place; and another region's house."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from baken.care.common import clients
from baken.clock import now
from baken.core.derive import care_notice, placing
from baken.core.derive.client import ClientState, rests_on
from baken.core.vocabulary.moments import civil_date
from baken.ledger.models import ClientRow, NotificationRow
from baken.ledger.streams import Stream
from baken.tenancy import actions
from baken.tenancy.models import Organisation
from baken.tenancy.scope import scope
from tests.tenants.care_things import a_client
from tests.tenants.placing_things import ADDRESS, SHELTER, a_client_with_sender, a_placed_client
from tests.tenants.town import Town, build

CANARIES = (SHELTER, ADDRESS)
RESTS_ON = (
    ("overdragen/", "basis", "care_organisation"),
    ("comensha/klaarmaken/", "basis", "comensha"),
    ("opvang/aanvragen/", "basis_local", "shelter"),
    ("opvang/aanvragen/", "basis_specialist", "comensha"),
)


@dataclass
class Moving:
    """A file and a browser."""

    town: Town
    client: Client
    id: UUID

    @property
    def today(self) -> str:
        """The day on which everything happens."""
        return civil_date(now()).isoformat()

    def url(self, page: str = "") -> str:
        """Return the address of a page of the file."""
        return f"/clienten/{self.id}/{page}"

    def get(self, page: str = "", visitor: str = "care") -> HttpResponse:
        """Look at a page of it."""
        return self.town.visit(self.client, visitor).get(self.url(page))

    def text(self, page: str = "", visitor: str = "care") -> str:
        """Read a page of it."""
        return self.get(page, visitor).content.decode()

    def post(self, page: str, visitor: str = "care", **fields: Any) -> HttpResponse:
        """Send a form of it."""
        form = {"command": str(uuid4()), "police": "no", **fields}
        for end, name, recipient in RESTS_ON:
            if page.endswith(end):
                form.setdefault(name, self.basis(recipient))
        return self.town.visit(self.client, visitor).post(self.url(page), form)

    def allow(self, recipient: str, how: str = "written") -> None:
        """The person gives consent for one recipient."""
        sent = self.post("dossier/toestemming/", recipient=recipient, how=how, who="", what="alles")
        assert sent.status_code == 303, sent.content.decode()[:2000]

    def basis(self, recipient: str) -> str:
        """On what it rests that something goes to a recipient: the first that is offered."""
        return next((one.id for one in rests_on(self.file, recipient)), "")

    @property
    def stream(self) -> Stream:
        """The file as the ledger has it."""
        with scope(self.town.care.id):
            return clients.read(self.id)

    @property
    def file(self) -> ClientState:
        """What the file's own events tell."""
        return clients.state(self.stream)

    @property
    def placed(self) -> placing.PlacingState:
        """Where the client is."""
        return placing.fold(self.stream.happened)

    @property
    def notices(self) -> care_notice.NoticeState:
        """What others heard."""
        return care_notice.fold(self.stream.happened)


def moving() -> Moving:
    """An open file with nothing in it yet."""
    town = build()
    return Moving(town, Client(), UUID(str(a_client(town)["client"])))


def placed() -> Moving:
    """A file with a stay in another region, a secret address, and consent for everybody."""
    town = build()
    return Moving(town, Client(), UUID(str(a_placed_client(town)["client"])))


def notified() -> Moving:
    """A file for whom Woerden notified."""
    town = build()
    return Moving(town, Client(), UUID(str(a_client_with_sender(town)["client"])))


def another_house(town: Town) -> Organisation:
    """The coordinator of another region, in Baken too, with somebody who works there."""
    made = actions.create_organisation(
        slug="huis-noord", name="Huis van het Noorden", kind="care", now=town.now
    )
    town.organisations["huis-noord"] = made
    town.people["north"] = actions.add_person(
        email="north@noord.example", name="Persoon noord", password="x" * 20
    )
    with scope(made.id):
        town.members["north"] = actions.add_member(
            person=town.people["north"], roles=["care_coordinator"], now=town.now
        )
    return made


def received(town: Town, organisation: Organisation) -> UUID:
    """What arrived at an organisation."""
    with scope(organisation.id):
        return NotificationRow.objects.get().stream_id


def another_file(file: Moving, name: str = "") -> Moving:
    """A second file in the same organisation, unless told otherwise of somebody with the same name."""
    from baken.care.clients.actions import Opening, open_files

    with scope(file.town.care.id):
        told = clients.words(file.stream, [file.file.identity])[file.file.identity]
    opening = Opening([name or told["working_name"]], "self", "asked_for_help", "unknown", {"because": "x"})
    with scope(file.town.care.id):
        [other] = open_files(opening, actor=file.town.actor("care"), now=file.town.now, command_id=uuid4())
        assert ClientRow.objects.filter(stream_id=other).exists()
    return Moving(file.town, file.client, other)
