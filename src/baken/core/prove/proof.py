"""What a proof answers: each promise, whether it holds for every signal, and the smallest signal that breaks it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from baken.core.policy.properties import Property
from baken.core.vocabulary.facts import Value
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.text import Text

_NOTHING: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Counterexample:
    """The smallest signal and the shortest history that break a promise, and the sentence that says so."""

    sentence: Text
    facts: Mapping[str, Value] = field(default_factory=lambda: _NOTHING)
    claimed: Mapping[str, Value] = field(default_factory=lambda: _NOTHING)
    history: tuple[Happened, ...] = ()

    @property
    def size(self) -> int:
        """How much must be said and done to break the promise."""
        said = (*self.facts.values(), *self.claimed.values())
        return len(self.history) + sum(len(one) if isinstance(one, frozenset) else 1 for one in said)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What trying one promise gave: how many situations were worked out, and what was left out or taken together."""

    explored: int
    counterexample: Counterexample | None = None
    reductions: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class PromiseResult:
    """One promise of a policy, tried."""

    promise: Property
    outcome: Outcome

    @property
    def id(self) -> str:
        """The promise's id in `properties.yaml`."""
        return self.promise.id

    @property
    def kind(self) -> str:
        """The kind of promise: told, owed, first, adding, closable, handed_over or card."""
        return self.promise.kind

    @property
    def sentence(self) -> Text:
        """What is promised, in words."""
        return self.promise.sentence

    @property
    def holds(self) -> bool:
        """Whether the policy keeps it for every signal there can be."""
        return self.outcome.counterexample is None

    @property
    def explored(self) -> int:
        """How many situations were worked out."""
        return self.outcome.explored

    @property
    def reductions(self) -> tuple[Text, ...]:
        """What was explored, what was left out or taken together, and why."""
        return self.outcome.reductions

    @property
    def counterexample(self) -> Counterexample | None:
        """The smallest signal that breaks it; None: there is none."""
        return self.outcome.counterexample

    @property
    def source(self) -> Text:
        """Whose words these are: document and place, or why it was chosen."""
        return self.promise.says_who

    @property
    def by(self) -> str:
        """The policy that made the promise: this municipality, its region, or the national basis."""
        return self.promise.by

    @property
    def since(self) -> date | None:
        """The first day of the version that made it."""
        return self.promise.since


@dataclass(frozen=True, slots=True)
class Proof:
    """Every promise of one bundle, in the policy's order."""

    bundle: str
    promises: tuple[PromiseResult, ...]

    @property
    def holds(self) -> bool:
        """Whether every promise is kept."""
        return all(one.holds for one in self.promises)

    @property
    def broken(self) -> tuple[PromiseResult, ...]:
        """The promises that some signal breaks."""
        return tuple(one for one in self.promises if not one.holds)

    @property
    def explored(self) -> int:
        """How many situations were worked out in all."""
        return sum(one.explored for one in self.promises)
