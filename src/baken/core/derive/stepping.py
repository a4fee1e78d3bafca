"""How each step of the route stands: done, due, overdue, waiting, optional, not needed, or cannot tell."""

from collections.abc import Sequence
from datetime import datetime

from baken.core.derive import sentences
from baken.core.derive.answers import CannotTell, HoldState, Owed, ReferralState, Status, StepState
from baken.core.derive.compiled import Match, RoutePolicy, StepRule
from baken.core.derive.past import Past, Place
from baken.core.vocabulary.facts import is_known, missing
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.moments import Duration, add
from baken.core.vocabulary.text import Text

Answer = tuple[Status, tuple[Text, ...]]
OWED_TO_OTHERS = frozenset(
    {
        "signal.assessed",
        "signal.referred",
        "referral.sent",
        "partner.asked",
        "partner.answered",
        "reporter.informed",
    }
)
"""What closing does not end: the judgement that others depend on, partners, and the reporter (ADR 17)."""


class Stepping:
    """Works out the steps in the order in which they wait for each other."""

    def __init__(
        self,
        policy: RoutePolicy,
        past: Past,
        standing: tuple[HoldState, ...],
        referrals: tuple[ReferralState, ...],
        unclear: tuple[CannotTell, ...],
    ) -> None:
        self.policy, self.past, self.standing = policy, past, standing
        self.referrals, self.unclear = referrals, unclear
        self.stopped = _sources_stopped(past)
        self.states: dict[str, StepState] = {}
        self.ended: dict[str, Place | None] = {}
        self.owed: list[Owed] = []

    def run(self) -> tuple[StepState, ...]:
        """Return every step, in the policy's order; `owed` is filled on the way."""
        rules = self.policy.steps
        for number in self.policy.in_order:
            rule = rules[number]
            self.states[rule.id] = self._state(rule)
        return tuple(self.states[rule.id] for rule in rules)

    def _state(self, rule: StepRule) -> StepState:
        ended = None
        if rule.each is None:
            ended = self.ended[rule.id] = self._completed(rule)
            if ended is not None or self._known_already(rule):
                return self._step(rule, "done", sentences.because(rule.when, self.past.facts))
        if self.past.closed and not any(match.event in OWED_TO_OTHERS for match in rule.matches):
            return self._step(rule, "not_needed", (sentences.IS_CLOSED,))
        relevance = self._relevance(rule)
        if relevance is not None:
            return self._step(rule, *relevance)
        if rule.each == "required_referral":
            return self._handing_over(rule)
        if rule.each == "referral":
            return self._per_referral(rule)
        return self._next(rule)

    def _next(self, rule: StepRule) -> StepState:
        because = sentences.because(rule.when, self.past.facts)
        waits = self._waits(rule)
        if rule.answers_reporter and not rule.optional:
            # The answer is owed from the first day, also while the assessment must still come.
            because = (sentences.ANSWER_IS_OWED, *because)
        elif waits is not None:
            return self._step(rule, "waiting", (waits,))
        elif rule.optional:
            return self._step(rule, "optional", because)
        since = self._since(rule)
        due_at = add(since, rule.within) if rule.within is not None else None
        self.owed.append(Owed(rule.id, rule.actor, None, since, due_at, rule.text))
        if waits is not None:
            return self._step(rule, "waiting", (waits,))
        return self._step(rule, _due(due_at, self.past.now), because, since, due_at)

    def _relevance(self, rule: StepRule) -> Answer | None:
        """Return why the step is not at issue, or cannot be answered; None: it is at issue."""
        truth = rule.when.always or rule.when.test(self.past.facts)
        if truth is False:
            if (
                rule.when.reads_assessment
                and self.past.facts["assessment"] == "open"
                and self._may_become(rule)
            ):
                return "waiting", (sentences.WAITS_FOR_ASSESSMENT,)
            return "not_needed", sentences.because(rule.when, self.past.facts)
        if truth is None:
            names = missing(rule.when.facts, self.past.facts)
            return "cannot_tell", tuple(sentences.unknown(name) for name in names)
        if rule.once is not None and rule.once not in self.past.by_event:
            return "not_needed", sentences.because(rule.when, self.past.facts)
        if self.stopped and rule.only_sources:
            return "not_needed", (sentences.WEIGHING_SAID_STOP,)
        for name, outcome in rule.after:
            ended = self.ended.get(name)
            if outcome is not None and ended is not None and ended[1].outcome not in (None, outcome):
                return "not_needed", (self.states[name].text,)
        return None

    def _may_become(self, rule: StepRule) -> bool:
        return any(
            rule.when.test({**self.past.facts, "assessment": value}) is not False
            for value in ("suspicion", "trafficking", "other_phenomenon", "not_trafficking")
        )

    def _known_already(self, rule: StepRule) -> bool:
        for match in rule.matches:
            if match.event == "signal.assessed" and not match.after_last:
                return self.past.facts["assessment"] != "open"
            if match.event == "fact.established" and match.fact is not None:
                return is_known(match.fact, self.past.facts[match.fact])
        return False

    def _completed(self, rule: StepRule) -> Place | None:
        last: Place | None = None
        for match in rule.matches:
            if match.event not in self.past.by_event:
                continue
            if match.event == "signal.closed" and not self.past.closed:
                continue  # reopened: closing is still to come
            found = self.past.all_of((match,))
            if not found:
                continue
            if match.after_last:
                anchor = self.past.anchor(match.after_last)
                assessed = "signal.assessed" in match.after_last and self.past.facts["assessment"] != "open"
                if (anchor is None and not assessed) or (anchor is not None and found[-1][0] < anchor[0]):
                    continue
            if last is None or found[-1][0] > last[0]:
                last = found[-1]
        return last

    def _waits(self, rule: StepRule) -> Text | None:
        for name, _ in rule.after:
            before = self.states.get(name)
            if before is not None and before.status in ("due", "overdue", "waiting"):
                return sentences.waits_for(before.text)
        for match in rule.matches:
            if match.event == "signal.tabled" and match.table is not None:
                for hold in self.standing:
                    if match.table in hold.targets and not hold.may_override:
                        return hold.because
        return None

    def _since(self, rule: StepRule) -> datetime:
        past = self.past
        if rule.answers_reporter and "reporter.informed" not in past.by_event:
            return past.start
        since = past.true_since(rule.when)
        for name, _ in rule.after:
            ended = self.ended.get(name)
            if ended is not None and ended[1].at > since:
                since = ended[1].at
        if rule.once is not None:
            since = max(since, past.by_event[rule.once][-1][1].at)
        for match in rule.matches:
            # Told before, and assessed anew since: the new answer is owed from the new assessment.
            anchor = past.anchor(match.after_last) if match.after_last else None
            if anchor is not None and match.event in past.by_event:
                since = max(since, anchor[1].at)
        return since

    def _handing_over(self, rule: StepRule) -> StepState:
        required = [one for one in self.referrals if one.strength == "required"]
        pending = [one for one in required if not one.done]
        if not pending:
            return self._nothing_pending(rule, bool(required))
        for one in pending:
            since = one.since or self.past.start
            due_at = one.due_at or (add(since, rule.within) if rule.within is not None else None)
            self.owed.append(
                Owed(rule.id, rule.actor, one.partner, since, due_at, sentences.must_tell(one.name))
            )
        because = tuple(sentences.must_tell(one.name) for one in pending)
        since = min(owed.since for owed in self.owed if owed.step == rule.id)
        terms = [owed.due_at for owed in self.owed if owed.step == rule.id and owed.due_at is not None]
        due_at = min(terms, default=None)
        waits = self._waits(rule)
        if waits is not None or all(one.held for one in pending):
            why = (waits,) if waits is not None else pending[0].held_because
            return self._step(rule, "waiting", (*because, *why))
        return self._step(rule, _due(due_at, self.past.now), because, since, due_at)

    def _nothing_pending(self, rule: StepRule, given: bool) -> StepState:
        names = self.policy.names
        unclear = tuple(
            sentences.cannot_tell_for(names[one.partner], one.missing)
            for one in self.unclear
            if one.obliges and one.partner not in self.past.partners
        )
        if given:
            return self._step(rule, "done", unclear)
        return self._step(
            rule, "cannot_tell" if unclear else "not_needed", unclear or (sentences.NOTHING_REQUIRED,)
        )

    def _per_referral(self, rule: StepRule) -> StepState:
        given = [(partner, place) for partner, place in self.past.partners.items() if self._wants(partner)]
        if not given:
            pending = any(one.strength == "required" and not one.done for one in self.referrals)
            return self._step(rule, "waiting" if pending else "not_needed", (sentences.NOTHING_HANDED_OVER,))
        match = rule.matches[0]
        open_ = [(partner, place) for partner, place in given if not self._answered(match, partner, place)]
        if not open_:
            return self._step(rule, "done", ())
        if rule.optional:
            return self._step(rule, "optional", ())
        names = self.policy.names
        sentences_ = [sentences.about_partner(rule.text, names.get(p, Text(p, p))) for p, _ in open_]
        for (partner, place), sentence in zip(open_, sentences_, strict=True):
            self._owe(rule, partner, place[1].at, sentence, rule.within)
        since = min(place[1].at for _, place in open_)
        due_at = add(since, rule.within) if rule.within is not None else None
        return self._step(rule, _due(due_at, self.past.now), tuple(sentences_), since, due_at)

    def _wants(self, partner: str) -> bool:
        known = [one for one in self.referrals if one.partner == partner]
        return not known or known[0].ask_feedback

    def _answered(self, match: Match, partner: str, place: Place) -> bool:
        for number, happened in self.past.by_event.get(match.event, ()):
            if number > place[0] and _same_referral(happened, partner, place[1]):
                return True
        return False

    def _owe(
        self, rule: StepRule, partner: str | None, since: datetime, sentence: Text, within: Duration | None
    ) -> None:
        due_at = add(since, within) if within is not None else None
        self.owed.append(Owed(rule.id, rule.actor, partner, since, due_at, sentence))

    def _step(
        self,
        rule: StepRule,
        status: Status,
        because: Sequence[Text],
        since: datetime | None = None,
        due_at: datetime | None = None,
    ) -> StepState:
        return StepState(
            rule.id,
            "step",
            rule.actor,
            status,
            rule.text,
            since,
            due_at,
            tuple(because),
            rule.says_who,
            rule.matches,
        )


def _same_referral(happened: Happened, partner: str, given: Happened) -> bool:
    if happened.referral is not None and given.referral is not None:
        return happened.referral == given.referral
    return happened.partner == partner


def _due(due_at: datetime | None, now: datetime) -> Status:
    return "overdue" if due_at is not None and now > due_at else "due"


def _sources_stopped(past: Past) -> bool:
    """Return whether searching stops: the last weighing said so, or no hit came and nobody said why to go on (V12)."""
    weighed = past.by_event.get("enrichment.weighed")
    if weighed and weighed[-1][1].outcome == "stop":
        return True
    since = weighed[-1][0] if weighed else -1
    return any(
        happened.outcome == "no_hit" and not happened.reasoned
        for number, happened in past.by_event.get("source.consulted", ())
        if number > since
    )
