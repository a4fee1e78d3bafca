"""The programme to look at and to fill in, as a policy adviser does (PROG-01, PROG-05, PROG-06)."""

import re
from datetime import date, timedelta
from html import unescape
from uuid import uuid4

import pytest

from baken.programme.plan import actions, showing
from baken.programme.plan.models import Action, Edition, Progress
from baken.tenancy.models_kept import Change
from baken.tenancy.scope import scope
from tests.programme.plan.planning import Planning
from tests.tenants.things import adopt


def test_the_first_page_says_what_is_late_due_and_done_and_where_more_is(there: Planning) -> None:
    assert "Er is nog geen programma in gebruik" in there.text()
    late = {
        "label": "1",
        "title": "Kaart bij loket",
        "owner": "KCC",
        "ready": "date",
        "ready_on": there.day(-9),
    }
    due = {**late, "label": "2", "title": "Overleg nu", "ready_on": there.today}
    there.edition([late, due], title="Programma Noord")
    done = there.action(ready="date", ready_on=there.today, title="Training gegeven")
    there.progress(done)
    page = there.text()
    parts = re.split(r"<h3|<summary|<h2", page)
    assert "1 Kaart bij loket" in next(part for part in parts if "Te laat" in part)
    assert "2 Overleg nu" in next(part for part in parts if "Dit kwartaal" in part)
    finished = next(part for part in parts if "Net gedaan" in part)
    assert "Training gegeven" in finished
    assert "Nog niet aangetoond" in finished
    assert "3 acties" in page
    assert "1 gedaan maar nog niet aangetoond" in page


def test_what_falls_by_a_later_quarter_is_not_said_to_fall_in_this_one(there: Planning) -> None:
    first = date(there.today.year, 1, 1)
    row = {"label": "1", "title": "Ervaringen delen", "owner": "OOV", "ready": "times"}
    there.edition([{**row, "times": 1}, {**row, "label": "2", "times": 4}], from_date=first)
    with scope(there.town.woerden.id):
        found = showing.now_of(first)
    [now, year] = [[row[0].label for row in table.rows] for table in (found.due, found.begun)]
    assert now == [f"2 Ervaringen delen, keer 1 van 4 in {first.year}"]
    assert year == ["1 Ervaringen delen"]


def test_an_ended_programme_asks_for_the_next_edition(there: Planning) -> None:
    there.edition(title="Programma Oud", from_date=there.day(-800), until_date=there.day(-70))
    page = there.text()
    assert "Programma Oud" in page
    assert "Er is nu geen programma in gebruik" in page
    assert "/volgende/" in page


def test_an_edition_is_shown_under_its_goals_and_by_owner_and_state(there: Planning) -> None:
    rows = [
        {"label": "2", "title": "Zicht krijgen", "owner": "college"},
        {
            "label": "2.1",
            "title": "Omgevingsscan",
            "owner": "team OOV",
            "ready": "date",
            "ready_on": there.day(-40),
        },
        {"label": "10", "title": "Opvang", "owner": "college", "budget": 90000, "partners": ["ZVH", "GGD"]},
    ]
    edition = there.edition(rows)
    page = unescape(there.text(f"uitvoering/{edition.id}/"))
    assert page.index("2. Zicht krijgen") < page.index("2.1 Omgevingsscan") < page.index("10. Opvang")
    assert "€ 90.000" in page
    assert "Met ZVH, GGD" in page
    assert "Te laat, uiterlijk" in page
    found = there.text(f"uitvoering/{edition.id}/", stand="late", eigenaar="team OOV")
    assert "Omgevingsscan" in found
    assert "10 Opvang" not in found
    assert "Geen actie gevonden" in there.text(f"uitvoering/{edition.id}/", stand="done")
    assert "10 Opvang" in there.text(f"uitvoering/{edition.id}/", stand="onzin", eigenaar="niemand")


