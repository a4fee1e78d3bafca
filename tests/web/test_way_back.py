"""No page is a dead end: what lies below an entry of the menu leads back to it."""

import re

import pytest
from django.test import Client

from tests.tenants import things
from tests.tenants.conftest import town
from tests.tenants.town import Town

__all__ = ["town"]

BACK = re.compile(r'class="baken-back[^"]*"(?: href="([^"]*)"|>\s*<a class="utrecht-link" href="([^"]*)")')


@pytest.mark.django_db
@pytest.mark.parametrize("visitor", ["focal_point", "supervisor", "privacy", "archivist"])
def test_every_page_that_accountability_leads_to_leads_back(town: Town, client: Client, visitor: str) -> None:
    things.adopt(town)
    town.visit(client, visitor)
    start = client.get("/verantwoording/")
    assert start.status_code == 200
    parts = [str(href) for href, _, _ in start.context["parts"]]
    assert parts
    for href in parts:
        page = client.get(href).content.decode()
        back = BACK.search(page)
        assert back, href
        room = "/verantwoording/" if href.startswith("/verantwoording/") else "/"
        assert (back[1] or back[2]).startswith(room), href
    assert not BACK.search(start.content.decode())
