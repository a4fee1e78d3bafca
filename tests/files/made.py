"""Files with words in places where nobody looks."""

import random
from io import BytesIO

import pikepdf
from PIL import Image

CANARY = "kanarieplaats"


def picture(media: str = "JPEG") -> bytes:
    """A photo with its place, its maker and a remark in it, and something pasted behind it."""
    drawn = Image.frombytes("RGB", (60, 40), random.Random(20).randbytes(7200))
    notes = Image.Exif()
    notes[0x010E] = notes[0x013B] = CANARY  # what it shows, and by whom
    notes[0x8825] = {1: "N", 2: (52.0, 5.0, 7.0), 3: "E", 4: (4.0, 53.0, 2.0), 0x1D: CANARY}
    made = BytesIO()
    if media == "JPEG":
        drawn.save(made, "JPEG", exif=notes, comment=CANARY.encode(), icc_profile=CANARY.encode() * 20)
    else:
        drawn.save(made, media, exif=notes)
    return made.getvalue() + CANARY.encode()


def document() -> bytes:
    """A PDF with an author, a script, an attachment, a field and a photo that carries its own notes."""
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(200, 200))
        page = made.pages[0]
        photo = pikepdf.Stream(made, picture())
        photo.update(
            {
                "/Type": pikepdf.Name.XObject,
                "/Subtype": pikepdf.Name.Image,
                "/Width": 60,
                "/Height": 40,
                "/ColorSpace": pikepdf.Name.DeviceRGB,
                "/BitsPerComponent": 8,
                "/Filter": pikepdf.Name.DCTDecode,
                "/Metadata": made.make_stream(CANARY.encode()),
            }
        )
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=made.make_indirect(photo)))
        page.Contents = made.make_stream(b"q 60 0 0 40 20 20 cm /P Do Q")
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{CANARY}')")
        made.Root.OpenAction = script
        page.AA = pikepdf.Dictionary(O=script)
        page.PieceInfo = pikepdf.Dictionary(Kanarie=pikepdf.Dictionary(Private=CANARY))
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=[0, 0, 9, 9],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=f"https://{CANARY}.example"),
        )
        page.Annots = pikepdf.Array([made.make_indirect(link)])
        made.attachments[f"{CANARY}.txt"] = CANARY.encode()
        made.docinfo["/Author"] = CANARY
        with made.open_metadata() as about:
            about["dc:creator"] = [CANARY]
        written = BytesIO()
        made.save(written, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return written.getvalue() + b"\n% " + CANARY.encode()
