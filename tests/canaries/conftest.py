"""One town for the whole folder: everything is typed once, really committed, and then looked for everywhere."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any

import pytest
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from baken.project.logs import Discreet
from tests.canaries.looking import Looked, Seen, look_everywhere
from tests.canaries.planting import Garden
from tests.conftest import empty_tables
from tests.mail.conftest import Postbox, opened
from tests.tenants.town import build


@dataclass
class Walked:
    """The town in which everything was typed, what was seen of it, and what the log says."""

    garden: Garden
    looked: Looked
    log: StringIO
    server: Any
    postbox: Postbox

    @property
    def seen(self) -> list[Seen]:
        """The words that were seen, by whom and where."""
        return self.looked.seen


@pytest.fixture(scope="package")
def walked(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, database_server: Any
) -> Iterator[Walked]:
    """Type everything everywhere, then visit every page as everybody."""
    log = StringIO()
    handler = logging.StreamHandler(log)
    handler.setFormatter(Discreet())
    loggers = [logging.getLogger(name) for name in ("", "django")]
    for one in loggers:
        one.addHandler(handler)
    with opened() as (postbox, words), override_settings(**words), django_db_blocker.unblock():
        try:
            garden = Garden(build()).plant()
            yield Walked(garden, look_everywhere(garden), log, database_server, postbox)
        finally:
            for one in loggers:
                one.removeHandler(handler)
            empty_tables(database_server)
