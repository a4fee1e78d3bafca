"""HTCDS in Excel and in IOM's own templates: a thousand records without a difference, and nothing that runs."""

import random
import re
import zipfile
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet import _writer

from baken.care.exchange import filling, limits, opening, reading, workbooks
from baken.core.exchange.fields import CORE, TAKEN
from baken.web import guarded
from tests.core.exchange.making import TODAY, everything, records
from tests.core.exchange.test_rows import differences

SEED = 5


def _read(data: bytes) -> reading.Reading:
    return reading.read(data, TODAY)


def _book(*rows, **options) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for does in options.get("then", ()):
        does(book.active, book)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _fault(data: bytes) -> str:
    found = _read(data)
    assert not found.records
    [fault] = [*found.faults, *(fault for row in found.rows for fault in row.faults)]
    return f"{fault.row} {fault.column} {fault.what.en}. {fault.do.en}"


def test_a_thousand_records_come_back_from_excel_without_a_difference():
    sent = records(1000, SEED)
    found = _read(workbooks.workbook(sent, CORE))
    assert (found.faults, found.notes) == ((), ())
    assert differences(sent, found.records) == []


def test_every_field_that_is_taken_over_comes_back_from_excel():
    sent = [everything(random.Random(seed)) for seed in range(20)]
    assert differences(sent, _read(workbooks.workbook(sent, TAKEN)).records) == []


def test_a_thousand_records_come_back_from_the_template_without_a_difference():
    sent = records(1000, SEED)
    found = _read(filling.filled(filling.TEMPLATES["template"], sent))
    assert (found.faults, found.notes) == ((), ())
    assert differences(sent, found.records) == []


def test_five_hundred_records_come_back_from_the_template_with_lists_without_a_difference():
    sent = records(500, SEED, single=True)
    found = _read(filling.filled(filling.TEMPLATES["template_lists"], sent))
    assert (found.faults, found.notes) == ((), ())
    assert differences(sent, found.records) == []


def test_the_comparison_would_show_one_changed_cell():
    sent = records(50, SEED)
    book = load_workbook(BytesIO(workbooks.workbook(sent, CORE)))
    row = next(
        number
        for number, one in enumerate(sent, start=2)
        if "cas_Status" in one and one["cas_Status"] == "Active"
    )
    book.worksheets[0].cell(row, CORE.index("cas_Status") + 1).value = "Closed"
    made = BytesIO()
    book.save(made)
    assert differences(sent, _read(made.getvalue()).records) == [(row - 2, "cas_Status")]


def test_what_another_programme_saves_again_is_still_the_same():
    """openpyxl reads everything and writes everything anew, as Excel does."""
    sent = records(100, SEED)
    for data in (workbooks.workbook(sent, CORE), filling.filled(filling.TEMPLATES["template"], sent)):
        made = BytesIO()
        load_workbook(BytesIO(data)).save(made)
        assert differences(sent, _read(made.getvalue()).records) == []


def test_a_workbook_is_made_without_a_file_on_disk(monkeypatch):
    """Personal data lie in the vault and in what is handed over, and nowhere in between (DATA-10)."""
    made = []
    monkeypatch.setattr(_writer, "create_temporary_file", lambda suffix="": made.append(suffix))
    book = workbooks.workbook(records(3, SEED), TAKEN)
    assert made == []
    assert _read(book).records


def test_text_that_begins_as_a_formula_is_text_in_every_workbook():
    sent = [{"prs_FirstName": "=1+1", "prs_SecondName": "@SUM(A1)", "cas_ReasonForCaseClosure": "-2+3"}]
    for data in (
        workbooks.workbook(sent, CORE),
        filling.filled(filling.TEMPLATES["template"], sent),
        filling.filled(filling.TEMPLATES["template_lists"], sent),
    ):
        with zipfile.ZipFile(BytesIO(data)) as parts:
            assert not [
                one for one in parts.namelist() if re.search(rb"<f[ >]", parts.read(one)) and "sheet1" in one
            ]
        cells = [
            cell for row in load_workbook(BytesIO(data)).worksheets[0] for cell in row if cell.value == "=1+1"
        ]
        assert [(cell.data_type, cell.quotePrefix) for cell in cells] == [("s", True)]


