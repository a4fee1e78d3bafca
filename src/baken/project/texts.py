"""The English texts: `python -m baken.project.texts compile|check|extract`, without the gettext programs.

A Dutch sentence in the code is the key of its own translation; each room keeps its English beside it, in
`src/baken/<room>/locale/en/LC_MESSAGES/django.po`.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract as babel_extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parents[1]
_PLAIN = ("gettext", "gettext_lazy", "gettext_noop", "_")
_PLURAL = ("ngettext", "ngettext_lazy")
_IN_CONTEXT = ("pgettext", "pgettext_lazy")
KEYWORDS: Any = {
    **{word: None for word in _PLAIN},
    **{word: (1, 2) for word in _PLURAL},
    **{word: ((1, "c"), 2) for word in _IN_CONTEXT},
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
HEADER = "# Baken in English. The Dutch sentence is the key."
NOISE = re.compile(
    rb'"(Project-Id|Report-Msgid|POT-Creation|PO-Revision|Last-Translator|Language-Team|Generated-By)'
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@dataclass(frozen=True)
class Found:
    """A sentence in the code, and where it stands."""

    key: tuple[str | None, str]  # context and Dutch sentence
    plural: str | None
    place: str
    room: str


def catalogues(source: Path = SOURCE) -> dict[str, Path]:
    """This function will find each room's English catalogue."""
    return {_room(p, source): p for p in sorted(source.glob("**/locale/en/LC_MESSAGES/django.po"))}


def _empty() -> Catalog:
    return Catalog(locale="en", domain="django", charset="utf-8", header_comment=HEADER)


def _room(path: Path, source: Path) -> str:
    """This function will name the room a file lies in; the parts of a standing room are rooms of their own."""
    parts = path.relative_to(source).parts
    return "/".join(parts[:2]) if parts[0] in ("trust", "care", "programme") else parts[0]


def read(path: Path) -> Catalog:
    """This function will read one catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale="en", domain="django", abort_invalid=True)


def compile_all(source: Path = SOURCE) -> int:
    """This function will compile every catalogue that changed, and count them."""
    done = 0
    for path in catalogues(source).values():
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        catalogue = read(path)
        catalogue.fuzzy = False  # Babel marks the header so; the sentences themselves are not
        bytes_ = BytesIO()
        write_mo(bytes_, catalogue)
        half = target.with_name(f"{target.name}.{os.getpid()}.new")
        half.write_bytes(bytes_.getvalue())
        half.replace(target)
        done += 1
    return done


def sentences(source: Path = SOURCE) -> Iterator[Found]:
    """This function will find every sentence that the code and the templates show."""
    for path in sorted(
        [*source.glob("**/*.py"), *source.glob("**/templates/**/*.html"), *source.glob("**/*.txt")]
    ):
        room = _room(path, source)
        text = path.read_text("utf-8")
        if path.suffix != ".py":
            text = _as_code(text, str(path))
        code = BytesIO(text.encode())
        for line, words, _, context in babel_extract(
            "python", code, keywords=KEYWORDS, options={"encoding": "utf-8"}
        ):
            first, plural = (words, None) if isinstance(words, str) else (words[0], words[1])
            if first:
                place = f"{path.relative_to(source)}:{line}"
                yield Found((context, first), plural, place, room)


def _as_code(template: str, origin: str) -> str:
    from django.utils.translation.template import templatize

    code = templatize(template, origin=origin)
    return "\n".join(line.strip() for line in code.split("\n"))  # what was a page has no indentation to obey


def check(source: Path = SOURCE) -> list[str]:
    """This function will list what is missing, unused or differs in its placeholders."""
    english: dict[tuple[str | None, str], tuple[str, Message]] = {}
    problems: list[str] = []
    for room, path in catalogues(source).items():
        for message in read(path):
            if message.id:
                key = (message.context, message.id if isinstance(message.id, str) else message.id[0])
                if key in english and english[key][1].string != message.string:
                    problems.append(f"{room} and {english[key][0]} translate differently: {key[1]!r}")
                english[key] = (room, message)
    used: set[tuple[str | None, str]] = set()
    for found in sentences(source):
        used.add(found.key)
        entry = english.get(found.key)
        if entry is None or entry[1].fuzzy or not _complete(entry[1], found):
            problems.append(f"{found.place}: no English for {found.key[1]!r}")
    problems += [
        f"{room}: no longer used: {key[1]!r}" for key, (room, _) in english.items() if key not in used
    ]
    for room, message in english.values():
        problems += [f"{room}: {told}" for told in _placeholders(message)]
    return sorted(set(problems))


def _complete(message: Message, found: Found) -> bool:
    strings = _all(message.string)
    if found.plural is not None and len(strings) < 2:
        return False
    return all(s.strip() for s in strings)


def _all(words: Any) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ())


def _placeholders(message: Message) -> Iterator[str]:
    ids = _all(message.id)
    strings = _all(message.string)
    allowed = [Counter(PLACEHOLDER.findall(i)) for i in ids]
    for string in strings:
        if string and Counter(PLACEHOLDER.findall(string)) not in allowed:
            yield f"the placeholders differ: {ids[0]!r} and {string!r}"


def add_missing(source: Path = SOURCE) -> int:
    """This function will add each untranslated sentence to its room's catalogue."""
    known = {
        (m.context, m.id if isinstance(m.id, str) else m.id[0])
        for path in catalogues(source).values()
        for m in read(path)
        if m.id
    }
    fresh: dict[str, dict[tuple[str | None, str], Found]] = {}
    for found in sentences(source):
        if found.key not in known:
            fresh.setdefault(found.room, {}).setdefault(found.key, found)
    for room, entries in fresh.items():
        path = source / room / "locale" / "en" / "LC_MESSAGES" / "django.po"
        catalogue = read(path) if path.exists() else _empty()
        catalogue.fuzzy = False
        for (context, sentence), found in entries.items():
            catalogue.add((sentence, found.plural) if found.plural else sentence, context=context)
        path.parent.mkdir(parents=True, exist_ok=True)
        written = BytesIO()
        write_po(written, catalogue, width=0, omit_header=False)
        path.write_bytes(
            b"".join(line for line in written.getvalue().splitlines(True) if not NOISE.match(line))
        )
    return sum(len(entries) for entries in fresh.values())


def main(arguments: list[str]) -> int:
    """This function will run one of the three commands."""
    command = arguments[0] if len(arguments) == 1 else ""
    if command == "compile":
        click.echo(f"Compiled {compile_all()} catalogues.")
    elif command == "extract":
        click.echo(f"Added {add_missing()} sentences that want an English text.")
    elif command == "check":
        problems = check()
        click.echo("\n".join(problems) if problems else "Every sentence has its English.")
        return 1 if problems else 0
    else:
        click.echo("Say one of: compile, check, extract.", err=True)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
