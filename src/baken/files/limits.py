"""What a file may be and what taking it apart may cost. Read by both sides; it imports nothing of Baken."""

MAX_FILE = 10_000_000
MAX_COPY = 16_000_000
MAX_PIXELS = 40_000_000
MAX_PAGES = 300
MAX_UNPACKED = 200_000_000
MEMORY = 1_000_000_000
CPU_SECONDS = 10
WALL_SECONDS = 20
OPEN_FILES = 64

JPEG, PNG, PDF = "jpeg", "png", "pdf"
_BEGINS = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"%PDF-", PDF))

OK, DAMAGED, TOO_LARGE, LOCKED, UNKNOWN = 0, 3, 4, 5, 6


def media_of(data: bytes) -> str | None:
    """Return what this is by its first bytes; a name or a type that was sent along says nothing."""
    return next((media for begin, media in _BEGINS if data.startswith(begin)), None)
