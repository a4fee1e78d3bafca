"""Whether the time an answer takes tells what it may not: a right code, or a signal that exists elsewhere.

Run: `.venv/bin/python -m benchmarks.timing [times]` (2,000 of each kind when nothing is said).

Each pair holds two kinds of requests that must look alike from outside. They are sent in a shuffled order (fixed seed)
through the whole of Django with every middleware, in one process that does nothing else; without a network, so that
nothing hides a difference. The limit on wrong codes is lifted for the measurement, because its answer (429) is meant
to be seen. Two classifiers then guess the kind from the time. One says "the longer, the more likely". The other
learns from one half which times belong to which kind, in forty classes with equally many times each, and is tried on
the other half, so that it also finds what is not simply longer. 0.50 is a blind guess; the bound is 0.55.
"""

import random
import sys
import time
from bisect import bisect_right
from collections.abc import Callable, Sequence
from math import log
from statistics import median, quantiles
from typing import Any
from uuid import UUID, uuid4

from benchmarks.about import machine, say
from benchmarks.installation import fresh

SEED, TIMES, BOUND, CLASSES = 20261122, 2_000, 0.55, 40
SETTINGS = "baken.project.settings"
Make = Callable[[], str]
Ask = Callable[[str], int]


def area(low: Sequence[float], high: Sequence[float]) -> float:
    """Return how often a value of `high` is above one of `low`; a tie counts half (the area under the ROC curve)."""
    ranked = sorted([(value, 0) for value in low] + [(value, 1) for value in high])
    total, at = 0.0, 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        total += sum(kind for _, kind in ranked[at:end]) * (at + 1 + end) / 2
        at = end
    return (total - len(high) * (len(high) + 1) / 2) / (len(low) * len(high))


def learned(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the area for a classifier that learned from the even tries and is tried on the odd ones."""
    borders = quantiles([*first[::2], *second[::2]], n=CLASSES)

    def shares(taken: Sequence[float]) -> list[float]:
        counts = [1.0] * CLASSES
        for value in taken:
            counts[bisect_right(borders, value)] += 1
        return [count / sum(counts) for count in counts]

    one, other = shares(first[::2]), shares(second[::2])

    def guess(value: float) -> float:
        place = bisect_right(borders, value)
        return log(other[place] / one[place])

    return area([guess(value) for value in first[1::2]], [guess(value) for value in second[1::2]])


def compared(name: str, ask: Ask, status: int, kinds: dict[str, Make], times: int) -> None:
    """Send both kinds in turns and print how well the times tell them apart. What is sent is made beforehand."""
    taken: dict[str, list[float]] = {kind: [] for kind in kinds}
    order = [kind for kind in kinds for _ in range(times)]
    random.Random(SEED).shuffle(order)
    for make in kinds.values():
        for _ in range(20):
            ask(make())
    for kind in order:
        sent = kinds[kind]()
        begin = time.perf_counter()
        found = ask(sent)
        taken[kind].append((time.perf_counter() - begin) * 1000)
        assert found == status, (name, kind, found)
    (first, one), (second, other) = taken.items()
    simple, clever = area(one, other), learned(one, other)
    verdict = "holds" if max(simple, 1 - simple) <= BOUND and clever <= BOUND else "DOES NOT HOLD"
    say(
        f"  {name}: {first} median {median(one):.2f} ms, {second} {median(other):.2f} ms; "
        f"longer means {second}: AUC {simple:.3f}; learned: AUC {clever:.3f}; {verdict}"
    )


def measured(times: int) -> None:
    """Print the pairs, in a process that knows the installation by its environment."""
    import django

    django.setup()
    from django.test import Client

    from baken.core.events.signal import ReporterInformed
    from baken.ledger import codes, limits
    from baken.ledger.models import EventRecord
    from baken.project.demo.cast import PASSWORD
    from baken.tenancy.models import Organisation
    from baken.tenancy.scope import scope

    limits.wrong_codes.size = limits.wrong_codes.per_second = 1e9
    own, foreign = (Organisation.objects.get(slug=slug).id for slug in ("woerden", "montfoort"))
    with scope(own):
        told: UUID = EventRecord.objects.filter(type=ReporterInformed.type).values_list(
            "stream_id", flat=True
        )[0]
        right = str(codes.make("a form that only this benchmark sends"))
        codes.register(codes.make("a form that only this benchmark sends"), own, told)
    with scope(foreign):
        theirs: UUID = EventRecord.objects.filter(kind="signal").values_list("stream_id", flat=True)[0]
    reporter, officer = (Client(headers={"host": "localhost"}) for _ in range(2))
    who = {"email": "aandachtsfunctionaris@woerden.invalid", "password": PASSWORD}
    assert officer.post("/inloggen/", who).status_code == 303, "the log-in was refused"

    def code(sent: str) -> int:
        answer: Any = reporter.post("/terugkoppeling/", {"code": sent})
        return int(answer.status_code)

    def page(sent: str) -> int:
        return int(officer.get(sent).status_code)

    def wrong() -> str:
        return str(codes.make(str(uuid4())))

    assert "Berichten aan u" in reporter.post("/terugkoppeling/", {"code": right}).content.decode()
    compared("return code", code, 200, {"wrong": wrong, "right": lambda: right}, times)
    compared("return code", code, 200, {"wrong": wrong, "malformed": lambda: "x"}, times)
    signals = {"none": lambda: f"/signalen/{uuid4()}/", "theirs": lambda: f"/signalen/{theirs}/"}
    compared("signal of a neighbour", page, 404, signals, times)


def main(times: int) -> None:
    """Make an installation with the demonstration's signals and measure in it."""
    say(machine())
    with fresh(demo=True) as there:
        there.start()
        done = there.run("benchmarks.timing", "--measure", str(times), DJANGO_SETTINGS_MODULE=SETTINGS)
        say(done.stdout.rstrip() if not done.returncode else done.stderr[-2000:])
    say(f"{times} of each kind, bound {BOUND}; {machine()}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measured(int(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES)
