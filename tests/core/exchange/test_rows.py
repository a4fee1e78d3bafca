"""HTCDS as CSV: without loss in a round trip, one clear sentence for each cell that is wrong, nothing run."""

import csv
import io
import random
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.exchange import quoting, rows, separated, values
from baken.core.exchange.faults import Unreadable
from baken.core.exchange.fields import CORE, FIELDS, LEFT_OUT, TAKEN, Kind, codes_of
from baken.core.exchange.rows import Reading
from tests.core.exchange.making import TODAY, everything, record, records


def _read(data: bytes | str, most: int = 2000) -> Reading:
    text = data if isinstance(data, str) else separated.decoded(data)
    return rows.read(separated.table(text), today=TODAY, most=most)


def _file(given, names=TAKEN) -> bytes:
    return separated.encoded(separated.written(rows.write(given, names)))


def differences(sent, got) -> list[tuple[int, str]]:
    assert len(sent) == len(got)
    return [
        (number, name)
        for number, (one, other) in enumerate(zip(sent, got, strict=True))
        for name in {*one, *other}
        if one.get(name) != other.get(name) or type(one.get(name)) is not type(other.get(name))
    ]


def test_a_thousand_records_come_back_without_a_difference():
    sent = records(1000, seed=5)
    assert {name for one in sent for name in one} == set(CORE)
    reading = _read(_file(sent, CORE))
    assert (reading.faults, reading.notes) == ((), ())
    assert not [row.faults for row in reading.rows if row.faults]
    assert differences(sent, reading.records) == []


def test_the_comparison_would_show_one_changed_value():
    sent = records(1000, seed=5)
    broken = _file(sent, CORE).replace(b"'s-Hertogenbosch", b"s-Hertogenbosch", 1)
    assert len(differences(sent, _read(broken).records)) == 1


def test_every_field_that_is_taken_over_comes_back():
    sent = [everything(random.Random(seed)) for seed in range(20)]
    assert differences(sent, _read(_file(sent)).records) == []


@given(st.integers(0, 10**9))
def test_any_record_comes_back(seed):
    sent = [{"cas_Status": "Closed", **record(random.Random(seed), TAKEN)}]
    assert differences(sent, _read(_file(sent)).records) == []


_ANY = st.text(st.characters(blacklist_categories=("Cs",)), max_size=60)


@given(st.lists(_ANY, min_size=1, max_size=4))
def test_any_text_that_a_field_takes_comes_back_as_it_was(texts):
    names = ("prs_FirstName", "prs_SecondName", "cas_ReasonForCaseClosure", "prs_MailingCity")
    sent = {"cas_Status": "Active"}
    for name, text in zip(names, texts, strict=False):
        try:
            value = values.read(FIELDS[name], text)
        except values.Wrong:
            continue
        if value is not None:
            sent[name] = value
    assert differences([sent], _read(_file([sent])).records) == []


@given(_ANY)
def test_guarding_can_always_be_undone(text):
    assert quoting.plain(quoting.guarded(text)) == text


@given(st.text(alphabet="=+-@\t\r\n,;|\"' a1=", max_size=12), st.sampled_from(",;\t|"))
def test_no_cell_begins_a_formula_however_a_programme_splits_it(text, separator):
    line = separated.written([[text, "x"]])
    for part in re.split(f'[{re.escape(separator)}\r\n"]', line):
        assert not re.match(r"[=@]|[+-](?![0-9]+$)", part), (text, line)


@pytest.mark.parametrize("place", ["'s-Hertogenbosch", "'t Harde", "'s-Gravenhage", "d'Arc"])
def test_an_apostrophe_that_belongs_to_a_place_stays(place):
    assert quoting.guarded(place) == quoting.plain(place) == place


