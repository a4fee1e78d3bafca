"""Promises that need no situation: they look at what is written, in the bundle itself."""

from baken.core.policy.bundle import Bundle
from baken.core.policy.properties import HandedOver
from baken.core.prove.proof import Counterexample, Outcome
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.happenings import EVENT_NAMES
from baken.core.vocabulary.pieces import PIECES
from baken.core.vocabulary.text import Text

_PIECES = Text(
    "Gekeken naar alles wat volgens `processing.yaml` mee mag, bij elke partner en elk overleg.",
    "Looked at everything that may go along by `processing.yaml`, to every partner and table.",
)
_MAY_GO = Text(
    "Elk signaal dat naar {who} gaat: `{piece}` mag mee.",
    "Every signal that goes to {who}: `{piece}` may go.",
)
_CARD = Text(
    "De kaart is met {count} regels vergeleken met alle feiten en gebeurtenissen van de route: zij noemt er geen.",
    "The {count} lines of the card were compared with all facts and events of the route: it names none.",
)
_TICKED = Text(
    "Een signaal met alleen `{item}` van de kaart aangekruist: dat verandert `{key}`.",
    "A signal with only `{item}` of the card ticked: that changes `{key}`.",
)


def handed_over(bundle: Bundle, promise: HandedOver) -> Outcome:
    """Look whether anything that may be handed over holds the reporter, or points to somebody."""
    explored = 0
    for use in bundle.use_list:
        if use.id == "intake" or (promise.to and use.id not in promise.to):
            continue
        for piece in use.pieces:
            explored += 1
            unknown = piece not in PIECES
            if unknown or (promise.never == "identifying" and PIECES[piece].identifies):
                sentence = _MAY_GO.format(who=bundle.name_of(use.id), piece=piece)
                return Outcome(explored, Counterexample(sentence), (_PIECES,))
    return Outcome(explored, None, (_PIECES,))


def card(bundle: Bundle) -> Outcome:
    """Look whether an item of the card says anything that the route could read: a fact, or an event."""
    readable = {*FACTS, *EVENT_NAMES, "fact", "facts", "claims", "event", "when"}
    for number, item in enumerate(bundle.items, start=1):
        said = set(item.model_dump(by_alias=True))
        for key in sorted(said & readable):
            sentence = _TICKED.format(item=item.id, key=key)
            return Outcome(number, Counterexample(sentence), (_CARD.format(count=len(bundle.items)),))
    return Outcome(len(bundle.items), None, (_CARD.format(count=len(bundle.items)),))
