"""The terms that the rules give one client, as the file keeps them: with the day on which each proves to be done."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

from baken.core.derive.care_facts import ages
from baken.core.derive.entitlements import CareAnswer, Due
from baken.core.derive.residence import Term
from baken.core.policy.bundle import Bundle
from baken.core.policy.care import Deadline
from baken.core.vocabulary.care import CareFacts


def terms(bundle: Bundle, answer: CareAnswer) -> tuple[Term, ...]:
    """Return every term of an answer: the deadlines, then the steps that have a day, near from the start."""
    rules = {rule.id: rule for rule in bundle.deadlines}
    steps = (Term(one.id, one.by, one.since, one.done_on) for one in answer.timed)
    return (*(_term(one, rules[one.id]) for one in answer.deadlines), *steps)


def tells_birthday(facts: CareFacts, today: date) -> bool:
    """Whether somebody came into another age this month: a change made by itself now would tell on which day."""
    late = tuple(_latest(born) for born in facts.birth_dates)
    return ages(replace(facts, birth_dates=late), today) != ages(facts, today)


def _latest(born: date) -> date:
    """Return the last day of the month of a birth; who was born on a first comes into an age when a month begins."""
    return born if born.day == 1 else born.replace(day=monthrange(born.year, born.month)[1])


def _term(one: Due, rule: Deadline) -> Term:
    on = _told(one, rule)
    warn_on = on - (one.on - one.warn_on[0])  # the day of a warning tells the day as well
    return Term(one.id, on, warn_on, one.handled_on, rule.starts)


def _told(one: Due, rule: Deadline) -> date:
    """Return the day that is told outside the vault: of what follows from a birth date only the month, as its first."""
    return one.on.replace(day=1) if rule.starts == "birth_date" else one.on
