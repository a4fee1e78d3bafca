"""Telling the reporter what may be said. The message waits behind the return code; nothing is sent (V29)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from baken.core.decide import commands as ask
from baken.ledger import signals
from baken.tenancy.actors import Actor


def inform(
    *,
    signal: UUID,
    category: str,
    text: str,
    referrals: Sequence[str] = (),
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Put a message ready for the reporter, named or not; it passes on the answers of `referrals`.

    Raises `NotFound`, `Refused` or `Conflict`.
    """
    signals.carry_out(
        signal,
        lambda refs: ask.InformReporter(category, refs["message"], tuple(referrals)),
        words={"message": {"text": text}},
        actor=actor,
        now=now,
        command_id=command_id,
    )
