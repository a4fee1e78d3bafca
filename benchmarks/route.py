"""How long deriving one signal's route takes; the budget is 100 microseconds.

Run: `.venv/bin/python benchmarks/route.py [rounds]`.
"""

import sys
from datetime import UTC, date, datetime, timedelta
from statistics import median, quantiles
from time import perf_counter_ns

from baken.core.derive.route import compile_route, derive
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.facts import Facts
from baken.core.vocabulary.happened import Happened
from baken.project.policies import library

START = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def typical() -> tuple[Facts, list[Happened]]:
    """Return a labour signal of a colleague, received, looked up, assessed and handed over once."""
    facts = Facts(
        established={"exploitation": frozenset({"labour"}), "urgency": "not_acute", "reporter": "staff"},
        claimed={"urgency": "acute"},
    )
    told = [
        ("signal.reported", {}),
        ("signal.acknowledged", {}),
        ("signal.received", {}),
        ("fact.established", {"fact": "urgency", "value": "not_acute"}),
        ("enrichment.weighed", {"outcome": "proceed"}),
        ("source.consulted", {"source": "municipal_records", "outcome": "hit"}),
        ("signal.assessed", {"assessment": "suspicion"}),
        ("signal.referred", {"partner": "care_coordinator"}),
    ]
    return facts, [
        Happened(event=event, at=START + timedelta(hours=number), **details)  # type: ignore[arg-type]
        for number, (event, details) in enumerate(told)
    ]


def main() -> None:
    """Print the median and the 95th percentile for each policy."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    facts, history = typical()
    now = START + timedelta(days=3)
    policies = library()
    for policy_id in ("woerden", "montfoort", "hoorn"):
        route = compile_route(resolve(policies, policy_id, date(2026, 11, 22)))
        taken = []
        for _ in range(rounds):
            before = perf_counter_ns()
            derive(route, facts, history, now)
            taken.append((perf_counter_ns() - before) / 1000)
        p95 = quantiles(taken, n=20)[-1]
        print(f"{policy_id}: median {median(taken):.1f} microseconds, p95 {p95:.1f}, {rounds} rounds")  # noqa: T201


if __name__ == "__main__":
    main()
