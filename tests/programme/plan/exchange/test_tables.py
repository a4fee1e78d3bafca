"""Finding the programme in what a municipality sends: by its headings, whatever else stands in the file (PROG-01)."""

from datetime import date

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.programme.plan.exchange import columns, finding, limits, taking
from baken.programme.plan.exchange.judging import Frame, judged
from tests.programme.plan.exchange.making import HEADINGS, ROW, excel, opened, put, texts, word

TOLD = {
    "label": "1.1",
    "title": "Beleid vaststellen",
    "ready": "september 2027",
    "what": "Het college besluit.",
    "owner": "team Veiligheid",
    "partners": "RIEC",
    "budget": "5000",
}


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Nr.", "label"),
        ("#", "label"),
        ("WAT", "title"),
        ("Actie:", "title"),
        ("Wanneer gereed?", "ready"),
        ("Deadline", "ready"),
        ("Wat gaan we doen", "what"),
        ("Toelichting (kort)", "what"),
        ("Trekker", "owner"),
        ("Trekker / verantwoordelijke", "owner"),
        ("Eigenaar en partners", "owner"),
        ("Betrokken partijen", "partners"),
        ("Barrière", "barrier"),
        ("Budget (in euro)", "budget"),
        ("Stand van zaken", "state"),
        ("Gemeente", ""),
        ("Het borgen van de beleidsmatige basis", ""),
    ],
)
def test_headings_are_known_by_the_words_that_municipalities_use(heading: str, role: str) -> None:
    assert columns.role_of(heading) == role


@pytest.mark.parametrize("made", [excel(HEADINGS, ROW), word(HEADINGS, ROW)], ids=["excel", "word"])
def test_a_plain_table_is_read_column_by_column(made: bytes) -> None:
    found = opened(made)
    assert texts(found) == [TOLD]
    assert found.notes == ()


def test_columns_may_stand_in_any_order_and_unknown_ones_are_named() -> None:
    found = opened(
        excel(("Trekker", "Gemeente", "Actie", "Deadline"), ("BOA", "Hoorn", "Meldpunt", "Q1 2027"))
    )
    assert texts(found) == [{"owner": "BOA", "title": "Meldpunt", "ready": "Q1 2027"}]
    assert ["Gemeente" in note.nl for note in found.notes] == [True]


def test_a_title_above_and_empty_rows_are_passed_by() -> None:
    found = opened(
        excel(("Uitvoeringsprogramma 2027",), (), HEADINGS, (), ROW, (None,) * 7, ROW, merged=["A1:G1"])
    )
    assert [one.number for one in found.rows] == [5, 7]


def test_a_band_between_the_rows_is_passed_over_and_said() -> None:
    found = opened(excel(HEADINGS, ("Thema 2: zicht",), ROW, merged=["A2:G2"]))
    assert texts(found) == [TOLD]
    assert "Thema 2: zicht" in found.notes[0].nl
    found = opened(word(HEADINGS, ("Thema 2: zicht",), ROW, merged=[(1, 0, 1, 6)]))
    assert texts(found) == [TOLD]
    assert "rij 2" in found.notes[0].nl


def test_an_owner_merged_over_rows_owns_each_of_them() -> None:
    more = ("1.2", "Evalueren", "Q1 2027", "", None)
    assert [one["owner"] for one in texts(opened(excel(HEADINGS, ROW, more, merged=["E2:E3"])))] == [
        "team Veiligheid"
    ] * 2
    row = tuple(str(cell) for cell in ROW)
    in_word = opened(word(HEADINGS, row, ("1.2", "Evalueren", "Q1 2027"), merged=[(1, 4, 2, 4)]))
    assert [one["owner"] for one in texts(in_word)] == ["team Veiligheid"] * 2


def test_what_stands_beside_a_merged_action_belongs_to_that_action() -> None:
    more = (None, None, None, "En daarna de raad.")
    found = opened(excel(HEADINGS, ROW, more, merged=["A2:A3", "B2:B3"]))
    [one] = texts(found)
    assert one["what"] == "Het college besluit.\nEn daarna de raad."
    assert one["label"] == "1.1"


