"""A notification to care without a name, and when it gets one: with a presumed victim, and a ground (CARE-01)."""

from baken.core.derive.signal import Referral, SignalState

CARE = ("care_coordinator", "care_safety_house")
"""The partners that coordinate care, and notify CoMensha of whoever was handed over to them."""


def to_name(state: SignalState, partner: str) -> Referral | None:
    """Return the notification without a name that care has, and that a hand-over with a name would complete."""
    found = all_to_name(state, partner)
    return found[-1] if found else None


def all_to_name(state: SignalState, partner: str) -> tuple[Referral, ...]:
    """Return every notification that one name would complete, the oldest first: they are about the same signal."""
    if partner not in CARE:
        return ()
    found = tuple(one for one in state.referrals.values() if one.partner == partner and one.arrived)
    return () if any(one.named for one in found) else found


def named_later(state: SignalState, referral: Referral) -> Referral | None:
    """Return the hand-over that gave this notification to care its name, if one did: there it goes on."""
    if referral.named or referral.partner not in CARE or not referral.arrived:
        return None
    later = [
        one for one in state.referrals.values() if one.partner == referral.partner and one.at > referral.at
    ]
    return next((one for one in later if one.named and one.arrived), None)


def gives_name_to(state: SignalState, referral: Referral) -> Referral | None:
    """Return the notification without a name that care had, which this hand-over is the first to give a name."""
    if not referral.named or referral.partner not in CARE:
        return None
    before = [
        one
        for one in state.referrals.values()
        if one.partner == referral.partner and one.at < referral.at and one.arrived
    ]
    return before[-1] if before and not any(one.named for one in before) else None
