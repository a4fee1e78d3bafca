"""What a signal owes to the people in it and to whoever received it, beside its route (V25, V26; AVG 14, 16, 19).

The route is the municipality's own policy and can be proved about; these debts come from the law itself, hold under
every policy, and are derived here from the same events.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from baken.core.derive.answers import Owed
from baken.core.derive.signal import Correction, Referral, SignalState
from baken.core.vocabulary.moments import AMSTERDAM
from baken.core.vocabulary.text import Text

MAKE, SEND, CONFIRM = "correction_to_make", "correction_to_send", "correction_to_confirm"
REVIEW, INFORM = "informing_to_review", "informing_to_do"
TO_RECIPIENTS = (MAKE, SEND, CONFIRM)
STEPS = (*TO_RECIPIENTS, REVIEW, INFORM)
_SAID = {
    MAKE: Text("Laat weten wat er niet klopte of veranderde.", "Tell what was not right or changed."),
    SEND: Text("Verzend de brief met de verbetering.", "Send the letter with the correction."),
    CONFIRM: Text(
        "Ga na of de ontvanger de verbetering heeft verwerkt.",
        "Find out whether the recipient took the correction over.",
    ),
    REVIEW: Text(
        "Kijk opnieuw of de betrokkene kan worden ingelicht.",
        "Look again whether the person concerned can be informed.",
    ),
    INFORM: Text("Licht de betrokkene in.", "Inform the person concerned."),
}


@dataclass(frozen=True, slots=True)
class Putting:
    """Where one hand-over stands since something in it turned out wrong: what is owed, and the correction there is."""

    referral: Referral
    why: str
    since: datetime
    step: str | None
    correction: Correction | None


def putting_right(state: SignalState) -> tuple[Putting, ...]:
    """Return every hand-over after which something was put right, and what is still owed on it."""
    found = []
    for referral in state.referrals.values():
        wrong = [one for one in state.wrong if one.after > referral.made_as]
        if wrong:
            found.append(_putting(referral, wrong[-1].why, wrong[-1].at, wrong[-1].after))
    return tuple(found)


def _putting(referral: Referral, why: str, since: datetime, after: int) -> Putting:
    made = next((one for one in reversed(referral.corrections) if one.made_as > after), None)
    if made is None:
        return Putting(referral, why, since, MAKE, None)
    if made.confirmed_at is not None:
        return Putting(referral, why, since, None, made)
    if made.delivery == "document" and made.sent_at is None:
        return Putting(referral, why, since, SEND, made)
    return Putting(referral, why, since, CONFIRM, made)


def owed(state: SignalState) -> tuple[Owed, ...]:
    """Return what is owed. A review has its own day; the rest is owed at once, without delay."""
    found = [
        Owed(one.step, "focal_point", one.referral.partner, one.since, None, _SAID[one.step])
        for one in putting_right(state)
        if one.step is not None
    ]
    informing = state.informing
    if informing is not None and informing.done_at is None:
        if informing.decision == "inform":
            found.append(Owed(INFORM, "focal_point", None, informing.at, None, _SAID[INFORM]))
        elif informing.review_on is not None:
            since, until = day_of(informing.review_on)
            found.append(Owed(REVIEW, "focal_point", None, since, until, _SAID[REVIEW]))
    return tuple(found)


def owed_now(state: SignalState, now: datetime) -> tuple[Owed, ...]:
    """Return what is owed at this moment: a review only once its day has come."""
    return tuple(one for one in owed(state) if one.since <= now)


def day_of(day: date) -> tuple[datetime, datetime]:
    """Return the first and the last moment of a Dutch day."""
    return datetime.combine(day, time(0), AMSTERDAM), datetime.combine(day, time(23, 59, 59), AMSTERDAM)
