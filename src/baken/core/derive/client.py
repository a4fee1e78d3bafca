"""A client file as its events tell it (CARE-01..16). Other parts of care fold the same events for themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from baken.core.events import Event, rights
from baken.core.events import client as past
from baken.core.vocabulary.client import MINORS

NeedState = Literal["noted", "agreed", "settled"]


@dataclass(frozen=True, slots=True)
class Need:
    """One need in one area: who does what by when, and how it ended. `words` are references, oldest first."""

    id: str
    area: str
    noted_at: datetime
    words: tuple[str, ...]
    by: str = ""
    due: date | None = None
    outcome: str = ""
    gap: str = ""

    @property
    def state(self) -> NeedState:
        """Noted and waiting for help, help agreed, or settled."""
        if self.outcome:
            return "settled"
        return "agreed" if self.by else "noted"


@dataclass(frozen=True, slots=True)
class Consent:
    """What the person allowed for one recipient, until it was withdrawn."""

    id: str
    recipient: str
    how: str
    at: datetime
    words: str
    sixteen: bool = False
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Weighing:
    """Whether secrecy gives way for one recipient."""

    recipient: str
    outcome: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Basis:
    """On what something may go: a consent by its id, or a weighing by its number in the file."""

    id: str
    kind: Literal["consent", "weighed"]
    how: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class ClientState:
    """A client file after its events. Words are references into its vault."""

    exists: bool = False
    opened_at: datetime | None = None
    source: str = ""
    notification: str | None = None
    together: str | None = None
    ground: str = ""
    age: str = "unknown"
    role: str = "presumed_victim"
    opening: str = ""
    identity: str = ""
    described: bool = False
    treatment: str = ""
    treatment_words: str | None = None
    contact: str | None = None
    contact_at: datetime | None = None
    needs: Mapping[str, Need] = field(default_factory=dict)
    wishes: tuple[tuple[datetime, str], ...] = ()
    rights: tuple[tuple[date, str], ...] = ()
    consents: Mapping[str, Consent] = field(default_factory=dict)
    weighings: tuple[Weighing, ...] = ()
    brought_in_at: datetime | None = None
    brought_in: str | None = None
    check_on: date | None = None
    checks: tuple[tuple[datetime, str | None], ...] = ()
    restricted: bool = False
    erasing: bool = False
    closed_at: datetime | None = None
    outcome: str = ""
    closing: str | None = None

    @property
    def open(self) -> bool:
        """Whether help is still given."""
        return self.exists and self.closed_at is None

    @property
    def minor(self) -> bool:
        """Whether the person gets the care of a minor; in doubt yes (V31)."""
        return self.age in MINORS

    @property
    def complex(self) -> bool:
        """Whether the process director looks along."""
        return self.open and self.brought_in_at is not None

    @property
    def waiting(self) -> tuple[Need, ...]:
        """What is needed and nobody agreed to do yet."""
        return tuple(need for need in self.needs.values() if need.state == "noted")

    @property
    def next_due(self) -> date | None:
        """The first day by which agreed help must be there."""
        return min(
            (need.due for need in self.needs.values() if need.state == "agreed" and need.due), default=None
        )

    def owed(self, today: date) -> tuple[str, ...]:
        """Return for what work somebody looks at the file today, in words of the read log; nothing in a closed one."""
        if not self.open:
            return ()
        found = {
            **{f"client:{part}": True for part in self.to_do},
            "client:waiting": bool(self.waiting),
            "client:help": any(need.state == "agreed" for need in self.needs.values()),
            "client:check": self.check_on is not None and self.check_on <= today,
            "client:complex": self.complex,
        }
        return tuple(word for word, so in found.items() if so)

    @property
    def to_do(self) -> tuple[str, ...]:
        """What every new file asks for and this one lacks, in order of importance."""
        found = []
        if self.contact is None:
            found.append("contact")
        if not self.rights:
            found.append("rights")
        if not self.needs:
            found.append("needs")
        return tuple(found)


def fold(events: Iterable[tuple[Event, datetime]]) -> ClientState:
    """Return the file that these events, oldest first, describe."""
    state = ClientState()
    for happened, at in events:
        state = after(state, happened, at)
    return state


def after(state: ClientState, event: Event, at: datetime) -> ClientState:
    """Return the file after one more event; what another part of care recorded changes nothing here."""
    match event:
        case past.ClientOpened():
            return replace(
                state,
                exists=True,
                opened_at=at,
                source=event.source,
                notification=event.notification,
                together=event.together,
                ground=event.ground,
                age=event.age,
                opening=event.words,
                identity=event.words,
                check_on=date.fromisoformat(event.check_on),
            )
        case past.ClientDescribed():
            return replace(state, age=event.age, role=event.role, identity=event.words, described=True)
        case past.ClientTreatmentNoted():
            return replace(state, treatment=event.treatment, treatment_words=event.words)
        case past.ClientContactAgreed():
            return replace(state, contact=event.words, contact_at=at)
        case past.ClientNeedNoted():
            need = Need(event.need, event.area, at, (event.words,))
            return replace(state, needs={**state.needs, event.need: need})
        case past.ClientHelpAgreed() | past.ClientNeedSettled():
            return _on_need(state, event)
        case past.ClientWishNoted():
            return replace(state, wishes=(*state.wishes, (at, event.words)))
        case past.ClientToldRights():
            return replace(state, rights=(*state.rights, (date.fromisoformat(event.on), event.words)))
        case past.ClientConsentGiven() | past.ClientConsentWithdrawn() | past.ClientSecrecyWeighed():
            return _on_sharing(state, event, at)
        case past.ClientBroughtIn():
            return replace(state, brought_in_at=at, brought_in=event.words)
        case past.ClientTakenBack():
            return replace(state, brought_in_at=None, brought_in=None)
        case past.ClientChecked():
            checks = (*state.checks, (at, event.words))
            return replace(state, check_on=date.fromisoformat(event.next_on), checks=checks)
        case rights.ProcessingRestricted() | rights.ProcessingReleased():
            return replace(state, restricted=isinstance(event, rights.ProcessingRestricted))
        case rights.ErasureGranted():
            return replace(state, erasing=True)
        case past.ClientClosed():
            return replace(state, closed_at=at, outcome=event.outcome, closing=event.words)
        case past.ClientReopened():
            return replace(
                state,
                closed_at=None,
                outcome="",
                closing=None,
                brought_in_at=None,
                check_on=date.fromisoformat(event.check_on),
            )
        case _:
            return state


def _on_need(state: ClientState, event: past.ClientHelpAgreed | past.ClientNeedSettled) -> ClientState:
    need = state.needs[event.need]
    words = need.words if event.words is None else (*need.words, event.words)
    if isinstance(event, past.ClientHelpAgreed):
        need = replace(need, by=event.by, due=date.fromisoformat(event.due), words=words, outcome="", gap="")
    else:
        need = replace(need, outcome=event.outcome, gap=event.gap, words=words)
    return replace(state, needs={**state.needs, event.need: need})


def _on_sharing(
    state: ClientState,
    event: past.ClientConsentGiven | past.ClientConsentWithdrawn | past.ClientSecrecyWeighed,
    at: datetime,
) -> ClientState:
    if isinstance(event, past.ClientSecrecyWeighed):
        weighing = Weighing(event.recipient, event.outcome, at, event.words)
        return replace(state, weighings=(*state.weighings, weighing))
    if isinstance(event, past.ClientConsentGiven):
        consent = Consent(event.consent, event.recipient, event.how, at, event.words, event.sixteen)
    else:
        consent = replace(state.consents[event.consent], withdrawn_at=at)
    return replace(state, consents={**state.consents, event.consent: consent})


def may_go_to(state: ClientState, recipient: str) -> str:
    """Say on what something about this person may go to a recipient: `consent`, `weighed`, or nothing (V5).

    The last word counts: who withdrew consent stays silent until it is given or weighed again. What a child said
    alone is no consent.
    """
    said = [(at, "") for at in _refused(state, recipient)]
    said += [(one.at, one.kind) for one in _allowed(state, recipient)]
    # Of what was said at one moment the refusal counts.
    return max(said, key=lambda one: (one[0], not one[1]))[1] if said else ""


def rests_on(state: ClientState, recipient: str) -> tuple[Basis, ...]:
    """Return each consent and weighing that allows it now, of which one must be about this very recipient."""
    refused = max(_refused(state, recipient), default=None)
    return tuple(one for one in _allowed(state, recipient) if refused is None or one.at > refused)


def counts(state: ClientState, consent: Consent) -> bool:
    """Say whether who consented could: of a minor who has parental authority, or the person from sixteen on."""
    return not state.minor or consent.how == "by_guardian" or consent.sixteen


def _allowed(state: ClientState, recipient: str) -> list[Basis]:
    given = [
        Basis(one.id, "consent", one.how, one.at, one.words)
        for one in state.consents.values()
        if one.recipient == recipient and one.withdrawn_at is None and counts(state, one)
    ]
    return given + [
        Basis(str(number), "weighed", "", one.at, one.words)
        for number, one in enumerate(state.weighings, 1)
        if one.recipient == recipient and one.outcome == "may"
    ]


def _refused(state: ClientState, recipient: str) -> list[datetime]:
    taken_back = [one.withdrawn_at for one in state.consents.values() if one.recipient == recipient]
    weighed = [one.at for one in state.weighings if one.recipient == recipient and one.outcome != "may"]
    return weighed + [at for at in taken_back if at is not None]
