"""Has a file taken apart in a process of its own, and waits for it no longer than is needed."""

import hashlib
from dataclasses import dataclass, field
from threading import Lock

from baken.core.vocabulary.text import Text
from baken.files import limits
from baken.web import guarded

_ONE_AT_A_TIME = Lock()
_ORDER = guarded.program("baken.files.cleaning")

NO_KIND = Text(
    "Dit is geen foto (JPEG of PNG) en geen PDF. Een andere naam maakt daar niets aan uit.",
    "This is no photo (JPEG or PNG) and no PDF. Another name makes no difference.",
)
TOO_LARGE = Text(
    "Dit bestand is te groot om veilig te openen. Neem een kleinere foto of minder bladzijden: hoogstens 10 MB.",
    "This file is too large to open safely. Take a smaller photo or fewer pages: 10 MB at most.",
)
LOCKED = Text(
    "Op deze PDF zit een wachtwoord. Haal dat eraf en probeer het opnieuw.",
    "This PDF has a password. Take it off and try again.",
)
DAMAGED = Text(
    "Dit bestand kon niet veilig worden geopend. Bewaar het opnieuw, of maak er een foto van.",
    "This file could not be opened safely. Save it anew, or take a photo of it.",
)
_WHY = {
    limits.UNKNOWN: NO_KIND,
    limits.TOO_LARGE: TOO_LARGE,
    limits.LOCKED: LOCKED,
    guarded.OUT_OF_TIME: TOO_LARGE,
}


class NotTaken(ValueError):
    """The file cannot be kept; `why` says so to whoever sent it."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


@dataclass(frozen=True, slots=True)
class Taken:
    """A file and its clean copy. Written out it is no more than its hash."""

    media: str
    original: bytes = field(repr=False)
    copy: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """The hash of the original."""
        return hashlib.sha256(self.original).hexdigest()

    def __str__(self) -> str:
        """What makes it the same file as another."""
        return self.sha256


def taken(data: bytes) -> Taken:
    """Return a file with its clean copy. Raises `NotTaken`; then nothing of it is left."""
    if len(data) > limits.MAX_FILE:
        raise NotTaken(TOO_LARGE)
    media = limits.media_of(data)
    if media is None:
        raise NotTaken(NO_KIND)
    with _ONE_AT_A_TIME:
        outcome, copy = guarded.run(_ORDER, data, seconds=limits.WALL_SECONDS, most=limits.MAX_COPY)
    if outcome != limits.OK or not copy or len(copy) > limits.MAX_COPY or limits.media_of(copy) != media:
        raise NotTaken(_WHY.get(outcome, DAMAGED))
    return Taken(media, data, copy)
