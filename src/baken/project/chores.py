"""The process of the chores (`baken.jobs`): run and watched by `baken serve`, as the application's role."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

from baken.project import databases, leftover, programs
from baken.project.state import state_dir

MODULE = "baken.jobs"
_FIRM = ((signal.SIGTERM, 10.0), (signal.SIGKILL, 5.0))
_PAUSE = 10.0  # seconds between two starts, however often it dies: nobody waits for it


class Chores:
    """The one process that does what goes by itself."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.note = state_dir() / "jobs.json"
        self._started = 0.0

    def start(self) -> None:
        """This function will start the process."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", MODULE],
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=programs.follow_parent(signal.SIGTERM),
            env=_environment(),
        )
        self._started = time.monotonic()
        self.note.write_text(json.dumps({"pid": self.process.pid}), "ascii")

    def mind(self) -> None:
        """This function will start the process again when it died, though not at once each time."""
        dead = self.process is not None and self.process.poll() is not None
        if dead and time.monotonic() - self._started > _PAUSE:
            self.start()

    def stop(self) -> None:
        """This function will stop the process; what it was half through with is done again."""
        if self.process is None:
            return
        for sign, patience in _FIRM:
            if self.process.poll() is None:
                self.process.send_signal(sign)
                with suppress(subprocess.TimeoutExpired):
                    self.process.wait(patience)
        self.process = None
        self.note.unlink(missing_ok=True)

    def stop_leftover(self) -> None:
        """This function will stop the process of a `baken serve` that was killed, where the kernel did not."""
        try:
            pid = int(json.loads(self.note.read_text("ascii"))["pid"])
        except (OSError, ValueError, KeyError, TypeError):
            return
        leftover.end(pid, MODULE, _FIRM)
        self.note.unlink(missing_ok=True)


def by_hand(*, once: bool) -> int:
    """This function will do the chores until they are done or it is stopped, and give the code to end with."""
    order = [sys.executable, "-m", MODULE, *(["--once"] if once else [])]
    child = subprocess.Popen(order, env=_environment(), preexec_fn=programs.follow_parent(signal.SIGTERM))
    try:
        return child.wait()
    finally:
        if child.poll() is None:
            child.send_signal(signal.SIGTERM)
            child.wait()


def _environment() -> dict[str, str]:
    return {**databases.for_workers(os.environ), "DJANGO_SETTINGS_MODULE": "baken.project.settings"}
