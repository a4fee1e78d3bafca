"""A folder or files that somebody sends come in whole or not at all; whatever is a trap is refused with what to do."""

import contextlib
import io
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from baken.policy.drafting.actions import texts
from baken.policy.drafting.importing import Refused, taken_in
from tests.policy.drafting.desk import Desk

ROUTE = "format: 1\nsteps: []\n"


def zipped(files: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return held.getvalue()


def a_link() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        entry = zipfile.ZipInfo("woerden/2024-12-01/route.yaml")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    return held.getvalue()


def twice() -> bytes:
    return zipped({"woerden/2024-12-01/route.yaml": ROUTE, "woerden/2023-01-01/route.yaml": ROUTE})


def same_name_twice() -> bytes:
    """As Python's own writer only does under protest."""
    one, other = b"route.yaml", b"ruote.yaml"
    return zipped({"route.yaml": ROUTE, "ruote.yaml": ROUTE + "# anders\n"}).replace(other, one)


def that_lies_about_its_size() -> bytes:
    """The directory of the zip says ten bytes; there are ten million."""
    content = bytearray(zipped({"route.yaml": b"#" * 10_000_000}))
    at = content.find(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(content)


def locked() -> bytes:
    content = bytearray(zipped({"route.yaml": ROUTE}))
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


TRAPS: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb": (lambda: zipped({"route.yaml": b"#" * 50_000_000}), "te groot"),
    "bomb that lies": (that_lies_about_its_size, ""),
    "many files": (lambda: zipped({f"cases/a{n}.yaml": ROUTE for n in range(100)}), "te veel bestanden"),
    "very many files": (lambda: zipped({f"x/{n}": "" for n in range(5_000)}), "te veel bestanden"),
    "up": (lambda: zipped({"../../route.yaml": ROUTE}), "andere plek"),
    "up in the middle": (lambda: zipped({"woerden/../../route.yaml": ROUTE}), "andere plek"),
    "absolute": (lambda: zipped({"/etc/route.yaml": ROUTE}), "andere plek"),
    "drive": (lambda: zipped({"C:/route.yaml": ROUTE}), "andere plek"),
    "other slashes": (lambda: zipped({"..\\..\\route.yaml": ROUTE}), "andere plek"),
    "control in the name": (lambda: zipped({"ro\x1bute.yaml": ROUTE}), "andere plek"),
    "link": (a_link, "verwijzing"),
    "locked": (locked, "op slot"),
    "other packing": (lambda: zipped({"route.yaml": ROUTE}, zipfile.ZIP_LZMA), "anders ingepakt"),
    "two dates": (twice, "twee keer"),
    "one name twice": (same_name_twice, "twee keer"),
    "utf-16": (lambda: zipped({"route.yaml": ROUTE.encode("utf-16")}), "geen UTF-8"),
    "latin-1": (lambda: zipped({"route.yaml": "# café\n".encode("latin-1")}), "geen UTF-8"),
    "nul": (lambda: zipped({"route.yaml": ROUTE + "# \x00\n"}), "niet te zien"),
    "yaml bomb": (lambda: zipped({"route.yaml": "a: &a [x]\nb: [*a, *a]\n"}), "verwijzing met &amp; of *"),
    "deep": (lambda: zipped({"route.yaml": "a: " + "[" * 3_000}), "diep genest"),
    "strange file": (lambda: zipped({"route.yaml": ROUTE, "kanarie.exe": b"MZ"}), "kent geen bestand"),
    "empty": (lambda: zipped({}), "geen beleid"),
    "only a readme": (lambda: zipped({"woerden/README.md": "x"}), "geen beleid"),
    "a zip in a zip": (lambda: zipped({"route.zip": zipped({"route.yaml": ROUTE})}), "kent geen bestand"),
    "no zip": (lambda: b"PK\x03\x04 kanarie", "geen leesbare zip"),
    "half a zip": (lambda: zipped({"route.yaml": ROUTE})[:60], "geen leesbare zip"),
}


def send(desk: Desk, name: str, content: bytes, **fields: str) -> HttpResponse:
    sent = SimpleUploadedFile(name, content)
    return desk.post("inlezen/", sent=sent, looked_at=str(desk.now.number), **fields)


@pytest.mark.parametrize("kind", TRAPS)
def test_a_trap_is_refused_with_what_to_do_and_the_draft_is_unchanged(desk: Desk, kind: str) -> None:
    make, said = TRAPS[kind]
    before = desk.now
    answer = send(desk, "beleid.zip", make())
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Er is niets ingelezen" in page
    assert said in page
    after = desk.now
    assert (after.files, after.cases, after.number) == (before.files, before.cases, before.number)


def test_a_zip_as_baken_gives_it_comes_in_whole(desk: Desk) -> None:
    route = desk.text("route.yaml").replace("strength: suggested", "strength: required")
    case = desk.text("cases/route.yaml") + "# anders\n"
    content = zipped(
        {
            "woerden/README.md": "Over dit beleid",
            "woerden/2024-12-01/route.yaml": route.replace("\n", "\r\n"),
            "woerden/cases/route.yaml": case,
            "__MACOSX/woerden/._route.yaml": b"\x00\x05",
        }
    )
    before = texts(desk.now)
    assert send(desk, "beleid.zip", content).status_code == 303
    assert texts(desk.now) == {**before, "route.yaml": route, "cases/route.yaml": case}
    assert "Bestanden ingelezen" in desk.said()


def test_only_what_is_in_the_folder_stays_where_that_is_asked(desk: Desk) -> None:
    content = zipped({"woerden/2024-12-01/municipality.yaml": desk.text("municipality.yaml")})
    assert send(desk, "beleid.zip", content, only="on").status_code == 303
    assert set(desk.now.files) == {"municipality.yaml"}
    assert desk.now.cases, "a folder without cases is no reason to lose them"


def test_loose_files_come_in_and_cases_are_known_by_what_they_hold(desk: Desk) -> None:
    case = desk.text("cases/route.yaml") + "# los\n"
    assert send(desk, "route.yaml", case.encode()).status_code == 303
    assert desk.text("cases/route.yaml") == case
    assert "# los" not in desk.text("route.yaml")
    assert send(desk, "route.yaml", b"\xef\xbb\xbfformat: 1\r\nsteps: [\r\n").status_code == 303
    assert desk.text("route.yaml") == "format: 1\nsteps: [\n", "mistakes may come in: they stay in a draft"


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    desk.save("route.yaml", desk.text("route.yaml") + "# van de ander\n")
    sent = SimpleUploadedFile("route.yaml", ROUTE.encode())
    answer = desk.post("inlezen/", sent=sent, looked_at="1")
    assert answer.status_code == 409
    assert "Er is niets ingelezen" in answer.content.decode()
    assert "# van de ander" in desk.text("route.yaml")


def test_without_a_file_it_says_what_to_choose(desk: Desk) -> None:
    answer = desk.post("inlezen/", looked_at="1")
    assert answer.status_code == 422
    assert "Kies een zip of een of meer bestanden" in answer.content.decode()


def test_a_zip_in_which_every_byte_may_be_wrong_is_read_or_refused() -> None:
    whole = zipped({"woerden/2024-12-01/route.yaml": ROUTE, "woerden/cases/a.yaml": "format: 1\ncases: []\n"})
    assert set(taken_in([("beleid.zip", whole)])) == {"route.yaml", "cases/a.yaml"}
    for at in range(len(whole)):
        for flip in (0x01, 0x80, 0xFF):
            spoilt = bytearray(whole)
            spoilt[at] ^= flip
            with contextlib.suppress(Refused):
                taken_in([("beleid.zip", bytes(spoilt))])
