"""The embedded database: a real PostgreSQL 18 of our own, reachable through a private socket only.

Whoever starts it holds a lock on the state folder and keeps it as a child process. A server left behind by a
killed process is stopped first; PostgreSQL then redoes what was committed. No TCP port is opened.
"""

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from baken.project import leftover, programs, secrets
from baken.project.databases import Server
from baken.project.state import make_state_dir, secrets_dir, state_dir
from baken.project.trouble import Trouble, told

PORT = 5432  # only names the socket file
QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}  # for tests alone
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    # No log line may hold what people wrote: only the server's own affairs are logged, no statements.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
    "logging_collector": "on",
    "log_filename": "postgres-%a.log",  # one file a day of the week, overwritten a week later
    "log_truncate_on_rotation": "on",
    "log_rotation_age": "1d",
    "log_rotation_size": "0",
}


def base_dir(state: Path) -> Path:
    """This function will say where the database lives: the state folder, unless root keeps that closed."""
    if os.geteuid() == 0 and not programs.open_to_others(state):
        return programs.OUTSIDE / hashlib.sha256(str(state).encode()).hexdigest()[:12]
    return state / "postgres"


def socket_dir(base: Path) -> Path:
    """This function will choose the socket's folder; a socket's path may not pass some hundred characters."""
    if len(str(base)) <= 70:
        return base / "run"
    short = hashlib.sha256(str(base).encode()).hexdigest()[:10]
    return Path(tempfile.gettempdir()) / f"baken-{os.geteuid()}-{short}"


def server(environ: Mapping[str, str]) -> Server:
    """This function will give the address of the embedded server of this installation, running or not."""
    where = secrets_dir(environ)
    password = secrets.load(where).passwords["postgres"] if where.exists() else ""
    host = str(socket_dir(base_dir(state_dir(environ))))
    return Server(host=host, port=PORT, password=password, embedded=True)


