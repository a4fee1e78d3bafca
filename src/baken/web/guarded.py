"""Running a program over what somebody sent, in a process of its own: it has little time and room, and knows nothing.

Both sides read this; it imports nothing of Baken.
"""

import os
import resource
import subprocess
import sys

OUT_OF_TIME = -1


def program(module: str) -> list[str]:
    """Return how a module of Baken is run: apart from where it stands, and from what its user has installed."""
    return [sys.executable, "-I", "-m", module]


def run(order: list[str], data: bytes, *, seconds: int, most: int) -> tuple[int, bytes]:
    """Run a program over these bytes, and return how it went with what it wrote, cut off one byte after `most`.

    It reads from memory and writes to memory, so that nothing lies on a disk meanwhile.
    """
    coming, going = os.memfd_create("sent"), os.memfd_create("made")
    with open(coming, "w+b") as sent, open(going, "w+b") as made:
        sent.write(data)
        sent.seek(0)
        try:
            done = subprocess.run(
                order,
                stdin=sent,
                stdout=made,
                stderr=subprocess.DEVNULL,
                env={},
                cwd="/",
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return OUT_OF_TIME, b""
        made.seek(0)
        return done.returncode, made.read(most + 1)


def limit_oneself(*, cpu: int, memory: int, written: int, files: int) -> None:
    """Give up what reading a file does not need, before its first byte is read; it cannot be taken back."""
    for what, most in (
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, written),
        (resource.RLIMIT_NOFILE, files),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
