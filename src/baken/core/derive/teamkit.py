"""The kit for ten minutes in a team meeting: the slides of the policy, its card for this work, and a case (MEET-08)."""

from dataclasses import dataclass

from baken.core.derive.card import groups_for, handling
from baken.core.policy.bundle import Bundle
from baken.core.policy.training import Slide
from baken.core.vocabulary.teamwork import QUESTIONS, Work
from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class CardPart:
    """A group of signals, or what to do and not to do."""

    name: Text
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Kit:
    """What a team needs in ten minutes. `notice` is what the card says of itself."""

    name: Text
    slides: tuple[Slide, ...]
    card_name: Text
    notice: Text
    origin: Text
    signals: tuple[CardPart, ...]
    dont: tuple[Text, ...]
    story: Text
    questions: tuple[Text, ...]
    what_to_do: tuple[Text, ...]


def kit_for(bundle: Bundle, work: Work) -> Kit | None:
    """Return the kit for one kind of work, or None where the policy has no kit or no card."""
    head, card = next(iter(bundle.kit), None), bundle.card
    if head is None or card is None:
        return None
    return Kit(
        name=head.name,
        slides=head.slides,
        card_name=card.name,
        notice=card.notice,
        origin=card.origin,
        signals=tuple(
            CardPart(group.name, tuple(item.words for item in items))
            for group, items in groups_for(bundle, work.card)
        ),
        dont=handling(bundle, "dont"),
        story=work.case.story if work.case else head.case,
        questions=(*QUESTIONS, *([work.case.question] if work.case else [])),
        what_to_do=head.what_to_do,
    )
