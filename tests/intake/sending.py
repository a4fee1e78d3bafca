"""Reports as tests send them."""

import re
from datetime import datetime
from typing import Any
from uuid import UUID

from baken.intake.actions import Receipt, report
from baken.intake.content import Report
from baken.ledger import signals
from baken.ledger.signals import SignalFile
from baken.tenancy.models import Locator, Organisation
from baken.tenancy.scope import scope

TOKEN = "een-formulier-met-een-eigen-kenmerk-0001"
STORY = "Er slapen zestien mensen op de grond."
CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}-[0-9A-Z]{2}")


def send(organisation: Organisation, now: datetime, *, form_token: str = TOKEN, **changes: Any) -> Receipt:
    """Report something from outside, in the plainest way."""
    plain: dict[str, Any] = {
        "content": Report(happened=STORY),
        "claims": {},
        "envelope": None,
        "reporter": "unknown",
        "question": False,
        "about": "other",
        "channel": "web",
        "coordinator_consulted": False,
        "actor": None,
    }
    return report(organisation=organisation, form_token=form_token, now=now, **{**plain, **changes})


def code_on(page: str) -> str:
    """Return the return code that a receipt shows."""
    found = CODE.search(page)
    assert found, "there is no return code on this page"
    return found.group()


def signals_of(organisation: Organisation) -> list[UUID]:
    """Return every signal that a return code leads to in this organisation."""
    found = Locator.objects.filter(kind="return_code", organisation_id=organisation.id)
    return [one.target for one in found.order_by("id") if one.target is not None]


def only_signal(organisation: Organisation, now: datetime) -> SignalFile:
    """Return the one signal there is."""
    (found,) = signals_of(organisation)
    with scope(organisation.id):
        return signals.read(found, now=now)
