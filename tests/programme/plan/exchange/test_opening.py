"""The process that opens files gives up before a file can do harm (V19)."""

import zipfile
from io import BytesIO

import pytest

from baken.programme.plan.exchange import limits, opening
from tests.programme.plan.exchange.making import HEADINGS, ROW, excel, word


def packed(parts: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return held.getvalue()


def changed(data: bytes, **parts: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as old:
        kept = {one.filename: old.read(one) for one in old.infolist()}
    return packed(
        {
            **kept,
            **{name.replace("__", "/"): content for name, content in parts.items()},
        }
    )


@pytest.mark.parametrize("make", [excel, word])
def test_a_file_with_a_program_in_it_is_refused(make) -> None:
    data = make(HEADINGS, tuple(map(str, ROW)))
    assert opening.opened(changed(data, **{"xl/vbaProject.bin": b"x"}))[0] == limits.MACROS
    with zipfile.ZipFile(BytesIO(data)) as parts:
        kinds = parts.read("[Content_Types].xml")
    for plain, macro in (
        (b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"),
        (
            b"openxmlformats-officedocument.wordprocessingml.document.main",
            b"ms-word.document.macroEnabled.main",
        ),
    ):
        if plain in kinds:
            made = changed(data, **{"[Content_Types].xml": kinds.replace(plain, macro)})
            assert opening.opened(made)[0] == limits.MACROS


def test_what_unpacks_to_too_much_is_not_unpacked() -> None:
    bomb = packed({"[Content_Types].xml": b"", "xl/a": b"0" * (limits.MAX_UNPACKED + 1)})
    assert len(bomb) < limits.MAX_FILE
    assert opening.opened(bomb)[0] == limits.TOO_LARGE
    many = packed({f"x{number}": b"" for number in range(limits.MAX_PARTS + 1)})
    assert opening.opened(many)[0] == limits.TOO_LARGE


def test_another_kind_of_archive_is_told_apart() -> None:
    assert opening.opened(packed({"mimetype": b"application/vnd.oasis"}))[0] == limits.OTHER
    assert opening.opened(b"PK\x03\x04" + b"x" * 50)[0] == limits.DAMAGED


@pytest.mark.parametrize("part", ["xl__worksheets__sheet1.xml", "word__document.xml"])
def test_entities_in_the_xml_are_refused(part: str) -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "lol">]><a>&x;</a>'
    data = (excel if part.startswith("xl") else word)(HEADINGS, tuple(map(str, ROW)))
    assert opening.opened(changed(data, **{part: evil}))[0] == limits.DAMAGED


def test_a_sheet_that_says_it_is_endless_is_refused() -> None:
    def far(book, sheet) -> None:
        sheet.cell(limits.MAX_LINES + 10, 1).value = "x"

    assert opening.opened(excel(HEADINGS, ROW, then=far))[0] == limits.TOO_LARGE
    merged = excel(HEADINGS, ROW, merged=["A3:A4"])
    with zipfile.ZipFile(BytesIO(merged)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").replace(b'"A3:A4"', b'"A3:XFD1048576"')
    assert opening.opened(changed(merged, **{"xl/worksheets/sheet1.xml": sheet}))[0] == limits.TOO_LARGE


def test_a_cell_with_a_book_in_it_is_refused() -> None:
    assert opening.opened(excel(HEADINGS, ("1", "x" * (limits.MAX_CELL + 1))))[0] == limits.TOO_LARGE
