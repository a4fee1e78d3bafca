"""A PDF written anew: its pages and what is drawn on them, and nothing that runs, hides or tells who made it."""

import zlib
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from baken.files import limits
from baken.files.pictures import TooLarge

_OF_A_PAGE = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents"}
)
_OF_RESOURCES = frozenset(
    {"/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font", "/ProcSet"}
)
_BESIDE = (
    "/Metadata",
    "/PieceInfo",
    "/LastModified",
    "/AF",
    "/EF",
    "/AA",
    "/Thumb",
    "/Alternates",
    "/OPI",
    "/OC",
    "/Ref",
    "/Measure",
    "/PtData",
    "/StructParent",
    "/StructParents",
)


def anew(data: bytes) -> bytes:
    """Return the document written anew. Raises `pikepdf.PasswordError`, `TooLarge`, or another error for no PDF."""
    with pikepdf.open(BytesIO(data)) as found, pikepdf.new() as made:
        if len(found.pages) > limits.MAX_PAGES:
            raise TooLarge
        if "/AcroForm" in found.Root:
            found.generate_appearance_streams()
        found.flatten_annotations("screen")  # what was filled in and written on it stays to be seen
        for page in found.pages:
            made.pages.append(page)
        for page in made.pages:
            _only(page.obj, _OF_A_PAGE)
        made.remove_unreferenced_resources()
        unpacked = 0
        for one in list(made.objects):
            _bare(one)
            unpacked += _unpacked(one, limits.MAX_UNPACKED - unpacked)
        written = BytesIO()
        made.save(
            written,
            deterministic_id=True,
            fix_metadata_version=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    return written.getvalue()


def _only(found: pikepdf.Object, keys: frozenset[str]) -> None:
    for key in [key for key in found.keys() if key not in keys]:  # noqa: SIM118 - a pikepdf object is no mapping
        del found[key]


def _bare(found: pikepdf.Object) -> None:
    """Take from one object, and from what lies directly in it, everything that is not drawn."""
    for one in _within(found):
        for key in _BESIDE:
            if key in one:
                del one[key]
        if "/Resources" in one and isinstance(one["/Resources"], pikepdf.Dictionary):
            _only(one["/Resources"], _OF_RESOURCES)
    if isinstance(found, pikepdf.Stream):
        if "/F" in found or found.get("/Subtype") == "/PS":
            raise ValueError("a part that lies elsewhere, or is a program")
        _bare_picture(found)


def _within(found: pikepdf.Object, deep: int = 0) -> Iterator[pikepdf.Object]:
    if deep > 50:
        raise ValueError("too deep")
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        yield found
        inner = [found[key] for key in found.keys()]  # noqa: SIM118
    elif isinstance(found, pikepdf.Array):
        inner = list(found)
    else:
        return
    for one in inner:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Array) and not one.is_indirect:
            yield from _within(one, deep + 1)


def _bare_picture(found: pikepdf.Stream) -> None:
    """A photo in a document carries its own notes, such as the place where it was taken."""
    names = _filters(found)
    if "/JPXDecode" in names:
        raise ValueError("a picture that cannot be cleaned")
    if "/DCTDecode" not in names:
        return
    data = found.read_raw_bytes()
    if names == ["/FlateDecode", "/DCTDecode"] and "/DecodeParms" not in found:
        data = zlib.decompress(data)
    elif names != ["/DCTDecode"]:
        raise ValueError("a picture that cannot be cleaned")
    own = found.get("/DecodeParms")
    found.write(
        bare_jpeg(data),
        filter=pikepdf.Name.DCTDecode,
        decode_parms=own if isinstance(own, pikepdf.Dictionary) else None,
    )


def _unpacked(found: pikepdf.Object, room: int) -> int:
    """Return how large a part is once unpacked. Raises `TooLarge` as soon as that is more than there is room for."""
    if not isinstance(found, pikepdf.Stream):
        return 0
    names = _filters(found)
    if names.count("/FlateDecode") > 1:
        raise ValueError("packed twice")
    if names[:1] != ["/FlateDecode"]:
        return 0
    unpacker, left, size = zlib.decompressobj(), found.read_raw_bytes(), 0
    while left and not unpacker.eof:
        size += len(unpacker.decompress(left, 8_000_000))
        left = unpacker.unconsumed_tail
        if size > room:
            raise TooLarge
    return size


def _filters(found: pikepdf.Object) -> list[str]:
    filters = found.get("/Filter")
    if filters is None:
        return []
    return [str(one) for one in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]


def bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG without comments and application segments, but for the two that say how its colours are stored.

    Up to its end: whatever was pasted behind it is left out.
    """
    if not data.startswith(b"\xff\xd8"):
        raise ValueError("no JPEG")
    kept, at = [b"\xff\xd8"], 2
    while data[at : at + 1] == b"\xff":
        marker = data[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        if marker == 0xD9:
            return b"".join([*kept, b"\xff\xd9"])
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + size
        if size < 2 or end > len(data):
            break
        if marker == 0xDA:
            end = _end_of_scan(data, end)
            kept.append(data[at:end])
        elif (marker in (0xE0, 0xEE) and size <= 16) or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            kept.append(data[at:end])
        at = end
    raise ValueError("a JPEG that breaks off")


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the points of one scan end: at a marker that is no restart and no escaped FF."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        following = data[at + 1]
        if following == 0 or 0xD0 <= following <= 0xD7:
            at += 2
        elif following == 0xFF:
            at += 1
        else:
            return at
    raise ValueError("a JPEG that breaks off")
