"""The parts of a policy that inform people and never steer the route: head, texts, reporting points and signal card."""

from typing import Literal

from baken.core.policy.base import Day, Element, Filled, Model, Reason, Source, Words
from baken.core.vocabulary.text import Text

Audience = Literal["front_desk", "inspector", "home_visits", "teacher"]
"""For whose work something is on the signal card; without one it is for everybody (CARD-11)."""


class Document(Model):
    """A document in which something was decided. `stands_for`: a shared text it lays down for this municipality."""

    id: str
    title: Filled
    date: Day | None = None
    publisher: str | None = None
    stands_for: str | None = None


class Head(Element):
    """Whose policy this is, and what it builds on."""

    kind: Literal["municipality", "region", "national"]
    name: Words
    extends: str | None = None


class Checked(Model):
    """Who checked the wording, and when."""

    by: Filled
    on: Day


class TextElement(Model):
    """A sentence shown to people."""

    id: str
    nl: Filled
    en: Filled
    checked: Checked | None = None

    @property
    def text(self) -> Text:
        """The sentence in both languages."""
        return Text(self.nl, self.en)


class Drop(Model):
    """An element of the parent that does not count here."""

    element: str
    source: Source | None = None
    chosen: Reason | None = None


class EmergencyNumber(Element):
    """A number to call at once."""

    name: Words
    phone: Filled
    when_to_use: Words


class ReportingPoint(Element):
    """Another place to report, and when to use it (REP-09)."""

    name: Words
    when_to_use: Words
    phone: str | None = None
    email: str | None = None
    web: str | None = None
    contact_words: Words | None = None


class Card(Element):
    """The signal card as a whole: its name, origin and notice (CARD-05, CARD-08)."""

    name: Words
    origin: Words
    notice: Words


class CardGroup(Element):
    """A group of signals on the card."""

    name: Words


class CardItem(Element):
    """One signal; it changes no fact."""

    group: str
    words: Words
    audiences: tuple[Audience, ...] = ()


class Vulnerability(Element):
    """What makes somebody vulnerable: alertness only (CARD-07)."""

    words: Words


class Handling(Element):
    """What to do, not to do, or to note."""

    words: Words
    kind: Literal["do", "dont", "note"]


class Tool(Element):
    """An instrument to link (CARD-09)."""

    name: Words
    words: Words
    web: str | None = None
    audiences: tuple[Audience, ...] = ()
