"""Two people who changed one text from the same beginning: put together where they changed different places."""

import difflib


def merged(was: str, theirs: str, mine: str) -> str | None:
    """Return the text with both changes, or None where both touched the same place."""
    base = was.splitlines(keepends=True)
    changes = [
        *_changes(base, theirs.splitlines(keepends=True)),
        *_changes(base, mine.splitlines(keepends=True)),
    ]
    changes.sort(key=lambda change: (change[0], change[1]))
    lines: list[str] = []
    at = 0
    last: tuple[int, int, list[str]] | None = None
    for change in changes:
        if change == last:
            continue  # both did the same
        start, end, new = change
        # Lines that touch count as one place: what one wrote may belong to what the other took away.
        if last is not None and start <= last[1]:
            return None
        lines += [*base[at:start], *new]
        at, last = end, change
    return "".join([*lines, *base[at:]])


def _changes(base: list[str], other: list[str]) -> list[tuple[int, int, list[str]]]:
    matcher = difflib.SequenceMatcher(None, base, other, autojunk=len(base) > 1000)
    return [
        (from_base, to_base, other[from_other:to_other])
        for tag, from_base, to_base, from_other, to_other in matcher.get_opcodes()
        if tag != "equal"
    ]
