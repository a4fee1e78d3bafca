"""The terms that the rules give one client, as the file keeps them: with the day on which each proves to be done."""

from baken.core.derive.entitlements import CareAnswer, Due
from baken.core.derive.residence import Term
from baken.core.policy.bundle import Bundle
from baken.core.policy.care import Deadline


def terms(bundle: Bundle, answer: CareAnswer) -> tuple[Term, ...]:
    """Return every term of an answer."""
    rules = {rule.id: rule for rule in bundle.deadlines}
    return tuple(_term(one, rules[one.id]) for one in answer.deadlines)


def _term(one: Due, rule: Deadline) -> Term:
    return Term(one.id, one.on, one.warn_on[0], one.handled_on, rule.starts)
