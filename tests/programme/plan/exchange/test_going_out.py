"""An edition as Excel and Word in the shape of its source, and its days for a calendar (PROG-01, PROG-04)."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn
from icalendar import Calendar
from openpyxl import load_workbook

from baken.core.vocabulary.moments import civil_date
from baken.programme.plan.exchange import columns
from baken.programme.plan.models import Action, Edition
from tests.programme.plan.planning import Planning

OWNER = "team Veiligheid"


def filled(there: Planning) -> tuple[Edition, list[Action]]:
    """A programme of this year and the next, with a goal and an action of every kind; one is done and shown."""
    this, then = there.today.year, there.today.year + 1
    rows: list[dict[str, Any]] = [
        {"label": "1", "title": "Beleid borgen", "ready": "ongoing"},
        {"label": "1.1", "title": "Beleid vaststellen", "ready": "month", "ready_on": date(then, 9, 1)},
        {"label": "1.2", "title": "Evalueren", "ready": "every", "ready_on": date(then, 12, 1), "every_years": 2},
        {"label": "2", "title": "Meldpunt", "ready": "quarter", "ready_on": date(then, 1, 1), "budget": 90_000},
        {"label": "2.1", "title": "Voorlichting", "ready": "times", "times": 2, "partners": ["Veilig Thuis", "RIEC"]},
        {"label": "10", "title": "=SUM(A1:A9)", "ready": "date", "ready_on": date(this, 12, 31), "what": "+1\n-2\n@x"},
    ]  # fmt: skip
    edition = there.edition(
        [{**row, "owner": OWNER} for row in rows], from_date=date(this, 1, 1), until_date=date(then, 12, 31)
    )
    made = {one.label: one for one in there.rows(Action)}
    there.progress(made["2"], evidence="besluit 12")
    return edition, [made[str(row["label"])] for row in rows]


def sent(there: Planning, name: str, edition: Edition, language: str = "nl", visitor: str = "adviser") -> Any:
    client = there.town.visit(there.client, visitor)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client.get(reverse(f"programme_plan:{name}", args=[edition.id]))


def sheet(answer: Any) -> Any:
    return load_workbook(BytesIO(answer.content)).worksheets[0]


def header(rows: Any) -> int:
    return next(row[0].row for row in rows.iter_rows() if row[0].value in ("Nr", "No"))


def test_excel_has_a_row_for_each_action_in_the_order_of_their_numbers(there: Planning) -> None:
    edition, _ = filled(there)
    then = there.today.year + 1
    answer = sent(there, "excel", edition)
    assert answer["Content-Disposition"] == 'attachment; filename="programma-van-nu.xlsx"'
    rows = sheet(answer)
    first = header(rows)
    assert [cell.value for cell in rows[first]] == [name.nl for name in columns.NAMES.values()]
    assert [rows.cell(first + at, 1).value for at in range(1, 7)] == ["1", "1.1", "1.2", "2", "2.1", "10"]
    assert [rows.cell(first + at, 3).value for at in range(1, 7)] == [
        "Doorlopend",
        f"September {then}",
        f"Elke twee jaar in december, vanaf {then}",
        f"Q1 {then}",
        "Minimaal 2 keer per jaar",
        f"31 december {then - 1}",
    ]
    assert rows.cell(first + 4, 8).value == 90_000
    assert rows.cell(first + 5, 6).value == "Veilig Thuis; RIEC"
    assert rows.print_title_rows == f"${first}:${first}"
    assert rows.page_setup.orientation == "landscape"


def test_what_begins_as_a_formula_is_text_in_excel(there: Planning) -> None:
    edition, _ = filled(there)
    rows = sheet(sent(there, "excel", edition))
    last = header(rows) + 6
    for column, text in ((2, "=SUM(A1:A9)"), (4, "+1\n-2\n@x")):
        cell = rows.cell(last, column)
        assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_what_is_done_is_shown_with_its_evidence_or_said_to_have_none(there: Planning) -> None:
    edition, made = filled(there)
    there.progress(made[1])
    rows = sheet(sent(there, "excel", edition))
    told = {rows.cell(at, 1).value: (rows.cell(at, 9).value, rows.cell(at, 10).value) for at in range(1, 15)}
    assert told["2"][0] == "Gedaan"
    assert told["2"][1].endswith("besluit 12")
    assert told["1.1"] == ("Gedaan", "Nog niet aangetoond: het bewijs ontbreekt")


def test_word_has_headings_and_one_table_whose_headings_return_on_each_page(there: Planning) -> None:
    edition, _ = filled(there)
    document: Any = Document(BytesIO(sent(there, "word", edition).content))
    styles = [
        (one.style.name, one.text) for one in document.paragraphs if one.style.name.startswith("Heading")
    ]
    assert styles == [
        ("Heading 1", "Programma van nu"),
        ("Heading 2", "Doelstelling"),
        ("Heading 2", "Acties"),
    ]
    [table] = document.tables
    assert [cell.text for cell in table.rows[0].cells] == [name.nl for name in columns.NAMES.values()]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [row.cells[0].text for row in table.rows[1:]] == ["1", "1.1", "1.2", "2", "2.1", "10"]
    assert table.rows[6].cells[3].text == "+1\n-2\n@x"
    section = document.sections[0]
    assert section.page_width > section.page_height


@pytest.mark.parametrize(("language", "locale", "head"), [("nl", "nl-NL", "Nr"), ("en", "en-GB", "No")])
def test_each_reader_gets_it_in_their_own_language(
    there: Planning, language: str, locale: str, head: str
) -> None:
    edition, _ = filled(there)
    document: Any = Document(BytesIO(sent(there, "word", edition, language).content))
    assert document.core_properties.language == locale
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {locale}
    assert document.tables[0].rows[0].cells[0].text == head
    rows = sheet(sent(there, "excel", edition, language))
    assert rows.cell(header(rows), 1).value == head


def test_the_calendar_has_a_whole_day_for_each_turn_and_names_no_person(there: Planning) -> None:
    edition, _ = filled(there)
    found = Calendar.from_ical(sent(there, "agenda", edition).content)
    events = [(str(one["summary"]), one["dtstart"].dt, one["dtend"].dt) for one in found.walk("VEVENT")]
    days = sorted((name.split(" ")[0], first) for name, first, _ in events)
    this, then = there.today.year, there.today.year + 1
    assert days == [
        ("1.1", date(then, 9, 30)),
        ("1.2", date(then, 12, 31)),
        ("10", date(this, 12, 31)),
        ("2", date(then, 3, 31)),
        ("2.1", date(this, 6, 30)),
        ("2.1", date(this, 12, 31)),
        ("2.1", date(then, 6, 30)),
        ("2.1", date(then, 12, 31)),
    ]
    assert all(last - first == timedelta(days=1) for _, first, last in events)
    assert not found.errors
    assert "ATTENDEE" not in found
    assert all(one.get("organizer") is None and one.get("attendee") is None for one in found.walk("VEVENT"))


def test_an_event_keeps_its_name_when_its_day_moves(there: Planning) -> None:
    from baken.programme.plan import actions
    from baken.tenancy import kept
    from baken.tenancy.scope import scope

    def uids() -> dict[str, date]:
        found = Calendar.from_ical(sent(there, "agenda", edition).content)
        return {str(one["uid"]): one["dtstart"].dt for one in found.walk("VEVENT")}

    edition, made = filled(there)
    before = uids()
    assert len(before) == 8
    with scope(there.town.woerden.id):
        actions.change_action(
            kept.one(Action, made[1].id),
            {"ready_on": date(there.today.year + 1, 10, 5)},
            1,
            actor=there.town.actor("adviser"),
            now=there.town.now,
        )
    after = uids()
    assert set(after) == set(before)
    moved = [uid for uid in after if after[uid] != before[uid]]
    assert [after[uid] for uid in moved] == [date(there.today.year + 1, 10, 31)]


def test_what_was_stopped_has_no_day_any_more(there: Planning) -> None:
    from baken.programme.plan import actions
    from baken.tenancy.scope import scope

    edition, made = filled(there)
    with scope(there.town.woerden.id):
        actions.stop_action(
            made[1],
            civil_date(there.town.now),
            "geen geld",
            1,
            actor=there.town.actor("adviser"),
            now=there.town.now,
        )
    found = Calendar.from_ical(sent(there, "agenda", edition).content)
    assert not any(str(one["summary"]).startswith("1.1 ") for one in found.walk("VEVENT"))
    rows = sheet(sent(there, "excel", edition))
    assert rows.cell(header(rows) + 2, 9).value.startswith("Gestopt op ")


@pytest.mark.parametrize("name", ["excel", "word", "agenda"])
def test_an_edition_of_another_municipality_does_not_exist(there: Planning, name: str) -> None:
    edition, _ = filled(there)
    assert sent(there, name, edition, visitor="neighbour").status_code == 404
    assert sent(there, name, edition, visitor="administrator").status_code == 403
