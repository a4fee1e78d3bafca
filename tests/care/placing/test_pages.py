"""Where a client stays, shelter and moves, on the pages (CARE-04, CARE-05, CARE-06, CARE-08, CARE-12, DATA-12)."""

import pytest
from django.core import mail

from tests.care.placing.moving import CANARIES, Moving, another_file, moving, placed
from tests.tenants.placing_things import ADDRESS, SHELTER


@pytest.fixture
def file(db: None) -> Moving:
    return moving()


@pytest.fixture
def there(db: None) -> Moving:
    return placed()


def test_the_responsible_municipality_stands_there_with_its_reason_and_source(file: Moving) -> None:
    """CARE-04, CARE-08: registered nowhere, so where found; the centre municipality is of the care policy."""
    assert "Nog niet vastgelegd is waar de persoon verblijft" in file.text()
    sent = file.post(
        "opvang/gemeente/",
        stays="here",
        stays_in="Montfoort",
        registered="not_registered",
        found_in="Woerden",
        since=file.today,
    )
    assert sent.status_code == 303
    page = file.text()
    assert "Woerden" in page
    assert "nergens ingeschreven en is daar gevonden" in page
    assert "Centrumgemeente Utrecht" in page
    assert "West-Friesland, paragraaf 5.3" in page
    assert 'name="because"' in file.text("opvang/gemeente/")


def test_shelter_is_asked_waited_for_answered_and_moved_into(file: Moving) -> None:
    """CARE-05, CARE-06, CARE-12: what is needed, local first, where one waits, and the move."""
    file.post("opvang/nodig/", along="together", safety="secret", language="Roemeens", access="geen trappen")
    sent = file.post(
        "opvang/aanvragen/", kind="local", whom=SHELTER, named="no", meanwhile="nowhere", on=file.today
    )
    assert sent.status_code == 303
    page = file.text()
    assert "wacht 0 dagen" in page
    assert "geen veilige plek" in page
    listed = file.client.get("/clienten/").content.decode()
    assert "een plek in de opvang" in listed
    assert "1 wacht op een plek in de opvang" in listed
    [request] = file.placed.waiting
    answered = file.post(
        f"opvang/{request.id}/antwoord/", outcome="place", on=file.today, note="vanaf morgen"
    )
    assert answered.status_code == 303
    moved = file.post(
        "opvang/verhuizing/",
        to="local",
        because="place_found",
        on=file.today,
        request=request.id,
        place=SHELTER,
        address=ADDRESS,
        municipality="Utrecht",
    )
    assert moved.status_code == 303
    page = file.text()
    assert all(word in page for word in (SHELTER, ADDRESS, "vanaf morgen", "geen trappen"))
    assert file.placed.waiting == ()
    assert "een plek in de opvang" not in file.client.get("/clienten/").content.decode()


def test_an_answer_to_what_was_never_asked_does_not_exist(file: Moving) -> None:
    assert file.get(f"opvang/{file.id}/antwoord/").status_code == 404
    assert file.post(f"opvang/{file.id}/antwoord/", outcome="place", on=file.today).status_code == 404


@pytest.mark.parametrize(
    ("page", "fields", "status"),
    [
        ("opvang/gemeente/", {"stays": "mars", "registered": "unknown", "since": "2026-01-01"}, 422),
        ("opvang/gemeente/", {"stays": "here", "registered": "unknown", "since": "2999-01-01"}, 409),
        (
            "opvang/aanvragen/",
            {"kind": "local", "whom": "x", "named": "no", "meanwhile": "family", "on": "x"},
            422,
        ),
        (
            "opvang/verhuizing/",
            {"to": "local", "because": "safety", "on": "2026-01-01", "police": "no", "place": "a" * 300},
            422,
        ),
        (
            "opvang/nodig/",
            {"along": "alone", "safety": "secret", "note": "van de politie", "police": "yes"},
            422,
        ),
        ("opvang/nodig/", {"along": "alone", "safety": "secret", "language": "111222333"}, 422),
    ],
)
def test_bad_input_is_said_and_what_was_typed_stays(
    file: Moving, page: str, fields: dict[str, str], status: int
) -> None:
    before = file.stream.number
    answer = file.post(page, **fields)
    assert answer.status_code == status
    assert file.stream.number == before
    typed = max(
        (value for name, value in fields.items() if name in ("note", "place", "since")), key=len, default=""
    )
    assert typed in answer.content.decode()


def test_an_address_and_the_name_of_a_shelter_stand_on_the_clients_own_page_alone(there: Moving) -> None:
    """Nothing reveals where somebody is in lists, mails, papers, notices or another's page."""
    assert all(word in there.text() for word in CANARIES)
    there.town.visit(there.client, "care")
    for page in (
        "/clienten/",
        "/meldingen/",
        "/",
        "/werk/",
        "/clienten/uitwisselen/",
        "/termijnen/",
        "/zorgaanbod/",
    ):
        text = there.client.get(page, follow=True).content.decode()
        assert not any(word in text for word in CANARIES), page
    for page in (
        "comensha/",
        "comensha/klaarmaken/",
        "overdragen/",
        "bericht/",
        "opvang/gemeente/",
        "verblijf/",
    ):
        text = there.text(page)
        assert not any(word in text for word in CANARIES), page
    assert not mail.outbox


def test_no_title_names_a_shelter_because_titles_stay_in_the_history_of_a_browser(there: Moving) -> None:
    [request] = there.placed.requests
    for page in ("", "opvang/verhuizing/", f"opvang/{request}/antwoord/"):
        text = there.text(page)
        assert "<title>" in text, page
        assert not any(word in text.partition("</title>")[0] for word in CANARIES), page


def test_who_waits_for_shelter_is_seen_in_one_list_without_any_place(there: Moving) -> None:
    """CARE-12: who has no safe place first, then who waits longest; an answer takes somebody off."""
    other = another_file(there, "Vogel")
    other.post("opvang/nodig/", along="together", safety="ordinary")
    other.post(
        "opvang/aanvragen/", kind="local", whom=SHELTER, named="no", meanwhile="family", on="2026-01-02"
    )
    page = there.town.visit(there.client, "care").get("/clienten/opvang/").content.decode()
    assert (
        page.index("Nergens, er is nog geen veilige plek") < page.index("Vogel") < page.index("Bij familie")
    )
    assert not any(word in page for word in (*CANARIES, "Utrecht", "Woerden"))
    for file in (there, other):
        [request] = file.placed.waiting
        file.post(f"opvang/{request.id}/antwoord/", outcome="no_place", on=file.today)
    page = there.client.get("/clienten/opvang/").content.decode()
    assert "Niemand wacht op opvang" in page


def test_no_event_holds_a_municipality_a_shelter_or_an_address(there: Moving) -> None:
    """Personal data lie in the vault alone."""
    held = " ".join(str(stored.event.to_payload()) for stored in there.stream.events)
    assert not any(word in held for word in (*CANARIES, "Utrecht", "Woerden"))


def test_a_closed_file_takes_no_new_place(there: Moving) -> None:
    there.post("dossier/afsluiten/", outcome="help_ended", note="klaar")
    assert not there.file.open
    assert "afgesloten" in there.text("opvang/verhuizing/")
    answer = there.post("opvang/verhuizing/", to="local", because="safety", on=there.today)
    assert answer.status_code == 409
