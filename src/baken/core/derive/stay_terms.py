"""The terms that the rules give one client, as the file keeps them: with the day on which each proves to be done."""

from datetime import date, datetime

from baken.core.derive.care_facts import moments
from baken.core.derive.entitlements import CareAnswer, Due
from baken.core.derive.residence import Term
from baken.core.policy.bundle import Bundle
from baken.core.policy.care import Deadline
from baken.core.vocabulary.care import CareFacts
from baken.core.vocabulary.moments import civil_date


def terms(bundle: Bundle, facts: CareFacts, answer: CareAnswer, now: datetime) -> tuple[Term, ...]:
    """Return every term of an answer."""
    rules = {rule.id: rule for rule in bundle.deadlines}
    came = moments(facts, civil_date(now))
    return tuple(_term(one, rules[one.id], came) for one in answer.deadlines)


def _term(one: Due, rule: Deadline, came: dict[str, date]) -> Term:
    handled_on = None
    if one.handled:
        since = came[rule.starts]
        handled_on = min(came[name] for name in rule.handled_by if name in came and came[name] >= since)
    return Term(one.id, one.on, one.warn_on[0], handled_on, rule.starts)
