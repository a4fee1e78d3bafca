"""A policy's route made ready for deriving: plain data and fast tests, compiled once per bundle."""

from collections.abc import Sequence
from dataclasses import dataclass

from baken.core.policy.base import Element
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import ALWAYS, Condition, Reads, Test, compiled, facts_of
from baken.core.policy.models import Destination, EventMatch, TablesWith
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.moments import Duration
from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Match:
    """An event that completes something, perhaps about one partner, table, source or fact."""

    event: str
    partner: str | None = None
    table: str | None = None
    source: str | None = None
    fact: str | None = None
    each: str | None = None
    after_last: tuple[str, ...] = ()

    def fits(self, happened: Happened) -> bool:
        """Return whether this event is of the right kind (its name is known to be)."""
        return (
            (self.partner is None or happened.partner == self.partner)
            and (self.table is None or happened.table == self.table)
            and (self.source is None or happened.source == self.source)
            and (self.fact is None or happened.fact == self.fact)
        )


@dataclass(frozen=True, slots=True)
class When:
    """A condition with its fast test; `always` when there is none."""

    condition: Condition
    test: Test
    facts: tuple[str, ...]
    always: bool

    @property
    def reads_assessment(self) -> bool:
        """Whether the assessment decides, so that an open one means: wait."""
        return "assessment" in self.facts


@dataclass(frozen=True, slots=True)
class StepRule:
    """One step as the route follows it. `answers_reporter`: this is the answer that is owed from the first day."""

    id: str
    actor: str
    matches: tuple[Match, ...]
    when: When
    after: tuple[tuple[str, str | None], ...]
    once: str | None
    within: Duration | None
    optional: bool
    text: Text
    says_who: Text
    each: str | None
    answers_reporter: bool
    only_sources: bool


@dataclass(frozen=True, slots=True)
class AdviceRule:
    """Advice that stands on top while its condition holds by fact or by claim."""

    id: str
    actor: str
    when: When
    done_by: tuple[Match, ...]
    text: Text
    says_who: Text


@dataclass(frozen=True, slots=True)
class QuestionRule:
    """A fact that must become known."""

    id: str
    actor: str
    fact: str
    when: When
    within: Duration | None
    text: Text
    says_who: Text


@dataclass(frozen=True, slots=True)
class ReferralRule:
    """Who must or may be told."""

    id: str
    to: str
    when: When
    required: bool
    nameless: bool
    met_also_by: tuple[Match, ...]
    within: Duration | None
    ask_feedback: bool
    text: Text | None
    says_who: Text


@dataclass(frozen=True, slots=True)
class HoldRule:
    """What must come first before some partners and tables."""

    id: str
    until: Match
    when: When
    targets: frozenset[str]
    override: When | None
    text: Text
    says_who: Text


@dataclass(frozen=True, slots=True)
class TableRule:
    """A table this municipality has."""

    id: str
    name: Text
    attended_by: tuple[str, ...]
    says_who: Text


@dataclass(frozen=True, slots=True)
class RoutePolicy:
    """The route of one bundle, ready to derive with."""

    bundle: str
    steps: tuple[StepRule, ...]
    in_order: tuple[int, ...]
    advice: tuple[AdviceRule, ...]
    questions: tuple[QuestionRule, ...]
    referrals: tuple[ReferralRule, ...]
    destinations: dict[str, ReferralRule]
    holds: tuple[HoldRule, ...]
    tables: tuple[TableRule, ...]
    names: dict[str, Text]


_MOST = 256
_COMPILED: dict[str, RoutePolicy] = {}
"""Compiled routes by the bundle's hash: equal hash, equal contents, so nothing here can become stale."""


def compile_route(bundle: Bundle) -> RoutePolicy:
    """Return the bundle's route, without what speaks of tables this municipality lacks."""
    found = _COMPILED.get(bundle.id)
    if found is None:
        if len(_COMPILED) >= _MOST:
            _COMPILED.clear()
        found = _COMPILED[bundle.id] = _compiled(bundle)
    return found


