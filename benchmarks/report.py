"""How long a report takes from click to receipt, over HTTP against a real `baken serve`; the budget is p95 < 150 ms.

Run: `.venv/bin/python -m benchmarks.report [reports] [seconds]` (200 reports, spread evenly over 60 seconds).

All reports come from one address, each over connections of its own: fetch the form, fill it in, send it. First at an
even pace, then as fast as four senders can. Half of them carry a name that is sealed. Every report is committed with
fsync before its receipt is shown. Some reports are sent before the clock starts, so that both workers are warm.
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count

from benchmarks.about import machine, p50_p95, say
from benchmarks.installation import fresh
from benchmarks.reporting import Sender, a_report

BUDGET = 150
NUMBERS = count(1)


def one(sender: Sender) -> tuple[float, float]:
    """Fetch the form and send it; return how many milliseconds each took."""
    begin = time.perf_counter()
    token = sender.form()
    fetched = time.perf_counter()
    told = a_report(next(NUMBERS), token)
    clicked = time.perf_counter()
    sender.send(told)
    return (fetched - begin) * 1000, (time.perf_counter() - clicked) * 1000


def told(kind: str, taken: list[tuple[float, float]]) -> None:
    """Print what a series of reports took."""
    say(f"{kind}: click to receipt {p50_p95([sent for _, sent in taken])}")
    say(f"{' ' * len(kind)}  form fetched {p50_p95([form for form, _ in taken])}")
    say(f"{' ' * len(kind)}  both {p50_p95([form + sent for form, sent in taken])}")


def main(reports: int, seconds: float) -> None:
    """Print the figures."""
    say(machine())
    with fresh() as there:
        there.start()
        there.fill("open")
        sender = Sender(there.port)
        for _ in range(20):
            one(sender)
        begin, evenly, worked = time.monotonic(), [], there.processor_time()
        for at in range(reports):
            time.sleep(max(0.0, begin + at * seconds / reports - time.monotonic()))
            evenly.append(one(sender))
        work = (there.processor_time() - worked) * 1000 / reports
        told(f"evenly over {time.monotonic() - begin:.0f} s", evenly)
        begin = time.monotonic()
        with ThreadPoolExecutor(4) as pool:
            fast = list(pool.map(lambda _: one(sender), range(reports)))
        told(f"as fast as possible, {reports / (time.monotonic() - begin):.0f} a second", fast)
    say(f"processor time of a report, form and sending, web and database together: {work:.0f} ms")
    say(f"budget: p95 < {BUDGET} ms; {machine()}")


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 200,
        float(sys.argv[2]) if len(sys.argv) > 2 else 60,
    )
