"""What an administrator runs by hand while `benchmarks/survival.py` kills, and when that is most half done."""

import subprocess
import time
from contextlib import suppress
from threading import Lock

from benchmarks.installation import Installation, eventually

CLI = "baken.project.cli"
DESTROY, REWRAP = "baken.trust.retention.chores.destroy", f"{CLI} ledger rewrap"
PATIENCE = 120


class Hands:
    """The commands that somebody runs. Only what descends from them, or from the installation, is ever found."""

    def __init__(self, there: Installation) -> None:
        self.there = there
        self._begun: list[subprocess.Popen[bytes]] = []
        self._lock = Lock()

    def run(self, *words: str, **environ: str) -> int:
        """Run a module once Baken is there, and return how it ended."""
        if not eventually(lambda: not self.there.process_ended() and self.there.ready(), PATIENCE):
            return -1
        with self._lock:
            command = self.there.begin(*words, **environ)
            self._begun.append(command)
        return command.wait()

    def destroying(self) -> int:
        """The process that destroys, at the moment it has just noted that something goes; 0 while there is none."""
        found = self._descendant(DESTROY)
        before = self._noted()
        while found and self.there.lives(found):
            if self._noted() > before:
                return found
            time.sleep(0.001)
        return 0

    def rewrapping(self) -> int:
        """The command that closes data keys anew, once it has made a new master key; 0 while there is none."""
        keyset = self.there.state / "secrets" / "vault-keyset.json"
        found = next((one.pid for one in self._running() if REWRAP in _words(one)), 0)
        before = keyset.stat().st_mtime_ns
        while found and self.there.lives(found):
            if keyset.stat().st_mtime_ns > before:
                return found
            time.sleep(0.001)
        return 0

    def cut(self) -> None:
        """End what was begun by hand, as a machine that stops does."""
        for one in self._running():
            one.kill()

    def _running(self) -> list[subprocess.Popen[bytes]]:
        with self._lock:
            self._begun = [one for one in self._begun if one.poll() is None]
            return list(self._begun)

    def _descendant(self, words: str) -> int:
        parents = [one.pid for one in self._running()]
        if mine := [one.pid for one in self._running() if words in _words(one)]:
            return mine[0]
        if self.there.process is not None:
            parents.append(self.there.process.pid)
        while parents:
            parent = parents.pop()
            if found := self.there.children(parent, words):
                return found[0]
            parents += self.there.children(parent, "baken.jobs")
        return 0

    def _noted(self) -> int:
        with suppress(FileNotFoundError):
            return (self.there.state / "deletions.log").stat().st_size
        return 0


def _words(command: subprocess.Popen[bytes]) -> str:
    return " ".join(map(str, command.args)) if isinstance(command.args, list) else ""
