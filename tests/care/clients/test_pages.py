"""The pages of client files (CARE-01, 02, 12, 14, 15, 16; V5)."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from django.test import Client

from baken.clock import now
from baken.core.derive.client import may_go_to
from baken.core.vocabulary.moments import civil_date
from baken.ledger.models import ClientRow
from baken.tenancy.scope import scope
from tests.care.clients.filing import BECAUSE, NAME, Filing, open_files
from tests.tenants.care_things import a_room
from tests.tenants.things import a_notification
from tests.tenants.town import build

OPEN = {
    "source": "self",
    "ground": "asked_for_help",
    "age": "unknown",
    "because": "Vertelde het.",
    "police": "no",
}


def today() -> date:
    return civil_date(now())


def soon(days: int = 7) -> str:
    return (today() + timedelta(days=days)).isoformat()


def test_safe_contact_stands_first_and_says_so_while_it_is_not_agreed(file: Filing) -> None:
    html = file.get().content.decode()
    first = html.index("Veilig contact")
    assert first < html.index("De persoon</h2>") < html.index("Hulp: wie doet wat")
    assert "Neem geen contact op voordat u weet hoe dat veilig kan" in html
    answer = file.send(
        "contact", how="Alleen bellen", never="Nooit na zes uur", language="Pools", interpreter="Ja"
    )
    assert answer.status_code == 303
    html = file.get().content.decode()
    assert "Neem geen contact op" not in html
    assert html.index("Nooit na zes uur") < html.index("Alleen bellen") < html.index("De persoon</h2>")


def test_several_found_together_open_in_one_go_each_with_an_own_file(db: None) -> None:
    town, browser = build(), Client()
    a_room(town)
    names = [f"Kanarie {number}" for number in range(8)]
    form = {"command": str(uuid4()), "names": "\n".join(names), **OPEN}
    for _ in range(2):
        assert town.visit(browser, "care").post("/clienten/openen/", form).status_code == 303
    with scope(town.care.id):
        rows = list(ClientRow.objects.all())
    assert len(rows) == 8, "the same form sent twice opens nothing twice"
    assert len({row.group_id for row in rows}) == 1
    for row in rows:
        html = town.visit(browser, "care").get(f"/clienten/{row.stream_id}/").content.decode()
        assert sum(name in html for name in names) == 1, "a file knows the others only as found together"
        assert "Samen gevonden met anderen" in html


def test_from_a_notification_files_open_and_it_leads_to_them(db: None) -> None:
    town, browser = build(), Client()
    a_room(town)
    notification = a_notification(town)["notification"]
    there = f"/meldingen/{notification}/clienten/"
    assert there in town.visit(browser, "care").get(f"/meldingen/{notification}/").content.decode()
    given = {name: value for name, value in OPEN.items() if name != "source"}
    answer = browser.post(there, {"command": str(uuid4()), "names": "Kanarie", **given})
    assert answer.status_code == 303
    file = browser.get(answer["Location"]).content.decode()
    assert f"/meldingen/{notification}/" in file
    assert answer["Location"] in browser.get(f"/meldingen/{notification}/").content.decode()
    assert town.visit(browser, "care").get(f"/meldingen/{uuid4()}/clienten/").status_code == 404


def test_nobody_and_a_hundred_are_no_group_and_nothing_typed_is_lost(db: None) -> None:
    town, browser = build(), Client()
    a_room(town)
    for names in ("", "\n \n", "\n".join(f"P {n}" for n in range(100)), "Twee\nTwee"):
        form = {"command": str(uuid4()), "names": names, **OPEN}
        answer = town.visit(browser, "care").post("/clienten/openen/", form)
        assert answer.status_code == 422
        assert "Vertelde het." in answer.content.decode()
    with scope(town.care.id):
        assert not ClientRow.objects.exists()


def test_who_does_what_by_when_per_area_and_help_that_was_not_to_be_had(file: Filing) -> None:
    assert file.send("hulpvraag", area="medical", what="Een huisarts").status_code == 303
    assert (file.row.waiting, file.row.due_on) == (1, None)
    need = next(iter(file.state.needs))
    assert file.send(f"hulp/{need}", by="doctor", due=soon()).status_code == 303
    assert (file.row.waiting, file.row.due_on) == (0, date.fromisoformat(soon()))
    assert file.send(f"afronden/{need}", outcome="not_to_be_had").status_code == 422
    assert file.send(f"afronden/{need}", outcome="not_to_be_had", gap="waiting_list").status_code == 303
    assert file.state.needs[need].gap == "waiting_list"
    assert (
        "De wachttijd is te lang" in file.get().content.decode() or "wachttijd" in file.get().content.decode()
    )


def test_rights_are_told_without_any_complaint(file: Filing) -> None:
    """CARE-16: and nothing asks whether the person calls themselves a victim (CARE-14)."""
    assert (
        file.send("rechten", on=today().isoformat(), language="Pools", by="Zorgcoördinator").status_code
        == 303
    )
    assert "rights" not in file.row.to_do
    assert file.send("rechten", on=soon(2), language="Pools", by="Wij").status_code == 409


def test_nothing_goes_to_anybody_without_consent_or_a_weighing(file: Filing) -> None:
    """V5: per recipient, and withdrawn as easily as given."""
    assert not may_go_to(file.state, "police")
    answer = file.send("toestemming", recipient="police", what="Naam en plek", how="spoken")
    assert answer.status_code == 303
    assert may_go_to(file.state, "police") == "consent"
    assert not may_go_to(file.state, "comensha")
    consent = next(iter(file.state.consents))
    assert file.send(f"intrekken/{consent}").status_code == 303
    assert not may_go_to(file.state, "police")
    assert file.send("afweging", recipient="police", outcome="may", reason="Levensgevaar").status_code == 303
    assert may_go_to(file.state, "police") == "weighed"


def test_a_birth_date_that_contradicts_the_age_is_asked_about(file: Filing) -> None:
    fields = {"working_name": NAME, "role": "presumed_victim"}
    child = (today() - timedelta(days=365 * 15)).isoformat()
    for age, birth, status in (
        ("adult", child, 409),
        ("minor", "1980-01-01", 409),
        ("adult", soon(), 409),
        ("unknown", "1812-02-03", 422),  # at the field itself: a year that nobody means
    ):
        answer = file.send("persoon", age=age, birth=birth, **fields)
        assert (answer.status_code, birth in answer.content.decode()) == (status, True)
    assert file.send("persoon", age="minor", birth=child, **fields).status_code == 303
    html = file.get().content.decode()
    assert html.index("Veilig contact</h2>") < html.index("Het gaat om een minderjarige")


def test_a_closed_file_changes_no_more_until_it_is_reopened(file: Filing) -> None:
    assert file.send("afsluiten", outcome="not_a_victim", note="Toch een arbeidsconflict.").status_code == 303
    assert file.send("wens", wish="Terug naar huis").status_code == 409
    assert "Dit cliëntdossier is afgesloten" in file.get("dossier/wens/").content.decode()
    assert "heropenen" in file.get().content.decode()
    assert file.send("heropenen", note="Toch niet.").status_code == 303
    assert file.send("wens", wish="Terug naar huis").status_code == 303


def test_what_nobody_knows_is_not_there(file: Filing) -> None:
    for page in (
        "dossier/bestaat-niet/",
        f"dossier/hulp/{uuid4()}/",
        "dossier/hulp/",
        f"dossier/wens/{uuid4()}/",
    ):
        assert file.get(page).status_code == 404
    for visitor in ("focal_point", "administrator", "neighbour", "supervisor"):
        assert file.get(visitor=visitor).status_code == 404
    assert Filing(file.town, file.client, UUID(int=1)).get().status_code == 404


def test_the_caseload_shows_what_is_due_first_and_asks_few_questions(
    db: None, django_assert_max_num_queries: object
) -> None:
    town, browser = build(), Client()
    a_room(town)
    for _ in range(3):
        open_files(town, *[f"Kanarie {n}" for n in range(20)])
    browser = town.visit(browser, "care")
    with django_assert_max_num_queries(40):  # type: ignore[operator]
        html = browser.get("/clienten/").content.decode()
    assert "60 open dossiers" in html
    assert "blad=2" in html
    assert BECAUSE not in html
    assert browser.get("/clienten/?blad=99999999&samen=x").status_code == 200