def _compiled(bundle: Bundle) -> RoutePolicy:
    have = {table.id for table in bundle.table_list if table.exists}
    known_tables = set(bundle.tables)

    def here(element: Element) -> bool:
        having = getattr(element, "with_table", None)
        lacking = getattr(element, "without_table", None)
        return (having is None or having in have) and (lacking is None or lacking not in have)

    steps = tuple(
        StepRule(
            id=step.id,
            actor=step.actor,
            matches=_matches(step.completes),
            when=_when(step.when),
            after=tuple((one.step, one.outcome) for one in step.after),
            once=step.once,
            within=step.within,
            optional=step.strength == "optional",
            text=bundle.texts[step.text],
            says_who=step.says_who,
            each=next((match.each for match in step.completes if match.each is not None), None),
            answers_reporter=step.once is None
            and any(match.event == "reporter.informed" and match.after_last for match in step.completes),
            only_sources=all(match.event == "source.consulted" for match in step.completes),
        )
        for step in bundle.steps
        if here(step) and not all(match.table in known_tables - have for match in step.completes)
    )
    return RoutePolicy(
        bundle=bundle.id,
        steps=steps,
        in_order=_in_order(steps),
        advice=tuple(
            AdviceRule(
                one.id,
                one.actor,
                _when(one.when),
                _matches(one.done_by),
                bundle.texts[one.text],
                one.says_who,
            )
            for one in bundle.advice
        ),
        questions=tuple(
            QuestionRule(
                one.id, one.actor, one.fact, _when(one.when), one.within, bundle.texts[one.text], one.says_who
            )
            for one in bundle.questions
        ),
        referrals=tuple(
            ReferralRule(
                id=rule.id,
                to=rule.to,
                when=_when(rule.when),
                required=rule.strength == "required",
                nameless=rule.nameless,
                met_also_by=_matches(rule.met_also_by),
                within=rule.within,
                ask_feedback=rule.ask_feedback,
                text=bundle.texts[rule.text] if rule.text else None,
                says_who=rule.says_who,
            )
            for rule in bundle.referrals
            if here(rule) and rule.to not in known_tables - have
        ),
        destinations={place.id: _destination(place, bundle) for place in bundle.destinations},
        holds=tuple(
            HoldRule(
                id=hold.id,
                until=_match(hold.until),
                when=_when(hold.when),
                targets=frozenset(hold.before.partners) | _held_tables(hold.before.tables, bundle),
                override=_when(hold.override.when) if hold.override else None,
                text=bundle.texts[hold.text] if hold.text else _first(hold.until),
                says_who=hold.says_who,
            )
            for hold in bundle.holds
        ),
        tables=tuple(
            TableRule(table.id, table.name, table.with_, table.says_who)
            for table in bundle.table_list
            if table.exists
        ),
        names={target: bundle.name_of(target) for target in (*bundle.partners, *bundle.tables)},
    )


def _destination(place: Destination, bundle: Bundle) -> ReferralRule:
    """Return the rule that holds once an officer said: another phenomenon, and it belongs there (ROUTE-10)."""
    return ReferralRule(
        id=f"destination.{place.id}",
        to=place.id,
        when=_when(Reads("assessment", "any", ("other_phenomenon",))),
        required=True,
        nameless=bundle.nameless_suffices(place.id),
        met_also_by=(),
        within=None,
        ask_feedback=True,
        text=place.words,
        says_who=place.says_who,
    )


def _when(condition: Condition) -> When:
    return When(condition, compiled(condition), facts_of(condition), condition == ALWAYS)


def _match(match: EventMatch) -> Match:
    return Match(
        match.event, match.partner, match.table, match.source, match.fact, match.each, match.after_last
    )


def _matches(matches: Sequence[EventMatch]) -> tuple[Match, ...]:
    return tuple(_match(match) for match in matches)


def _held_tables(tables: TablesWith | tuple[str, ...], bundle: Bundle) -> frozenset[str]:
    if isinstance(tables, TablesWith):
        return frozenset(table.id for table in bundle.table_list if tables.with_ in table.with_)
    return frozenset(tables)


def _first(until: EventMatch) -> Text:
    return Text("Eerst moet dit gebeuren: {what}.", "This must happen first: {what}.").format(
        what=EVENT_WORDS[until.event]
    )


def _in_order(steps: Sequence[StepRule]) -> tuple[int, ...]:
    """Return the positions of the steps so that each comes after those it waits for."""
    place = {step.id: number for number, step in enumerate(steps)}
    ordered: list[int] = []
    while len(ordered) < len(steps):
        for number, step in enumerate(steps):
            ready = all(place[name] in ordered for name, _ in step.after if name in place)
            if number not in ordered and ready:
                ordered.append(number)
    return tuple(ordered)