def test_an_action_is_added_changed_proved_and_stopped_and_its_history_says_so(there: Planning) -> None:
    edition = there.edition()
    told = {"title": "Boa's trainen", "owner": "team Handhaving", "ready": "month", "ready_on": there.day(60)}
    assert there.send(f"uitvoering/{edition.id}/actie/", label="3.1", **told).status_code == 303
    (action,) = there.rows(Action)
    page = f"uitvoering/actie/{action.id}/"
    changed = {
        **told,
        "label": "3.1",
        "owner": "team Zorg",
        "partners": "RIEC\nCoMensha\nRIEC",
        "looked_at": 1,
    }
    assert there.send(f"{page}wijzigen/", **changed).status_code == 303
    assert there.one(Action, action.id).partners == ["RIEC", "CoMensha"]
    done = {"on": there.today, "what": "Dagdeel gegeven", "done": "yes", "evidence": "presentielijst"}
    assert there.send(f"{page}voortgang/", **done).status_code == 303
    assert "Aangetoond: presentielijst" in there.text(page)
    (progress,) = there.rows(Progress)
    assert there.send(f"uitvoering/voortgang/{progress.id}/terugnemen/").status_code == 303
    assert "Aangetoond" not in there.text(page)
    stop = {"on": there.today, "why": "Gaat op in 3.2", "looked_at": 2}
    assert there.send(f"{page}stoppen/", **stop).status_code == 303
    shown = unescape(there.text(page))
    for words in (
        "Gemaakt",
        "Eigenaar: was team Handhaving, werd team Zorg",
        "Met wie: was leeg, werd RIEC, CoMensha",
        "Voortgang vastgelegd",
        "Voortgang teruggenomen",
        "Gaat op in 3.2",
    ):
        assert words in shown, words
    assert "Vastleggen wat er is gedaan" not in shown
    assert "Deze actie is gestopt" in there.text(f"{page}wijzigen/")
    with scope(there.town.woerden.id):
        assert Change.objects.filter(row_id=action.id).count() == 3


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"owner": ""}, "Vul een functie of team in"),
        ({"ready_on": -1}, "Deze dag is al geweest"),
        ({"ready_on": 400}, "Deze dag valt buiten het programma"),
        ({"ready_on": ""}, "Hier hoort een dag bij"),
        ({"label": "1"}, "Nummer 1 is al in gebruik"),
        ({"ready": "times", "times": ""}, "Hier hoort een getal bij"),
        ({"ready": "every", "every_years": "0"}, "Vul 1 of meer in"),
        ({"budget": "duizend"}, "Vul een heel getal in"),
        ({"partners": "x" * 121}, "Een regel is te lang"),
        ({"title": "bel 111222333"}, "burgerservicenummer"),
        ({"ready_on": "2026-02-30"}, "Deze dag bestaat niet"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    there: Planning, told: dict[str, object], says: str
) -> None:
    edition = there.edition([{"label": "1", "title": "Doel", "owner": "college"}])
    if isinstance(told.get("ready_on"), int):
        told = {**told, "ready_on": there.day(int(str(told["ready_on"]))).isoformat()}
    fields = {"title": "Iets", "what": "Met zorg getypt.", "owner": "college", "ready": "date"}
    sent = there.send(
        f"uitvoering/{edition.id}/actie/", **{**fields, "ready_on": there.day(30).isoformat(), **told}
    )
    assert sent.status_code == 422
    page = unescape(sent.content.decode())
    (field,) = told.keys() - {"ready"} or {"ready"}
    assert re.search(rf'href="#id_{field}"[^>]*>\s*[^<]*{re.escape(says)}', page), says
    assert "Met zorg getypt." in page
    assert len(there.rows(Action)) == 1


def test_two_editors_at_once_lose_nothing(there: Planning) -> None:
    action = there.action(there.edition())
    told = {"title": "Van mij", "owner": "college", "ready": "ongoing", "looked_at": 1}
    page = f"uitvoering/actie/{action.id}/wijzigen/"
    assert there.send(page, **{**told, "title": "Van een ander"}).status_code == 303
    sent = there.send(page, **told)
    assert sent.status_code == 409
    assert "Van mij" in sent.content.decode()
    assert there.one(Action, action.id).title == "Van een ander"


