"""An installation of its own in a temporary folder, really served: a database, a web server, a free port.

Nothing here knows Django; what must be in the database is put there by `benchmarks/filling.py`, in a process of its
own. Only processes that descend from the one we started are ever killed.
"""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from baken.project import databases, embedded, leftover

ROOT = Path(__file__).resolve().parents[1]
WEB = "baken.project.web"


class Installation:
    """One state folder and, while it is served, the process that keeps it going."""

    def __init__(self, state: Path, *, demo: bool = False) -> None:
        self.state, self.demo, self.port = state, demo, _free_port()
        self.said = state / "said.log"  # everything that its processes wrote to the terminal
        self.process: subprocess.Popen[bytes] | None = None
        own = {k: v for k, v in os.environ.items() if not k.startswith(("BAKEN_", "DJANGO_"))}
        own.pop("DATABASE_URL", None)
        self.environ = {**own, "BAKEN_STATE": str(state), **({"BAKEN_ENV": "demo"} if demo else {})}

    def start(self, patience: float = 120) -> float:
        """Serve, wait until the first page comes, and return how many seconds that took."""
        before = time.monotonic()
        order = [sys.executable, "-m", "baken.project.cli", "serve", "--port", str(self.port)]
        with self.said.open("ab") as out:
            self.process = subprocess.Popen(
                [*order, *(["--demo"] if self.demo else [])],
                env=self.environ,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                cwd=ROOT,
            )
        alive = eventually(lambda: self.answers() or self.process_ended(), patience, every=0.02)
        if not alive or self.process_ended():
            raise RuntimeError(f"Baken did not start:\n{self.said.read_text('utf-8', 'replace')[-3000:]}")
        return time.monotonic() - before

    def process_ended(self) -> bool:
        """Whether the process that we started is gone."""
        return self.process is None or self.process.poll() is not None

    def stop(self) -> None:
        """Stop it in order."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def answers(self, path: str = "/") -> bool:
        """Whether a page comes."""
        with suppress(OSError, http.client.HTTPException):
            asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            asked.request("GET", path)
            return asked.getresponse().status == 200
        return False

    def run(self, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
        """Run a module of Python in this installation, to its end."""
        return subprocess.run(
            [sys.executable, "-m", *words],
            env={**self.environ, **environ},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )

    def begin(self, *words: str, **environ: str) -> subprocess.Popen[bytes]:
        """Begin to run a module of Python in this installation; what it says comes in the log."""
        with self.said.open("ab") as out:
            return subprocess.Popen(
                [sys.executable, "-m", *words],
                env={**self.environ, **environ},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                cwd=ROOT,
            )

    def fill(self, *words: str) -> str:
        """Put something in the database, and return what was said about it."""
        done = self.run("benchmarks.filling", *words)
        if done.returncode:
            raise RuntimeError(done.stderr[-3000:])
        return done.stdout.strip()

    @property
    def server(self) -> databases.Server:
        """How an administrator reaches the database."""
        return embedded.server(self.environ)

    @property
    def main(self) -> str:
        """The name of the main database."""
        return databases.name(self.environ)

    @property
    def base(self) -> Path:
        """Where the database keeps its data and its log."""
        return embedded.base_dir(self.state)

    def ready(self) -> bool:
        """Whether the database takes connections from a postmaster that lives."""
        return leftover.ready(self.base / "data", self.postmaster()) and self.postmaster() > 0

    def postmaster(self) -> int:
        """The database server, a child of the process that we started; 0 while there is none."""
        return next(iter(self.children(self._pid, str(self.base / "data"))), 0)

    def backends(self) -> list[int]:
        """The database's own processes for our web workers."""
        return self.children(self.postmaster(), "baken_app")

    def web_master(self) -> int:
        """The web server's first process; 0 while there is none."""
        return next(iter(self.children(self._pid, WEB)), 0)

    def web_workers(self) -> list[int]:
        """The web server's workers."""
        return self.children(self.web_master(), WEB)

    def chores(self) -> int:
        """The process that does the chores; 0 while there is none."""
        return next(iter(self.children(self._pid, "baken.jobs")), 0)

    def lives(self, pid: int) -> bool:
        """Whether a process is there and runs."""
        with suppress(OSError, IndexError):
            return (
                Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0] != "Z"
            )
        return False

    @property
    def _pid(self) -> int:
        return self.process.pid if self.process is not None else 0

    def processor_time(self) -> float:
        """Return how many seconds of processor time the web workers and their database processes have used."""
        used = 0
        for pid in (*self.web_workers(), *self.backends()):
            with suppress(OSError, IndexError):
                about = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
                used += int(about[11]) + int(about[12])
        return used / os.sysconf("SC_CLK_TCK")

    def children(self, parent: int, words: str) -> list[int]:
        """The processes that a process started, with these words in their command line."""
        found = []
        for folder in Path("/proc").glob("[0-9]*") if parent else ():
            with suppress(OSError, IndexError):
                about = (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
                if int(about[1]) == parent and about[0] != "Z" and words in command:
                    found.append(int(folder.name))
        return sorted(found)


@contextmanager
def fresh(*, demo: bool = False) -> Iterator[Installation]:
    """Give an installation in an empty folder that the database's own user can walk to, and clear it away."""
    state = Path(tempfile.mkdtemp(prefix="baken-bench-"))
    state.chmod(0o711)
    made = Installation(state, demo=demo)
    try:
        yield made
    finally:
        made.stop()
        shutil.rmtree(state, ignore_errors=True)


def eventually(holds: Callable[[], bool], seconds: float = 30, every: float = 0.05) -> bool:
    """Whether something comes true in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(every)
    return holds()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
