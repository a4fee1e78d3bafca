"""What one client may count on, from whom and until when, what to do next, what is not known. It decides nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from baken.core.derive.care_answer import (
    CareAnswer,
    Due,
    Entitled,
    Next,
    Timed,
    Unknown,
    day_words,
    working_day,
)
from baken.core.derive.care_facts import ages, is_worn, moments, world
from baken.core.policy.bundle import Bundle
from baken.core.policy.care import CareRule, Deadline, Entitlement
from baken.core.policy.conditions import Condition, Test, Truth, compiled, facts_of
from baken.core.vocabulary.care import AGES, AHEAD, CARE_FACTS, MOMENTS, NAMES, UNKNOWN, CareFacts
from baken.core.vocabulary.facts import Value
from baken.core.vocabulary.moments import civil_date, is_working_day
from baken.core.vocabulary.spans import birthday, last_day
from baken.core.vocabulary.text import Text

__all__ = ["CareAnswer", "Due", "Entitled", "Next", "Unknown", "day_words", "entitlements"]
_SINCE = Text("{what} op {day}.", "{what} on {day}.")
_END_UNSURE = Text(
    "Het einde kan later zijn; dat hangt af van wat niet bekend is.",
    "The end may be later; that depends on what is not known.",
)
_MAYBE = Text("Dit geldt misschien: {facts} is niet bekend.", "This may count: {facts} is not known.")
_UNSURE = Text(
    "Niet bevestigd: een jurist moet dit nog nagaan.", "Not confirmed: a lawyer has yet to check this."
)
_CLOSED_DAY = Text(
    "Dan zijn kantoren dicht; regel het uiterlijk {day}.",
    "Offices are closed then; arrange it by {day} at the latest.",
)
_NOT_KNOWN = Text("Niet bekend: {what}.", "Not known: {what}.")
_NO_DAY = Text("Niet bekend op welke dag: {what}.", "Not known on which day: {what}.")
_OVER = Text(
    "De genoteerde verblijfspositie liep tot en met {day}. Noteer hoe de cliënt nu verblijft.",
    "The residence position that was noted ran until {day}. Note how the client stays now.",
)
STAY = "residence"
"""The area of help whose entitlements are the stay itself: when one ends, the position that gave it is over."""
_DISAGREE = Text(
    "De geboortedata spreken elkaar tegen. Vraag na welke klopt.",
    "The birth dates contradict each other. Find out which one is right.",
)
_WORN = Text(
    "Op {day} was de leeftijd '{age}'; dat kan anders zijn. Vraag de geboortedatum na, of noteer de leeftijd opnieuw.",
    "On {day} the age was '{age}'; that may have changed. Find out the birth date, or note the age again.",
)


def entitlements(bundle: Bundle, facts: CareFacts, now: datetime) -> CareAnswer:
    """Return what the policy says of this client at this moment."""
    return _Asking(bundle, facts, civil_date(now)).answer()


class _Asking:
    """One client on one day; what is not known is gathered on the way."""

    def __init__(self, bundle: Bundle, facts: CareFacts, today: date) -> None:
        self.bundle, self.facts, self.today = bundle, facts, today
        self.world = world(facts, today)
        self.moments = moments(facts, today)
        self.waiting: dict[str, list[str]] = {}
        self.over: date | None = None
        self.timed: list[Timed] = []

    def answer(self) -> CareAnswer:
        due = tuple(self._deadlines())
        given = tuple(self._entitled({one.id: one for one in due}))
        steps = tuple(self._next(due))
        if self.over is not None:
            # What takes a stay is no more certain than the stay: who has none now may not work, or get assistance.
            known = {rule.id: rule for rule in self.bundle.entitlements}
            given = tuple(one for one in given if not self._takes_a_stay(known[one.id]))
            asked = _Asking(self.bundle, replace(self.facts, position=UNKNOWN), self.today)
            other = asked.answer()
            here = {*(one.id for one in due), *(one.id for one in given), *(one.id for one in steps)}
            due += tuple(one for one in other.deadlines if one.id not in here)
            steps += tuple(one for one in other.next if one.id not in here)
            had = {one.id for one in self.timed}
            self.timed += [one for one in other.timed if one.id not in had]
            for what, rules in asked.waiting.items():
                for rule in rules:
                    if rule not in here:
                        self._lack(what, rule)
        return CareAnswer(
            given,
            tuple(sorted(due, key=lambda one: one.on)),
            steps,
            tuple(self._unknown()),
            tuple(self.timed),
        )

    def _deadlines(self) -> Iterator[Due]:
        for rule in self.bundle.deadlines:
            truth = self._truth(rule)
            start = self.moments.get(rule.starts)
            if truth is False or any(name in self.moments for name in rule.unless):
                continue
            if start is not None and not _in_time(rule, start):
                continue
            if start is None:
                if truth:
                    self._lack(rule.starts, rule.id)
                continue
            unknown = self._undecided(rule) if truth is None else ()
            on = self._last(rule, start)
            handled_on = self._handled(rule, start)
            yield Due(
                id=rule.id,
                name=rule.name,
                on=on,
                maybe=truth is None,
                handled=handled_on is not None,
                handled_on=handled_on,
                warn=rule.warn,
                because=tuple(self._why_due(rule, start, on, unknown)),
                source=rule.says_who,
                confirmed=rule.confirmed,
                review_on=rule.review_on,
            )

    def _handled(self, rule: Deadline, start: date) -> date | None:
        """Return the day on which it was handled; what is on a permit can be handled from the permit on."""
        if _test(rule.handled_when)(self.world) is not True:
            return None
        since = self.moments.get("permit_granted") if rule.starts in AHEAD else start
        days = (self.moments[name] for name in rule.handled_by if name in self.moments)
        return min((day for day in days if since is None or day >= since), default=None)

    def _last(self, rule: Deadline, start: date) -> date:
        """Return the last day; of birth dates that disagree the first that is still to come, or else the last."""
        if rule.starts != "birth_date":
            return _last(rule, start)
        days = sorted(_last(rule, born) for born in self.facts.birth_dates)
        return next((day for day in days if day >= self.today), days[-1])

    def _entitled(self, due: Mapping[str, Due]) -> Iterator[Entitled]:
        for rule in self.bundle.entitlements:
            truth = self._truth(rule)
            if truth is None:
                self._undecided(rule)
            if not truth:
                continue
            since, start = self._first(rule)
            until, sure = self._until(rule, start, due)
            if until is not None and until < self.today:
                if sure and rule.area == STAY and self._takes_a_stay(rule):
                    self.over = max(until, self.over or until)
                for name in () if sure else rule.until:
                    if name in due and due[name].maybe:
                        self._doubt(name, rule.id)
                continue
            yield Entitled(
                id=rule.id,
                name=rule.name,
                area=rule.area,
                provider=self.provider(rule.provider),
                from_=start,
                until=until,
                because=(*self._why(rule, since, start), *(() if sure else (_END_UNSURE,))),
                source=rule.says_who,
                confirmed=rule.confirmed,
                review_on=rule.review_on,
            )

    def _next(self, due: tuple[Due, ...]) -> Iterator[Next]:
        over = {one.id for one in due if not one.maybe and self.today > one.on}
        missed = {one.id for one in due if one.id in over and not one.handled}
        for rule in self.bundle.care_steps:
            if rule.missed and missed.isdisjoint(rule.missed):
                continue
            truth = self._truth(rule)
            start = self.moments.get(rule.starts) if rule.starts else None
            if truth is None:
                self._undecided(rule)
            if not truth or not over.isdisjoint(rule.until):
                continue
            by = last_day(start, rule.within) if start is not None and rule.within is not None else None
            came = self._came(rule.until, start)
            if start is not None and by is not None:
                done_on = self.moments[came] if came is not None else None
                self.timed.append(Timed(rule.id, start, by, done_on))
            if came is not None:
                continue
            yield Next(
                id=rule.id,
                name=rule.name,
                who=self.provider(rule.who),
                by=by,
                because=tuple(self._why(rule, rule.starts, start)),
                source=rule.says_who,
                confirmed=rule.confirmed,
                review_on=rule.review_on,
            )

    def provider(self, name: str) -> Text:
        """Return what a provider is called in this policy."""
        found = next((one for one in self.bundle.providers if one.id == name), None)
        return found.name if found else Text(name, name)

    def _truth(self, rule: CareRule) -> Truth:
        return _test(rule.when)(self.world)

    def _takes_a_stay(self, rule: CareRule) -> bool:
        """Whether somebody of whom the same is known, but who stays here without any right, would not have it."""
        return _test(rule.when)({**self.world, "position": "none"}) is not True

    def _undecided(self, rule: CareRule) -> tuple[str, ...]:
        """Remember and return the unknown facts that decide about a rule."""
        found = tuple(fact for fact in facts_of(rule.when) if _is_unknown(fact, self.world[fact]))
        for fact in found:
            self._lack(fact, rule.id)
        return found

    def _doubt(self, deadline: str, rule: str) -> None:
        """Remember that a rule waits for what decides whether a deadline counts, which may have ended it."""
        when = next(one.when for one in self.bundle.deadlines if one.id == deadline)
        for fact in facts_of(when):
            if _is_unknown(fact, self.world[fact]):
                self._lack(fact, rule)

    def _lack(self, what: str, rule: str) -> None:
        waiting = self.waiting.setdefault(what, [])
        if rule not in waiting:
            waiting.append(rule)

    def _first(self, rule: Entitlement) -> tuple[str | None, date | None]:
        for name in rule.from_:
            if name in self.moments and name not in AHEAD:
                return name, self.moments[name]
        if rule.from_:
            self._lack(rule.from_[0], rule.id)
        return None, None

    def _until(
        self, rule: Entitlement, start: date | None, due: Mapping[str, Due]
    ) -> tuple[date | None, bool]:
        """Return the first end that comes, and whether it is sure that it is one."""
        found = [
            (day, name not in due or not due[name].maybe)
            for name in rule.until
            if (day := due[name].on if name in due else self.moments.get(name)) is not None
            and (start is None or day >= start)
        ]
        return min(found, default=(None, True), key=lambda end: end[0] or date.max)

    def _came(self, names: Iterable[str], start: date | None) -> str | None:
        """Return the first of these moments that came, at or after the start."""
        for name in names:
            day = self.moments.get(name)
            if day is not None and day <= self.today and (start is None or day >= start):
                return name
        return None

    def _why(self, rule: CareRule, since: str | None, start: date | None) -> Iterator[Text]:
        yield rule.because
        if since is not None and start is not None and since != "birth_date":
            yield _SINCE.format(what=_upper(MOMENTS[since]), day=day_words(start))
        if not rule.confirmed:
            yield _UNSURE

    def _why_due(self, rule: Deadline, start: date, on: date, unknown: tuple[str, ...]) -> Iterator[Text]:
        yield from self._why(rule, rule.starts, start)
        if unknown:
            names = [NAMES[fact] for fact in unknown]
            yield _MAYBE.format(
                facts=Text(", ".join(one.nl for one in names), ", ".join(one.en for one in names))
            )
        if not is_working_day(on):
            yield _CLOSED_DAY.format(day=day_words(working_day(on)))

    def _unknown(self) -> Iterator[Unknown]:
        age, _ = ages(self.facts, self.today)
        if age == UNKNOWN and len(set(self.facts.birth_dates)) > 1:
            yield Unknown("birth_date", _DISAGREE, tuple(self.waiting.pop("age", ())))
        yield from self._outgrown()
        order = [*CARE_FACTS, *MOMENTS]
        for what in sorted(self.waiting, key=order.index):
            sentence = _NO_DAY if what in MOMENTS else _NOT_KNOWN
            if what == "position" and self.over is not None:
                sentence = _OVER.format(day=day_words(self.over))
            name = MOMENTS[what] if what in MOMENTS else NAMES[what]
            yield Unknown(what, sentence.format(what=name), tuple(self.waiting[what]))

    def _outgrown(self) -> Iterator[Unknown]:
        """What waits for an age that was told too long ago."""
        noted = self.facts.age_noted
        if noted is None or not is_worn(self.facts, self.today):
            return
        rules = [rule for what in ("age", "under_23", "birth_date") for rule in self.waiting.pop(what, ())]
        if rules:
            said = _WORN.format(day=day_words(noted), age=AGES[self.facts.age])
            yield Unknown("birth_date", said, tuple(dict.fromkeys(rules)))


@lru_cache(maxsize=512)
def _test(condition: Condition) -> Test:
    return compiled(condition, CARE_FACTS)


def _is_unknown(fact: str, value: Value) -> bool:
    kind = CARE_FACTS[fact]
    return kind.unsaid_is_unknown and value == kind.default


def _in_time(rule: Deadline, start: date) -> bool:
    return (rule.started_after is None or start > rule.started_after) and (
        rule.started_by is None or start <= rule.started_by
    )


def _last(rule: Deadline, start: date) -> date:
    if rule.lasts is None:
        return start
    if rule.starts == "birth_date":
        # Somebody has an age from the birthday on: the day before is the last of the age before.
        return birthday(start, rule.lasts.amount) - timedelta(days=1)
    return last_day(start, rule.lasts)


def _upper(words: Text) -> Text:
    return Text(words.nl[:1].upper() + words.nl[1:], words.en[:1].upper() + words.en[1:])
