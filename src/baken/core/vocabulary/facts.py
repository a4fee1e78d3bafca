"""The finite facts that a route reads, their values, and the two ways in which a fact is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Value = str | frozenset[str]
EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FactKind:
    """One fact: its values in order, whether it is a set, its value where nothing was said, and whether that is known.

    `unsaid_is_unknown` tells that the default means "nobody knows"; a condition that reads it cannot tell.
    """

    name: str
    values: tuple[str, ...]
    default: Value
    is_set: bool = False
    unsaid_is_unknown: bool = True


_KINDS = (
    FactKind("exploitation", ("sexual", "labour", "criminal", "organ_removal"), EMPTY, is_set=True),
    FactKind(
        "related",
        ("smuggling", "prostitution", "image_abuse", "substandard_housing", "youth_recruitment"),
        EMPTY,
        is_set=True,
        unsaid_is_unknown=False,
    ),
    FactKind("urgency", ("acute", "not_acute", "unknown"), "unknown"),
    FactKind("hardness", ("hard", "soft", "unknown"), "unknown"),
    FactKind(
        "assessment",
        ("open", "not_trafficking", "other_phenomenon", "suspicion", "trafficking"),
        "open",
        unsaid_is_unknown=False,
    ),
    FactKind("age", ("minor", "adult", "unknown"), "unknown"),
    FactKind("residence", ("lawful", "unlawful", "asylum", "unknown"), "unknown"),
    FactKind("unaccompanied_minor", ("yes", "no", "unknown"), "unknown"),
    FactKind("reporter", ("staff", "professional", "resident", "victim", "unknown"), "unknown"),
    FactKind("reporter_named", ("yes", "no"), "no", unsaid_is_unknown=False),
)
FACTS: Mapping[str, FactKind] = MappingProxyType({kind.name: kind for kind in _KINDS})
DEFAULTS: Mapping[str, Value] = MappingProxyType({kind.name: kind.default for kind in _KINDS})


def is_known(name: str, value: Value) -> bool:
    """Return whether this value says something about the fact."""
    kind = FACTS[name]
    return not (kind.unsaid_is_unknown and value == kind.default)


def missing(names: tuple[str, ...], facts: Mapping[str, Value]) -> tuple[str, ...]:
    """Return which of these facts are not known."""
    return tuple([name for name in names if not is_known(name, facts[name])])


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known: `established` by an officer with a reason, `claimed` by the reporter. Absent: nothing said."""

    established: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    claimed: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))

    def value(self, name: str) -> Value:
        """Return what was established, or the default of this fact."""
        return self.established.get(name, DEFAULTS[name])

    def claim(self, name: str) -> Value:
        """Return what was established, or else what the reporter thinks, or else the default."""
        if name in self.established and is_known(name, self.established[name]):
            return self.established[name]
        return self.claimed.get(name, self.value(name))
