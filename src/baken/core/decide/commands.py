"""What an officer may ask for. A `ref` points into the vault, where the words were put a moment before.

One command makes one decision; `decide` answers with the events that follow, or refuses.
"""

from dataclasses import dataclass
from datetime import date

from baken.core.decide.rights import RightsCommand

Ref = str


@dataclass(frozen=True, slots=True)
class Receive:
    """Take the signal in hand; None keeps the purpose and ground that the policy stamped on it (V1)."""

    purpose: str | None = None
    ground: str | None = None


@dataclass(frozen=True, slots=True)
class RecordCoordinatorConsulted:
    """Record that a team coordinator was consulted, without a name."""


@dataclass(frozen=True, slots=True)
class EstablishFact:
    """Establish one fact, with the reason."""

    fact: str
    value: tuple[str, ...]
    reason: Ref


@dataclass(frozen=True, slots=True)
class Weigh:
    """Weigh whether sources may be consulted."""

    outcome: str
    reason: Ref


@dataclass(frozen=True, slots=True)
class ConsultSource:
    """Record the answer of one source that was consulted by hand."""

    source: str
    outcome: str
    continues_because: str
    ground: str
    note: Ref | None = None
    reason: Ref | None = None


@dataclass(frozen=True, slots=True)
class RecordPoliceTalk:
    """Record that it was discussed with the police, on which day and with which function, and no more (V4)."""

    on: date
    function: str
    today: date


@dataclass(frozen=True, slots=True)
class NoticeSecrecy:
    """Say that something told may be under professional secrecy; it is weighed before it is shared (V5)."""


@dataclass(frozen=True, slots=True)
class WeighSecrecy:
    """Weigh whether what is under professional secrecy may be shared, with the reason (V5)."""

    outcome: str
    reason: Ref


@dataclass(frozen=True, slots=True)
class ConsiderTrustedPerson:
    """Answer whether a trusted person can be brought in."""

    outcome: str
    reason: Ref


@dataclass(frozen=True, slots=True)
class PutOnTable:
    """Record that the signal was discussed at a table; `override_reason` where a hold is passed.

    None for purpose or ground takes the first that the policy gives for this table (V2).
    """

    table: str
    override_reason: Ref | None = None
    purpose: str | None = None
    ground: str | None = None
    named: bool = False
    minor_reason: Ref | None = None


@dataclass(frozen=True, slots=True)
class RecordTableDecision:
    """Record what a table decided."""

    table: str
    decision: Ref


@dataclass(frozen=True, slots=True)
class Assess:
    """Judge what it is; another phenomenon needs a destination."""

    assessment: str
    reason: Ref
    destination: str | None = None


@dataclass(frozen=True, slots=True)
class Refer:
    """Hand a chosen minimum over to a partner."""

    referral: str
    partner: str
    named: bool
    ground: str
    purpose: str
    pieces: tuple[str, ...]
    content: Ref
    delivery: str
    recipient: str | None = None
    override_reason: Ref | None = None
    minor_reason: Ref | None = None
    presumed_victim: bool = False


@dataclass(frozen=True, slots=True)
class RecordSending:
    """Record that the document of a hand-over was sent."""

    referral: str
    channel: str


@dataclass(frozen=True, slots=True)
class AskPartner:
    """Record that the partner was asked for an answer."""

    referral: str


@dataclass(frozen=True, slots=True)
class RecordAnswer:
    """Record what the partner answered; of care perhaps about one person, with the day of the next check."""

    referral: str
    outcome: str
    note: Ref | None = None
    person: int | None = None
    check_on: str | None = None


@dataclass(frozen=True, slots=True)
class InformReporter:
    """Put a message ready for the reporter; `referrals` whose answer it passes on."""

    category: str
    message: Ref
    referrals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correct:
    """Put right what was written down."""

    content: Ref
    reason: Ref


@dataclass(frozen=True, slots=True)
class Close:
    """Close the signal."""

    outcome: str
    reason: Ref


@dataclass(frozen=True, slots=True)
class Reopen:
    """Take a closed signal up again."""

    reason: Ref


@dataclass(frozen=True, slots=True)
class MovePolicy:
    """Let the signal follow another policy from here on. `in_force` is the one in use now: no other may be chosen."""

    bundle: str
    in_force: str | None
    reason: Ref


@dataclass(frozen=True, slots=True)
class OpenEnvelope:
    """Read who reported. `why` is a word from the closed list, `reason` the words themselves."""

    why: str
    reason: Ref


@dataclass(frozen=True, slots=True)
class AddFile:
    """Add a file that was taken apart: its cleaned copy, and the original as sealed."""

    kind: str
    media: str
    reason: Ref
    copy: Ref
    original: Ref
    sha256: str


Command = (
    Receive
    | RecordCoordinatorConsulted
    | EstablishFact
    | Weigh
    | ConsultSource
    | RecordPoliceTalk
    | NoticeSecrecy
    | WeighSecrecy
    | ConsiderTrustedPerson
    | AddFile
    | PutOnTable
    | RecordTableDecision
    | Assess
    | Refer
    | RecordSending
    | AskPartner
    | RecordAnswer
    | InformReporter
    | Correct
    | Close
    | Reopen
    | MovePolicy
    | OpenEnvelope
    | RightsCommand
)
