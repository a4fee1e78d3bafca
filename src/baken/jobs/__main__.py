"""`python -m baken.jobs [--once | --only CHORE ...]`: the process itself; the command line is `baken jobs`."""

import argparse
import os
import signal
import sys
from types import FrameType


def main() -> int:
    """Make Django ready and do the chores."""
    asked = argparse.ArgumentParser(prog="baken jobs")
    asked.add_argument("--once", action="store_true")
    asked.add_argument("--only", action="append", default=[])
    words = asked.parse_args()
    for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(sign, _end)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.project.settings")
    import django

    django.setup()
    from baken.jobs import process

    if words.only:
        return 0 if process.some(words.only, _say) else 1
    if words.once:
        return 0 if process.once(_say) else 1
    process.forever()
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _end(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    raise SystemExit(main())
