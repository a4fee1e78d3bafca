"""How long `baken serve --demo` takes to its first page, with an installed environment; the budget is 5 s.

Run: `.venv/bin/python -m benchmarks.start [times]`. The first start makes databases and demonstration; the next ones,
so many, keep them. The clock runs from the start of the process until the first page came. Then once more after
`kill -9` of everything, which the database has to recover from.
"""

import resource
import signal
import sys

from benchmarks.about import machine, p50_p95, say
from benchmarks.installation import eventually, fresh


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(times: int) -> None:
    """Print the figures."""
    say(machine())
    with fresh(demo=True) as there:
        say(f"first start, with everything to make: {there.start():.1f} s")
        there.stop()
        again, worked = [], _worked()
        for _ in range(times):
            again.append(there.start())
            there.stop()
        work = (_worked() - worked) / times
        say(f"next starts: {p50_p95(again, 's')}; processor time from start to stop {work:.1f} s each")
        there.start()
        assert there.process is not None
        there.process.send_signal(signal.SIGKILL)
        there.process.wait()
        eventually(lambda: not there.answers(), 20)
        say(f"after kill -9: {there.start():.1f} s")
    say(f"budget: < 5 s; {machine()}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
