"""The process that takes a file apart: a file comes in, a clean copy goes out, and whatever goes wrong stays in here.

It knows no organisation, database, key or person. It limits itself before it reads the first byte: when a file makes a
program that reads it do something else, that has little time, little room, and no file to write to but the copy.
"""

import sys

from baken.files import limits
from baken.web import guarded


def limit_oneself() -> None:
    """Give up what taking a file apart does not need; it cannot be taken back."""
    guarded.limit_oneself(
        cpu=limits.CPU_SECONDS, memory=limits.MEMORY, written=limits.MAX_COPY, files=limits.OPEN_FILES
    )


def clean(data: bytes) -> tuple[int, bytes]:
    """Return how it went, and the clean copy where it went well."""
    import pikepdf
    from PIL import Image

    from baken.files import documents, pictures

    media = limits.media_of(data)
    try:
        if media is None:
            return limits.UNKNOWN, b""
        made = documents.anew(data) if media == limits.PDF else pictures.anew(data, media)
    except pikepdf.PasswordError:
        return limits.LOCKED, b""
    except (pictures.TooLarge, Image.DecompressionBombError, MemoryError):
        return limits.TOO_LARGE, b""
    except Exception:  # whatever a damaged or hostile file brings about: there is no copy
        return limits.DAMAGED, b""
    return (limits.OK, made) if len(made) <= limits.MAX_COPY else (limits.TOO_LARGE, b"")


def main() -> None:
    """Read a file from standard input, and write its clean copy to standard output."""
    limit_oneself()
    outcome, made = clean(sys.stdin.buffer.read(limits.MAX_FILE + 1))
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    sys.exit(outcome)


if __name__ == "__main__":
    main()
