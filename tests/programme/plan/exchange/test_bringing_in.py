"""A table into the programme: looked at first, chosen per row, and nothing kept before that (PROG-01)."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from baken.programme.plan.exchange import limits
from baken.programme.plan.models import Action, Edition
from tests.programme.plan.exchange.making import HEADINGS, ROW, excel, word
from tests.programme.plan.planning import Planning

IN, TAKE = "/programma/uitvoering/in/", "/programma/uitvoering/in/overnemen/"


@pytest.fixture
def home(there: Planning) -> Edition:
    return there.edition()


def row(
    there: Planning, label: str = "1.1", owner: str | None = "team Veiligheid", **told: Any
) -> tuple[Any, ...]:
    when = f"{there.day(30):%d-%m-%Y}"
    return (
        label,
        told.get("title", "Beleid vaststellen"),
        told.get("ready", when),
        "Zo.",
        owner,
        "RIEC",
        5000,
    )


def look(
    there: Planning, home: Edition, content: bytes, name: str = "x.xlsx", visitor: str = "adviser"
) -> Any:
    fields = {"command": str(uuid4()), "into": str(home.id), "sent": SimpleUploadedFile(name, content)}
    return there.town.visit(there.client, visitor).post(IN, fields)


def take(there: Planning, answer: Any, visitor: str = "adviser", **more: str) -> Any:
    form = answer.context["form"]
    fields = {name: str(form.initial[name]) for name in ("command", "into", "rows")}
    ticked = {name: "on" for name, one in form.fields.items() if name.startswith("take_") and one.initial}
    told = {**fields, **ticked, **more}
    return there.town.visit(there.client, visitor).post(TAKE, {k: v for k, v in told.items() if v})


def labels(there: Planning) -> list[str]:
    return sorted(one.label for one in there.rows(Action))


@pytest.mark.parametrize("make", [excel, word])
def test_looking_shows_each_row_and_keeps_nothing(there: Planning, home: Edition, make: Any) -> None:
    answer = look(there, home, make(HEADINGS, row(there)))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "1.1 Beleid vaststellen" in html
    assert "team Veiligheid" in html
    assert "Er is nog niets bewaard" in html
    assert labels(there) == []


def test_what_was_chosen_is_taken_and_the_rest_is_not(there: Planning, home: Edition) -> None:
    answer = look(there, home, excel(HEADINGS, row(there), row(there, "1.2"), row(there, "1.3")))
    done = take(there, answer, take_2="")
    assert done.status_code == 303
    assert done["Location"] == f"/programma/uitvoering/{home.id}/"
    assert labels(there) == ["1.1", "1.3"]
    first = next(one for one in there.rows(Action) if one.label == "1.1")
    assert (first.edition_id, first.title, first.what, first.ready, first.ready_on) == (
        home.id,
        "Beleid vaststellen",
        "Zo.",
        "date",
        there.day(30),
    )
    assert (first.owner, first.partners, first.budget) == ("team Veiligheid", ["RIEC"], 5000)


def test_the_same_confirmation_twice_is_taken_once(there: Planning, home: Edition) -> None:
    answer = look(there, home, excel(HEADINGS, row(there)))
    assert [take(there, answer).status_code for _ in range(2)] == [303, 303]
    assert labels(there) == ["1.1"]


def test_a_row_that_cannot_be_read_says_row_column_what_and_what_to_do(
    there: Planning, home: Edition
) -> None:
    answer = look(there, home, excel(("Programma",), HEADINGS, row(there), row(there, "1.2", ready="ooit")))
    html = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))
    assert "4 Wanneer gereed “ooit” is hier niet te begrijpen. Schrijf bijvoorbeeld: doorlopend" in html
    assert "Van 2 rijen kan er 1 mee" in html or "Van 2 rijen kunnen er 1 mee" in html
    take(there, answer)
    assert labels(there) == ["1.1"]


def test_an_owner_that_is_missing_is_asked_for_at_the_row(there: Planning, home: Edition) -> None:
    answer = look(there, home, excel(HEADINGS, row(there, owner=None), row(there, "1.2", owner=None)))
    refused = take(there, answer, owner_2="team Zorg")
    html = refused.content.decode()
    assert refused.status_code == 422
    assert 'href="#id_owner_1"' in html
    assert 'id="id_owner_1_error"' in html
    assert 'value="team Zorg"' in html
    assert labels(there) == []
    done = take(there, answer, owner_2="team Zorg", owner="team Veiligheid")
    assert done.status_code == 303
    assert {one.label: one.owner for one in there.rows(Action)} == {
        "1.1": "team Veiligheid",
        "1.2": "team Zorg",
    }


def test_two_rows_with_one_number_wait_for_a_choice_and_never_both_go(there: Planning, home: Edition) -> None:
    answer = look(there, home, excel(HEADINGS, row(there), row(there, title="Iets anders")))
    assert take(there, answer).status_code == 422
    both = take(there, answer, take_1="on", take_2="on")
    assert both.status_code == 422
    assert "is al gekozen" in both.content.decode()
    assert take(there, answer, take_2="on").status_code == 303
    assert [one.title for one in there.rows(Action)] == ["Iets anders"]


def test_a_day_that_has_passed_is_marked_and_can_be_taken(there: Planning, home: Edition) -> None:
    past = f"{there.day(-40):%d-%m-%Y}"
    answer = look(there, home, excel(HEADINGS, row(there, ready=past)))
    assert "Deze dag is al geweest." in answer.content.decode()
    take(there, answer)
    assert [one.ready_on for one in there.rows(Action)] == [there.day(-40)]


def test_rows_without_numbers_get_the_next_free_ones(there: Planning, home: Edition) -> None:
    there.action(home, label="4")
    table = (("Actie", "Deadline", "Trekker"), ("Een", "doorlopend", "OOV"), ("Twee", "doorlopend", "OOV"))
    take(there, look(there, home, excel(*table)))
    assert labels(there) == ["4", "5", "6"]


def test_somebody_else_who_was_first_with_a_number_loses_nothing(there: Planning, home: Edition) -> None:
    answer = look(there, home, excel(HEADINGS, row(there), row(there, "1.2")))
    there.action(home, label="1.1", title="Van een collega")
    again = take(there, answer)
    assert again.status_code == 422
    assert "Actie 1.1 is net gewijzigd." in again.content.decode()
    assert [one.title for one in there.rows(Action)] == ["Van een collega"]


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 100, "oud.xls", "oud bestand"),
        (b"%PDF-1.7", "x.pdf", "een PDF"),
        (b"Nr;Wat\r\n1;x", "x.csv", "geen bestand van Excel of Word"),
        (b"PK\x03\x04 kapot", "x.xlsx", "niet veilig worden geopend"),
        (excel(("Naam", "Telefoon"), ("a", "b")), "x.xlsx", "geen tabel gevonden"),
        (excel(HEADINGS), "x.xlsx", "Onder de kolomkoppen staat niets"),
        (b"0" * (limits.MAX_FILE + 1), "x.xlsx", "te groot"),
        (excel(HEADINGS, ("1", "x" * (limits.MAX_CELL + 1))), "x.xlsx", "te groot"),
    ],
    ids=["old", "pdf", "csv", "broken", "headings", "empty", "large", "long"],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(
    there: Planning, home: Edition, content: bytes, name: str, says: str
) -> None:
    answer = look(there, home, content, name)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "form" in answer.context


def test_a_form_that_did_not_come_from_the_page_is_refused(there: Planning, home: Edition) -> None:
    client = there.town.visit(there.client, "adviser")
    for rows in ("", "geen rijen", "eJwLAA", "AAAA"):
        answer = client.post(TAKE, {"command": str(uuid4()), "into": str(home.id), "rows": rows})
        assert answer.status_code == 422
        assert "kwam niet heel aan" in answer.content.decode()
    assert client.post(TAKE, {"into": str(uuid4()), "rows": "x"}).status_code == 404


def test_without_a_programme_one_is_led_to_begin_it(there: Planning) -> None:
    html = there.text("uitvoering/in/")
    assert "Er is nog geen programma" in html
    assert "/programma/uitvoering/leeg/" in html


@pytest.mark.parametrize("visitor", ["care", "coordinator", "administrator"])
def test_who_does_not_keep_the_programme_brings_nothing_in(
    there: Planning, home: Edition, visitor: str
) -> None:
    assert look(there, home, excel(HEADINGS, ROW), visitor=visitor).status_code == 403


def test_rows_never_go_to_a_programme_of_another_municipality(there: Planning, home: Edition) -> None:
    assert look(there, home, excel(HEADINGS, row(there)), visitor="neighbour").status_code == 422
    answer = look(there, home, excel(HEADINGS, row(there)))
    assert take(there, answer, visitor="neighbour").status_code == 404
    assert labels(there) == []


def test_it_reads_in_english_too(there: Planning, home: Edition) -> None:
    client = there.town.visit(there.client, "adviser")
    client.cookies["taal"] = "en"
    fields = {
        "command": str(uuid4()),
        "into": str(home.id),
        "sent": SimpleUploadedFile(
            "x.xlsx", excel(("What", "Ready when", "Owner"), ("Report", "Q1 2199", "OOV"))
        ),
    }
    html = client.post(IN, fields).content.decode()
    assert "This day lies outside the programme" in html
