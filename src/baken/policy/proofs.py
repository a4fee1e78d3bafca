"""What a policy promises and how it differs from another, worked out once per process: bundles never change."""

from dataclasses import dataclass, field
from functools import lru_cache

from baken.core.policy.bundle import Bundle
from baken.core.prove.comparing import compare
from baken.core.prove.differences import Comparison
from baken.core.prove.proof import Proof
from baken.core.prove.proving import prove
from baken.core.vocabulary.text import Text

Labels = tuple[Text, Text]


@dataclass(frozen=True, slots=True)
class _Named:
    """A bundle that is known by its own hash."""

    id: str
    bundle: Bundle = field(compare=False)


def proof(bundle: Bundle) -> Proof:
    """Return which promises the policy keeps for every signal there can be."""
    return _proof(_Named(bundle.id, bundle))


def comparison(old: Bundle, new: Bundle, labels: Labels | None = None) -> Comparison:
    """Return what two policies do or say otherwise."""
    return _comparison(_Named(old.id, old), _Named(new.id, new), labels)


@lru_cache(maxsize=32)
def _proof(one: _Named) -> Proof:
    return prove(one.bundle)


@lru_cache(maxsize=32)
def _comparison(old: _Named, new: _Named, labels: Labels | None) -> Comparison:
    return compare(old.bundle, new.bundle, labels=labels)
