"""How a paper and a field of policy stand on a day: it follows from days, and from what was noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from baken.core.policy.programme import FlankingDomain
from baken.core.vocabulary.spans import Span, last_day
from baken.core.vocabulary.text import Text
from baken.programme.papers.models import Noted, Paper

PaperState = Literal["current", "updating", "ending", "over", "later", "replaced"]
FieldState = Literal["held", "ending", "updating", "missing", "unneeded"]
WARN = Span(6, "months")
"""chosen: half a year is enough to write a paper and have it adopted; the documents name no term."""
PAPER: Mapping[PaperState, Text] = {
    "current": Text("geldt", "in force"),
    "updating": Text("wordt bijgewerkt", "being updated"),
    "ending": Text("loopt binnen een half jaar af", "ends within half a year"),
    "over": Text("verlopen", "expired"),
    "later": Text("geldt nog niet", "not in force yet"),
    "replaced": Text("opgevolgd", "replaced"),
}
FIELD: Mapping[FieldState, Text] = {
    "held": Text("geregeld", "covered"),
    "ending": Text("loopt af", "ending"),
    "updating": Text("wordt bijgewerkt", "being updated"),
    "missing": Text("ontbreekt", "missing"),
    "unneeded": Text("geen eigen stuk nodig", "needs no paper of its own"),
}
VERDICTS: Mapping[str, Text] = {
    "missing": Text("Het ontbreekt, en is wel nodig", "It is missing, and needed"),
    "unneeded": Text(
        "Een eigen stuk is niet nodig, bijvoorbeeld omdat de regio er een heeft",
        "No paper of its own is needed, for example because the region has one",
    ),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A paper and how it stands."""

    paper: Paper
    state: PaperState

    @property
    def warns(self) -> bool:
        """Whether somebody must do something about it."""
        return self.state in ("ending", "over")

    @property
    def counts(self) -> bool:
        """Whether there is such a paper today."""
        return self.state in ("current", "updating", "ending")


@dataclass(frozen=True, slots=True)
class FieldStanding:
    """A field of policy with its papers, and what was noted of it."""

    field: FlankingDomain
    papers: Sequence[Standing]
    noted: Noted | None

    @property
    def state(self) -> FieldState:
        """How the field stands; a paper that is there says more than a note."""
        states = {one.state for one in self.papers}
        if "current" in states:
            return "held"
        if "updating" in states:
            return "updating"
        if "ending" in states:
            return "ending"
        return "unneeded" if self.noted and self.noted.verdict == "unneeded" else "missing"

    @property
    def barriers(self) -> tuple[str, ...]:
        """The barriers that its papers of today raise."""
        return tuple(dict.fromkeys(name for one in self.papers if one.counts for name in one.paper.barriers))


def warned_from(until: date) -> date:
    """Return the first day on which a paper that ends is warned about."""
    day = until
    while last_day(day, WARN) >= until:
        day -= timedelta(days=15)
    while last_day(day, WARN) < until:
        day += timedelta(days=1)
    return day


def state_of(paper: Paper, replaced: frozenset[UUID], today: date) -> PaperState:
    """Return how a paper stands."""
    if paper.id in replaced:
        return "replaced"
    if paper.until_date is not None and paper.until_date < today:
        return "updating" if paper.updating else "over"
    if paper.updating:
        return "updating"
    if paper.from_date is not None and paper.from_date > today:
        return "later"
    if paper.until_date is not None and warned_from(paper.until_date) <= today:
        return "ending"
    return "current"


def standings(papers: Sequence[Paper], today: date) -> list[Standing]:
    """Return every paper with how it stands; one with a successor that counts already is replaced."""
    replaced = frozenset(
        one.replaces
        for one in papers
        if one.replaces is not None and (one.from_date is None or one.from_date <= today)
    )
    return [Standing(one, state_of(one, replaced, today)) for one in papers]
