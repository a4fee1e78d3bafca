"""Where one meets the signal card: on the first page, beside the report form, and after a report."""

import re

import pytest
from django.test import Client

from tests.intake.sending import STORY, TOKEN
from tests.tenants.town import Town

WAY = r'<a [^>]*href="/signalenkaart/woerden/"[^>]*>'


def test_the_first_page_leads_to_the_card(client: Client, db: None) -> None:
    assert 'href="/signalenkaart/"' in client.get("/").content.decode()


def test_beside_the_form_it_opens_apart_so_that_what_was_typed_stays(client: Client, village: Town) -> None:
    way = re.search(WAY, client.get("/melden/woerden/").content.decode())
    assert way is not None
    assert 'target="_blank"' in way[0]
    assert 'rel="noopener"' in way[0]


@pytest.mark.parametrize(("about", "shown"), [("other", True), ("colleague", True), ("self", False)])
def test_the_receipt_leads_to_it_but_not_whoever_it_happens_to(
    client: Client, village: Town, about: str, shown: bool
) -> None:
    """Whoever it happens to is not told how to keep watch, but where help is."""
    answer = client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY, "about": about})
    assert answer.status_code == 200
    assert (re.search(WAY, answer.content.decode()) is not None) == shown
