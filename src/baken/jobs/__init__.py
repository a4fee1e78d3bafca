"""Chores: what Baken does by itself, now and then. There is no queue: each chore looks for its own work.

    from baken.jobs import chore
    from baken.jobs.everywhere import in_each_organisation

    @chore("forget old things", every=timedelta(hours=1))
    def forget(now: datetime) -> int:
        return in_each_organisation(lambda organisation: ...)

An app imports its module of chores in `ready()`. A chore may be killed anywhere and run again: what is left to do
follows from what stands in the database, and what it does it does once.
"""

from baken.jobs.chores import Chore, chore, known

__all__ = ["Chore", "chore", "known"]
