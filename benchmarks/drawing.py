"""How long a drawing takes on a page: laid out once per policy, then one signal's position in it for every request.

Run: `.venv/bin/python -m benchmarks.drawing [rounds]`. Words are written in both shapes, with the text twin; the
template around them is left out, for it needs a whole Django.
"""

import sys
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter, process_time

from benchmarks.about import machine, p50_p95
from benchmarks.route import START, typical

from baken.core.derive.route import compile_route, derive
from baken.core.draw.layout import lay_out
from baken.core.draw.making import draw
from baken.core.draw.svg import of_layout, sheets
from baken.core.draw.twin import twin
from baken.core.policy.resolve import resolve
from baken.project.policies import library


def timed(do: Callable[[], object], rounds: int, clock: Callable[[], float]) -> list[float]:
    """Return how long each round took, in milliseconds."""
    taken = []
    for _ in range(rounds):
        before = clock()
        do()
        taken.append((clock() - before) * 1000)
    return taken


def main() -> None:
    """Print the first drawing of a policy, and every further one."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    print(machine())  # noqa: T201
    facts, history = typical()
    now = START + timedelta(days=3)
    policies = library()
    for policy_id in ("woerden", "montfoort", "hoorn"):
        bundle = resolve(policies, policy_id, date(2026, 11, 22))
        route = derive(compile_route(bundle), facts, history, now)

        def page(bundle=bundle, route=route) -> None:  # type: ignore[no-untyped-def]
            drawing = draw(bundle, route, now=now)
            wide = lay_out(drawing, "nl", "wide")
            sheets(wide)
            of_layout(wide)
            of_layout(lay_out(drawing, "nl", "narrow"))
            twin(drawing)

        (first,) = timed(page, 1, perf_counter)
        work = timed(page, rounds, process_time)
        wall = timed(page, rounds, perf_counter)
        print(f"{policy_id}: first {first:.0f} ms; then {p50_p95(wall)}; processor time {p50_p95(work)}")  # noqa: T201


if __name__ == "__main__":
    main()
