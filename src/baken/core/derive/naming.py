"""A notification to care without a name, and when it gets one: with a presumed victim, and a ground (CARE-01)."""

from baken.core.derive.signal import Referral, SignalState

CARE = ("care_coordinator", "care_safety_house")
"""The partners that coordinate care, and notify CoMensha of whoever was handed over to them."""


def to_name(state: SignalState, partner: str) -> Referral | None:
    """Return the notification without a name that care has, and that a hand-over with a name would complete."""
    if partner not in CARE:
        return None
    found = [one for one in state.referrals.values() if one.partner == partner and one.arrived]
    return found[-1] if found and not any(one.named for one in found) else None


def named_later(state: SignalState, referral: Referral) -> Referral | None:
    """Return the hand-over that gave this notification to care its name, if one did."""
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