def test_a_formula_in_a_name_is_text_in_the_file_and_the_same_name_afterwards():
    sent = [{"prs_FirstName": '=HYPERLINK("http://x","y")'}]
    data = _file(sent, ("prs_FirstName",))
    cell = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))[1][0]
    assert cell.startswith("'=")
    assert _read(data).records == tuple(sent)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_file_of_another_programme_is_read(encoding, separator):
    text = separator.join(("prs_FirstName", "vic_TypeOfExploitation")) + "\r\n"
    text += f'Zoë{separator}"ForcedLabour; OrganRemoval"\r\n'
    expected = ({"prs_FirstName": "Zoë", "vic_TypeOfExploitation": ("ForcedLabour", "OrganRemoval")},)
    assert _read(text.encode(encoding)).records == expected


def test_the_line_that_names_the_separator_is_understood():
    assert _read("sep=;\nprs_FirstName;cas_Status\nAda;Active\n").rows[0].number == 3


def test_letters_that_are_not_certain_are_refused_with_the_row():
    with pytest.raises(Unreadable, match="row 2 is not written in UTF-8"):
        _read("prs_FirstName\nZoë\n".encode("cp1252"))


def test_quotes_that_do_not_match_are_refused():
    with pytest.raises(Unreadable, match="quotation marks"):
        _read('prs_FirstName,cas_Status\n"Ada" x,Active\n')


def test_a_row_of_far_too_many_cells_is_refused():
    with pytest.raises(Unreadable, match="more than 500 cells"):
        _read("prs_FirstName" + "," * 600 + "\nAda\n")


def _fault(header: str, cell: str):
    [row] = _read(separated.written([[header], [cell]])).rows
    [fault] = row.faults
    assert (fault.row, fault.column) == (2, header)
    assert fault.what.nl != fault.what.en
    return f"{fault.what.en}. {fault.do.en}"


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("prs_Gender", "Vrouw", "is not in the list"),
        ("vic_TypeOfExploitation", "ForcedLabour;Theft", "‘Theft’ is not in the list"),
        ("prs_Citizenship", "NLD", "two letters"),
        ("prs_Birthdate", "1990-02-30", "does not exist as a date"),
        ("prs_Birthdate", "31-12-1990", "is no date"),
        ("prs_Birthdate", "1990-13-01", "does not exist as a date"),
        ("prs_Birthdate", "1790-01-01", "cannot be right"),
        ("prs_Birthdate", "2026-11-23", "lies in the future"),
        ("prs_MobilePhone", "0612345678", "country number"),
        ("prs_NumberOfChildren", "2,5", "no whole number"),
        ("con_Consent", "misschien", "no yes or no"),
        ("prs_PrimaryLanguage", "Dutch", "no language code"),
        ("prs_FirstName", "a" * 256, "256 characters long"),
        ("cas_ReasonForCaseClosure", "a" * 32_001, "32001 characters long"),
        ("prs_FirstName", "a\x07b", "cannot see"),
        ("prs_SecondName", "BSN 111222333", "looks like a BSN"),
        ("vic_Vulnerabilities", "Poverty", "deprecated in HTCDS 2.0"),
        ("vic_DetailsOfVulnerabilities", "alone", "deprecated in HTCDS 2.0"),
    ],
)
def test_a_cell_that_is_wrong_is_named_with_what_to_do(column, cell, says):
    assert says in _fault(column, cell)


def test_a_wrong_cell_leaves_the_other_rows_as_they_are():
    reading = _read("prs_Gender,prs_FirstName\nX,Ada\nMasculine,Bo\n")
    assert [len(row.faults) for row in reading.rows] == [1, 0]
    assert reading.records == ({"prs_Gender": "Masculine", "prs_FirstName": "Bo"},)


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("prs_FirstNam", "Do you mean prs_FirstName?"),
        ("Favourite colour", "is no field of HTCDS 2.0"),
        ("prs_FirstName,First Name", "more than one column"),
        (
            "vic_TraffickinStatusDecisionMakingOrg,vic_TraffickingStatusDecisionMakingOrg",
            "more than one column",
        ),
        ("1,2,3", "is no field"),
        ("", "holds no field of HTCDS"),
    ],
)
def test_a_header_that_is_wrong_stops_the_file_and_says_why(header, says):
    reading = _read(f"{header}\nx,y\n")
    assert reading.rows == ()
    assert says in " ".join(f"{fault.what.en} {fault.do.en}" for fault in reading.faults)


