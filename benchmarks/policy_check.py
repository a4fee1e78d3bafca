"""How long a full check of a policy takes: reading it strictly, what refers to what, and its cases; the budget is 1 s.

Run: `.venv/bin/python -m benchmarks.policy_check [times]`. Measured inside one process, with all files read anew each
time, and then once as the command `baken policy check POLICY`, the start of Python included.
"""

import subprocess
import sys
import time
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper

from benchmarks.about import machine, p50_p95, say

from baken.project.cli import main as baken

POLICIES = ("woerden", "montfoort", "hoorn")


def inside(policy: str) -> float:
    """Check a policy in this process; return how many milliseconds it took."""
    begin, well = time.perf_counter(), True
    with redirect_stdout(TextIOWrapper(BytesIO())):
        try:
            baken(["policy", "check", policy])
        except SystemExit as ended:
            well = not ended.code
    if not well:
        raise RuntimeError(f"{policy} is not well")
    return (time.perf_counter() - begin) * 1000


def command(policy: str) -> float:
    """Check a policy by the command; return how many milliseconds it took."""
    begin = time.perf_counter()
    order = [sys.executable, "-m", "baken.project.cli", "policy", "check", policy]
    subprocess.run(order, capture_output=True, check=True)
    return (time.perf_counter() - begin) * 1000


def main(times: int) -> None:
    """Print the figures."""
    say(machine())
    for policy in POLICIES:
        taken = [inside(policy) for _ in range(times)]
        say(f"{policy}: {p50_p95(taken)}; as a command {command(policy):.0f} ms")
    say(f"budget: < 1000 ms; {machine()}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
