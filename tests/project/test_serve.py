"""`baken serve` keeps going whatever is killed, and stops everything when it is told to."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from baken.project import leftover

ENVIRON = {k: v for k, v in os.environ.items() if not k.startswith("BAKEN_") and k != "DATABASE_URL"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """One installation that is being served by a process of its own."""

    def __init__(self, state: Path) -> None:
        self.state, self.port = state, free_port()
        self.process: subprocess.Popen[str] | None = None
        self.heard = ""  # what it said until it served

    def command(self, *words: str, port: int | None = None) -> subprocess.Popen[str]:
        order = [sys.executable, "-m", "baken.project.cli", *words, "--port", str(port or self.port)]
        out = subprocess.PIPE
        own = {**ENVIRON, "BAKEN_STATE": str(self.state)}
        return subprocess.Popen(order, env=own, stdout=out, stderr=subprocess.STDOUT, text=True)

    def start(self) -> None:
        self.process = self.command("serve")
        assert self.process.stdout is not None
        self.heard = ""
        while "Baken is at" not in self.heard and (line := self.process.stdout.readline()):
            self.heard += line
        assert eventually(self.answers, 60)

    def answers(self) -> bool:
        with suppress(OSError, http.client.HTTPException):
            asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            asked.request("GET", "/")
            return asked.getresponse().status == 200
        return False

    def children(self, words: str) -> list[int]:
        """The processes of this installation with those words in their command, eldest first."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                environ = (folder / "environ").read_bytes()
                ours = str(self.state).encode() in environ + (folder / "cmdline").read_bytes()
                if ours and leftover.is_running(int(folder.name), words):
                    found.append(int(folder.name))
        return sorted(found)

    def postmaster(self) -> int:
        return int(leftover.note(self.state / "postgres" / "data")[0])


def eventually(holds: Callable[[], bool], seconds: float = 20) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def served(state: Path) -> Iterator[Served]:
    made = Served(state)
    yield made
    if made.process is not None and made.process.poll() is None:
        made.process.send_signal(signal.SIGINT)
        made.process.wait(40)


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="finds processes in /proc")
def test_baken_goes_on_whatever_is_killed_and_stops_when_told(served: Served) -> None:
    served.start()
    old = served.postmaster()
    os.kill(old, signal.SIGKILL)
    assert eventually(
        lambda: leftover.ready(served.state / "postgres" / "data", None) and served.postmaster() != old
    )
    assert eventually(served.answers)

    master, *workers = served.children("baken.project.web")
    os.kill(workers[0], signal.SIGKILL)
    assert eventually(served.answers)
    os.kill(master, signal.SIGKILL)
    assert eventually(
        lambda: bool(served.children("baken.project.web")) and master not in served.children("web")
    )
    assert eventually(served.answers)

    # A second one says so instead of fighting over the data.
    second = served.command("serve")
    said, _ = second.communicate(timeout=30)
    assert second.returncode == 1
    assert "Baken already runs from this folder" in said

    # Killed itself, it takes its children along, and the next start is an ordinary one.
    assert served.process is not None
    served.process.kill()
    served.process.wait()
    assert eventually(lambda: not served.children("postgres") and not served.children("baken.project.web"))
    served.start()

    served.process.send_signal(signal.SIGINT)
    said, _ = served.process.communicate(timeout=40)
    assert served.process.returncode == 0
    assert "Stopping." in said
    assert f"Baken is at http://localhost:{served.port}" in served.heard
    assert "Traceback" not in served.heard + said
    assert served.children("") == []


def test_a_port_in_use_is_said_before_anything_is_started(served: Served) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        refused = served.command("serve", port=port)
        said, _ = refused.communicate(timeout=30)
    assert refused.returncode == 1
    assert f"Port {port} is in use by another program" in said
    assert f"make run PORT={port + 1}" in said
    assert not (served.state / "postgres" / "data").exists()