def test_progress_of_tomorrow_or_without_a_day_is_refused_at_its_field(there: Planning) -> None:
    action = there.action(there.edition())
    for on, says in ((there.day(1).isoformat(), "nog niet geweest"), ("", "Vul een dag in")):
        sent = there.send(f"uitvoering/actie/{action.id}/voortgang/", on=on, what="Getypt", done="yes")
        assert sent.status_code == 422
        assert says in sent.content.decode()
        assert "Getypt" in sent.content.decode()
    assert there.rows(Progress) == []


def test_a_programme_for_another_theme_stands_beside_this_one(there: Planning) -> None:
    """PROG-06."""
    there.edition()
    days = {"from_date": there.today.isoformat(), "until_date": there.day(500).isoformat()}
    told = {"theme": "+", "new_theme": "Jeugdoverlast", "title": "Rust op straat", **days}
    assert there.send("uitvoering/leeg/", **{**told, "new_theme": ""}).status_code == 422
    assert there.send("uitvoering/leeg/", **told).status_code == 303
    again = there.send("uitvoering/leeg/", **{**told, "new_theme": "jeugdoverlast", "title": "Dubbel"})
    assert again.status_code == 422
    assert "overlappen met een ander programma" in again.content.decode()
    assert {one.theme for one in there.rows(Edition)} == {"trafficking", "Jeugdoverlast"}
    assert "Jeugdoverlast" in there.text()


def test_an_edition_that_ends_before_it_begins_or_is_too_far_away_is_refused(there: Planning) -> None:
    told = {"theme": "trafficking", "title": "Kort"}
    for first, last, says in (
        (there.today, there.day(-1), "ligt voor de eerste"),
        (there.today, there.today + timedelta(days=9000), "te ver weg"),
    ):
        sent = there.send(
            "uitvoering/leeg/", **told, from_date=first.isoformat(), until_date=last.isoformat()
        )
        assert sent.status_code == 422
        assert says in sent.content.decode()
    assert there.rows(Edition) == []


def test_who_laid_a_programme_down_is_written_down_later(there: Planning) -> None:
    edition = there.edition(decision="")
    assert "Nog niet vastgesteld" in there.text(f"uitvoering/{edition.id}/")
    told = {
        "title": edition.title,
        "goal": edition.goal,
        "from_date": edition.from_date.isoformat(),
        "until_date": edition.until_date.isoformat(),
        "decision": "raad, 8 juni",
        "looked_at": 1,
    }
    assert there.send(f"uitvoering/{edition.id}/wijzigen/", **told).status_code == 303
    page = there.text(f"uitvoering/{edition.id}/")
    assert "Vastgesteld: raad, 8 juni" in page
    assert "Besluit: was leeg, werd raad, 8 juni" in page


def test_the_programme_of_the_policy_begins_in_one_step(there: Planning) -> None:
    """PROG-07: what Woerden and its region laid down, and who says so."""
    assert "In uw beleid staat geen programma" in there.text("uitvoering/beginnen/")
    adopt(there.town)
    assert "/uitvoering/beginnen/" in there.text("uitvoering/")
    form = there.text("uitvoering/beginnen/")
    days = dict(re.findall(r'name="(from_date|until_date)" value="([^"]+)"', form))
    assert there.send("uitvoering/beginnen/", title="Aanpak", **days).status_code == 303
    (edition,) = there.rows(Edition)
    assert edition.policy == "woerden"
    page = there.text(f"uitvoering/{edition.id}/")
    assert "acties zijn afgesproken in de regio Copen" in page
    assert "/uitvoering/beginnen/" not in there.text("uitvoering/")
    first = next(one for one in there.rows(Action) if one.label == "4.2")
    assert "Afgesproken in de regio Copen" in there.text(f"uitvoering/actie/{first.id}/")


def test_whoever_only_reads_sees_no_buttons(there: Planning) -> None:
    with scope(there.town.care.id):
        given = {"actor": there.town.actor("care"), "now": there.town.now, "command_id": uuid4()}
        edition = actions.start_edition(
            {"title": "Van de zorg", "from_date": there.today, "until_date": there.day(90)}, **given
        )
    page = there.text(f"uitvoering/{edition.id}/", "care")
    assert "Van de zorg" in page
    assert "Actie toevoegen" not in page
    assert there.get(f"uitvoering/{edition.id}/actie/", "care").status_code == 403
