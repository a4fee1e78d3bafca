"""A town hall: Woerden's adviser with a draft that is well, and the second person, through the rooms' own actions."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from baken.core.derive.adoptions import OrganisationPolicies
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies
from baken.policy.adopting import actions
from baken.policy.drafting import actions as drafting
from baken.policy.drafting import queries
from baken.policy.models import Draft
from baken.tenancy.scope import scope
from tests.tenants import things
from tests.tenants.town import Town, build

SENTENCE = "Kanarie: doe dit"


@dataclass
class Hall:
    """The town, the draft, and the visitor's browser."""

    town: Town
    client: Client
    draft: UUID

    @property
    def today(self) -> date:
        """The Dutch day of the town."""
        return civil_date(self.town.now)

    @property
    def state(self) -> OrganisationPolicies:
        """What Woerden decided about its policy."""
        with scope(self.town.woerden.id):
            return policies.decided()

    @property
    def waiting(self) -> UUID:
        """The proposal that waits."""
        proposed = self.state.proposed
        assert proposed is not None
        return UUID(proposed.id)

    @property
    def now(self) -> Draft:
        """The draft as it stands."""
        with scope(self.town.woerden.id):
            return queries.get(self.draft)

    def change(self, name: str = "texts.yaml", old: str = "Onderzoek of", new: str = SENTENCE) -> None:
        """Change a word in the draft."""
        with scope(self.town.woerden.id):
            draft = queries.get(self.draft)
            text = drafting.texts(draft)[name]
            assert old in text
            drafting.change(
                draft=self.draft,
                looked_at=draft.number,
                changed={name: text.replace(old, new, 1)},
                kind="edited",
                actor=self.town.actor("adviser"),
                now=self.town.now,
            )

    def propose(self, by: str = "adviser", **differently: Any) -> None:
        """Propose the draft as it is now, for a month from today."""
        words: dict[str, Any] = {
            "draft": self.draft,
            "looked_at": self.now.number,
            "from_date": self.today + timedelta(days=30),
            "decision": "collegebesluit 2026-114",
            "decided_on": self.today - timedelta(days=3),
            "actor": self.town.actor(by),
            "now": self.town.now,
            "command_id": uuid4(),
        }
        with scope(self.town.woerden.id):
            actions.propose(**{**words, **differently})

    def confirm(
        self,
        by: str = "confirmer",
        *,
        proposal: UUID | None = None,
        at: datetime | None = None,
        command: UUID | None = None,
    ) -> None:
        """Put into use what waits."""
        proposal = proposal or self.waiting
        with scope(self.town.woerden.id):
            actions.confirm(
                proposal=proposal,
                actor=self.town.actor(by),
                now=at or self.town.now,
                command_id=command or uuid4(),
            )

    def withdraw(self, by: str = "confirmer", reason: str = "het besluit noemt een andere dag") -> None:
        """Send back or take back what waits."""
        with scope(self.town.woerden.id):
            actions.withdraw(
                proposal=self.waiting,
                reason=reason,
                actor=self.town.actor(by),
                now=self.town.now,
                command_id=uuid4(),
            )

    def in_force(self, on: date) -> str | None:
        """The bundle in use on a day."""
        with scope(self.town.woerden.id):
            found = policies.in_force(on)
        return found.id if found else None

    def visit(self, visitor: str) -> "Hall":
        """Let somebody use the browser."""
        self.town.visit(self.client, visitor)
        return self

    def get(self, page: str) -> HttpResponse:
        """Look at a page of the policy room; `check` is the draft's."""
        return self.client.get(self.address(page))

    def said(self, page: str) -> str:
        """Read a page."""
        answer = self.get(page)
        assert answer.status_code == 200, answer.status_code
        return answer.content.decode()

    def send(self, page: str, **fields: Any) -> HttpResponse:
        """Fill in the form of a page as it is shown now, with its hidden fields, and send it."""
        form = self.get(page).context["form"]
        hidden = {name: str(form[name].value() or "") for name in form.fields if form[name].is_hidden}
        return self.client.post(self.address(page), {**hidden, **fields})

    def address(self, page: str) -> str:
        """The address of a page."""
        known = {
            "check": f"/beleid/ontwerp/{self.draft}/controle/",
            "proposal": "/beleid/voorstel/",
            "send back": "/beleid/voorstel/terugsturen/",
        }
        return known.get(page, page)


def another_draft(town: Town) -> UUID:
    """Start a draft in Woerden from the folder that it has, for a month from today."""
    base = queries.base()
    return drafting.start(
        policy_id=base.policy_id,
        valid_from=civil_date(town.now) + timedelta(days=30),
        files=base.files,
        cases=base.cases,
        about=base.version,
        actor=town.actor("adviser"),
        now=town.now,
    )


def begin(*, adopted: bool = True) -> Hall:
    """Build the town with Woerden's policy in use (or none), and a draft in which one sentence is different."""
    town = build()
    if adopted:
        things.adopt(town)
    with scope(town.woerden.id):
        hall = Hall(town, Client(), another_draft(town))
    hall.change()
    return hall
