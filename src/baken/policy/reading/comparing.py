"""What another policy does otherwise: a neighbour's, or another version of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from baken.core.policy.bundle import Bundle
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Library
from baken.core.policy.resolve import resolve
from baken.core.prove.differences import Comparison, Difference
from baken.core.vocabulary.text import Text
from baken.policy import proofs
from baken.policy.library import name_of
from baken.policy.reading.versions import Shelf, Version
from baken.web import sources


@dataclass(frozen=True, slots=True)
class Other:
    """A policy in the library to compare with."""

    policy_id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Said:
    """One difference as a reader sees it; `steers`: it changes what happens to a signal."""

    sentence: Text
    sources: tuple[Text, ...]
    steers: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """Two policies side by side: what changes for a signal, and apart from it what is merely said otherwise."""

    summary: Text
    same: bool
    steering: Sequence[tuple[Text, Sequence[Said]]]
    wording: Sequence[tuple[Text, Sequence[Said]]]


def others(there: Library, own: str) -> list[Other]:
    """Return the policies of the library but one's own, by name."""
    found = [
        Other(policy_id, name_of(there, policy_id)) for policy_id in there.policy_ids if policy_id != own
    ]
    return sorted(found, key=lambda one: one.name)


def in_library(there: Library, policy_id: str, today: date) -> Bundle | None:
    """Return the policy of the library that counts today, or else its first; None where it cannot be read."""
    if policy_id not in there.policy_ids:
        return None
    try:
        return resolve(there, policy_id, max(today, date.fromisoformat(there.versions(policy_id)[0])))
    except (PolicyErrors, ValueError):
        return None


def with_neighbour(own: Bundle, other: Bundle) -> Compared:
    """Return what a neighbour's policy does otherwise than one's own."""
    return told(proofs.comparison(own, other), own, other)


def of_versions(old: Version, new: Version) -> Compared:
    """Return what became otherwise between two versions of one's own."""
    compared = proofs.comparison(old.bundle, new.bundle, (_label(old), _label(new)))
    return told(compared, old.bundle, new.bundle)


def _label(version: Version) -> Text:
    day = version.adoption.from_date
    return Text(
        f"versie {version.number} (vanaf {day.day}-{day.month}-{day.year})",
        f"version {version.number} (from {day.isoformat()})",
    )


def versions(shelf: Shelf, old: str, new: str) -> tuple[Version, Version] | None:
    """Return the two versions asked for, where both are there."""
    found = {str(one.number): one for one in shelf.versions}
    return (found[old], found[new]) if old in found and new in found else None


def told(comparison: Comparison, old: Bundle, new: Bundle) -> Compared:
    """Return a comparison as a reader sees it, with the titles of the documents."""
    parts: tuple[list[tuple[Text, list[Said]]], ...] = ([], [])
    for heading, differences in comparison.grouped:
        for place, steers in zip(parts, (True, False), strict=True):
            said = [_said(one, old, new) for one in differences if one.steers is steers]
            if said:
                place.append((heading, said))
    return Compared(comparison.summary, comparison.same, *parts)


def _said(one: Difference, old: Bundle, new: Bundle) -> Said:
    return Said(
        sources.readable(one.sentence),
        tuple(_source(source, old, new) for source in one.sources),
        one.steers,
    )


def _source(source: Text, old: Bundle, new: Bundle) -> Text:
    return sources.titled(new, sources.titled(old, source))
