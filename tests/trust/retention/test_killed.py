"""V21: the real process that destroys, killed with SIGKILL again and again, ends up whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings

from baken.ledger import checking, datakeys, deletions, store
from baken.ledger.models import DestroyedCount, VaultRecord
from baken.tenancy.scope import scope
from tests.trust.retention.conftest import Shelf

CHORE = "baken.trust.retention.chores.destroy"
SIGNALS, PATIENCE = 8, 120


def started(list_of_deletions: Path) -> subprocess.Popen[bytes]:
    """Start the process that `baken serve` starts for chores with the owner's role."""
    own = {
        **os.environ,
        "BAKEN_DB_ROLE": "owner",
        "BAKEN_DELETIONS": str(list_of_deletions),
        "DJANGO_SETTINGS_MODULE": "baken.project.settings",
    }
    order = [sys.executable, "-m", "baken.jobs", "--only", CHORE]
    return subprocess.Popen(order, env=own, stdout=subprocess.DEVNULL)


def lines() -> int:
    """How many destructions were begun."""
    return len(list(deletions.read()))


def test_killed_at_every_other_destruction_nothing_is_half_there_and_nothing_counts_twice(
    shelf: Shelf,
) -> None:
    assert settings.BAKEN_DELETIONS
    gone = [shelf.closed().signal for _ in range(SIGNALS)]
    drawn = shelf.drawn_up()
    shelf.approve(drawn)
    kills = 0
    until = time.monotonic() + PATIENCE
    while shelf.state(drawn).stage != "done":
        assert time.monotonic() < until, "it does not get there"
        process, begun = started(deletions.path()), lines()
        while process.poll() is None and lines() < begun + 2:
            time.sleep(0.001)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            kills += 1
        process.wait()
    assert kills >= 2
    with scope(shelf.here):
        assert all(store.load(one).destroyed for one in gone)
        assert not VaultRecord.objects.filter(stream_id__in=gone).exists()
        assert DestroyedCount.objects.get().count == SIGNALS
    for one in gone:
        try:
            datakeys.fetch(shelf.here, one)
        except datakeys.KeyGone:
            continue
        raise AssertionError("a key is left")
    assert dict(shelf.state(drawn).counts) == {"unfounded": SIGNALS}
    assert checking.verify([shelf.here]).broken == ()
