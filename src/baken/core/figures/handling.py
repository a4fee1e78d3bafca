"""How often each deed is done for one signal when all that its route asks is done: asked of the route itself."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from baken.core.derive.answers import Route, StepState
from baken.core.derive.compiled import RoutePolicy, StepRule
from baken.core.derive.route import derive
from baken.core.figures.assumed import DEEDS
from baken.core.vocabulary.facts import DEFAULTS, EMPTY, FACTS, Facts, Value, is_known
from baken.core.vocabulary.happened import Happened

World = Mapping[str, str]
"""A signal as the mix draws it: a value for each fact ("none" for an empty set), and for `secrecy` and `suggested`."""

KIND_OF = {
    "signal.received": "receive",
    "enrichment.weighed": "weigh",
    "secrecy.weighed": "secrecy",
    "source.consulted": "source",
    "trusted_person.considered": "trusted_person",
    "police.discussed": "police",
    "signal.tabled": "table",
    "table.decided": "table",
    "fact.established": "question",
    "signal.assessed": "assess",
    "signal.referred": "hand_over",
    "partner.asked": "ask",
    "partner.answered": "answer",
    "reporter.informed": "inform",
    "signal.closed": "close",
}
OWN = frozenset({"focal_point", "lead_focal_point"})
"""Whose time is counted. A partner's answer counts too: somebody here takes it in."""
NOT_A_FACT = frozenset({"secrecy", "suggested"})
_START = datetime(2026, 1, 5, 9, tzinfo=UTC)
_LAST = ("hand_over", "ask", "answer", "inform", "close")
"""What waits until nothing else is left to do: whom a signal goes to is known once it was assessed."""
_ROUNDS = 60
_OUTCOME = {"enrichment.weighed": "proceed", "source.consulted": "hit"}
_OPEN = ("due", "overdue")


def kind_of(event: str) -> str:
    """Return the kind of deed that an event stands for."""
    return KIND_OF.get(event, "other")


def most(policy: RoutePolicy) -> dict[str, int]:
    """Return how often each deed is done for one signal at most."""
    places = len({rule.to for rule in policy.referrals}) + len(policy.tables) + 1
    found = Counter(kind_of(rule.matches[0].event) for rule in policy.steps if rule.matches)
    found["question"] += len(policy.questions)
    found["call"] += sum(1 for rule in policy.advice if rule.done_by)
    for name in ("hand_over", "ask", "answer", "inform", "table"):
        found[name] += places
    return {name: found[name] for name in DEEDS}


def deeds(policy: RoutePolicy, world: World) -> Counter[str]:
    """Return how often each deed is done for a signal by focal points, from its report until it is closed."""
    return _Handling(policy, world).run()


