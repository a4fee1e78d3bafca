"""The proof that a policy keeps its promises, for every signal there can be."""

from baken.core.policy.bundle import Bundle
from baken.core.policy.properties import Property
from baken.core.prove import promises, structure
from baken.core.prove.adding import adding
from baken.core.prove.closing import closable
from baken.core.prove.limits import TooMany
from baken.core.prove.owing import owed
from baken.core.prove.preceding import first
from baken.core.prove.proof import Counterexample, Outcome, PromiseResult, Proof
from baken.core.prove.reductions import NOBODY_SEES
from baken.core.vocabulary.text import Text

_TOO_MANY = Text(
    "Dit kan niet meer worden nagerekend: regels lezen samen te veel feiten of gebeurtenissen. Maak voorwaarden korter,"
    " of laat een mens beslissen.",
    "This can no longer be worked out: rules read too many facts or events together. Make conditions shorter, or let"
    " a person decide.",
)
_NO_SIGNAL = Text(
    "Er is geen signaal waarvoor deze belofte geldt, dus zij belooft niets. Verander de voorwaarde.",
    "There is no signal for which this promise counts, so it promises nothing. Change the condition.",
)


def prove(bundle: Bundle) -> Proof:
    """Try every promise of a bundle. Pure: no clock, no files, nothing kept."""
    return Proof(bundle.id, tuple(prove_one(bundle, promise) for promise in bundle.property_list))


def prove_one(bundle: Bundle, promise: Property) -> PromiseResult:
    """Try one promise, also one that is not in the bundle.

    What is too much to try counts as not kept, and so does what could be tried on no signal at all: it would hold
    whatever the policy says. That no rule can see what is added is an answer, and is not meant here.
    """
    try:
        outcome = _tried(bundle, promise)
    except TooMany:
        return PromiseResult(promise, Outcome(0, Counterexample(_TOO_MANY)))
    if not outcome.explored and outcome.counterexample is None and NOBODY_SEES not in outcome.reductions:
        outcome = Outcome(0, Counterexample(_NO_SIGNAL), outcome.reductions)
    return PromiseResult(promise, outcome)


def _tried(bundle: Bundle, promise: Property) -> Outcome:
    if promise.told is not None:
        return promises.told(bundle, promise.told)
    if promise.spared is not None:
        return promises.spared(bundle, promise.spared)
    if promise.owed is not None:
        return owed(bundle, promise.owed)
    if promise.first is not None:
        return first(bundle, promise.first)
    if promise.adding is not None:
        return adding(bundle, promise.adding)
    if promise.closable is not None:
        return closable(bundle)
    if promise.handed_over is not None:
        return structure.handed_over(bundle, promise.handed_over)
    return structure.card(bundle)
