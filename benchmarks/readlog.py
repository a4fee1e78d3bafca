"""What the read log adds to a page: the same pages with and without it, in turns, in one process; the budget is < 10 %.

Run: `.venv/bin/python -m benchmarks.readlog [signals] [times]`.

Every page is fetched once with the log and once without, in an order that changes each time, so that whatever slows the
machine slows both. Fetched in one process through the whole of Django with every middleware, the network left out;
each entry is really committed, with fsync. The ratio is that of the medians, and of the means of the fastest nine in
ten; beside it stands what one entry costs: statement and commit.
"""

import random
import sys
import time
from statistics import median
from typing import Any

from benchmarks.about import machine, p50_p95, say
from benchmarks.filling import SEED
from benchmarks.installation import fresh

BUDGET = 10
PAGES = {"work list": "/werk/", "signal page": ""}
SETTINGS = "baken.project.settings"


def measured(times: int) -> None:
    """Print what each page takes with and without the log, in a process that knows the installation."""
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    from baken.ledger.models import ReadEntry, VaultRecord
    from baken.ledger.readlog import middleware
    from baken.project.demo.cast import PASSWORD
    from baken.tenancy.models import Organisation
    from baken.tenancy.scope import scope

    settings.BAKEN_PASSWORD_ALONE = True  # as in the demonstration: this measures pages, not logging in
    client = Client(headers={"host": "localhost"})
    who = {"email": "aandachtsfunctionaris@woerden.invalid", "password": PASSWORD}
    assert client.post("/inloggen/", who).status_code == 303, "the log-in was refused"
    woerden = Organisation.objects.get(slug="woerden")
    with scope(woerden.id):
        signal = VaultRecord.objects.order_by("stream_id")[0].stream_id
    write, chance = middleware.write, random.Random(SEED)

    def fetch(where: str, *, logged: bool) -> float:
        middleware.write = write if logged else _nothing  # type: ignore[assignment]
        begin = time.perf_counter()
        assert client.get(where).status_code == 200
        return (time.perf_counter() - begin) * 1000

    for name, address in PAGES.items():
        where, taken = address or f"/signalen/{signal}/", {True: [], False: []}  # type: dict[bool, list[float]]
        for _ in range(10):
            fetch(where, logged=True)
        for _ in range(times):
            order = [True, False]
            chance.shuffle(order)
            for logged in order:
                taken[logged].append(fetch(where, logged=logged))
        middle = median(taken[True]) / median(taken[False])
        most = _fastest(taken[True]) / _fastest(taken[False])
        say(f"  {name}, without: {p50_p95(taken[False])}")
        say(f"  {name}, with:    {p50_p95(taken[True])}")
        say(f"  {name}: medians {100 * (middle - 1):+.1f} %, fastest nine in ten {100 * (most - 1):+.1f} %")
    with scope(woerden.id):
        assert ReadEntry.objects.count() == len(PAGES) * (times + 10), "an entry for every page with the log"


def _nothing(*given: Any, **named: Any) -> None:
    """Stands where the log is written."""


def _fastest(taken: list[float]) -> float:
    kept = sorted(taken)[: len(taken) * 9 // 10]
    return sum(kept) / len(kept)


def main(signals: int, times: int) -> None:
    """Print the figures."""
    say(machine())
    with fresh() as there:
        there.start()
        there.fill("signals", str(signals))
        done = there.run("benchmarks.readlog", "--measure", str(times), DJANGO_SETTINGS_MODULE=SETTINGS)
        say(f"{signals} signals:\n{done.stdout.rstrip() if not done.returncode else done.stderr[-2000:]}")
    say(f"budget: < {BUDGET} %; {machine()}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measured(int(sys.argv[2]))
    else:
        main(int((sys.argv[1:] or ["100"])[0]), int((sys.argv[2:] or ["300"])[0]))