class _Handling:
    """One signal, handled as the route asks: whatever is due is done, in the order in which it can be."""

    def __init__(self, policy: RoutePolicy, world: World) -> None:
        self.policy, self.world = policy, world
        self.rules = {rule.id: rule for rule in policy.steps}
        self.tables = {table.id for table in policy.tables}
        told = {name: value_of(name, value) for name, value in world.items() if name not in NOT_A_FACT}
        asked = {rule.fact for rule in policy.questions if rule.when.always}
        self.answers = told
        self.facts = Facts(
            established={
                name: value for name, value in told.items() if name not in asked and name != "assessment"
            }
        )
        self.history = [Happened("signal.reported", _START)]
        self.counted: Counter[str] = Counter()
        self.seen: set[str] = set()
        self.passed_on = 0

    def run(self) -> Counter[str]:
        for _ in range(_ROUNDS):
            route = derive(self.policy, self.facts, self.history, self.history[-1].at)
            before = len(self.history), len(self.seen)
            self._round(route)
            if before == (len(self.history), len(self.seen)):
                break
        return self.counted

    def _round(self, route: Route) -> None:
        """Do all that can be done now; of what comes last only the first kind, so that the rest sees its outcome."""
        ready = list(self._ready(route))
        early = [step for step in ready if self._kind(step) not in _LAST]
        if early:
            for step in early:
                self._do(step)
            return
        if self._hand_over(route):
            return
        for kind in _LAST:
            now = [step for step in ready if self._kind(step) == kind]
            for step in now:
                self._do(step)
            if now:
                return

    def _ready(self, route: Route) -> Iterator[StepState]:
        for step in route.steps:
            optional = step.status == "optional" and step.kind == "step" and self._follows(step)
            if (step.status in _OPEN or optional) and step.id not in self.seen:
                yield step

    def _follows(self, step: StepState) -> bool:
        """What is only suggested is done where the mix says so; that a partner answers is up to the partner."""
        return self._kind(step) == "answer" or self.world["suggested"] == "yes"

    def _kind(self, step: StepState) -> str:
        if step.kind == "advice":
            return "call"
        return "question" if step.kind == "question" else kind_of(self.rules[step.id].matches[0].event)

    def _do(self, step: StepState) -> None:
        if step.kind != "step":
            self.seen.add(step.id)  # a fact may stay unknown, and advice stands until somebody was told
            self._count(self._kind(step), step.actor)
            if step.kind == "question":
                self._establish(step)
            return
        rule = self.rules[step.id]
        if rule.each == "referral":
            self._each(rule)
        elif rule.each is None:
            self._step(rule)
        else:
            self.seen.add(step.id)  # handing over is done per partner

    def _establish(self, step: StepState) -> None:
        fact = next(rule.fact for rule in self.policy.questions if rule.id == step.id)
        value = self.answers[fact]
        if is_known(fact, value):
            self._happened("fact.established", fact=fact, value=value)

    def _step(self, rule: StepRule) -> None:
        match, kind = rule.matches[0], kind_of(rule.matches[0].event)
        self.seen.add(rule.id)
        told = {"partner": match.partner, "table": match.table, "source": match.source}
        if match.event == "signal.assessed":
            found = str(self.answers["assessment"])
            told |= {"assessment": found, "destination": destination(self.policy, found)}
        self._happened(match.event, outcome=_OUTCOME.get(match.event), **told)
        times = 1
        if rule.once == "partner.answered":  # the answers come one by one, and are passed on one by one
            times, self.passed_on = self.counted["answer"] - self.passed_on, self.counted["answer"]
        self._count(kind, rule.actor, times)
        if match.event == "signal.received" and self.world["secrecy"] == "yes":
            self._happened("secrecy.noticed")

    def _each(self, rule: StepRule) -> None:
        """Ask each partner, or take in the answer of each."""
        match = rule.matches[0]
        for partner in self._given(match.event):
            self._happened(match.event, partner=partner, outcome="taken_up")
            self._count(kind_of(match.event), "focal_point" if rule.actor == "partner" else rule.actor)

    def _given(self, event: str) -> list[str]:
        given = [one.partner for one in self.history if one.event == "signal.referred" and one.partner]
        had = {one.partner for one in self.history if one.event == event}
        return [partner for partner in given if partner not in had]

    def _hand_over(self, route: Route) -> bool:
        going = [
            one.partner
            for one in route.referrals
            if not one.done
            and not one.held
            and (one.strength == "required" or (self.world["suggested"] == "yes" and not one.claimed))
        ]
        for partner in going:
            if partner in self.tables:
                self._happened("signal.tabled", table=partner)
                self._count("table", "focal_point")
            else:
                self._happened("signal.referred", partner=partner)
                self._count("hand_over", "focal_point")
        return bool(going)

    def _happened(self, event: str, **told: str | frozenset[str] | None) -> None:
        at = _START + timedelta(minutes=len(self.history))
        self.history.append(Happened(event, at, **told))  # type: ignore[arg-type]

    def _count(self, kind: str, actor: str, times: int = 1) -> None:
        if actor in OWN:
            self.counted[kind] += times


def destination(policy: RoutePolicy, assessment: str) -> str | None:
    """Return where another phenomenon goes: chosen, the first place that the policy names for it."""
    return next(iter(policy.destinations), None) if assessment == "other_phenomenon" else None


def value_of(name: str, value: str) -> Value:
    """Return a word of the mix as the value of a fact."""
    if FACTS[name].is_set:
        return EMPTY if value == "none" else frozenset({value})
    return value if value in FACTS[name].values else DEFAULTS[name]
