"""A picture drawn anew from its points: nothing that a camera, phone or program wrote beside them stays."""

from io import BytesIO

from PIL import Image, ImageFile, ImageOps

from baken.files import limits

ImageFile.LOAD_TRUNCATED_IMAGES = False
Image.MAX_IMAGE_PIXELS = limits.MAX_PIXELS


class TooLarge(ValueError):
    """There are more points, or pages, than are looked at."""


def anew(data: bytes, media: str) -> bytes:
    """Return the picture drawn anew. Raises `TooLarge`, or what Pillow raises for what is no picture."""
    with Image.open(BytesIO(data), formats=[media.upper()]) as opened:
        width, height = opened.size
        if width * height > limits.MAX_PIXELS:
            raise TooLarge
        upright = ImageOps.exif_transpose(opened)
        see_through = media == limits.PNG and (
            upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
        )
        points = upright.convert("RGBA" if see_through else "RGB")
    drawn = Image.new(points.mode, points.size)
    drawn.paste(points)
    made = BytesIO()
    if media == limits.PNG:
        drawn.save(made, "PNG")
    else:
        drawn.save(made, "JPEG", quality=90)
    return made.getvalue()
