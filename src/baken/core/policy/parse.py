"""From the files of one folder to typed elements that remember their place. Every mistake is found, not just one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from baken.core.policy.errors import PolicyError, PolicyErrors, suggest
from baken.core.policy.items import Item, items_of, refuse_reserved, validated
from baken.core.policy.knowledge import Drop, Head
from baken.core.policy.reading import Reading, read
from baken.core.policy.sections import FILE_OF, FILES
from baken.core.vocabulary.text import Text

_POLICY_ID = re.compile(r"[a-z][a-z0-9-]*\Z")


@dataclass(frozen=True, slots=True)
class PolicyFolder:
    """One dated folder: its head, its elements per list, and what it takes away from its parent."""

    name: str
    policy_id: str
    valid_from: date
    head: Item
    sections: Mapping[str, tuple[Item, ...]]
    drops: tuple[Item, ...]

    @property
    def extends(self) -> str | None:
        """The id of the policy this one builds on."""
        extends: str | None = self.head.element.extends
        return extends


def parse_folder(name: str, files: Mapping[str, str | bytes]) -> PolicyFolder:
    """Read a folder `<id>/<valid-from>`. Raises `PolicyErrors` with every mistake in it."""
    errors: list[PolicyError] = []
    policy_id, valid_from = _named(name, errors)
    sections: dict[str, tuple[Item, ...]] = {}
    drops: list[Item] = []
    head: Item | None = None
    if "municipality.yaml" not in files:
        errors.append(
            PolicyError(
                name,
                0,
                Text("`municipality.yaml` ontbreekt.", "`municipality.yaml` is missing."),
                Text(
                    "Zonder dat bestand is niet bekend wiens beleid dit is.", "It says whose policy this is."
                ),
                Text("Maak het, met `id`, `kind` en `name`.", "Make it, with `id`, `kind` and `name`."),
            )
        )
    for file, content in sorted(files.items()):
        if file not in FILES:
            errors.append(_unknown_file(name, file))
            continue
        reading = read(f"{name}/{file}", content)
        if _has_format(reading):
            if file == "municipality.yaml":
                head = _head(reading, policy_id)
            _lists(reading, file, sections, drops)
        errors.extend(reading.errors)
    if errors or head is None or valid_from is None:
        raise PolicyErrors(errors)
    return PolicyFolder(name, policy_id, valid_from, head, sections, tuple(drops))


def _named(name: str, errors: list[PolicyError]) -> tuple[str, date | None]:
    policy_id, _, day = name.partition("/")
    if not _POLICY_ID.match(policy_id):
        errors.append(
            PolicyError(
                name,
                0,
                Text(f"`{policy_id}` kan geen naam van beleid zijn.", f"`{policy_id}` cannot name a policy."),
                Text(
                    "De naam staat in adressen en opdrachten.", "The name stands in addresses and commands."
                ),
                Text(
                    "Gebruik kleine letters, cijfers en streepjes.",
                    "Use lower case letters, digits and hyphens.",
                ),
            )
        )
    try:
        return policy_id, date.fromisoformat(day) if len(day) == 10 else _not_a_day()
    except ValueError:
        errors.append(
            PolicyError(
                name,
                0,
                Text(f"De map `{day}` is geen datum.", f"The folder `{day}` is not a date."),
                Text(
                    "De mapnaam is de eerste dag waarop dit beleid geldt.",
                    "It is the first day this policy counts.",
                ),
                Text(
                    "Noem de map jaar-maand-dag, zoals 2024-05-01.",
                    "Name it year-month-day, like 2024-05-01.",
                ),
            )
        )
        return policy_id, None


def _not_a_day() -> date:
    raise ValueError


def _unknown_file(name: str, file: str) -> PolicyError:
    return PolicyError(
        f"{name}/{file}",
        0,
        Text(f"Baken kent geen bestand `{file}`.", f"Baken knows no file `{file}`."),
        Text("Wat erin staat zou nergens gelden.", "What is in it would count nowhere."),
        suggest(file, FILES, Text("Hernoem het of haal het weg.", "Rename it or take it away.")),
    )


def _has_format(reading: Reading) -> bool:
    if reading.errors:
        return False
    if not isinstance(reading.data, dict):
        reading.wrong(
            1,
            Text("Dit bestand bevat geen beleid.", "This file holds no policy."),
            Text(
                "Het is leeg, of het begint niet met een sleutel.",
                "It is empty, or does not start with a key.",
            ),
            Text("Begin met `format: 1`.", "Start with `format: 1`."),
        )
        return False
    if reading.data.get("format") != 1:
        wrong = reading.data.get("format", "niets")
        reading.wrong(
            reading.line(("format",)),
            Text("`format` ontbreekt of is onbekend.", "`format` is missing or unknown."),
            Text(
                f"Deze Baken leest `format: 1` (hier staat: {wrong}).",
                f"This Baken reads `format: 1` (found: {wrong}).",
            ),
            Text("Zet `format: 1` bovenaan.", "Put `format: 1` on top."),
        )
        return False
    return True


def _head(reading: Reading, policy_id: str) -> Item | None:
    data = {key: value for key, value in reading.data.items() if key not in ("format", "documents", "drop")}
    refuse_reserved(reading, data, (), Head)
    head = validated(reading, Head, data, ())
    if head is not None and head.id != policy_id:
        reading.wrong(
            reading.line(("id",)),
            Text(
                f"De id `{head.id}` is niet de naam van de map.",
                f"The id `{head.id}` is not the folder's name.",
            ),
            Text(f"Deze map heet `{policy_id}`.", f"This folder is called `{policy_id}`."),
            Text("Maak ze gelijk.", "Make them equal."),
        )
    return Item("municipality", head, reading.file, reading.lines)


def _lists(reading: Reading, file: str, sections: dict[str, tuple[Item, ...]], drops: list[Item]) -> None:
    known = FILES[file]
    head_keys = tuple(Head.model_fields) if file == "municipality.yaml" else ()
    for key, raw in reading.data.items():
        if reading.full:
            break
        if key in ("format", *head_keys):
            continue
        if key == "drop":
            drops.extend(items_of(reading, "drop", Drop, raw))
        elif key in known:
            sections[key] = tuple(items_of(reading, key, known[key], raw))
        else:
            where = f" Die lijst hoort in `{FILE_OF[key]}`." if key in FILE_OF else ""
            where_en = f" That list belongs in `{FILE_OF[key]}`." if key in FILE_OF else ""
            reading.wrong(
                reading.line((key,)),
                Text(f"`{key}` is hier een onbekende sleutel.", f"`{key}` is an unknown key here."),
                Text(f"`{file}` kent die niet.{where}", f"`{file}` does not have it.{where_en}"),
                suggest(key, (*known, "drop", *head_keys), Text("Haal de sleutel weg.", "Remove the key.")),
            )
