"""The process that does the chores. `baken serve` starts it and starts it again; `baken jobs` is the same by hand.

Chores that need the owner's database role run in a short-lived process of their own, which has that role and
nothing else to do; the process that is always there cannot destroy anything. Arguments are names of chores.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import timedelta

from django.db import connections

from baken import clock
from baken.jobs import running
from baken.jobs.chores import Chore, known
from baken.jobs.timetable import Timetable

LONGEST_REST = timedelta(seconds=30)
Say = Callable[[str], None]


def once(say: Say) -> bool:
    """Run everything once. Returns whether all of it went well."""
    chores = tuple(known().values())
    well = [_ran(chore, say) for chore in chores if not chore.owner]
    well += [_as_owner(owned) for owned in [[c for c in chores if c.owner]] if owned]
    return all(well)


def some(keys: Sequence[str], say: Say) -> bool:
    """Run the named chores once, with the role that this process has."""
    chores = known()
    return all([_ran(chores[key], say) for key in keys])


def forever() -> None:
    """Run what is due, and rest in between, until a signal ends it."""
    table = Timetable(tuple(known().values()))
    while True:
        for chore in table.due(clock.now(), owner=False):
            table.ran(chore, clock.now(), well=_ran(chore, lambda line: None))
        if owned := table.due(clock.now(), owner=True):
            well = _as_owner(owned)
            for chore in owned:
                table.ran(chore, clock.now(), well=well)
        time.sleep(max(0.2, min(table.rest(clock.now()), LONGEST_REST).total_seconds()))


def _ran(chore: Chore, say: Say) -> bool:
    result = running.run(chore, clock.now())
    connections.close_all()  # a connection that broke is not used for the next chore
    say(f"{chore.name}: {'failed' if result is None else result}")
    return result is not None


def _as_owner(chores: Sequence[Chore]) -> bool:
    """Run chores in a process with the owner's role. It ends when we do."""
    order = [sys.executable, "-m", "baken.jobs", *(word for c in chores for word in ("--only", c.key))]
    child = subprocess.Popen(order, env={**os.environ, "BAKEN_DB_ROLE": "owner"}, stdin=subprocess.DEVNULL)
    try:
        return child.wait() == 0
    finally:
        if child.poll() is None:
            child.terminate()
            child.wait()
