"""What a killed process left behind: a server without its parent, or only the note of one."""

import os
import signal
import subprocess
import time
from pathlib import Path

from baken.project.trouble import Trouble


def note(data: Path) -> list[str]:
    """This function will read the server's note about itself, `postmaster.pid` (empty when there is none)."""
    try:
        return (data / "postmaster.pid").read_text("utf-8", "replace").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return []


def ready(data: Path, pid: int | None) -> bool:
    """This function will say whether the server (that one, if given) takes connections."""
    lines = note(data)
    return len(lines) >= 8 and lines[7].strip() == "ready" and (pid is None or lines[0].strip() == str(pid))


def is_running(pid: int, words: str) -> bool:
    """This function will say whether a process with those words in its command lives.

    One that is dead and not yet buried by its parent does not count.
    """
    try:
        if Path("/proc/self/stat").exists():
            state = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0]
            command = (
                Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            )
        else:
            asked = subprocess.run(
                ["ps", "-o", "stat=,command=", "-p", str(pid)], capture_output=True, text=True, check=False
            )
            state, _, command = asked.stdout.strip().partition(" ")
    except (OSError, IndexError):
        return False
    return bool(state) and not state.startswith("Z") and words in command


def end(pid: int, words: str, signals: tuple[tuple[signal.Signals, float], ...]) -> bool:
    """This function will ask a process to stop, ever more firmly, and say whether it is gone."""
    for sign, patience in signals:
        if not is_running(pid, words):
            return True
        try:
            os.kill(pid, sign)
        except ProcessLookupError:
            return True
        except PermissionError:
            return False
        until = time.monotonic() + patience
        while time.monotonic() < until and is_running(pid, words):
            time.sleep(0.05)
    return not is_running(pid, words)


def stop(data: Path) -> None:
    """This function will stop a server that nobody minds any more and clear away its note."""
    lines = note(data)
    if not lines:
        return
    try:
        pid = int(lines[0])
    except ValueError:
        pid = 0
    firmly = ((signal.SIGINT, 20.0), (signal.SIGQUIT, 10.0))
    if pid > 0 and not end(pid, str(data), firmly):
        raise Trouble(
            f"A database runs on {data} (process {pid}) and does not stop. Stop it with: kill -INT {pid}"
        )
    # The number may by now be another program's, at which PostgreSQL would refuse to start.
    (data / "postmaster.pid").unlink(missing_ok=True)
