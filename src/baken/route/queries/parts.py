"""The steps and questions of a stored policy: what completes each, and who says so. Made once per bundle."""

from dataclasses import dataclass
from functools import lru_cache

from baken.core.derive.compiled import Match
from baken.core.policy.base import Element
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.web import sources


@dataclass(frozen=True, slots=True)
class Part:
    """A step or question: what completes it, and where it comes from."""

    matches: tuple[Match, ...]
    source: Text


@lru_cache(maxsize=64)
def parts(bundle_id: str) -> dict[str, Part]:
    """Return the steps and questions of a stored bundle, by id."""
    route, bundle = policies.route_policy(bundle_id), policies.bundle(bundle_id)
    elements: dict[str, Element] = {one.id: one for one in (*bundle.steps, *bundle.questions)}
    found = {step.id: Part(step.matches, sources.of(bundle, elements[step.id])) for step in route.steps}
    for question in route.questions:
        match = Match("fact.established", fact=question.fact)
        found[question.id] = Part((match,), sources.of(bundle, elements[question.id]))
    return found


def source_of(bundle_id: str, step: str) -> Text:
    """Return where a step or question comes from."""
    part = parts(bundle_id).get(step)
    return part.source if part else Text("", "")
