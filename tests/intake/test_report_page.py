"""Reporting from outside: the page, the receipt, and what is kept."""

import pytest
from django.test import Client
from django.utils.html import escape

from baken.intake.content import Report
from baken.ledger import vault
from baken.tenancy.scope import scope
from tests.intake.sending import STORY, TOKEN, code_on, only_signal, signals_of
from tests.tenants.town import Town


def test_the_first_thing_on_the_page_is_a_telephone_number(client: Client, village: Town) -> None:
    page = client.get("/melden/woerden/").content.decode()
    assert page.index('href="tel:112"') < page.index('id="formulier"') < page.index('name="urgency"')


def test_what_happens_with_a_name_is_said_before_it_is_asked(client: Client, village: Town) -> None:
    page = client.get("/melden/woerden/").content.decode()
    assert page.index("verzegelde envelop") < page.index('name="named"') < page.index('name="name"')
    assert "Aandachtsfunctionaris Woerden" in page


def test_the_policy_shows_purpose_and_ground(client: Client, village: Town) -> None:
    page = client.get("/melden/woerden/").content.decode()
    assert "mogelijke mensenhandel wegen" in page
    assert "AVG artikel 6" in page


def test_a_report_without_a_name_is_kept_with_purpose_and_ground_and_without_an_actor(
    client: Client, village: Town
) -> None:
    answer = client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY, "exploitation": ["labour"]})
    assert answer.status_code == 200
    assert code_on(answer.content.decode())
    with scope(village.woerden.id):
        file = only_signal(village.woerden, village.now)
        content = vault.get(file.id, file.state.contents[0])
    assert Report.from_vault(content) == Report(happened=STORY)
    assert file.state.claimed == {"exploitation": frozenset({"labour"})}
    assert (file.state.purpose, file.state.ground) == ("weigh_signal", "public_task")
    assert file.state.envelope is None
    assert [one.actor for one in file.stream.events] == [None, None]
    assert [one.type for one in file.stream.events] == ["signal.reported", "signal.acknowledged"]
    assert not client.cookies


def test_a_name_is_sealed_to_the_post_and_opens_with_its_passphrase(client: Client, town: Town) -> None:
    told = {
        "named": "yes",
        "name": "Johanna Kanarie",
        "contact": "06-98765432",
        "coordinator": "Mevrouw Baas",
    }
    client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY, **told})
    secret = town.open_vault("focal_point")
    with scope(town.woerden.id):
        file = only_signal(town.woerden, town.now)
        assert file.state.envelope is not None
        opened = vault.get_sealed(file.id, file.state.envelope, secret)
    assert opened["name"] == "Johanna Kanarie"
    assert opened["coordinator"] == "Mevrouw Baas"
    assert set(opened) == {"name", "contact", "team", "coordinator", "reach"}
    assert file.state.reporter_named
    assert file.stream.events[-1].type == "team_coordinator.consulted"


@pytest.mark.parametrize("slug", ["woerden", "montfoort"])
def test_an_unknown_field_or_address_harms_nobody(client: Client, town: Town, slug: str) -> None:
    assert client.post(f"/melden/{slug}/", {"x": "y"}).status_code in (200, 422)
    assert client.get("/melden/nergens/").status_code == 404
    assert client.get("/melden/zorg/").status_code == 404


def test_the_receipt_says_what_happens_now_what_not_to_do_and_who_reads_it(
    client: Client, village: Town
) -> None:
    page = client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY}).content.decode()
    for words in (
        "Wat gebeurt er nu?",
        "uiterlijk",
        "Doe dit niet",
        "Spreek de mogelijke uitbuiter niet aan",
    ):
        assert words in page
    assert "Aandachtsfunctionaris Woerden" in page
    assert "Persoon focal_point" not in page
    assert "Verzonnen meldpunt" in page


def test_whoever_it_happens_to_is_told_where_help_is_instead(client: Client, village: Town) -> None:
    page = client.post(
        "/melden/woerden/", {"token": TOKEN, "happened": STORY, "about": "self"}
    ).content.decode()
    assert "Bel 112 als u in gevaar bent." in page
    assert "Spreek de mogelijke uitbuiter niet aan" not in page


def test_a_claimed_danger_puts_a_telephone_call_on_top_of_the_receipt(client: Client, village: Town) -> None:
    told = {"token": TOKEN, "happened": STORY, "urgency": "acute"}
    page = client.post("/melden/woerden/", told).content.decode()
    assert page.index("Bel nu 112") < page.index("Uw signaal is aangekomen", page.index("<main"))
    calm = client.post("/melden/woerden/", {**told, "urgency": "not_acute"}).content.decode()
    assert "Bel nu 112" not in calm


