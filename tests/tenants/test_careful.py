"""Beside every field for free text about people stands what to leave out (V4, V19): every page with one is opened."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.house.forms_in import forms_in
from tests.tenants.town import Town
from tests.tenants.urls_table import TABLE

WARNINGS = ("baken-careful", "Schrijf niet meer op dan nodig is", "Vertel niet meer dan mag")
ABOUT_A_SIGNAL = ("report", "enter", "tell", "route:", "enrich:", "tables:", "refer:")
WITH_PROSE = {
    "report",
    "tell",
    "route:establish",
    "route:assess",
    "route:correct",
    "route:close",
    "route:secrecy",
    "enrich:weigh",
    "enrich:consult",
    "enrich:trusted_person",
    "refer:hand_over",
    "refer:answer",
    "refer:notification",
}
"""Those of which one knows, so that a page without its form does not pass for one without prose."""


@pytest.mark.parametrize("name", [name for name in TABLE if name.startswith(ABOUT_A_SIGNAL)])
def test_beside_free_text_the_page_says_what_to_leave_out(name: str, client: Client, town: Town) -> None:
    row = TABLE[name]
    reader = next((visitor for visitor, status in row.expect.items() if status == 200), None)
    if reader is None:
        assert row.post or name not in WITH_PROSE
        return
    address = reverse(name, kwargs=dict(row.of(town)))
    html = town.visit(client, reader).get(address).content.decode(errors="replace")
    prose = [one for one in forms_in(html, address) if one.named("textarea")]
    assert bool(prose) or name not in WITH_PROSE
    assert not prose or any(warning in html for warning in WARNINGS)
