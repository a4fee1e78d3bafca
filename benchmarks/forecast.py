"""How long a forecast of hours takes: at first, and once the route was asked of every kind of signal.

Each measurement begins with nothing remembered; the second forecast asks the same with another seed. Method: wall and
processor time of the pure function, in one process, with nothing else to do.

Run: `.venv/bin/python -m benchmarks.forecast [rounds]`.
"""

import sys
from datetime import date
from time import perf_counter, process_time

from benchmarks.about import machine, p50_p95, say

from baken.core.figures import forecast as forecasting
from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.project.policies import library

SIGNALS = 12
SIZES = (("page", 500), ("command", 2000))


def main() -> None:
    """Print the time of first and later forecasts, for each policy and size."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    say(machine())
    policies = library()
    for policy_id in ("woerden", "montfoort", "hoorn"):
        bundle = resolve(policies, policy_id, date(2026, 11, 22))
        for name, years in SIZES:
            first, later, work = [], [], []
            for seed in range(rounds):
                forecasting._KNOWN.clear()
                worked = process_time()
                first.append(_taken(bundle, seed, years))
                work.append((process_time() - worked) * 1000)
                later.append(_taken(bundle, seed + rounds, years))
            say(f"{policy_id}, {SIGNALS} signals, {years} years ({name}): first {p50_p95(first)}")
            say(f"  processor {p50_p95(work)}; later {p50_p95(later)}")


def _taken(bundle: Bundle, seed: int, years: int) -> float:
    before = perf_counter()
    forecasting.forecast(bundle, forecasting.Asked(SIGNALS, seed=seed, years=years))
    return (perf_counter() - before) * 1000


if __name__ == "__main__":
    main()
