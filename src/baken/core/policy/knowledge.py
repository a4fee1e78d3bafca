"""The parts of a policy that inform people and never steer the route: head, texts, reporting points and signal card."""

from typing import Literal

from baken.core.policy.activities import Wams
from baken.core.policy.base import Day, Element, Filled, Model, Reason, Source, Words
from baken.core.policy.care import Room
from baken.core.policy.switches import Files
from baken.core.vocabulary.text import Text

Audience = Literal["front_desk", "inspector", "home_visits", "teacher"]
"""For whose work something is on the signal card; without one it is for everybody (CARD-11)."""

PolicyKind = Literal["municipality", "region", "national", "care"]
"""Whose a policy is; `care`: an organisation that coordinates care for victims."""


class Document(Model):
    """A document in which something was decided. `stands_for`: a shared text it lays down for this municipality."""

    id: str
    """Its name; sources refer to it. Hyphens are allowed here."""
    title: Filled
    """What stands on it."""
    date: Day | None = None
    """Its day, when it has one."""
    publisher: str | None = None
    """Who published it."""
    stands_for: str | None = None
    """A shared text of the region that is laid down here; what cites it then names this document."""


class Head(Element):
    """Whose policy this is, and what it builds on."""

    id: str
    """The same as the name of the folder."""
    kind: PolicyKind
    """Whose policy this is."""
    name: Words
    """What it is called."""
    extends: str | None = None
    """The region or national basis it builds on; that one's version of the day counts."""
    wams: Wams | None = None
    """That the Wams is in force and may be named as a ground, with where that was published. Absent: it may not."""
    files: Files | None = None
    """That files may be added to a signal, of which kinds and on what ground. Absent: none; it is not inherited."""
    room: Room | None = None
    """For a care organisation: that client files are kept in Baken. Absent: they are not; it is not inherited."""


class Checked(Model):
    """Who checked the wording, and when."""

    by: Filled
    """Who checked the wording: a role, not a person."""
    on: Day
    """The day."""


class TextElement(Model):
    """A sentence shown to people."""

    id: str
    """Its name; `text:` elsewhere refers to it. Hyphens and dots are allowed here."""
    nl: Filled
    """The sentence in Dutch."""
    en: Filled
    """The sentence in English."""
    checked: Checked | None = None
    """Who checked the wording, and when."""

    @property
    def text(self) -> Text:
        """The sentence in both languages."""
        return Text(self.nl, self.en)


class Drop(Model):
    """An element of the parent that does not count here."""

    element: str
    """`<list>.<id>`, a list of this same file."""
    source: Source | None = None
    """Where that was decided. This or `chosen`, or both."""
    chosen: Reason | None = None
    """What was chosen, and why. This or `source`, or both."""


class EmergencyNumber(Element):
    """A number to call at once."""

    name: Words
    """Who answers."""
    phone: Filled
    """The number, in quotes."""
    when_to_use: Words
    """When to call it."""


class ReportingPoint(Element):
    """Another place to report, and when to use it (REP-09)."""

    name: Words
    """What it is called."""
    when_to_use: Words
    """When to report there."""
    phone: str | None = None
    """A number, in quotes."""
    email: str | None = None
    """An address of the organisation."""
    web: str | None = None
    """Its page."""
    contact_words: Words | None = None
    """How to reach it, where there is no number, address or page."""


class Card(Element):
    """The signal card as a whole: its name, origin and notice (CARD-05, CARD-08)."""

    name: Words
    """The title on the card."""
    origin: Words
    """Where the signals come from."""
    notice: Words
    """That the list is not complete, and what a signal does not say."""


class CardGroup(Element):
    """A group of signals on the card."""

    name: Words
    """The heading above it."""


class CardItem(Element):
    """One signal; it changes no fact."""

    group: str
    """The id of a group."""
    words: Words
    """The signal."""
    audiences: tuple[Audience, ...] = ()
    """For whose work; absent: for everybody."""


class Vulnerability(Element):
    """What makes somebody vulnerable: alertness only (CARD-07)."""

    words: Words
    """What makes vulnerable."""


class Handling(Element):
    """What to do, not to do, or to note."""

    words: Words
    """The advice."""
    kind: Literal["do", "dont", "note"]
    """To do, not to do, or to note."""


class Tool(Element):
    """An instrument to link (CARD-09)."""

    name: Words
    """What it is called."""
    words: Words
    """What it is for."""
    web: str | None = None
    """Its page."""
    audiences: tuple[Audience, ...] = ()
    """For whose work; absent: for everybody."""
