"""Every address of Baken leaves an entry in the read log, or stands here with the reason why it leaves none (V9).

An allowed visitor comes to each address of `tests/tenants/urls_table.py`. A page that shows something without passing
a door fails here, and so does a new address that nobody thought of.
"""

import pytest
from django.test import Client
from django.urls import reverse

from baken.ledger.models import ReadEntry
from baken.tenancy.scope import scope
from tests.tenants.conftest import town
from tests.tenants.town import Town
from tests.tenants.urls_table import TABLE

__all__ = ["town"]

REPORTER = "reporters leave nothing that leads to a person, also who happens to be logged in (V32)"
PUBLIC = "public, and the same for everybody: shows nothing of an organisation's work"
ONESELF = "shows nothing but one's own way in"
WITHOUT = {
    "single_sign_on:back": ONESELF,
    "single_sign_on:door": ONESELF,
    "single_sign_on:leave": ONESELF,
    "single_sign_on:left": ONESELF,
    "single_sign_on:failed": ONESELF,
    "landing": PUBLIC,
    "privacy": PUBLIC,
    "language": PUBLIC,
    "card:choose": PUBLIC,
    "card:whole": PUBLIC,
    "card:for_work": PUBLIC,
    "choose": REPORTER,
    "report": REPORTER,
    "answer": REPORTER,
    "notify": REPORTER,
    "account:login": ONESELF,
    "account:invited": ONESELF,
    "account:with_passkey": ONESELF,
    "account:second": ONESELF,
    "account:recover": ONESELF,
    "account:enrol": ONESELF,
    "account:account": ONESELF,
    "account:prove": ONESELF,
    "account:new_app": ONESELF,
    "account:new_passkey": ONESELF,
    "account:new_password": ONESELF,
    "account:new_codes": ONESELF,
    "account:remove": ONESELF,
    "account:end_session": ONESELF,
    "tenancy:logout": ONESELF,
    "tenancy:choose": ONESELF,
}


def entries(town: Town, visitor: str) -> list[ReadEntry]:
    with scope(town.members[visitor].organisation_id):
        return list(ReadEntry.objects.filter(membership_id=town.members[visitor].id).order_by("number"))


def allowed(name: str, town: Town) -> str:
    """Return a visitor who may see the page, or for whom there is nothing on it where nobody sees it."""
    row = TABLE[name]
    found = [who for who in (row.shows or row.expect) if who in town.members]
    if row.post:
        return found[0]
    best = (200, 404)
    return min(
        (who for who in town.members if row.expect[who] in best),
        key=lambda who: best.index(int(row.expect[who])),
    )


def test_who_leaves_no_entry_is_an_address_that_exists() -> None:
    assert sorted(set(WITHOUT) - set(TABLE)) == []


@pytest.mark.parametrize("name", sorted(set(TABLE) - set(WITHOUT)))
def test_an_address_leaves_an_entry_whether_it_shows_anything_or_refuses(
    name: str, client: Client, town: Town
) -> None:
    row, visitor = TABLE[name], allowed(name, town)
    arguments = dict(row.of(town))
    address = reverse(name, kwargs=arguments)
    before = {who: entries(town, who) for who in town.members}
    town.visit(client, visitor)
    answer = client.post(address, {}) if row.post else client.get(address)
    assert answer.status_code < 500
    entry, *more = entries(town, visitor)[len(before[visitor]) :]  # one for each thing it is about
    assert {one.trace for one in more} <= {entry.trace}
    assert entry.address == name
    assert entry.action
    assert entry.roles == sorted(town.actor(visitor).roles)
    if not row.post:
        assert entry.result == ("shown" if answer.status_code == 200 else "not_found")
    assert entry.result not in ("refused", "failed")
    told = [str(value) for value in arguments.values()]
    assert entry.object_id is None or not told or str(entry.object_id) in told or entry.object_kind
    for refused in [who for who in town.members if not row.post and row.expect[who] in (403, 404)][:2]:
        town.visit(client, refused).get(address)
        (entry,) = entries(town, refused)[len(before[refused]) :]
        assert entry.result in ("refused", "not_found")


@pytest.mark.parametrize("name", sorted(WITHOUT))
def test_what_is_for_everybody_names_nobody(name: str, client: Client, town: Town) -> None:
    row = TABLE[name]
    address = reverse(name, kwargs=dict(row.of(town)))
    for visitor in ("focal_point", "adviser"):
        town.visit(client, visitor)
        client.get(address)
        client.post(address, {})
        assert entries(town, visitor) == []
