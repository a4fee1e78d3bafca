"""From the text of one policy file to plain values that remember their line: no anchors, tags, tabs or doubles."""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from baken.core.policy.errors import PolicyError
from baken.core.policy.raw import text_of
from baken.core.vocabulary.text import Text

MAX_DEPTH = 20
MAX_PIECES = 20_000
MAX_ERRORS = 100
Path = tuple[str | int, ...]
_INTEGER = re.compile(r"(0|[1-9][0-9]{0,8})\Z")
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Reading:
    """One file as plain values (None when unreadable), the line of every path, and the mistakes found on the way."""

    file: str
    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    errors: list[PolicyError] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Return the line of a path, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    @property
    def full(self) -> bool:
        """Whether so much is wrong that nobody reads on."""
        return len(self.errors) > MAX_ERRORS

    def wrong(self, line: int, what: Text, why: Text, do: Text) -> None:
        """Remember a mistake in this file; after many, that there are more."""
        if len(self.errors) < MAX_ERRORS:
            self.errors.append(PolicyError(self.file, line, what, why, do))
        elif not self.full:
            self.errors.append(_and_more(self.file))


def _and_more(file: str) -> PolicyError:
    return PolicyError(
        file,
        0,
        Text("Er is nog meer mis.", "There is more wrong."),
        Text(
            f"Na {MAX_ERRORS} fouten leest Baken niet verder.",
            f"After {MAX_ERRORS} mistakes Baken stops reading.",
        ),
        Text("Verbeter eerst deze.", "Mend these first."),
    )


def read(file: str, content: bytes | str) -> Reading:
    """Read one file. Never raises: what is wrong is in `errors`."""
    reading = Reading(file)
    text = text_of(content, reading.wrong)
    if text is None:
        return reading
    try:
        # BaseLoader makes nodes only: no object is ever built from a tag, and no alias is followed.
        loader = _LOADER(text)
        try:
            _refuse_sharing(reading, text)
            if not reading.errors:
                node = loader.get_single_node()
                if node is not None:
                    reading.data = _plain(reading, node, ())
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        _unreadable(reading, error)
    except RecursionError:
        _too_deep(reading, 1)
    return reading


def traps(file: str, text: str) -> list[PolicyError]:
    """Return what a text holds that is never read, however it is mended around: sharing, tags, too many layers."""
    reading = Reading(file)
    try:
        _refuse_sharing(reading, text)
    except yaml.YAMLError:
        pass  # an ordinary mistake, which may stay in a text that is being written
    except RecursionError:
        _too_deep(reading, 1)
    return reading.errors


def _refuse_sharing(reading: Reading, text: str) -> None:
    events = _LOADER(text)
    documents = depth = pieces = 0
    try:
        while events.check_event() and not reading.full:
            event = events.get_event()
            line = event.start_mark.line + 1
            pieces += 1
            if pieces > MAX_PIECES:
                _too_much(reading, line)
                return
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                reading.wrong(
                    line,
                    Text("Hier staat een verwijzing met & of *.", "Here is a reference with & or *."),
                    Text(
                        "Zo kan iets op twee plaatsen tegelijk veranderen.",
                        "With it one edit changes two places.",
                    ),
                    Text(
                        "Schrijf het voluit, of zet het tussen aanhalingstekens.",
                        "Write it out, or put it in quotes.",
                    ),
                )
            elif getattr(event, "tag", None):
                reading.wrong(
                    line,
                    Text(f"Hier staat een label: {event.tag}", f"Here is a tag: {event.tag}"),
                    Text(
                        "Labels met ! zijn in beleid niet toegestaan.",
                        "Tags with ! are not allowed in a policy.",
                    ),
                    Text(
                        "Haal het label weg, of gebruik aanhalingstekens.", "Remove the tag, or use quotes."
                    ),
                )
            # Stopping here, while nothing is built yet, keeps a deep file from costing time.
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                _too_deep(reading, line)
                return
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    _directive(reading, line)
            if documents == 2:
                reading.wrong(
                    line,
                    Text("Hier begint een tweede document.", "A second document starts here."),
                    Text("Een beleidsbestand is één document.", "A policy file is one document."),
                    Text("Haal de regel met --- weg.", "Remove the line with ---."),
                )
                return
    finally:
        events.dispose()


def _plain(reading: Reading, node: Any, path: Path) -> Any:
    line = node.start_mark.line + 1
    reading.lines.setdefault(path, line)
    if len(path) > MAX_DEPTH:
        _too_deep(reading, line)
        return None
    if isinstance(node, yaml.MappingNode):
        return _mapping(reading, node, path)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(reading, item, (*path, number)) for number, item in enumerate(node.value)]
    if not node.style:
        if node.value in ("", "null", "~"):
            return None
        if _INTEGER.match(node.value):
            return int(node.value)
    return node.value


def _mapping(reading: Reading, node: Any, path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        if reading.full:
            break
        line = key_node.start_mark.line + 1
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key is None or key == "<<":
            reading.wrong(
                line,
                Text("Deze sleutel kan niet.", "This key is not possible."),
                Text("Een sleutel is één gewoon woord.", "A key is one plain word."),
                Text("Schrijf de sleutel als gewoon woord.", "Write the key as a plain word."),
            )
            continue
        if key in found:
            reading.wrong(
                line,
                Text(f"De sleutel `{key}` staat hier twee keer.", f"The key `{key}` stands here twice."),
                Text("Dan is niet duidelijk welke geldt.", "Then it is not clear which one counts."),
                Text(
                    f"Haal er één weg (de eerste staat op regel {reading.lines.get((*path, key), 0)}).",
                    f"Remove one (the first is on line {reading.lines.get((*path, key), 0)}).",
                ),
            )
            continue
        reading.lines[(*path, key)] = line
        found[key] = _plain(reading, value_node, (*path, key))
    return found


def _unreadable(reading: Reading, error: yaml.YAMLError) -> None:
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or "onleesbaar")
    reading.wrong(
        mark.line + 1 if mark else 1,
        Text("Dit is geen leesbare YAML.", "This is not readable YAML."),
        Text(f"De lezer zegt: {problem}.", f"The reader says: {problem}."),
        Text(
            "Kijk naar inspringen, haakjes en dubbele punten; zet tekst met een dubbele punt tussen aanhalingstekens.",
            "Look at indentation, brackets and colons; put text with a colon between quotes.",
        ),
    )


def _too_deep(reading: Reading, line: int) -> None:
    reading.wrong(
        line,
        Text("Dit is te diep genest.", "This is nested too deeply."),
        Text(
            "Geen enkel onderdeel van beleid heeft zoveel lagen.", "No part of a policy has so many layers."
        ),
        Text("Maak het platter.", "Make it flatter."),
    )


def _too_much(reading: Reading, line: int) -> None:
    reading.wrong(
        line,
        Text("Dit bestand telt te veel onderdelen.", "This file has too many parts."),
        Text(
            f"Samen zijn er hoogstens {MAX_PIECES} sleutels en waarden; hier is dat aantal bereikt.",
            f"Together there are at most {MAX_PIECES} keys and values; that number is reached here.",
        ),
        Text("Haal weg wat er niet hoort.", "Remove what does not belong here."),
    )


def _directive(reading: Reading, line: int) -> None:
    reading.wrong(
        line,
        Text("Bovenaan staat een regel met %.", "A line with % stands on top."),
        Text("Die kan veranderen wat de rest betekent.", "It can change what the rest means."),
        Text("Haal die regel weg, en ook ---.", "Remove that line, and the ---."),
    )
