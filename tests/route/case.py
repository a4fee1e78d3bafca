"""One signal and one focal point, driven through the public doors: the browser's, and the rooms' own actions."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from baken.intake.actions import report
from baken.intake.content import AddressTold, Envelope, OrganisationTold, PersonTold, Report
from baken.ledger import signals
from baken.ledger.signals import SignalFile
from baken.refer.actions import HandOver, hand_over
from baken.route import actions as route
from baken.tenancy.scope import scope
from tests.tenants import things
from tests.tenants.town import Town, build

HAPPENED = "Een man kwam zijn inschrijving regelen. Een ander had zijn paspoort in de binnenzak."
VICTIM = "Radu Kanarie"
REPORTER = "Wilma Melder"


@dataclass
class Case:
    """The town, the signal, and the visitor's browser."""

    town: Town
    client: Client
    signal: UUID

    def url(self, page: str = "") -> str:
        """Return the address of a page of the signal."""
        return f"/signalen/{self.signal}/{page}"

    def get(self, page: str = "") -> HttpResponse:
        """Look at a page of the signal."""
        return self.client.get(self.url(page))

    def send(self, page: str, *, fresh: bool = True, **fields: Any) -> HttpResponse:
        """Fill in a form and send it; `fresh` takes the hidden fields from the page as a browser would."""
        hidden = self.hidden(page) if fresh else {}
        return self.client.post(self.url(page), {**hidden, **fields})

    def hidden(self, page: str) -> Mapping[str, str]:
        """Return the hidden fields of a page as shown now."""
        form = self.get(page).context["form"]
        if form is None:  # the page said at once that this cannot be done now
            return {"police": "no"}
        left = ("command", "looked_at", "purpose", "ground", "named")
        found = {name: str(form[name].value() or "") for name in left if name in form.fields}
        found = {name: value for name, value in found.items() if value or name in left[:2]}
        return {**found, "police": "no"} if "police" in form.fields else found

    def file(self) -> SignalFile:
        """Return the signal as the ledger has it."""
        with scope(self.town.woerden.id):
            return signals.read(self.signal, now=self.town.now)

    def happened(self) -> list[str]:
        """Return the types of the signal's events."""
        return [one.event for one in self.file().state.history]

    def visit(self, visitor: str) -> "Case":
        """Let somebody else use the browser."""
        self.town.visit(self.client, visitor)
        return self

    def by(self) -> dict[str, Any]:
        """What every action wants to know."""
        return {
            "signal": self.signal,
            "actor": self.town.actor("focal_point"),
            "now": self.town.now,
            "command_id": uuid4(),
        }

    def receive(self) -> "Case":
        """Receive the signal."""
        with scope(self.town.woerden.id):
            route.receive(**self.by())
        return self

    def establish(self, fact: str, value: str | Collection[str]) -> "Case":
        """Establish a fact."""
        with scope(self.town.woerden.id):
            route.establish_fact(fact=fact, value=value, reason="nagevraagd", **self.by())
        return self

    def assess(self, assessment: str, destination: str | None = None) -> "Case":
        """Assess the signal."""
        with scope(self.town.woerden.id):
            route.assess(assessment=assessment, destination=destination, reason="aanwijzingen", **self.by())
        return self

    def hand_over(self, partner: str) -> str:
        """Hand the first pieces that may go over to a partner, and return the hand-over."""
        bundle = self.file().bundle
        choice = HandOver(
            partner=partner,
            named=True,
            ground=bundle.partner_grounds(partner)[0].id,
            purpose=bundle.partner_purposes(partner)[0].id,
            pieces=tuple(bundle.partner_pieces(partner))[:2],
            rewritten={},
        )
        with scope(self.town.woerden.id):
            return hand_over(choice=choice, **self.by())


def begin(**differently: Any) -> Case:
    """Build the town, put its policy into use, and report one signal."""
    town = build()
    things.adopt(town)
    client = Client()
    town.visit(client, "focal_point")
    return Case(town, client, reported(town, **differently))


def reported(town: Town, **differently: Any) -> UUID:
    """Report a signal as somebody at the desk would."""
    told: dict[str, Any] = {
        "content": Report(
            happened=HAPPENED,
            seen="Twee mannen.",
            when="3 november",
            persons=(PersonTold(name=VICTIM, capacity="presumed_victim", birth="ongeveer 30"),),
            organisations=(OrganisationTold(name="Kanarie Uitzendbureau", capacity="employer"),),
            addresses=(AddressTold(street="Verzonnenlaan", number="12", town="Woerden"),),
        ),
        "claims": {"exploitation": ("labour",)},
        "envelope": Envelope(name=REPORTER, contact="06-kanarie", team="Burgerzaken"),
        "reporter": "staff",
        "question": False,
        "about": "other",
        "channel": "web",
        "coordinator_consulted": False,
        "now": town.now - timedelta(days=2),
        **differently,
    }
    return report(organisation=town.woerden, form_token=str(uuid4()), actor=None, **told).signal
