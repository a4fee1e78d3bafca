"""What can be said of a draft as it stands: its mistakes with file and line, its bundle, and how its cases come out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from baken.core.derive.cases import Case, check_cases, run
from baken.core.policy.bundle import Bundle
from baken.core.policy.errors import PolicyError, PolicyErrors
from baken.core.policy.library import Library
from baken.core.policy.promised import only_the_basis_is_national
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.text import Text
from baken.policy.drafting.accepting import CASES
from baken.policy.library import library
from baken.policy.models import Draft


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case, and how its outcome differs from what it expects; no differences: it passes."""

    case: Case
    differences: tuple[Text, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Examined:
    """`errors` hold every mistake; `bundle` is there only without any. Cases are tried where there is a bundle."""

    version: str
    errors: tuple[PolicyError, ...]
    bundle: Bundle | None
    outcomes: tuple[Outcome, ...]

    def of(self, name: str) -> list[PolicyError]:
        """Return the mistakes in one file of the draft."""
        return [error for error in self.errors if self.name_of(error) == name]

    def elsewhere(self) -> list[PolicyError]:
        """Return the mistakes that are in no file of the draft: in the folder as a whole, or at the region."""
        return [error for error in self.errors if not self.name_of(error)]

    def name_of(self, error: PolicyError) -> str:
        """Return the file of the draft that a mistake is in, by the name under which it is edited; or nothing."""
        own = self.version.partition("/")[0]
        for prefix, kind in ((f"{self.version}/", ""), (f"{own}/{CASES}", CASES)):
            if error.file.startswith(prefix):
                return kind + error.file.removeprefix(prefix)
        return ""

    @property
    def failing(self) -> tuple[Outcome, ...]:
        """The cases that do not come out as they expect."""
        return tuple(outcome for outcome in self.outcomes if outcome.differences)


def examine(draft: Draft, there: Library | None = None) -> Examined:
    """Read a draft with what it builds on. Never raises: what is wrong is in the answer."""
    version = f"{draft.policy_id}/{draft.valid_from.isoformat()}"
    there = with_draft(there or library(), draft)
    bundle, errors = _resolved(there, draft.policy_id, draft.valid_from)
    cases, wrong = check_cases(draft.cases, draft.policy_id, draft.valid_from)
    outcomes = _tried(cases, bundle) if bundle is not None else ()
    return Examined(version, (*errors, *wrong), bundle, tuple(outcomes))


def with_draft(there: Library, draft: Draft) -> Library:
    """Return the library in which the draft is the version of its day."""
    return there.with_folder(draft.policy_id, draft.valid_from.isoformat(), draft.files, draft.cases)


def _resolved(there: Library, policy_id: str, on: date) -> tuple[Bundle | None, tuple[PolicyError, ...]]:
    try:
        bundle = resolve(there, policy_id, on)
    except PolicyErrors as found:
        return None, found.errors
    if bundle.kind == "national":
        return None, (only_the_basis_is_national(there.folder_on(policy_id, on).head),)
    return bundle, ()


def _tried(cases: Iterable[Case], bundle: Bundle) -> Iterable[Outcome]:
    for case in cases:
        # A case of the draft is tried on the draft, also where it names a day of a former version.
        name = CASES + case.file.rpartition("/")[2]
        yield Outcome(case, tuple(run(case, bundle)), name)


def mistakes_by_file(examined: Examined) -> Mapping[str, int]:
    """Return how many mistakes each file of the draft has."""
    counted: dict[str, int] = {}
    for error in examined.errors:
        name = examined.name_of(error)
        counted[name] = counted.get(name, 0) + 1
    return counted
