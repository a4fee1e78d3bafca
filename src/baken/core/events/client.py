"""What happens in a client file: one stream per person, in the care organisation. All words lie in its own vault."""

from dataclasses import dataclass

from baken.core.events.base import Event, Payload, event, upcaster

Ref = str


@event("client.opened")
@dataclass(frozen=True, slots=True)
class ClientOpened(Event):
    """A file was opened for a presumed victim. `together`: what files of people found together share, and no more.

    `notification` is the stream of the notification it came from, in the same organisation; `check_on` is an ISO day.
    """

    source: str
    notification: str | None
    together: str | None
    ground: str
    age: str
    check_on: str
    words: Ref


@event("client.described")
@dataclass(frozen=True, slots=True)
class ClientDescribed(Event):
    """Who it is, as far as known: name and birth date in the words; a later description replaces an earlier one."""

    age: str
    role: str
    words: Ref


@event("client.treatment_noted")
@dataclass(frozen=True, slots=True)
class ClientTreatmentNoted(Event):
    """Whether this victim is prosecuted or punished, or may be, and what is done about it (CARE-15)."""

    treatment: str
    words: Ref


@event("client.contact_agreed")
@dataclass(frozen=True, slots=True)
class ClientContactAgreed(Event):
    """How the person can safely be reached: how, when, by whom, never; and in which language."""

    words: Ref


@event("client.need_noted")
@dataclass(frozen=True, slots=True)
class ClientNeedNoted(Event):
    """The person needs something in one area of life."""

    need: str
    area: str
    words: Ref


@event("client.help_agreed")
@dataclass(frozen=True, slots=True)
class ClientHelpAgreed(Event):
    """Who does what by when for a need. `due` is an ISO day; a later agreement replaces an earlier one."""

    need: str
    by: str
    due: str
    words: Ref | None


@event("client.need_settled")
@dataclass(frozen=True, slots=True)
class ClientNeedSettled(Event):
    """A need came to an end. `gap`: why the help was not to be had, where that is how it ended."""

    need: str
    outcome: str
    gap: str
    words: Ref | None


@event("client.wish_noted")
@dataclass(frozen=True, slots=True)
class ClientWishNoted(Event):
    """What the person wants, in the person's own words."""

    words: Ref


@event("client.told_rights")
@dataclass(frozen=True, slots=True)
class ClientToldRights(Event):
    """The person was told which rights there are (CARE-16), with or without a complaint. `on` is an ISO day."""

    on: str
    words: Ref


@event("client.consent_given", version=2)
@dataclass(frozen=True, slots=True)
class ClientConsentGiven(Event):
    """The person allows that something goes to one recipient. `sixteen`: who said so was seen to be that old."""

    consent: str
    recipient: str
    how: str
    sixteen: bool
    words: Ref


@upcaster("client.consent_given", 1)
def _without_age(payload: Payload) -> Payload:
    return {**payload, "sixteen": False}


@event("client.consent_withdrawn")
@dataclass(frozen=True, slots=True)
class ClientConsentWithdrawn(Event):
    """The person no longer allows it. What already went cannot be called back, what follows does not go."""

    consent: str
    words: Ref | None


@event("client.secrecy_weighed")
@dataclass(frozen=True, slots=True)
class ClientSecrecyWeighed(Event):
    """Without consent it was weighed whether professional secrecy gives way for one recipient (V5)."""

    recipient: str
    outcome: str
    words: Ref


@event("sharing.confirmed")
@dataclass(frozen=True, slots=True)
class SharingConfirmed(Event):
    """Somebody read on what it rests that something goes to a recipient, and confirmed that it covers this one.

    Recorded together with what goes. `rests_on` is a consent, or the number of a weighing.
    """

    recipient: str
    rests_on: str


@event("client.brought_in")
@dataclass(frozen=True, slots=True)
class ClientBroughtIn(Event):
    """The file was brought to the process director as a complex case, with the reason."""

    words: Ref


@event("client.taken_back")
@dataclass(frozen=True, slots=True)
class ClientTakenBack(Event):
    """It is no longer a complex case: the process director no longer looks along."""

    words: Ref


@event("client.checked")
@dataclass(frozen=True, slots=True)
class ClientChecked(Event):
    """Somebody looked how it goes, and when to look again. `next_on` is an ISO day."""

    next_on: str
    words: Ref | None


@event("client.closed")
@dataclass(frozen=True, slots=True)
class ClientClosed(Event):
    """The file ended."""

    outcome: str
    words: Ref


@event("client.reopened")
@dataclass(frozen=True, slots=True)
class ClientReopened(Event):
    """There is help to give again."""

    check_on: str
    words: Ref
