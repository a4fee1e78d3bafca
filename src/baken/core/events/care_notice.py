"""What CoMensha and the municipality that notified heard about a client."""

from dataclasses import dataclass

from baken.core.events.base import Event, event

Ref = str


@event("comensha.prepared")
@dataclass(frozen=True, slots=True)
class ComenshaPrepared(Event):
    """Somebody checked the notification and whether it is the first about this person (MON-07).

    `ground` is what allows it: consent, or a weighing. `fields` holds exactly what may be copied. `compared` are the
    files that looked alike; `same_as` is the one about the same person. `double`: whether others notified too.
    """

    kind: str
    ground: str
    fields: Ref
    compared: tuple[str, ...]
    same_as: str | None
    double: str


@event("comensha.notified")
@dataclass(frozen=True, slots=True)
class ComenshaNotified(Event):
    """It was sent, by their own channel. `reference` refers to the number that CoMensha gave."""

    kind: str
    on: str
    channel: str
    reference: Ref | None


@event("sender.told")
@dataclass(frozen=True, slots=True)
class SenderTold(Event):
    """The municipality heard how far it is with one person of its notification: a standing and a day, nothing else.

    `person` is a number within that notification, so that several people can be told apart without a name.
    """

    notification: str
    person: int
    standing: str
    check_on: str | None