def test_spellings_of_ioms_own_files_are_understood():
    reading = _read(
        "vic_TraffickinStatusDecisionMakingOrg,prs_First_Name,vic_Methods_of_Control\nPolice,Ada,DebtBondage \n"
    )
    [row] = reading.records
    assert row == {
        "vic_TraffickingStatusDecisionMakingOrg": "Police",
        "prs_FirstName": "Ada",
        "vic_MethodsOfControl": ("DebtBondage",),
    }


@pytest.mark.parametrize("name", [name for name in TAKEN if FIELDS[name].kind in (Kind.PICK, Kind.SEVERAL)])
def test_a_label_is_as_good_as_a_value_name(name):
    for code, label in codes_of(name):
        for written in (code, label, f" {label.upper()}\xa0"):
            got = values.read(FIELDS[name], written)
            assert got in (code, (code,))


def test_a_field_that_baken_does_not_take_over_is_named_and_not_read():
    reading = _read("prs_FirstName,prs_IdentityNumber,org_Name\nAda,111222333,X\n")
    assert reading.records == ({"prs_FirstName": "Ada"},)
    assert [name for note in reading.notes for name in LEFT_OUT if f"‘{name}’" in note.en] == [
        "prs_IdentityNumber",
        "org_Name",
    ]


def test_a_cell_beside_the_columns_is_named():
    [row] = _read("prs_FirstName\nAda,extra\n").rows
    assert "column without a name" in row.faults[0].what.en


def test_empty_stays_unknown_and_never_becomes_no():
    assert _read("con_Consent,prs_Deceased,prs_FirstName\n,,Ada\n").records == ({"prs_FirstName": "Ada"},)


def test_the_first_row_over_the_limit_refuses_the_whole_file_and_says_how_to_go_on():
    sent = records(11, seed=1)
    assert len(_read(_file(sent), most=11).rows) == 11
    reading = _read(_file(sent), most=10)
    assert reading.rows == ()
    assert "more than 10 rows" in reading.faults[0].what.en
    assert "at most 10 rows" in reading.faults[0].do.en


def test_a_hundred_thousand_rows_are_refused_after_the_limit_without_reading_on():
    seen = 0

    def table():
        nonlocal seen
        yield ["prs_FirstName"]
        for number in range(100_000):
            seen += 1
            yield [f"Naam {number}"]

    reading = rows.read(table(), today=TODAY, most=1000)
    assert "more than 1000 rows" in reading.faults[0].what.en
    assert seen <= 1001


def test_empty_rows_are_passed_over_but_not_without_end():
    assert [row.number for row in _read("prs_FirstName\n\n\nAda\n").rows] == [4]
    [fault] = _read("prs_FirstName\n" + "\n" * 30_000 + "Ada\n").faults
    assert "empty rows" in fault.what.en


def test_nothing_at_all_is_said_to_be_nothing():
    for text in ("", "prs_FirstName\n", "\n\n"):
        assert len(_read(text).faults) == 1


def test_a_template_of_iom_is_read_by_the_labels_that_people_see():
    names = [
        "",
        "prs_MailingCity",
        "prs_MailingStreet",
        "prs_FirstName",
        "prs_SecondName",
        "cas_Status",
        "prs_Birthdate",
    ]
    labels = ["", "Mailing Street", "Mailing City", "First Name", "Second Name", "Status", "Birthdate"]
    table = [names, labels, ["1", "Dam 1", "Amsterdam", "Ada", "B", "Active", "1990-01-02"], ["2"] + [""] * 6]
    [row] = rows.read(table, today=TODAY, most=10).rows
    assert (row.number, row.faults) == (3, ())
    assert row.record["prs_MailingStreet"] == "Dam 1"
    assert row.record["prs_Birthdate"] == date(1990, 1, 2)


def test_what_has_no_column_is_said():
    assert rows.left_behind({"prs_FirstName": "Ada", "cas_Status": "Active"}, ("cas_Status",)) == (
        "prs_FirstName",
    )