class Cluster:
    """One data directory and the server on it."""

    def __init__(self, state: Path, password: str, *, quick: bool = False) -> None:
        self.state, self.base = state, base_dir(state)
        self.data, self.socket, self.logs = self.base / "data", socket_dir(self.base), self.base / "log"
        self.password, self.quick = password, quick
        self.process: subprocess.Popen[bytes] | None = None
        self._lock: IO[str] | None = None
        self._who = programs.account()

    def take(self, wait: float = 0.0) -> bool:
        """This function will take the lock that makes us the one who may start and stop this server."""
        make_state_dir(self.state)
        self._lock = self._lock or open(self.state / "postgres.lock", "w")  # noqa: SIM115 - held while we live
        until = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
            except BlockingIOError:
                if time.monotonic() >= until:
                    self._lock.close()
                    self._lock = None
                    return False
                time.sleep(0.1)

    def start(self, timeout: float = 120.0) -> None:
        """This function will start the server and wait until it answers; call take() first."""
        try:
            self._make_folders()
            self._check_data()
            leftover.stop(self.data)
            if not self.data.exists():
                self._initdb()
            until = time.monotonic() + timeout
            while not self._attempt(until):
                time.sleep(0.3)
        except OSError as error:
            raise told(error, "starting the database") from None

    def _make_folders(self) -> None:
        outside = self.base.parent
        if outside == programs.OUTSIDE:
            outside.mkdir(parents=True, exist_ok=True)
        for folder in (self.base, self.socket, self.logs):
            folder.mkdir(mode=0o700, exist_ok=True)
            owner = folder.stat().st_uid
            if self._who and owner == 0:
                os.chown(folder, self._who.pw_uid, self._who.pw_gid)
            elif owner != (self._who.pw_uid if self._who else os.geteuid()):
                raise Trouble(
                    f"The folder {folder} belongs to another user. Start Baken as the user who made it, "
                    "or point BAKEN_STATE to a folder of your own."
                )
            folder.chmod(0o700)
        for half in self.base.glob("data.*.new"):  # an initdb that was cut short; nothing in it was ever used
            shutil.rmtree(half, ignore_errors=True)

    def _check_data(self) -> None:
        if not self.data.exists():
            return
        try:
            found = (self.data / "PG_VERSION").read_text("ascii").strip()
        except FileNotFoundError:
            raise Trouble(
                f"The folder {self.data} is not a whole data directory of PostgreSQL. "
                "Put back a backup, or move the folder away to begin with an empty database."
            ) from None
        if found != programs.MAJOR:
            raise Trouble(
                f"The data in {self.data} were made by PostgreSQL {found}; this Baken has {programs.MAJOR}. "
                "Dump them with the Baken that made them and restore the dump here, "
                "or move the folder away to begin empty."
            )

    def _initdb(self) -> None:
        half = self.base / f"data.{os.getpid()}.new"
        word = self.base / "first-password"
        try:
            word.touch(mode=0o600)
            word.write_text(self.password + "\n", "ascii")
            if self._who:
                os.chown(word, self._who.pw_uid, self._who.pw_gid)
            order: list[str | Path] = [programs.bin_dir(self._who) / "initdb", "--pgdata", half]
            order += ["--username=postgres", "--pwfile", word]
            order += ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"]
            order += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            order += ["--no-sync"] if self.quick else []
            drop = programs.drop(self._who)
            made = subprocess.run(
                order, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, cwd="/", **drop
            )
            if made.returncode:
                raise self._explain(made.stderr, "making the database")
            half.rename(self.data)
        finally:
            word.unlink(missing_ok=True)
            shutil.rmtree(half, ignore_errors=True)

    def _attempt(self, until: float) -> bool:
        """Starts the server once; False when an earlier one is only just letting go of its memory."""
        settings = {**SETTINGS, **(QUICK if self.quick else {})}
        settings |= {"unix_socket_directories": str(self.socket), "log_directory": str(self.logs)}
        options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        first_words = self.logs / "start.log"
        with open(first_words, "wb") as log:
            self.process = subprocess.Popen(
                [programs.bin_dir(self._who) / "postgres", "-D", self.data, "-p", str(PORT), *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                start_new_session=True,  # Ctrl-C is for us; we stop it in order
                preexec_fn=programs.follow_parent(signal.SIGINT),
                **programs.drop(self._who),
            )
        while not leftover.ready(self.data, self.process.pid):
            if self.process.poll() is not None:
                said = first_words.read_text("utf-8", "replace")
                said += "".join(
                    p.read_text("utf-8", "replace")[-2000:] for p in sorted(self.logs.glob("postgres-*.log"))
                )
                if "still in use" in said and time.monotonic() < until:
                    return False
                raise self._explain(said, "starting the database")
            if time.monotonic() > until:
                self.stop()
                raise Trouble(f"The database did not start in time. Its log is in {self.logs}.")
            time.sleep(0.02)
        return True

    def _explain(self, said: str, doing: str) -> Trouble:
        if "No space left on device" in said:
            return Trouble(
                f"The disk is full while {doing}. Free some space and start again; nothing was lost."
            )
        last = next((line for line in reversed(said.splitlines()) if "FATAL" in line or "error" in line), "")
        return Trouble(
            f"PostgreSQL refused while {doing}: {last or 'it gave no reason'} (its log: {self.logs})"
        )

    def alive(self) -> bool:
        """This function will say whether the server that we started still runs."""
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """This function will stop the server in order; everything committed is on disk."""
        if self.process is not None:
            for sign, patience in ((signal.SIGINT, 30), (signal.SIGQUIT, 10), (signal.SIGKILL, 10)):
                if self.process.poll() is None:
                    self.process.send_signal(sign)
                    try:
                        self.process.wait(patience)
                    except subprocess.TimeoutExpired:
                        continue
            self.process = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None


def in_use(environ: Mapping[str, str]) -> bool:
    """This function will say whether another process minds the embedded database of this installation."""
    if environ.get("DATABASE_URL"):
        return False
    probe = Cluster(state_dir(environ), "")
    free = probe.take()
    probe.stop()
    return not free


@contextmanager
def running(environ: Mapping[str, str]) -> Iterator[None]:
    """This function will see to it that a database answers while the block runs."""
    if environ.get("DATABASE_URL"):
        yield
        return
    cluster = Cluster(state_dir(environ), secrets.load(secrets_dir(environ)).passwords["postgres"])
    if not cluster.take():
        for _ in range(600):  # another process of Baken has it; perhaps it is only just starting
            if leftover.ready(cluster.data, None):
                yield
                return
            time.sleep(0.05)
        raise Trouble(
            "Another process of Baken is starting the database and does not get there. Stop it and try again."
        )
    try:
        cluster.start()
        yield
    finally:
        cluster.stop()
