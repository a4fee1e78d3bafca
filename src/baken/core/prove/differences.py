"""What a comparison of two policies answers: differences in sentences, grouped, the smallest signals first."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from baken.core.vocabulary.facts import Value
from baken.core.vocabulary.text import Text

Group = Literal[
    "route",
    "tell",
    "first",
    "ask",
    "tables",
    "promises",
    "partners",
    "grounds",
    "points",
    "texts",
    "card",
    "care",
    "programme",
    "origin",
]
GROUPS: Mapping[Group, Text] = {
    "route": Text("Route", "Route"),
    "tell": Text("Wie moet het weten", "Who must be told"),
    "first": Text("Wat eerst moet", "What comes first"),
    "ask": Text("Vragen en adviezen", "Questions and advice"),
    "tables": Text("Overleggen", "Tables"),
    "promises": Text("Beloften", "Promises"),
    "partners": Text("Partners", "Partners"),
    "grounds": Text("Doelen, grondslagen en bronnen", "Purposes, grounds and sources"),
    "points": Text("Meldpunten en nummers", "Reporting points and numbers"),
    "texts": Text("Teksten", "Texts"),
    "card": Text("Signalenkaart", "Signal card"),
    "care": Text("Zorg voor slachtoffers", "Care for victims"),
    "programme": Text("Programma en trainingen", "Programme and training"),
    "origin": Text("Anders opgeschreven, zelfde werking", "Written otherwise, works the same"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two policies do or say otherwise.

    `key` names what it is about (`referrals.avim.strength`). `steers`: it changes what happens to a signal.
    `condition` says for which signals, `example` is the smallest of them (only what is known of it); both are empty
    where it counts for all. A source is None on the side that has nothing of the kind.
    """

    key: str
    group: Group
    sentence: Text
    old: Hashable
    new: Hashable
    old_source: Text | None
    new_source: Text | None
    steers: bool = True
    condition: Text | None = None
    example: Mapping[str, Value] | None = None
    weight: tuple[int, ...] = ()

    @property
    def sources(self) -> tuple[Text, ...]:
        """Where both sides come from, each once."""
        return tuple(
            dict.fromkeys(source for source in (self.old_source, self.new_source) if source is not None)
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences between two policies.

    `combinations` counts the combinations of facts that the rules of either can tell apart, all of which were
    covered; `tried` counts how many had to be worked out, each part over the facts it reads.
    """

    old: Text
    new: Text
    differences: tuple[Difference, ...]
    combinations: int
    tried: int
    identical: bool

    @property
    def same(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.differences

    @property
    def steering(self) -> tuple[Difference, ...]:
        """The differences that change what happens to a signal."""
        return tuple(one for one in self.differences if one.steers)

    @property
    def grouped(self) -> tuple[tuple[Text, tuple[Difference, ...]], ...]:
        """The differences per heading, in order."""
        return tuple(
            (GROUPS[group], tuple(found))
            for group, found in groupby(self.differences, key=lambda one: one.group)
        )

    @property
    def summary(self) -> Text:
        """The outcome in one line: how many differences, or after how many combinations there are none."""
        count = Text(f"{self.combinations:,}".replace(",", "."), f"{self.combinations:,}")
        many = {"count": count, "old": self.old, "new": self.new}
        if self.identical:
            return _IDENTICAL.format(**many)
        if self.same:
            return _SAME.format(**many)
        if not self.steering:
            return _ONLY_WORDS.format(said=len(self.differences), **many)
        found = len(self.differences)
        points = Text("1 punt", "1 point") if found == 1 else Text(f"{found} punten", f"{found} points")
        return _DIFFERENT.format(steers=len(self.steering), points=points, **many)


_IDENTICAL = Text(
    "Geen verschil: {old} en {new} zijn hetzelfde beleid. Bekeken voor {count} combinaties van feiten.",
    "No difference: {old} and {new} are the same policy. Looked at for {count} combinations of facts.",
)
_SAME = Text(
    "Geen verschil: {old} en {new} doen en zeggen hetzelfde, voor alle {count} combinaties van feiten.",
    "No difference: {old} and {new} do and say the same, for all {count} combinations of facts.",
)
_ONLY_WORDS = Text(
    "{old} en {new} werken hetzelfde, voor alle {count} combinaties van feiten. "
    "Wel anders opgeschreven of genoemd: {said}.",
    "{old} and {new} work the same, for all {count} combinations of facts. "
    "Written or named otherwise: {said}.",
)
_DIFFERENT = Text(
    "{old} en {new} verschillen op {points}; bij {steers} daarvan verandert wat er met een signaal gebeurt. "
    "Bekeken voor {count} combinaties van feiten.",
    "{old} and {new} differ in {points}; in {steers} of them, what happens to a signal changes. "
    "Looked at for {count} combinations of facts.",
)
