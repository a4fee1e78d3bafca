"""Days at the ends of the calendar, in each form of supervision that takes one: asked again, and no broken page."""

from collections.abc import Callable, Mapping
from uuid import uuid4

import pytest
from django.test import Client

from tests.tenants.conftest import town
from tests.tenants.rights_things import an_incident
from tests.tenants.things import a_signal
from tests.tenants.town import Town

__all__ = ["town"]

FIRST, LAST = "0001-01-01", "9999-12-31"
Where = Callable[[Town], str]
LEAK = "/verantwoording/datalekken/"
POST: Mapping[str, tuple[str, Where, Mapping[str, str]]] = {
    "leak": (
        "coordinator",
        lambda town: f"{LEAK}melden/",
        {"what": "lost", "where": "own", "ongoing": "no", "told": "x", "discovered_at": "{day}T00:01"},
    ),
    "told": (
        "privacy",
        lambda town: f"{LEAK}{an_incident(town)['incident']}/gemeld/ap/",
        {"at": "{day}T23:59"},
    ),
    "hold": (
        "focal_point",
        lambda town: f"/verantwoording/bewaren/tegenhouden/{a_signal(town)['signal']}/",
        {"until": "{day}", "reason": "x"},
    ),
    "request": (
        "privacy",
        lambda town: "/verantwoording/rechten/nieuw/",
        {"right": "access", "received_on": "{day}", "identity": "in_person", "name": "Kanarie"},
    ),
    "dpia": (
        "privacy",
        lambda town: "/verantwoording/stukken/vastleggen/dpia/",
        {"reference": "x", "version": "1", "signed_on": "{day}", "review_on": "{day}"},
    ),
    "deputy": (
        "focal_point",
        lambda town: f"/functies/{town.posts['woerden'].id}/achtervang/",
        {"member": "{member}", "first": "{day}", "last": "{day}"},
    ),
}


@pytest.mark.parametrize("day", [FIRST, LAST])
@pytest.mark.parametrize("name", POST)
def test_no_form_takes_it(town: Town, client: Client, name: str, day: str) -> None:
    visitor, where, fields = POST[name]
    address = where(town)
    sent = {
        key: one.replace("{day}", day).replace("{member}", str(town.members["deputy"].id))
        for key, one in fields.items()
    }
    answer = town.visit(client, visitor).post(address, {"command": str(uuid4()), **sent})
    assert answer.status_code in (409, 422), (name, answer.status_code)


@pytest.mark.parametrize("day", [FIRST, LAST])
def test_who_had_which_rights_on_such_a_day_is_no_broken_page(town: Town, client: Client, day: str) -> None:
    assert town.visit(client, "supervisor").get(f"/mensen/rechten/?op={day}").status_code in (200, 422)