def test_the_template_stays_as_iom_made_it_but_for_its_rows_and_two_styles():
    for template in filling.TEMPLATES.values():
        data = filling.filled(template, records(3, SEED, single=True))
        with zipfile.ZipFile(BytesIO(data)) as new, zipfile.ZipFile(filling.FOLDER / template.file) as old:
            assert new.namelist() == old.namelist()
            changed = [one for one in old.namelist() if new.read(one) != old.read(one)]
            assert sorted(changed) == ["xl/styles.xml", "xl/worksheets/sheet1.xml"]
            sheet, before = (one.read("xl/worksheets/sheet1.xml").decode() for one in (new, old))
            assert sheet[: sheet.index('<row r="3"')] == before[: before.index('<row r="3"')]
            assert sheet[sheet.index("</sheetData>") :] == before[before.index("</sheetData>") :]


def test_every_value_in_the_template_with_lists_is_one_of_its_own_lists():
    sent = records(500, SEED, single=True)
    data = filling.filled(filling.TEMPLATES["template_lists"], sent)
    book = load_workbook(BytesIO(data))
    with zipfile.ZipFile(BytesIO(data)) as parts:
        rules = re.findall(
            r"<xm:f>validation!\$([A-Z])\$([0-9]+):\$[A-Z]\$([0-9]+)</xm:f></x14:formula1><xm:sqref>([A-Z]+)3",
            parts.read("xl/worksheets/sheet1.xml").decode(),
        )
    assert len(rules) == 12
    for letter, first, last, column in rules:
        allowed = {book["validation"][f"{letter}{row}"].value for row in range(int(first), int(last) + 1)}
        used = {book["Case Sheet"][f"{column}{row}"].value for row in range(3, 503)} - {None}
        assert used <= allowed, (column, used - allowed)
        assert used


def test_the_columns_of_the_templates_are_found_by_the_labels_and_are_the_38():
    for template in filling.TEMPLATES.values():
        columns = filling._columns(template.file)
        assert set(columns) == set(CORE)
        assert [columns[f"prs_Mailing{one}"] for one in ("Street", "City", "State", "PostalCode", "Country")] == [
            "N", "O", "P", "Q", "R",
        ]  # fmt: skip


def test_a_street_that_somebody_filled_in_under_its_label_is_a_street():
    book = load_workbook(filling.FOLDER / filling.PLAIN)
    for column, value in (("N", "Dam 1"), ("O", "Amsterdam"), ("R", "NL"), ("AJ", "Other")):
        book.active[f"{column}3"] = value
    made = BytesIO()
    book.save(made)
    assert _read(made.getvalue()).records == (
        {
            "prs_MailingStreet": "Dam 1",
            "prs_MailingCity": "Amsterdam",
            "prs_MailingCountry": "NL",
            "cas_ReasonForOutgoingReferral": "Other",
        },
    )


def test_an_empty_template_holds_nobody():
    for template in filling.TEMPLATES.values():
        assert "no rows with data" in _fault((filling.FOLDER / template.file).read_bytes())


def test_what_does_not_fit_a_template_is_refused_by_name():
    one = {"vic_TypeOfExploitation": ("ForcedLabour", "Other"), "cas_Status": "Active"}
    with pytest.raises(filling.DoesNotFit, match="vic_TypeOfExploitation"):
        filling.filled(filling.TEMPLATES["template_lists"], [one])
    with pytest.raises(filling.DoesNotFit, match="rows"):
        filling.filled(filling.TEMPLATES["template"], [one] * 1001)
    with pytest.raises(filling.DoesNotFit, match="rows"):
        filling.filled(filling.TEMPLATES["template_lists"], [{"cas_Status": "Active"}] * 501)


def test_a_formula_is_told_and_never_worked_out():
    said = _fault(_book(["prs_FirstName", "cas_Status"], ["=1+1", "Active"]))
    assert said.startswith("2 prs_FirstName this cell holds a formula")


def test_merged_cells_are_told_because_one_value_would_stand_for_several_people():
    data = _book(
        ["cas_Status", "prs_FirstName"], ["Active", "Ada"], then=[lambda sheet, _: sheet.merge_cells("A2:A3")]
    )
    assert _fault(data).startswith("2 cas_Status this cell is merged")


def test_a_merged_header_stops_the_file():
    data = _book(
        ["cas_Status", "prs_FirstName"], ["Active", "Ada"], then=[lambda sheet, _: sheet.merge_cells("A1:B1")]
    )
    assert "merged" in _fault(data)


def test_an_error_of_excel_and_a_rounded_number_are_told():
    assert "error of Excel" in _fault(_book(["prs_FirstName"], ["#N/A"]))
    assert "has rounded" in _fault(_book(["prs_HomePhone"], [31612345678901234]))


