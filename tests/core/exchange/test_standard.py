"""The lists in the core are those of the standard: nothing added, nothing left out, nothing spelt better."""

import csv
from pathlib import Path

import pytest

from baken.core.exchange import fields as ours
from baken.core.exchange.codes import CODES
from baken.core.exchange.fields import (
    ALIASES,
    CORE,
    DEPRECATED,
    FIELDS,
    LEFT_OUT,
    TAKEN,
    USEFUL,
    Kind,
)
from baken.core.exchange.groups import GROUPS, fields_of
from baken.core.exchange.places import COUNTRIES, LANGUAGES

FOLDER = Path(ours.__file__).parents[2] / "care" / "exchange" / "standard"
KINDS = {
    "Text": {Kind.TEXT, Kind.PHONE, Kind.COUNTRY},
    "Long Text": {Kind.LONG},
    "Date": {Kind.DATE},
    "Number": {Kind.NUMBER},
    "Geolocation": {Kind.NUMBER},
    "Checkbox": {Kind.CHECKBOX},
    "Picklist": {Kind.PICK, Kind.LANGUAGE},
    "Multiselect Picklist": {Kind.SEVERAL, Kind.COUNTRIES},
    "Picklist or Text": {Kind.TEXT, Kind.COUNTRY},
    "": {Kind.TEXT},
}


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_field_of_the_standard_is_here_with_its_label_type_and_marks():
    theirs = _rows("htcds_2.0_fields.csv")
    assert len(theirs) == 84
    assert [row["full_name"] for row in theirs] == [name for name in FIELDS if name != ours.EXTENSION]
    for row in theirs:
        field = FIELDS[row["full_name"]]
        expected = {Kind.LOOKUP} if row["type"].startswith("Lookup") else KINDS[row["type"]]
        assert field.kind in expected, row
        assert (field.label, field.section) == (row["label"], row["section"])
        assert (field.core, field.deprecated) == (row["core"] == "yes", row["status"] == "DEPRECATED")


def test_every_value_of_the_standard_is_here_verbatim_and_in_order():
    theirs: dict[str, list[tuple[str, str]]] = {}
    for row in _rows("htcds_2.0_codelists.csv"):
        if row["raw_list"] == "no":
            theirs.setdefault(row["full_name"], []).append((row["value"], row["label"]))
    assert sum(map(len, theirs.values())) == 182
    assert {name: list(codes) for name, codes in CODES.items()} == theirs


def test_there_are_38_live_core_fields_and_each_is_taken_over():
    assert len(CORE) == 38
    assert set(CORE) <= set(TAKEN)
    assert not set(TAKEN) & set(DEPRECATED)


def test_every_field_is_taken_over_or_deprecated_or_left_out_for_a_reason():
    assert {*TAKEN, *DEPRECATED, *LEFT_OUT} == set(FIELDS)
    assert not set(TAKEN) & set(LEFT_OUT)
    assert all(reason.nl and reason.en for reason in LEFT_OUT.values())


def test_the_identity_number_and_every_field_about_a_suspect_are_left_out():
    assert "prs_IdentityNumber" in LEFT_OUT
    assert {name for name in FIELDS if name.startswith("per_")} <= set(LEFT_OUT)


def test_a_label_means_one_field():
    labels = [FIELDS[name].label.casefold() for name in (*TAKEN, *DEPRECATED)]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("name", [name for name in FIELDS if FIELDS[name].kind in (Kind.PICK, Kind.SEVERAL)])
def test_every_list_has_values_and_what_may_be_written_means_one_of_them(name):
    codes = ours.codes_of(name)
    assert codes
    written = {way.casefold(): code for code, label in codes for way in (code, label)}
    assert all(
        written[code.casefold()] == code and written[label.casefold()] == code for code, label in codes
    )
    assert FIELDS[name].kind is Kind.PICK or not any(";" in code + label for code, label in codes)


def test_countries_and_languages_are_those_of_iso():
    assert len(COUNTRIES) == len({code for code, _ in COUNTRIES}) == 249
    assert {"NL", "RO", "NG", "SY"} <= {code for code, _ in COUNTRIES}
    assert {"nld", "dut", "nl", "ara", "ron", "rum", "tir"} <= LANGUAGES
    assert not {"qaa-qtz", "NL", "dutch"} & LANGUAGES


def test_other_spellings_lead_to_fields_that_are_taken_over():
    assert set(ALIASES.values()) <= set(TAKEN)
    assert not set(ALIASES) & set(FIELDS)


def test_every_field_is_in_one_group_and_who_and_where_somebody_is_goes_only_on_purpose():
    grouped = [name for group in GROUPS.values() for name in group.fields]
    assert sorted(grouped) == sorted(TAKEN)
    assert set(USEFUL) <= set(grouped)
    plain = {name for group in GROUPS.values() if not group.delicate for name in group.fields}
    assert not [
        name for name in plain if "Name" in name or "Mailing" in name or "Phone" in name or "Email" in name
    ]
    assert {FIELDS[name].kind for name in plain} <= set(Kind) - {Kind.TEXT, Kind.PHONE, Kind.LOOKUP}


def test_the_fields_of_groups_keep_the_order_of_the_standard():
    assert fields_of(GROUPS) == TAKEN
    assert fields_of(["names", "case"])[0] == "prs_Salutation"
    assert fields_of([]) == ()