def test_headings_merged_over_number_and_words_cover_both() -> None:
    found = opened(
        excel(("Wat", None, "Wanneer gereed"), ("1.1", "Beleid vaststellen", "Q1 2027"), merged=["A1:B1"])
    )
    assert texts(found) == [{"title": "1.1 Beleid vaststellen", "ready": "Q1 2027"}]


def test_headings_of_two_rows_are_no_action() -> None:
    second = (None, None, "klaar", None)
    rows = (("Wat", "Trekker", "Wanneer gereed", "Budget"), second, ("Meldpunt", "BOA", "Q1 2027", 3))
    found = opened(excel(*rows, merged=["A1:A2", "B1:B2", "D1:D2"]))
    assert [one["title"] for one in texts(found) if one.get("title")] == ["Meldpunt"]


def test_several_tables_are_read_and_those_that_are_no_programme_are_not() -> None:
    def more(document) -> None:
        put(document, [("Naam", "Telefoon"), ("Meldpunt", "0229")])
        put(document, [HEADINGS, ("2", "Zicht krijgen", "doorlopend", "", "OOV", "", "")])

    found = opened(word(HEADINGS, tuple(map(str, ROW)), then=more))
    assert [one["label"] for one in texts(found)] == ["1.1", "2"]
    assert [one.where.nl for one in found.rows] == ["tabel 1", "tabel 3"]


def test_headings_that_return_on_a_next_page_are_no_action() -> None:
    assert len(opened(excel(HEADINGS, ROW, HEADINGS, ROW)).rows) == 2


def test_hidden_sheets_are_not_read() -> None:
    def more(book, sheet) -> None:
        other = book.create_sheet("Oud")
        other.append(HEADINGS)
        other.append(ROW)
        other.sheet_state = "hidden"

    assert len(opened(excel(HEADINGS, ROW, then=more)).rows) == 1


def test_what_was_struck_out_in_word_is_gone_and_what_was_put_in_counts() -> None:
    def track(document) -> None:
        paragraph = document.tables[0].cell(1, 1).paragraphs[0]._p
        for run in paragraph.findall(f"{{{paragraph.nsmap['w']}}}r"):
            paragraph.remove(run)
        names = nsdecls("w")
        paragraph.append(parse_xml(f'<w:del {names} w:id="1"><w:r><w:delText>Oud</w:delText></w:r></w:del>'))
        paragraph.append(parse_xml(f'<w:ins {names} w:id="2"><w:r><w:t>Nieuw beleid</w:t></w:r></w:ins>'))

    assert texts(opened(word(HEADINGS, tuple(map(str, ROW)), then=track)))[0]["title"] == "Nieuw beleid"


def test_numbers_that_word_counts_itself_are_read() -> None:
    """A programme is often numbered by Word, and then the numbers stand in no text."""

    def number(document) -> None:
        names = nsdecls("w")
        levels = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
            for at, text in enumerate(("%1.", "%1.%2"))
        )
        numbering = document.part.numbering_part.element
        numbering.insert(
            0, parse_xml(f'<w:abstractNum {names} w:abstractNumId="77">{levels}</w:abstractNum>')
        )
        numbering.append(parse_xml(f'<w:num {names} w:numId="78"><w:abstractNumId w:val="77"/></w:num>'))
        for row, depth in enumerate((0, 1, 1, 0, 1), start=1):
            about = document.tables[0].cell(row, 0).paragraphs[0]._p.get_or_add_pPr()
            about.append(
                parse_xml(f'<w:numPr {names}><w:ilvl w:val="{depth}"/><w:numId w:val="78"/></w:numPr>')
            )

    rows = [("", f"Actie {one}", "doorlopend", "", "", "", "") for one in "abcde"]
    found = opened(word(HEADINGS, *rows, then=number))
    assert [one["label"] for one in texts(found)] == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_more_rows_than_are_taken_at_once_are_said() -> None:
    found = opened(excel(HEADINGS, *[ROW] * (limits.MAX_ROWS + 5)))
    assert len(found.rows) == limits.MAX_ROWS
    assert str(limits.MAX_ROWS) in found.notes[0].nl


