"""What may be decided on a signal for the people in it: restricting, erasing, informing, and putting recipients right.

All of this goes for a closed signal too: what people have a right to does not end with the work on a signal.
"""

from dataclasses import dataclass
from datetime import date

from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_one_of, must_be_received, referral_of
from baken.core.derive.correcting import CONFIRM, MAKE, SEND, Putting, putting_right
from baken.core.derive.signal import SignalState
from baken.core.events import Event
from baken.core.events import correction as putting
from baken.core.events import rights as past
from baken.core.vocabulary import outcomes, rights
from baken.core.vocabulary.text import Text

Ref = str
REVIEW_WITHIN = 366


@dataclass(frozen=True, slots=True)
class Restrict:
    """From here on only store."""

    request: str | None
    reason: Ref


@dataclass(frozen=True, slots=True)
class Release:
    """End a restriction."""

    reason: Ref


@dataclass(frozen=True, slots=True)
class GrantErasure:
    """Let the signal be destroyed now, by the destruction list."""

    request: str
    reason: Ref


@dataclass(frozen=True, slots=True)
class DecideInforming:
    """Inform the people concerned, or not yet: on what ground, and when it is looked at again."""

    decision: str
    ground: str | None
    review_on: date | None
    today: date
    reason: Ref


@dataclass(frozen=True, slots=True)
class RecordInformed:
    """The people concerned were told."""

    how: str


@dataclass(frozen=True, slots=True)
class MakeCorrection:
    """Tell one recipient what is not right any more."""

    correction: str
    referral: str
    content: Ref


@dataclass(frozen=True, slots=True)
class SendCorrection:
    """The letter with it left."""

    referral: str
    channel: str


@dataclass(frozen=True, slots=True)
class ConfirmCorrection:
    """The recipient said that it took it over."""

    referral: str
    how: str


RightsCommand = (
    Restrict
    | Release
    | GrantErasure
    | DecideInforming
    | RecordInformed
    | MakeCorrection
    | SendCorrection
    | ConfirmCorrection
)


def decide(state: SignalState, command: RightsCommand) -> tuple[Event, ...]:
    """Return the events that follow. Raises `Refused`."""
    must_be_received(state)
    match command:
        case Restrict():
            if state.restricted:
                raise _nothing_changes(
                    Text("De gegevens zijn al beperkt.", "The data are restricted already.")
                )
            return (past.ProcessingRestricted(command.request, command.reason),)
        case Release():
            if not state.restricted:
                raise _nothing_changes(Text("De gegevens zijn niet beperkt.", "The data are not restricted."))
            return (past.ProcessingReleased(command.reason),)
        case GrantErasure():
            if state.erasing:
                raise _nothing_changes(
                    Text("Dit staat al op de vernietigingslijst.", "This is on the destruction list already.")
                )
            return (past.ErasureGranted(command.request, command.reason),)
        case DecideInforming():
            return _informing(command)
        case RecordInformed():
            return _informed(state, command)
        case _:
            return _put_right(state, command)


def is_put_off(state: SignalState) -> bool:
    """Whether the people in this signal may not know of it yet (AVG 23)."""
    informing = state.informing
    return informing is not None and informing.decision == "not_yet" and informing.done_at is None


def must_not_be_put_off(state: SignalState) -> None:
    """What nobody may know of yet is not told by way of a request either."""
    if is_put_off(state):
        raise Refused(
            Text("Uit dit stuk kan niets worden gegeven.", "Nothing of this record can be given."),
            Text("Inlichten is hier uitgesteld.", "Informing was put off here."),
            Text(
                "Geef niets en kies waarom u het weglaat, of besluit eerst opnieuw over het inlichten.",
                "Give nothing and choose why you leave it out, or decide about informing again first.",
            ),
        )


def must_be_corrected(state: SignalState) -> None:
    """A correction that was asked for is recorded once the account was really corrected."""
    if len(state.contents) < 2:
        raise Refused(
            Text("Er is niets vastgelegd.", "Nothing was recorded."),
            Text("Het verslag is nog niet verbeterd.", "The account was not corrected yet."),
            Text("Verbeter het eerst bij het signaal.", "Correct it on the signal first."),
        )


