"""People who log in as in earnest: never with a password alone."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pyotp
import pytest
from django.test import Client

from baken.account import app
from baken.tenancy.models import Person
from tests.tenants.conftest import town
from tests.tenants.town import PASSWORD

__all__ = ["town"]

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
WHO = "focal_point@woerden.example"


@pytest.fixture(autouse=True)
def in_earnest(settings: Any) -> None:
    settings.BAKEN_PASSWORD_ALONE = False


def with_app(person: Person, now: datetime | None = None) -> None:
    """This person set up an app a while ago."""
    at = (now or datetime.now(UTC)) - timedelta(days=1)
    assert app.install(person.id, SECRET, pyotp.TOTP(SECRET).at(at), now=at)


def code(now: datetime | None = None, off: int = 0) -> str:
    """What the app shows now."""
    return pyotp.TOTP(SECRET).at(now or datetime.now(UTC), counter_offset=off)


def password(client: Client, who: str = WHO, given: str = PASSWORD, **more: str) -> Any:
    """Fill in the first page."""
    return client.post("/inloggen/", {"email": who, "password": given, **more})


def codes_on(page: str) -> list[str]:
    """The recovery codes on a page."""
    return re.findall(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b", page)
