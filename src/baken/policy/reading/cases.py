"""The cases of a policy in words: what is known, what happened, what must follow, and whether it does."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from baken.core.derive.cases import Case, check_cases, run
from baken.core.policy.bundle import Bundle, Layer
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Files, Library
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.policy.library import name_of
from baken.policy.models import Edition
from baken.policy.reading import case_words as words
from baken.policy.reading.entries import Saying


@dataclass(frozen=True, slots=True)
class CaseSaid:
    """One case. `differences` is empty where it holds; `tried`: it is about this version."""

    title: str
    known: tuple[Text, ...]
    history: tuple[Text, ...]
    expected: tuple[Text, ...]
    differences: tuple[Text, ...]
    tried: bool
    source: Text
    chosen: Text
    place: str


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """The cases of one folder, tried on that folder's own policy."""

    name: Text
    own: bool
    cases: tuple[CaseSaid, ...]
    mistakes: tuple[Text, ...]

    @property
    def failing(self) -> int:
        """How many do not hold."""
        return sum(bool(case.differences) for case in self.cases)

    @property
    def tried(self) -> int:
        """How many are about this version."""
        return sum(case.tried for case in self.cases)


def of_version(bundle: Bundle, there: Library) -> tuple[CaseGroup, ...]:
    """Return the cases of a policy and of what it builds on, the own ones first."""
    edition = Edition.objects.filter(bundle=bundle.id).order_by("-made_at").first()
    return _groups(bundle.id, there, edition.pk if edition else None)


@lru_cache(maxsize=16)
def _groups(bundle_id: str, there: Library, edition: str | None) -> tuple[CaseGroup, ...]:
    bundle = policies.bundle(bundle_id)
    files = Edition.objects.get(pk=edition).cases if edition else there.case_files(bundle.policy_id)
    own = group(bundle, files, there, own=True)
    below = (_of_layer(layer, there) for layer in reversed(bundle.layers[:-1]))
    return (own, *(one for one in below if one is not None))


def _of_layer(layer: Layer, there: Library) -> CaseGroup | None:
    try:
        bundle = resolve(there, layer.policy_id, layer.valid_from)
    except PolicyErrors:
        return None
    return group(bundle, there.case_files(layer.policy_id), there, own=False)


def group(bundle: Bundle, files: Files, there: Library, *, own: bool) -> CaseGroup:
    """Return the cases in these files, tried on this bundle."""
    cases, errors = check_cases(files, bundle.policy_id, bundle.valid_from)
    saying = Saying(bundle, lambda policy_id: name_of(there, policy_id))
    return CaseGroup(
        bundle.name,
        own,
        tuple(_said(case, bundle, saying) for case in cases),
        tuple(Text(error.in_("nl"), error.in_("en")) for error in errors),
    )


def _said(case: Case, bundle: Bundle, saying: Saying) -> CaseSaid:
    written = case.written
    names = words.names(bundle)
    # A case with a day of its own may be about a version before this one.
    tried = _is_about(written.on, bundle)
    differences = run(case, bundle) if tried else []
    known = [*words.facts(case.facts.established), *words.facts(case.facts.claimed, claimed=True)]
    return CaseSaid(
        title=written.title,
        known=tuple(known),
        history=tuple(words.happened(one, bundle) for one in case.history),
        expected=tuple(words.expected(written.expect, bundle, names)),
        differences=tuple(words.plain(one, names) for one in differences),
        tried=tried,
        source=saying.source(written),
        chosen=written.chosen or Text("", ""),
        place=f"{case.file}:{case.line}",
    )


def _is_about(day: date | None, bundle: Bundle) -> bool:
    return day is None or day >= bundle.valid_from
