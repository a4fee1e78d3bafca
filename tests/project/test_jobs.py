"""`baken jobs`, and the process of chores beside the web server."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.test_serve import ENVIRON, Served, eventually, served

__all__ = ["served"]


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="finds processes in /proc")
def test_the_process_of_chores_is_watched_and_stops_with_the_rest(served: Served) -> None:
    served.start()
    first, *_owners = served.children("baken.jobs")  # the eldest; one that destroys may run beside it
    assert b"BAKEN_DB_ROLE" not in (Path("/proc") / str(first) / "environ").read_bytes()

    own = {**ENVIRON, "BAKEN_STATE": str(served.state)}
    order = [sys.executable, "-m", "baken.project.cli", "jobs", "--once"]
    done = subprocess.run(order, env=own, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "failed" not in done.stdout

    os.kill(first, signal.SIGKILL)
    assert eventually(
        lambda: bool(served.children("baken.jobs")) and first not in served.children("baken.jobs"), 30
    )
    assert served.answers()

    assert served.process is not None
    served.process.send_signal(signal.SIGINT)
    served.process.communicate(timeout=40)
    assert eventually(lambda: served.children("") == [], 30), (
        "also one that lost its parent ends when it is done"
    )
