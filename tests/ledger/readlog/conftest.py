"""Entries of both logs, written as the middleware does."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

import pytest

from baken.ledger.readlog.writing import What, write
from baken.tenancy.actors import Actor
from baken.tenancy.looks import Look, Thing
from baken.tenancy.scope import scope
from tests.ledger.happening import NOW

Logged = Callable[..., None]


@pytest.fixture
def logged(transactional_db: None) -> Logged:
    """Writes a number of entries about one signal."""

    def made(organisation: UUID, times: int = 1, at: datetime = NOW) -> None:
        actor = Actor(uuid4(), uuid4(), organisation, frozenset({"focal_point"}), frozenset())
        for _ in range(times):
            what = What("route:signal", "GET", "view", "shown", 200)
            with scope(organisation):
                write(Look(at, action="signal.read"), what, [Thing("signal", uuid4())], actor, at=at)

    return made
