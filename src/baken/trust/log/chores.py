"""What goes by itself here: writing down who came in, and closing what was logged in a batch."""

from datetime import datetime, timedelta
from uuid import UUID

from baken.jobs import chore
from baken.jobs.everywhere import for_each, in_each_organisation
from baken.ledger.readlog import log_ins, sealing


@chore("write down who logged in", every=timedelta(minutes=1))
def carry(now: datetime) -> int:
    """Carry what was noted at log-in to the logs of the organisations it is for; return how many entries that were.

    Where it fails in one of them, the notes for that one wait, and those for the others go.
    """
    return for_each(log_ins.waiting(), log_ins.carry, "organisations")


@chore("seal what was logged", every=timedelta(minutes=1))
def seal(now: datetime) -> int:
    """Seal both logs of every organisation; return how many entries were closed."""

    def close(organisation: UUID) -> int:
        return sealing.seal(organisation, now=now)

    return in_each_organisation(close, scoped=False)
