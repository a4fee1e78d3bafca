"""Keeps Baken going: the database, the web server and the chores as children, started again when one of them dies.

The listening socket is ours and the web server inherits it, so nobody is refused while it restarts, and a
port in use is known before anything else starts. All children stop when we are killed; where the kernel cannot
do that, the next start finds them and stops them first.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from baken.project import databases, embedded, leftover, programs, secrets, standing
from baken.project.chores import Chores
from baken.project.starting import make_ready
from baken.project.state import make_state_dir, secrets_dir, state_dir
from baken.project.trouble import Trouble, told

FIRM = ((signal.SIGTERM, 10.0), (signal.SIGKILL, 5.0))
WORKERS, THREADS = 2, 4
WEB = "baken.project.web"  # in the command line of our web servers, to know them by


class Stop(Exception):
    """Someone asked us to stop."""


def serve(port: int, *, host: str = "127.0.0.1", say: Callable[[str], None] = print) -> None:
    """This function will serve until it is told to stop, and then stop everything it started."""
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # also where a shell had it ignored
        signal.signal(sign, _stop)
    state = make_state_dir(state_dir())
    own = secrets.load(secrets_dir(), make=os.environ.get("BAKEN_ENV") != "production")
    cluster = None if os.environ.get("DATABASE_URL") else embedded.Cluster(state, own.passwords["postgres"])
    web: Web | None = None
    chores = Chores()
    try:
        if cluster is not None and not cluster.take(wait=3.0):
            raise Trouble(_already(port))
        _stop_leftover_web()
        chores.stop_leftover()
        with _listen(host, port) as door:
            if cluster is not None:
                cluster.start()
            lines = make_ready(say)
            standing.forget_ended_sessions(os.environ)
            web = Web(door)
            web.start()
            _wait_until_it_answers(web, host, port)
            chores.start()
            _say_where(port, lines, say)
            watch(cluster, web, chores, say)
    except (Stop, KeyboardInterrupt):
        say("\nStopping.")
    except OSError as error:
        raise told(error, "starting Baken") from None
    finally:
        for sign in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(sign, signal.SIG_IGN)  # a second Ctrl-C may not leave the database half stopped
        chores.stop()
        if web is not None:
            web.stop()
        if cluster is not None:
            cluster.stop()


class Web:
    """The web server: gunicorn with threads, on a socket that we keep."""

    def __init__(self, door: socket.socket) -> None:
        self.door = door
        self.process: subprocess.Popen[bytes] | None = None
        self.note = state_dir() / "web.json"

    def start(self) -> None:
        """This function will start the web server on our socket."""
        number = self.door.fileno()
        order = [sys.executable, "-m", WEB, "--bind", f"fd://{number}", "--worker-class", "gthread"]
        order += ["--workers", str(WORKERS), "--threads", str(THREADS), "baken.project.wsgi:application"]
        self.process = subprocess.Popen(
            order,
            pass_fds=[number],
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=programs.follow_parent(signal.SIGTERM),
            env={**databases.for_workers(os.environ), "DJANGO_SETTINGS_MODULE": "baken.project.settings"},
        )
        self.note.write_text(json.dumps({"pid": self.process.pid}), "ascii")

    def alive(self) -> bool:
        """This function will say whether the web server runs."""
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """This function will stop the web server after the answers it is working on."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                with suppress(ProcessLookupError):
                    os.killpg(self.process.pid, signal.SIGKILL)
        self.process = None
        self.note.unlink(missing_ok=True)


def watch(cluster: embedded.Cluster | None, web: Web, chores: Chores, say: Callable[[str], None]) -> None:
    """This function will restart a child that died, until a signal stops us. Without chores people can still work."""
    deaths: list[float] = []
    while True:
        dead_database = cluster is not None and not cluster.alive()
        if dead_database or not web.alive():
            deaths = [d for d in deaths if d > time.monotonic() - 60] + [time.monotonic()]
            if len(deaths) > 10:
                raise Trouble("The database or the web server keeps stopping. `baken doctor` may say why.")
            say(
                "The database stopped; starting it again."
                if dead_database
                else "The web server stopped; starting it again."
            )
            if cluster is not None and dead_database:
                cluster.start()
            if not web.alive():
                web.start()
        chores.mind()
        time.sleep(0.2)


def _listen(host: str, port: int) -> socket.socket:
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    until = time.monotonic() + 3.0  # workers of a killed web server notice within a second or two
    while True:
        try:
            door.bind((host, port))
            door.listen(1024)
            return door
        except PermissionError:
            door.close()
            raise Trouble(
                f"This user may not use port {port}. Choose one above 1023: baken serve --port 8000"
            ) from None
        except OSError:
            if time.monotonic() > until:
                door.close()
                raise Trouble(
                    f"Port {port} is in use by another program. Stop that program, or choose another port: "
                    f"make run PORT={port + 1} (or baken serve --port {port + 1})."
                ) from None
            time.sleep(0.2)


def _already(port: int) -> str:
    return (
        f"Baken already runs from this folder, probably at http://localhost:{port}. "
        "Use that one, or stop it with Ctrl-C where it was started."
    )


def _stop_leftover_web() -> None:
    note = state_dir() / "web.json"
    try:
        pid = int(json.loads(note.read_text("ascii"))["pid"])
    except (OSError, ValueError, KeyError, TypeError):
        return
    leftover.end(pid, WEB, FIRM)
    note.unlink(missing_ok=True)


def _wait_until_it_answers(web: Web, host: str, port: int) -> None:
    # A name that is answered here, so that the probe leaves no error in the log.
    name = os.environ.get("BAKEN_HOSTS", "localhost").split(",")[0].strip().lstrip(".")
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection((host, port), timeout=30) as probe:
            probe.sendall(f"HEAD / HTTP/1.0\r\nHost: {name}\r\n\r\n".encode())
            status = probe.recv(12)[9:12]
            if status.isdigit() and int(status) < 500:
                return
            if status.isdigit():
                break
        if not web.alive():
            break
        time.sleep(0.1)
    raise Trouble("The web server does not start; the lines above say where it stopped. Try `baken doctor`.")


def _say_where(port: int, lines: tuple[str, ...], say: Callable[[str], None]) -> None:
    ends = "Stop it with Ctrl-C; what was entered is kept."
    loud = [warning] if (warning := standing.unsafe(os.environ)) else []
    say("\n".join(["", f"Baken is at http://localhost:{port}", *lines, ends, *loud, ""]))


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stop
