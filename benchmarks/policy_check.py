"""How long a full check of a policy takes: reading it strictly, what refers to what, its promises and its cases.

The budget is 1 s; proving the promises, for every signal there can be, is measured apart too.

Run: `.venv/bin/python -m benchmarks.policy_check [times]`. Measured inside one process, with all files read anew each
time, and then once as the command `baken policy check POLICY`, the start of Python included.
"""

import subprocess
import sys
import time
from contextlib import redirect_stdout
from datetime import UTC, datetime
from io import BytesIO, TextIOWrapper

from benchmarks.about import machine, p50_p95, say

from baken.core.policy.resolve import resolve
from baken.core.prove.proving import prove
from baken.project.cli import main as baken
from baken.project.policies import library

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


def proving(policy: str) -> tuple[float, float, int]:
    """Prove a policy's promises; return the milliseconds, those of the processor, and how many situations."""
    bundle = resolve(library(), policy, datetime.now(tz=UTC).date())
    begin, used = time.perf_counter(), time.process_time()
    explored = prove(bundle).explored
    return (time.perf_counter() - begin) * 1000, (time.process_time() - used) * 1000, explored


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
        proofs = [proving(policy) for _ in range(times)]
        processor = p50_p95([proof[1] for proof in proofs])
        say(f"  of which proving: {p50_p95([proof[0] for proof in proofs])}; processor {processor}")
        say(f"  situations worked out: {proofs[0][2]}")
    say(f"budget: < 1000 ms; {machine()}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
