"""The page where the route sheet is made: for members alone, and with what is still lacking."""

import pytest
from django.test import Client

from tests.policy.sheet.conftest import ADDRESS
from tests.tenants.town import Town, build


def test_without_a_log_in_there_is_no_sheet(client: Client, town: Town) -> None:
    for answer in (client.get(ADDRESS), client.post(ADDRESS, {"audience": "everyone", "language": "nl"})):
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/inloggen/")


@pytest.mark.parametrize("who", ["unattached", "expired_deputy"])
def test_whoever_has_no_right_here_gets_no_sheet(client: Client, town: Town, who: str) -> None:
    town.visit(client, who)
    answer = client.post(ADDRESS, {"audience": "everyone", "language": "nl"})
    assert answer.status_code in (302, 403)
    assert b"%PDF" not in answer.content


def test_the_page_shows_who_stands_on_the_sheet_and_which_partners_cannot_be_reached(
    client: Client, town: Town
) -> None:
    page = town.visit(client, "focal_point").get(ADDRESS).content.decode()
    assert "focal_point@woerden.example" in page
    assert "neighbour@" not in page
    assert "Alleen voor intern gebruik" in page
    lacking = page[page.index('id="zonder"') :]
    assert "RIEC Midden-Nederland" in lacking
    assert "Nederlandse Arbeidsinspectie" not in lacking
    assert "FNV" not in lacking  # not in the route


def test_the_sheet_is_a_file_to_keep_and_is_not_kept_on_the_way(client: Client, town: Town) -> None:
    answer = town.visit(client, "coordinator").post(ADDRESS, {"audience": "staff", "language": "nl"})
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="meldroute-woerden-')
    assert answer.headers["Content-Disposition"].endswith('-nl.pdf"')
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "sent", [{}, {"audience": "everybody", "language": "nl"}, {"audience": "staff", "language": "xx"}]
)
def test_a_choice_that_is_missing_or_unknown_says_what_to_choose(
    client: Client, town: Town, sent: dict[str, str]
) -> None:
    answer = town.visit(client, "focal_point").post(ADDRESS, sent)
    assert answer.status_code == 422
    assert "Kies " in answer.content.decode()


def test_without_a_policy_it_says_so(client: Client, db: None) -> None:
    page = build().visit(client, "focal_point").get(ADDRESS).content.decode()
    assert "Nog geen beleid in gebruik" in page
