"""What hides in a file is not in its copy, and a file that misbehaves costs little and breaks nothing (V20)."""

import random
import struct
import subprocess
import sys
import zlib
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from baken.files import apart, cleaning, limits
from baken.files.documents import bare_jpeg
from baken.web import guarded
from tests.files.made import CANARY, document, picture

WORD = CANARY.encode()


def uncompressed(data: bytes) -> bytes:
    """Every object and stream of a PDF, as it reads once unpacked."""
    with pikepdf.open(BytesIO(data)) as found:
        streams = [one.read_raw_bytes() for one in found.objects if isinstance(one, pikepdf.Stream)]
        streams += [
            one.read_bytes()
            for one in found.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Filter") == "/FlateDecode"
        ]
        return b"\n".join([data, *streams, *(repr(one).encode() for one in found.objects)])


@pytest.mark.parametrize("media", ["JPEG", "PNG"])
def test_the_copy_of_a_photo_shows_the_same_and_tells_nothing_else(media: str) -> None:
    sent = picture(media)
    assert WORD in sent
    found = apart.taken(sent)
    assert (found.media, found.original) == (media.lower(), sent)
    assert WORD not in found.copy
    with Image.open(BytesIO(found.copy)) as shown:
        assert shown.size == (60, 40)
        assert dict(shown.getexif()) == {}
        assert not {"exif", "icc_profile", "comment", "Description"} & shown.info.keys()


def test_a_photo_stays_upright_without_the_note_that_says_so() -> None:
    notes = Image.Exif()
    notes[0x0112] = 6
    made = BytesIO()
    Image.new("RGB", (30, 10)).save(made, "JPEG", exif=notes)
    with Image.open(BytesIO(apart.taken(made.getvalue()).copy)) as shown:
        assert shown.size == (10, 30)


def test_the_copy_of_a_document_has_no_author_script_attachment_link_or_notes_of_its_photos() -> None:
    sent = document()
    assert uncompressed(sent).count(WORD) > 8
    found = apart.taken(sent)
    assert WORD not in uncompressed(found.copy)
    with pikepdf.open(BytesIO(found.copy)) as shown:
        assert set(shown.Root.keys()) == {"/Type", "/Pages"}
        assert "/Info" not in shown.trailer
        assert not shown.attachments
        page = shown.pages[0]
        assert set(page.keys()) <= {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}
        photo = page.Resources.XObject.P
        with Image.open(BytesIO(photo.read_raw_bytes())) as inside:
            assert inside.size == (60, 40)
            inside.load()


def test_what_was_filled_in_on_a_form_stays_to_be_seen_and_is_no_form_any_more() -> None:
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(200, 200))
        look = made.make_stream(b"BT /F 12 Tf (ingevuld) Tj ET")
        look.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form, "/BBox": [0, 0, 90, 20]})
        field = made.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Tx,
                T="naam",
                V="ingevuld",
                Rect=[10, 10, 100, 30],
                AP=pikepdf.Dictionary(N=look),
                F=4,
            )
        )
        made.pages[0].Annots = pikepdf.Array([field])
        made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
        written = BytesIO()
        made.save(written)
    copy = apart.taken(written.getvalue()).copy
    assert b"ingevuld" in uncompressed(copy)
    assert b"AcroForm" not in uncompressed(copy)
    assert b"Widget" not in uncompressed(copy)


