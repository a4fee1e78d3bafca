"""What goes by itself here: closing what was logged in a batch."""

from datetime import datetime, timedelta
from uuid import UUID

from baken.jobs import chore
from baken.jobs.everywhere import in_each_organisation
from baken.ledger.readlog import sealing


@chore("seal what was logged", every=timedelta(minutes=1))
def seal(now: datetime) -> int:
    """Seal both logs of every organisation; return how many entries were closed."""

    def close(organisation: UUID) -> int:
        return sealing.seal(organisation, now=now)

    return in_each_organisation(close, scoped=False)
