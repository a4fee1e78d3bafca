"""The first folder of a municipality that follows its region (DIFF-03): what is its own; the rest is folded in.

The command line and the browser both start here, so that a policy begins in one way.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from baken.core.policy.beginning import may_begin, unknown_table
from baken.core.policy.bundle import Bundle
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Library
from baken.core.policy.models import ReferralRule, Step, Table
from baken.core.vocabulary.text import Text

_PLAIN = re.compile(r"[^\W\d_]([\w .()'/]*[\w.()'])?\Z")
_YAML_WORDS = ("null", "true", "false", "yes", "no", "on", "off", "y", "n")
FOLLOWS = Text(
    "volgt de regio tot het college een eigen beleid vaststelt",
    "follows the region until the college adopts a policy of its own",
)
ASSUMED = Text(
    "overgenomen van de regio tot de gemeente zegt of zij dit overleg heeft",
    "taken over from the region until the municipality says whether it has this meeting",
)
SAID = {
    True: Text(
        "de gemeente zegt dat zij dit overleg heeft", "the municipality says that it has this meeting"
    ),
    False: Text(
        "de gemeente zegt dat zij dit overleg niet heeft", "the municipality says that it lacks this meeting"
    ),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """The college's decision to follow the region; the number and its day, when they are known."""

    number: str
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewFolder:
    """The files of a new folder; `assumed` are the tables of which nobody said whether the municipality has them."""

    policy_id: str
    valid_from: date
    files: Mapping[str, str]
    assumed: tuple[Table, ...]


def name_of(policy_id: str) -> str:
    """Return the name that this id most likely stands for: `stede-broec` is Stede Broec, `ijsselstein` IJsselstein."""
    words = [
        word[:2].upper() + word[2:] if word.startswith("ij") else word.capitalize()
        for word in policy_id.split("-")
    ]
    return " ".join(words)


def open_tables(parent: Bundle) -> tuple[Table, ...]:
    """Return the local tables of the region on which its route turns: each municipality has them or not."""
    rules: tuple[Step | ReferralRule, ...] = (*parent.steps, *parent.referrals)
    turned_on = {table for rule in rules for table in (rule.with_table, rule.without_table)}
    return tuple(table for table in parent.table_list if table.level == "local" and table.id in turned_on)


def new_folder(
    library: Library,
    policy_id: str,
    *,
    name: str,
    extends: str,
    valid_from: date,
    decision: Decision | None = None,
    tables: Mapping[str, bool] | None = None,
) -> NewFolder:
    """Return the files with which this municipality starts. Raises `PolicyErrors` with what cannot be, and why.

    `tables` says of the region's open tables whether the municipality has them; of the others the region's word counts.
    """
    said = dict(tables or {})
    parent = may_begin(library, policy_id, name, extends, valid_from, decision.number if decision else None)
    asked = open_tables(parent)
    if unknown := [
        unknown_table(table, parent.policy_id, asked) for table in said.keys() - {t.id for t in asked}
    ]:
        raise PolicyErrors(unknown)
    files = {"municipality.yaml": _municipality(policy_id, name, extends, decision)}
    if asked:
        files["tables.yaml"] = _tables(name, asked, said)
    return NewFolder(policy_id, valid_from, files, tuple(table for table in asked if table.id not in said))


def scalar(words: str) -> str:
    """Return words as they stand in YAML: bare where no reader can take them for something else, or in quotes."""
    if _PLAIN.match(words) and words.lower() not in _YAML_WORDS:
        return words
    return json.dumps(words, ensure_ascii=False)


def pair(text: Text) -> str:
    """Return a text in two languages on one line."""
    return f"{{nl: {scalar(text.nl)}, en: {scalar(text.en)}}}"


def _municipality(policy_id: str, name: str, extends: str, decision: Decision | None) -> str:
    lines = [
        _schema("municipality"),
        f"# Het beleid van {name}: alleen wat eigen is. Al het andere komt uit `{extends}`.",
        "# Eigen afspraken komen in route.yaml, partners.yaml, tables.yaml en de andere bestanden. Een onderdeel",
        "# met dezelfde id als dat van de regio neemt de plaats daarvan in. Uitleg: docs/tutorial/your-policy.md",
        "format: 1",
        f"id: {policy_id}",
        "kind: municipality",
        f"name: {pair(Text(name, name))}",
        f"extends: {extends}",
    ]
    if decision is None:
        lines += [
            "# Wie dit besloot. Is er een besluit van het college? Zet dat onder documents, en noem het als source.",
            "chosen:",
            f"  nl: {FOLLOWS.nl}",
            f"  en: {FOLLOWS.en}",
        ]
    else:
        document = f"{policy_id}-besluit"
        lines += [
            "source: {" + f"document: {document}, place: {scalar(decision.number)}" + "}",
            "chosen:",
            f"  nl: {FOLLOWS.nl}",
            f"  en: {FOLLOWS.en}",
            "documents:",
            f"  - id: {document}",
            f"    title: {scalar(f'Besluit van het college van {name}')}",
            *([f"    date: {decision.decided_on.isoformat()}"] if decision.decided_on else []),
            f"    publisher: {scalar(f'gemeente {name}')}",
        ]
    return "\n".join(lines) + "\n"


def _tables(name: str, asked: tuple[Table, ...], said: Mapping[str, bool]) -> str:
    lines = [
        _schema("tables"),
        "# De route hangt ervan af of de gemeente dit overleg heeft. Niet? Schrijf dan `exists: no`.",
        "format: 1",
        "tables:",
    ]
    for table in asked:
        exists = said.get(table.id, table.exists)
        why = SAID[exists] if table.id in said else ASSUMED
        lines += [
            f"  - id: {table.id}",
            f"    name: {pair(Text(f'{table.name.nl} {name}', f'{table.name.en} {name}'))}",
            f"    level: {table.level}",
            f"    with: [{', '.join(table.with_)}]",
            f"    exists: {'yes' if exists else 'no'}",
            *(
                ["    words:", f"      nl: {scalar(table.words.nl)}", f"      en: {scalar(table.words.en)}"]
                if table.words is not None
                else []
            ),
            "    chosen:",
            f"      nl: {why.nl}",
            f"      en: {why.en}",
        ]
    return "\n".join(lines) + "\n"


def _schema(file: str) -> str:
    return f"# yaml-language-server: $schema=../../schema/{file}.schema.json"