def test_numbers_days_and_yes_or_no_are_read_as_a_spreadsheet_holds_them():
    data = _book(
        ["prs_HomePhone", "prs_MailingPostalCode", "prs_Birthdate", "con_Consent", "prs_NumberOfChildren"],
        [31612345678, 1012, date(1990, 2, 28), True, 2.0],
    )
    assert _read(data).records == (
        {
            "prs_HomePhone": "31612345678",
            "prs_MailingPostalCode": "1012",
            "prs_Birthdate": date(1990, 2, 28),
            "con_Consent": True,
            "prs_NumberOfChildren": 2,
        },
    )


def test_other_sheets_are_named_and_a_hidden_one_is_not_read():
    def more(sheet, book):
        book.create_sheet("Oud").append(["prs_FirstName"])
        book.create_sheet("geheim", 0).sheet_state = "hidden"

    found = _read(_book(["prs_FirstName"], ["Ada"], then=[more]))
    assert found.records == ({"prs_FirstName": "Ada"},)
    assert [note.en for note in found.notes] == ["Only the first sheet was read. Not read: Oud."]


def _zipped(**parts: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return made.getvalue()


def _with_sheet(sheet: bytes) -> bytes:
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(_book(["prs_FirstName"]))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, sheet if part == "xl/worksheets/sheet1.xml" else old.read(part))
    return made.getvalue()


_XML = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_HEAD = b'<row r="1"><c r="A1" t="inlineStr"><is><t>prs_FirstName</t></is></c></row>'
HOSTILE = {
    "no workbook": (b"PK\x03\x04" + bytes(500), "could not be opened safely"),
    "a zip of something else": (_zipped(a=b"x"), "could not be opened safely"),
    "a password": (limits.OLD + bytes(500), "has a password"),
    "macros": (_zipped(**{"xl/vbaProject.bin": b"x"}), "holds a program"),
    "a bomb": (_zipped(**{"xl/a.xml": bytes(160_000_000)}), "too large"),
    "very many parts": (_zipped(**{str(one): b"" for one in range(400)}), "too large"),
    "six megabytes": (b"PK\x03\x04" + random.Random(1).randbytes(6_000_000), "too large"),
    "entities": (
        _with_sheet(b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + _XML + b"<sheetData>&a;</sheetData></worksheet>"),
        "could not be opened safely",
    ),
    "a file on the machine": (
        _with_sheet(
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + _XML + b'<sheetData><row r="1">'
            b'<c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>'
        ),
        "could not be opened safely",
    ),
    "a row at the far end": (
        _with_sheet(
            _XML
            + b"<sheetData>"
            + _HEAD
            + b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>'
        ),
        "too large",
    ),
    "a cell at the far side": (
        _with_sheet(
            _XML
            + b"<sheetData>"
            + _HEAD
            + b'<row r="2"><c r="XFD2"><v>1</v></c></row></sheetData></worksheet>'
        ),
        "too large",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_gets_a_sentence_and_nothing_else(name):
    data, says = HOSTILE[name]
    assert says in _fault(data)


def test_a_workbook_that_lies_about_its_size_is_read_as_it_is():
    sheet = _XML + b'<dimension ref="A1:XFD1048576"/><sheetData>' + _HEAD
    sheet += b'<row r="2"><c r="A2" t="inlineStr"><is><t>Ada</t></is></c></row></sheetData></worksheet>'
    assert _read(_with_sheet(sheet)).records == ({"prs_FirstName": "Ada"},)


def test_a_hundred_thousand_rows_of_excel_get_a_clear_answer():
    rows = b"".join(
        b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>Ada %d</t></is></c></row>' % (one, one, one)
        for one in range(2, 100_002)
    )
    said = _fault(_with_sheet(_XML + b"<sheetData>" + _HEAD + rows + b"</sheetData></worksheet>"))
    assert "more than 1000 rows" in said
    assert "at most 1000 rows" in said


def test_whatever_a_workbook_makes_the_other_process_do_it_is_stopped(monkeypatch):
    ask = "from baken.care.exchange.opening import limit_oneself; limit_oneself(); x = bytes(2_000_000_000)"
    order = [*guarded.program("x")[:2], "-c", ask]
    monkeypatch.setattr(reading, "_ORDER", order)
    assert "too large" in _fault(_book(["prs_FirstName"], ["Ada"]))


def test_a_hundred_damaged_workbooks_are_a_table_or_a_refusal_and_never_anything_else():
    chance = random.Random(20)
    whole = workbooks.workbook(records(3, SEED), CORE)
    outcomes = set()
    for _ in range(100):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        outcome, made = opening.opened(bytes(data))
        outcomes.add(outcome)
        assert (outcome == limits.OK) == bool(made)
    assert outcomes <= {limits.OK, limits.DAMAGED, limits.TOO_LARGE, limits.MACROS}
    assert limits.DAMAGED in outcomes