@pytest.mark.parametrize(
    ("shown_as", "told"),
    [("mmm-yy", "september 2027"), ("[$-413]mmmm yyyy", "september 2027"), ("dd-mm-yyyy", "2027-09-01")],
)
def test_a_month_that_excel_turned_into_a_day_is_a_month(shown_as: str, told: str) -> None:
    def month(book, sheet) -> None:
        cell = sheet.cell(2, 3)
        cell.value, cell.number_format = date(2027, 9, 1), shown_as

    assert texts(opened(excel(HEADINGS, ROW, then=month)))[0]["ready"] == told


@pytest.mark.parametrize("make", [excel, word])
def test_the_shape_of_the_source_is_read_row_by_row(make) -> None:
    """Twelve rows, numbered before the words, with the deadlines as that document writes them (PROG-03)."""
    rows = (
        ("1 Beleid op orde houden", "Doorlopend", "Opstellen, invoeren en bekijken."),
        ("1.1 Beleid en programma vaststellen", "September 2022", "Samen opstellen."),
        ("1.2 Beleid evalueren", "Twee jaarlijks in december", "Samen bekijken:\n• beleid\n• uitvoering"),
        ("2 Zicht op aard en omvang", "Doorlopend", "Partners bevragen."),
        ("2.1 Omgevingsscan maken", "Q3 2023", "Kwetsbare sectoren."),
        ("3 Signaleren en ingrijpen", "Doorlopend", "Elke twee jaar trainen."),
        ("3.1 Trainen", "Q2 2023", "In drie lagen."),
        ("3.2 Meldpunt", "Q1 2023", "Intern bekend maken."),
        ("3.3 Aandachtsfunctionaris", "Doorlopend", "Kent de weg."),
        ("3.4 Barrières", "Q1 2024", "Beleid bijwerken."),
        ("4 Samenwerken", "Doorlopend", "Zorg en veiligheid."),
        ("5 Opvang", "Doorlopend", "Belegd bij het ZVH."),
    )
    found = opened(make(("Wat", "Wanneer gereed", "Wat gaan we doen"), *rows))
    made = judged(found.rows, Frame(date(2022, 1, 1), date(2024, 12, 31), date(2022, 1, 1)))
    assert [one.label for one in made] == [
        "1",
        "1.1",
        "1.2",
        "2",
        "2.1",
        "3",
        "3.1",
        "3.2",
        "3.3",
        "3.4",
        "4",
        "5",
    ]
    assert [one.ready.kind for one in made if one.ready] == [
        *("ongoing", "month", "every", "ongoing", "quarter", "ongoing"),
        *("quarter", "quarter", "ongoing", "quarter", "ongoing", "ongoing"),
    ]
    assert [one.ready.on for one in made if one.ready and one.ready.on] == [
        date(2022, 9, 30),
        date(2024, 12, 31),
        date(2023, 9, 30),
        date(2023, 6, 30),
        date(2023, 3, 31),
        date(2024, 3, 31),
    ]
    assert all([problem.column for problem in one.problems] == ["owner"] for one in made)
    assert made[2].what.endswith("• beleid\n• uitvoering")


cells = st.tuples(
    st.one_of(st.sampled_from([*HEADINGS, "1.1", "doorlopend", ""]), st.text(max_size=8)),
    st.sampled_from(["", "", "", "up", "left", "formula", "error", "day"]),
)
grids = st.lists(st.lists(cells, max_size=7), max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.lists(grids, max_size=3))
def test_whatever_stands_in_a_table_something_is_made_of_it_and_travels_unchanged(made) -> None:
    tables = [
        {"name": str(at), "sort": "sheet", "rows": list(enumerate(rows, start=1))}
        for at, rows in enumerate(made)
    ]
    found = finding.found(tables)
    rows = judged(found.rows, Frame(date(2026, 1, 1), date(2027, 12, 31), date(2026, 6, 1)))
    assert [one.order for one in rows] == list(range(1, len(found.rows) + 1))
    for one in rows:
        assert one.possible == (not any(problem.stops for problem in one.problems))
        assert not one.possible or (one.title and one.ready)
    if found.rows:
        assert tuple(taking.uncarried(taking.carried(found.rows))) == found.rows
