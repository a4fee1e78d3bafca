"""The data set of an evaluation: what every part of the programme counted, kept as it was on one day (EVAL-05).

Nothing in it points to anybody: each part shields its own numbers. It is kept in both languages, and its SHA-256 says
that it is still the same.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from baken.core.vocabulary.text import Text
from baken.programme.common import frozen
from baken.programme.common.frozen import Block, Figure
from baken.programme.evaluation.models import Evaluation

CAVEATS = (
    Text(
        "Weinig signalen betekent niet dat er weinig mensenhandel is. Veel wordt nooit gezien of gemeld.",
        "Few signals does not mean little trafficking. Much is never seen or reported.",
    ),
    Text(
        "Hoeveel slachtoffers niemand kent (het dark number), zegt geen enkel cijfer hier. Deze aantallen gaan over "
        "wat er gemeld en gedaan is.",
        "How many victims nobody knows (the dark number) is in no figure here. These numbers are about what was "
        "reported and done.",
    ),
)
"""What stands above every figure that leaves (MON-08)."""


@dataclass(frozen=True, slots=True)
class DataSet:
    """The figures as they were on a day, and whether they are still what was frozen."""

    on: date
    blocks: tuple[Block, ...]
    caveats: tuple[Text, ...]
    unchanged: bool

    def of(self, topic: str) -> list[Block]:
        """Return the figures under one topic."""
        return [one for one in self.blocks if one.topic == topic]


def gathered(first: date, last: date) -> tuple[Block, ...]:
    """Return the figures of every part about a period, as they are now."""
    return tuple(frozen.blocks(first, last))


def packed(blocks: tuple[Block, ...], first: date, last: date, on: date) -> dict[str, Any]:
    """Return figures as they are kept."""
    return {
        "format": 1,
        "on": on.isoformat(),
        "first": first.isoformat(),
        "last": last.isoformat(),
        "caveats": [both(one) for one in CAVEATS],
        "blocks": [
            {
                "id": block.id,
                "topic": block.topic,
                "title": both(block.title),
                "figures": [
                    {"name": both(one.name), "value": both(one.value), "note": both(one.note)}
                    for one in block.figures
                ],
            }
            for block in blocks
        ],
    }


def digest(data: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a data set: equal data, equal digest."""
    told = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()


def read(found: Evaluation) -> DataSet | None:
    """Return what was frozen for an evaluation; None where nothing was yet."""
    if found.data is None or found.frozen_on is None:
        return None
    blocks = tuple(_block(one) for one in found.data["blocks"])
    caveats = tuple(words(one) for one in found.data["caveats"])
    return DataSet(found.frozen_on, blocks, caveats, digest(found.data) == found.digest)


def both(value: Text | int | None) -> Any:
    """Return words in both languages, a number, or nothing, as they are kept."""
    return {"nl": value.nl, "en": value.en} if isinstance(value, Text) else value


def words(value: Any) -> Any:
    """Return what `both` kept."""
    return Text(value["nl"], value["en"]) if isinstance(value, Mapping) else value


def _block(one: Mapping[str, Any]) -> Block:
    figures = [Figure(words(row["name"]), words(row["value"]), words(row["note"])) for row in one["figures"]]
    return Block(one["id"], one["topic"], words(one["title"]), figures)