def test_sending_twice_makes_one_report_and_shows_the_same_code(client: Client, village: Town) -> None:
    told = {"token": TOKEN, "happened": STORY, "named": "yes", "name": "Johanna"}
    first = code_on(client.post("/melden/woerden/", told).content.decode())
    again = code_on(client.post("/melden/woerden/", told).content.decode())
    assert first == again
    assert len(signals_of(village.woerden)) == 1


def test_what_is_added_after_going_back_is_not_lost(client: Client, village: Town) -> None:
    told = {"token": TOKEN, "happened": STORY}
    first = code_on(client.post("/melden/woerden/", told).content.decode())
    second = code_on(
        client.post("/melden/woerden/", {**told, "happened": STORY + " En een kind."}).content.decode()
    )
    assert first != second
    assert len(signals_of(village.woerden)) == 2


def test_a_form_without_its_token_is_still_a_report(client: Client, village: Town) -> None:
    for token in ("", "kort", "met spaties en <haken> " * 3):
        assert client.post("/melden/woerden/", {"token": token, "happened": STORY}).status_code == 200
    assert len(signals_of(village.woerden)) == 3


def test_no_address_holds_the_code_and_no_cookie_is_left(client: Client, village: Town) -> None:
    answer = client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY})
    code = code_on(answer.content.decode())
    assert code not in str(answer.headers)
    assert answer["Cache-Control"] == "no-store"
    assert not client.cookies
    assert not client.get("/melden/woerden/").cookies


def test_a_question_is_recorded_and_answered_as_a_question(client: Client, village: Town) -> None:
    page = client.post("/melden/woerden/", {"token": TOKEN, "happened": "Is dit iets?", "kind": "question"})
    assert "Uw vraag is aangekomen" in page.content.decode()
    assert only_signal(village.woerden, village.now).state.question


def test_without_a_policy_in_use_the_door_is_closed_and_says_where_else_to_go(
    client: Client, village: Town
) -> None:
    page = client.get("/melden/montfoort/").content.decode()
    assert "nog geen beleid in gebruik" in page
    assert "0900-8844" in page
    assert 'id="formulier"' not in page


def test_what_was_sent_to_a_closed_door_is_given_back_and_not_kept(client: Client, village: Town) -> None:
    answer = client.post("/melden/montfoort/", {"token": TOKEN, "happened": "<b>zestien</b> matrassen"})
    assert answer.status_code == 409
    assert escape("<b>zestien</b> matrassen") in answer.content.decode()
    assert signals_of(village.montfoort) == []


def test_who_is_logged_in_reports_without_becoming_the_actor(client: Client, town: Town) -> None:
    town.visit(client, "focal_point")
    assert "uw account gaat niet mee" in client.get("/melden/woerden/").content.decode()
    client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY})
    assert {one.actor for one in only_signal(town.woerden, town.now).stream.events} == {None}


def test_a_member_of_another_municipality_can_report_here(client: Client, town: Town) -> None:
    town.visit(client, "neighbour").post("/melden/woerden/", {"token": TOKEN, "happened": STORY})
    assert only_signal(town.woerden, town.now).state.exists


def test_the_choice_of_municipality_lists_municipalities_only(client: Client, town: Town) -> None:
    page = client.get("/melden/").content.decode()
    assert "/melden/woerden/" in page
    assert "/melden/montfoort/" in page
    assert "/melden/zorg/" not in page


def test_with_one_municipality_there_is_nothing_to_choose(client: Client, db: None) -> None:
    from datetime import UTC, datetime

    from baken.tenancy.actions import create_organisation

    create_organisation(
        slug="woerden", name="Woerden", kind="municipality", now=datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert client.get("/melden/")["Location"] == "/melden/woerden/"


def test_where_no_post_has_a_key_a_name_is_not_asked_and_not_taken(client: Client, village: Town) -> None:
    from baken.tenancy.actions import create_post
    from baken.tenancy.models import Post

    with scope(village.woerden.id):
        Post.objects.filter(organisation_id=village.woerden.id).update(role="care_coordinator")
        create_post(role="focal_point", name="Zonder sleutel", holders=[], now=village.now)
    assert 'name="named"' not in client.get("/melden/woerden/").content.decode()
    told = {"token": TOKEN, "happened": STORY, "named": "yes", "name": "Johanna"}
    answer = client.post("/melden/woerden/", told)
    assert answer.status_code == 422
    assert signals_of(village.woerden) == []
    assert client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY}).status_code == 200


def test_other_places_to_go_stand_below_the_form_with_when_to_use_them(client: Client, village: Town) -> None:
    page = client.get("/melden/woerden/").content.decode()
    assert page.index('id="formulier"') < page.index("Verzonnen meldpunt") < page.index("Bij vragen")