def must_not_be_restricted(state: SignalState) -> None:
    """What is restricted is only stored: nothing leaves, is discussed or looked up (AVG 18); nor of what is erased."""
    if state.erasing:
        raise Refused(
            Text("Dit kan niet meer.", "This cannot be done any more."),
            Text(
                "Iemand heeft er recht op dat dit wordt gewist. Het staat op de vernietigingslijst.",
                "Somebody has the right to have this erased. It is on the destruction list.",
            ),
            Text(
                "U hoeft niets te doen. Is iemand nu in gevaar? Bel 112.",
                "There is nothing to do. Is somebody in danger now? Call 112.",
            ),
        )
    if state.restricted:
        raise Refused(
            Text("Dit kan nu niet.", "This cannot be done now."),
            Text(
                "De gegevens zijn beperkt: zij mogen alleen worden bewaard.",
                "The data are restricted: they may only be stored.",
            ),
            Text(
                "Moet het toch, voor iemands veiligheid? Hef dan eerst de beperking op, met de reden.",
                "Must it be done for somebody's safety? Then lift the restriction first, with the reason.",
            ),
        )


def _informing(command: DecideInforming) -> tuple[Event, ...]:
    must_be_one_of(command.decision, rights.INFORMING, Text("het besluit", "the decision"))
    if command.decision == "inform":
        return (past.InformingDecided("inform", None, None, command.reason),)
    must_be_one_of(command.ground or "", rights.POSTPONED, Text("de grond", "the ground"))
    what = Text("Het uitstel is niet vastgelegd.", "The postponement was not recorded.")
    if command.review_on is None or command.review_on <= command.today:
        raise Refused(
            what,
            Text("Er is geen dag waarop u opnieuw kijkt.", "There is no day on which you look again."),
            Text("Kies een dag die nog komt.", "Choose a day that is still to come."),
        )
    if (command.review_on - command.today).days > REVIEW_WITHIN:
        raise Refused(
            what,
            Text("Die dag is meer dan een jaar weg.", "That day is more than a year away."),
            Text("Kies een dag binnen een jaar.", "Choose a day within a year."),
        )
    return (past.InformingDecided("not_yet", command.ground, command.review_on.isoformat(), command.reason),)


def _informed(state: SignalState, command: RecordInformed) -> tuple[Event, ...]:
    must_be_one_of(command.how, rights.TOLD_HOW, Text("de manier", "the way"))
    if state.informing is None or state.informing.decision != "inform" or state.informing.done_at:
        raise Refused(
            Text("Er is niets vastgelegd.", "Nothing was recorded."),
            Text("Er is niet besloten om nu in te lichten.", "It was not decided to inform now."),
            Text("Leg eerst dat besluit vast.", "Record that decision first."),
        )
    return (past.InformingDone(command.how),)


def _put_right(
    state: SignalState, command: MakeCorrection | SendCorrection | ConfirmCorrection
) -> tuple[Event, ...]:
    referral = referral_of(state, command.referral)
    stands = next((one for one in putting_right(state) if one.referral.id == referral.id), None)
    match command:
        case MakeCorrection():
            found = _must_owe(stands, MAKE)
            return (
                putting.CorrectionMade(
                    command.correction,
                    referral.id,
                    referral.partner,
                    found.why,
                    command.content,
                    referral.delivery,
                ),
            )
        case SendCorrection():
            must_be_one_of(command.channel, outcomes.CHANNEL, Text("de weg", "the channel"))
            made = _must_owe(stands, SEND).correction
            assert made is not None
            return (putting.CorrectionSent(made.id, referral.id, referral.partner, command.channel),)
        case ConfirmCorrection():
            must_be_one_of(command.how, rights.CONFIRMED_HOW, Text("de manier", "the way"))
            made = _must_owe(stands, CONFIRM).correction
            assert made is not None
            return (putting.CorrectionConfirmed(made.id, referral.id, referral.partner, command.how),)


def _must_owe(stands: Putting | None, step: str) -> Putting:
    if stands is None or stands.step != step:
        raise Refused(
            Text("Er is niets vastgelegd.", "Nothing was recorded."),
            Text("Dit staat bij deze overdracht niet (meer) open.", "This is not (or no longer) owed here."),
            Text("Bekijk hoe ver het is.", "Look how far it is."),
        )
    return stands


def _nothing_changes(why: Text) -> Refused:
    return Refused(
        Text("Er verandert niets.", "Nothing changes."),
        why,
        Text("U hoeft niets te doen.", "There is nothing to do."),
    )
