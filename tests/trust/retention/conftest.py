"""A town of some time ago, with signals whose term has ended since."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from baken.feedback.actions import inform
from baken.ledger import deletions, keeping, matters
from baken.ledger.keeping import Planned
from baken.project.databases import switch_role
from baken.route import actions as route
from baken.tenancy.scope import scope
from baken.trust.retention import actions, carrying
from tests.route.case import Case, reported
from tests.tenants import things
from tests.tenants.town import Town, build

PAGE = "/verantwoording/bewaren/"
LONG_AGO = timedelta(days=200)


@contextmanager
def as_owner() -> Iterator[None]:
    """Work as the role that owns the tables."""
    switch_role("owner", settings.SECRETS.passwords)
    try:
        yield
    finally:
        switch_role("app", settings.SECRETS.passwords)


@dataclass
class Shelf:
    """A town of 200 days ago, looked at today."""

    town: Town
    now: datetime
    client: Client

    @property
    def here(self) -> UUID:
        """The organisation whose signals these are."""
        return self.town.woerden.id

    def closed(
        self, outcome: str = "no_action", assessment: str | None = "not_trafficking", **told: Any
    ) -> Case:
        """Return a signal that was closed then, with nothing left to do."""
        case = Case(self.town, self.client, reported(self.town, **told)).receive()
        if assessment:
            case.assess(assessment)
        with scope(self.here):
            self._inform(case)
            route.close(outcome=outcome, reason="klaar", **case.by())
        return case

    def _inform(self, case: Case) -> None:
        inform(category="no_follow_up", text="Dank u wel.", referrals=(), **case.by())

    def plan(self, signal: UUID) -> Planned:
        """Return what happens to a signal."""
        with scope(self.here):
            return next(one for one in keeping.every(self.now) if one.stream == signal)

    def drawn_up(self, by: str = "archivist") -> UUID:
        """Draw up a list of all that is due."""
        with scope(self.here):
            return actions.draw_up(actor=self.town.actor(by), now=self.now, command_id=uuid4())

    def approve(self, list_id: UUID, by: str = "archivist") -> None:
        """Approve it."""
        with scope(self.here):
            actions.approve(list_id, actor=self.town.actor(by), now=self.now, command_id=uuid4())

    def carry_out(self, list_id: UUID) -> int:
        """Do what the chore does."""
        with as_owner():
            return carrying.carry_out(self.here, list_id, self.now)

    def state(self, list_id: UUID) -> actions.DestructionList:
        """Return the list as the ledger has it."""
        with scope(self.here):
            return actions.state_of(matters.read(actions.KIND, list_id))

    def get(self, visitor: str, page: str = "") -> HttpResponse:
        """Look at a page as somebody."""
        return self.town.visit(self.client, visitor).get(PAGE + page)

    def send(self, visitor: str, page: str, **fields: Any) -> HttpResponse:
        """Fill in a form and send it as somebody."""
        return self.town.visit(self.client, visitor).post(PAGE + page, {"command": str(uuid4()), **fields})


@pytest.fixture
def own_deletions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty list of deletions for one test."""
    monkeypatch.setattr(settings, "BAKEN_DELETIONS", str(tmp_path / "deletions.log"))
    return deletions.path()


@pytest.fixture
def shelf(transactional_db: None, own_deletions: Path) -> Shelf:
    """The town of 200 days ago."""
    now = datetime.now(UTC)
    town = build(now - LONG_AGO)
    things.adopt(town)
    return Shelf(town, now, Client())