def png_of(width: int, height: int, points: bytes) -> bytes:
    """A PNG that says to be so large."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b"")


def exploding() -> bytes:
    """A PDF whose one page unpacks to more than two hundred megabytes."""
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(bytes(10_000_000)) for _ in range(21)) + packer.flush()
    with pikepdf.new() as made:
        made.add_blank_page()
        page = pikepdf.Stream(made, packed)
        page.Filter = pikepdf.Name.FlateDecode
        made.pages[0].Contents = made.make_indirect(page)
        made.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pikepdf.Dictionary()))
        written = BytesIO()
        made.save(written, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return written.getvalue()


def locked() -> bytes:
    with pikepdf.new() as made:
        made.add_blank_page()
        written = BytesIO()
        made.save(written, encryption=pikepdf.Encryption(owner="x", user="y"))
    return written.getvalue()


REFUSED = {
    "empty": (b"", apart.NO_KIND),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', apart.NO_KIND),
    "html": (b"<!doctype html><script>alert(1)</script>", apart.NO_KIND),
    "exe": (b"MZ\x90\x00" + bytes(500), apart.NO_KIND),
    "zip": (b"PK\x03\x04" + bytes(500), apart.NO_KIND),
    "gif": (b"GIF89a" + bytes(500), apart.NO_KIND),
    "html before a pdf": (b"<script>alert(1)</script>" + document(), apart.NO_KIND),
    "only the beginning of a jpeg": (picture()[:600], apart.DAMAGED),
    "only the beginning of a png": (picture("PNG")[:600], apart.DAMAGED),
    "only the beginning of a pdf": (b"%PDF-1.7\n" + bytes(40), apart.DAMAGED),
    "html behind the first bytes of a jpeg": (b"\xff\xd8\xff<html><script>", apart.DAMAGED),
    "a png that says to be a billion points": (png_of(40_000, 40_000, zlib.compress(b"")), apart.TOO_LARGE),
    "a photo of eleven megabytes": (picture() + bytes(11_000_000), apart.TOO_LARGE),
    "a locked pdf": (locked(), apart.LOCKED),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_kept_is_refused_with_a_reason(name: str) -> None:
    data, why = REFUSED[name]
    with pytest.raises(apart.NotTaken) as refused:
        apart.taken(data)
    assert refused.value.why == why


def test_a_document_that_unpacks_without_end_is_refused() -> None:
    with pytest.raises(apart.NotTaken) as refused:
        apart.taken(exploding())
    assert refused.value.why == apart.TOO_LARGE


@pytest.mark.parametrize(
    "does",
    ["bytearray(2_000_000_000)", "sys.stdout.buffer.write(bytes(40_000_000))", "time.sleep(60)", "while_()"],
)
def test_whatever_a_file_makes_the_other_process_do_it_is_stopped(
    does: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too much memory, too much output, waiting, and going round for ever."""
    ask = (
        "import sys, time; from baken.files import limits; limits.CPU_SECONDS = 1;"
        "from baken.files.cleaning import limit_oneself; limit_oneself();"
        f"while_ = lambda: [None for _ in iter(int, 1)]; {does}"
    )
    monkeypatch.setattr(apart, "_ORDER", [sys.executable, "-I", "-c", ask])
    monkeypatch.setattr(limits, "WALL_SECONDS", 2)
    with pytest.raises(apart.NotTaken):
        apart.taken(picture())


def test_a_picture_with_a_program_behind_it_loses_the_program() -> None:
    found = apart.taken(picture() + b"PK\x03\x04<script>" + WORD)
    assert b"<script>" not in found.copy
    assert b"PK\x03\x04" not in found.copy


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_hundred_damaged_files_are_a_copy_or_a_refusal_and_never_anything_else() -> None:
    """In this process, for speed; the other one runs the same lines behind limits."""
    chance = random.Random(20)
    whole = [picture(), picture("PNG"), document()]
    outcomes = set()
    for number in range(100):
        data = bytearray(whole[number % 3])
        for _ in range(chance.randint(1, 40)):
            data[chance.randrange(12, len(data))] = chance.randrange(256)
        outcome, copy = cleaning.clean(
            bytes(data[: chance.choice([len(data), chance.randrange(20, len(data))])])
        )
        outcomes.add(outcome)
        assert (outcome == limits.OK) == bool(copy)
        assert not copy or limits.media_of(copy) is not None
    assert limits.OK in outcomes
    assert limits.DAMAGED in outcomes


def test_a_photo_within_a_document_keeps_its_colours_and_loses_its_notes() -> None:
    assert WORD not in bare_jpeg(picture())
    with pytest.raises(ValueError, match="breaks off"):
        bare_jpeg(picture()[:700])


def test_the_other_process_knows_nothing_of_who_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets an empty environment, no arguments but its name, and limits before it reads the first byte."""
    given: dict[str, object] = {}
    real = guarded.subprocess.run

    def run(order: list[str], **options: object) -> object:
        given.update(options, order=order)
        return real(order, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(guarded.subprocess, "run", run)
    apart.taken(picture())
    assert given["env"] == {}
    assert given["order"][1:] == ["-I", "-m", "baken.files.cleaning"]  # type: ignore[index]
    assert given["timeout"] == limits.WALL_SECONDS


def test_the_other_process_has_limits() -> None:
    ask = (
        "import resource as r; from baken.files.cleaning import limit_oneself; limit_oneself();"
        "print([r.getrlimit(x)[1] for x in (r.RLIMIT_CPU, r.RLIMIT_AS, r.RLIMIT_FSIZE, r.RLIMIT_CORE)])"
    )
    said = subprocess.run(
        [sys.executable, "-I", "-c", ask], capture_output=True, text=True, check=True
    ).stdout
    assert said.strip() == str([limits.CPU_SECONDS, limits.MEMORY, limits.MAX_COPY, 0])
