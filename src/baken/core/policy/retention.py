"""How long each thing is kept, as `retention.yaml` says; every way in which a signal can end has one term (V21)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Annotated

from pydantic import Field

from baken.core.policy.base import Element, Model, Words, YesNo
from baken.core.policy.kinds import HowLong, Listed
from baken.core.vocabulary.outcomes import ASSESSMENT, CLOSING
from baken.core.vocabulary.retention import (
    CLOSED,
    STARTS,
    SUBJECTS,
    THEN,
)
from baken.core.vocabulary.text import Text

UNASSESSED = "open"
NOT_ASSESSED = Text("niet beoordeeld", "not assessed")
HANDED_OVER = Text("overgedragen", "handed over")
NOT_HANDED_OVER = Text("niet overgedragen", "not handed over")
ASSESSMENTS = (UNASSESSED, *ASSESSMENT)
OutcomeId = Annotated[str, Listed(tuple(CLOSING), Text("afloop", "outcome"))]
AssessmentId = Annotated[str, Listed(ASSESSMENTS, Text("beoordeling", "assessment"))]
SubjectId = Annotated[str, Listed(tuple(SUBJECTS), Text("soort gegevens", "kind of data"))]
StartId = Annotated[str, Listed(tuple(STARTS), Text("begin van een termijn", "start of a term"))]
ThenId = Annotated[str, Listed(tuple(THEN), Text("einde van een termijn", "end of a term"))]


@dataclass(frozen=True, slots=True)
class End:
    """How a signal ended: the outcome of its last closing, its last assessment, and whether it was handed over."""

    outcome: str
    assessment: str
    handed_over: bool


class EndMatch(Model):
    """Signals that ended in a certain way. A key that is absent does not matter."""

    outcomes: tuple[OutcomeId, ...] = ()
    """Closed with one of these outcomes."""
    assessments: tuple[AssessmentId, ...] = ()
    """Assessed as one of these; `open` is never assessed."""
    handed_over: YesNo | None = None
    """Whether it was handed over to anybody."""

    def fits(self, end: End) -> bool:
        """Whether a signal that ended so is meant."""
        return (
            (not self.outcomes or end.outcome in self.outcomes)
            and (not self.assessments or end.assessment in self.assessments)
            and self.handed_over in (None, end.handed_over)
        )

    @property
    def words(self) -> Text:
        """The endings that are meant, in words."""
        said: list[Text] = []
        if self.outcomes:
            said.append(_either([CLOSING[one] for one in self.outcomes]))
        if self.assessments:
            said.append(_either([ASSESSMENT.get(one, NOT_ASSESSED) for one in self.assessments]))
        if self.handed_over is not None:
            said.append(HANDED_OVER if self.handed_over else NOT_HANDED_OVER)
        if not said:
            return Text("elke afloop", "any ending")
        return Text("; ".join(one.nl for one in said), "; ".join(one.en for one in said))


def _either(words: Sequence[Text]) -> Text:
    return Text(" of ".join(one.nl for one in words), " or ".join(one.en for one in words))


class RetentionTerm(Element):
    """How long one kind of data is kept, from when, and what happens then."""

    name: Words
    """What this category is called."""
    about: SubjectId
    """What is kept. Each is laid down once; a closed signal once for every way in which it can end."""
    ends: tuple[EndMatch, ...] = ()
    """For a closed signal: the ways in which it ended, of which one is enough."""
    from_: StartId = Field(alias="from")
    """When the term begins. With `last_content` it begins again when something is added after closing."""
    keep_for: HowLong | None = None
    """How long; absent only where `then` is `keep`. Never nothing."""
    at_most: HowLong | None = None
    """For the reporter: the longest time since the report, also where no answer was given."""
    then: ThenId
    """What happens when the term ends."""


ENDS: tuple[End, ...] = tuple(End(*end) for end in product(CLOSING, ASSESSMENTS, (False, True)))
"""Every way in which a signal can end."""


def term_of(terms: Sequence[RetentionTerm], end: End) -> RetentionTerm | None:
    """Return the category of a signal that ended so; None where the policy lays down none."""
    for term in terms:
        if term.about == CLOSED and any(match.fits(end) for match in term.ends):
            return term
    return None


def term_about(terms: Sequence[RetentionTerm], subject: str) -> RetentionTerm | None:
    """Return the category of anything but a closed signal."""
    return next((term for term in terms if term.about == subject), None)
