"""The process that opens what a municipality sent: a file comes in, tables of plain text go out.

It knows no organisation, database or person. Nothing in the file is run or looked up: a formula is told, not worked
out. Of a table it says what stands in each cell, and which cells only continue another.
"""

import json
import sys
import zipfile
from io import BytesIO
from typing import Any

from baken.programme.plan.exchange import limits
from baken.programme.plan.exchange.cells import Macros, Other, TooLarge
from baken.web import guarded


def limit_oneself() -> None:
    """Give up what opening a file does not need; it cannot be taken back."""
    guarded.limit_oneself(
        cpu=limits.CPU_SECONDS, memory=limits.MEMORY, written=limits.MAX_MADE, files=limits.OPEN_FILES
    )


def opened(data: bytes) -> tuple[int, bytes]:
    """Return how it went, and the tables where it went well."""
    try:
        made = json.dumps(tables(data)).encode()
    except (TooLarge, MemoryError):
        return limits.TOO_LARGE, b""
    except Macros:
        return limits.MACROS, b""
    except Other:
        return limits.OTHER, b""
    except Exception:  # whatever a damaged or hostile file brings about: there is no table
        return limits.DAMAGED, b""
    return (limits.OK, made) if len(made) <= limits.MAX_MADE else (limits.TOO_LARGE, b"")


def tables(data: bytes) -> list[dict[str, Any]]:
    """Return every table of the file: what it is called, and its rows with their numbers."""
    with zipfile.ZipFile(BytesIO(data)) as parts:
        found = parts.infolist()
        if len(found) > limits.MAX_PARTS or sum(one.file_size for one in found) > limits.MAX_UNPACKED:
            raise TooLarge
        names = {one.filename for one in found}
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise Macros
        kinds = parts.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
        if b"macroEnabled" in kinds:
            raise Macros
        if b"spreadsheetml.sheet.main" in kinds or b"spreadsheetml.template.main" in kinds:
            from baken.programme.plan.exchange import opening_excel

            return opening_excel.tables(data, parts)
        if b"wordprocessingml.document.main" in kinds or b"wordprocessingml.template.main" in kinds:
            from baken.programme.plan.exchange import opening_word

            return opening_word.tables(parts)
    raise Other


def main() -> None:
    """Read a file from standard input, and write its tables to standard output."""
    limit_oneself()
    outcome, made = opened(sys.stdin.buffer.read(limits.MAX_FILE + 1))
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    sys.exit(outcome)


if __name__ == "__main__":
    main()
