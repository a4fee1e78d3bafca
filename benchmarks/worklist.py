"""How long the pages with lists take at 100 and at 10,000 signals; the budget is p95 < 100 ms and 12 queries.

Run: `.venv/bin/python -m benchmarks.worklist [small] [large]`.

The signals: 100 are reported, and three in four received, through the product's own actions, spread over a year with
a fixed seed. The other 9,900 are copies of their rows (events, lists, what is owed) under numbers of their own: the
lists read nothing else. Pages are fetched in one process, as the focal point of Woerden, through the whole of Django
with every middleware, the session included; the network is left out. Both sizes are measured in one run.
Queries are counted without the one that sets the scope; processor time is that of Django, without the database.
"""

import sys
import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from benchmarks.about import machine, p50_p95, say
from benchmarks.installation import Installation, fresh

PAGES = {
    "work list": "/werk/",
    "work list, a month": "/werk/?maand=2026-06&stand=alles",
    "figures": "/cijfers/",
    "hand-overs": "/overdrachten/",
    "signal page": "",
}
TIMES, QUERIES, BUDGET = 40, 12, 100
# A copied signal gets a number of its own and a moment somewhere in the year, the same in every table.
COPIES = """
    CREATE TEMP TABLE copy AS
    SELECT r.stream_id AS old, gen_random_uuid() AS new, make_interval(mins => (random() * 500000)::int) AS back
    FROM (SELECT stream_id FROM ledger_signalrow) r, generate_series(1, %s)
"""
MOVED = {"stream_id": "c.new", "id": "gen_random_uuid()", "command": "gen_random_uuid()"}
MOMENTS = ("reported_at", "received_at", "last_at", "since", "due_at", "occurred_at", "recorded_at")


def copied(there: Installation, times: int) -> None:
    """Copy every signal so many times, as the database's administrator."""
    from baken.project.prepare import connect

    with connect(there.server, there.main) as admin:
        admin.execute("SELECT setseed(0.2026)")
        admin.execute(COPIES, [times])
        for table in ("ledger_event", "ledger_signalrow", "ledger_obligation"):
            asked = "SELECT column_name FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position"
            names = [str(name) for (name,) in admin.execute(asked, [table])]
            values = [
                f"t.{name} - c.back" if name in MOMENTS else MOVED.get(name, f"t.{name}") for name in names
            ]
            admin.execute(
                f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(values)} "
                f"FROM {table} t JOIN copy c ON c.old = t.stream_id"
            )
        admin.execute("ANALYZE")


def measured(count: int) -> None:
    """Print what each page takes, in a process that knows the installation by its environment."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.utils import timezone

    from baken.ledger.models import SignalRow, VaultRecord
    from baken.project.demo.cast import PASSWORD
    from baken.tenancy.models import Membership, Organisation
    from baken.tenancy.scope import scope

    settings.BAKEN_PASSWORD_ALONE = True  # as in the demonstration: this measures pages, not logging in
    client = Client(headers={"host": "localhost"})
    who = {"email": "aandachtsfunctionaris@woerden.invalid", "password": PASSWORD}
    assert client.post("/inloggen/", who).status_code == 303, "the log-in was refused"
    with scope(Organisation.objects.get(slug="woerden").id):
        found = SignalRow.objects.count()
        middle = VaultRecord.objects.order_by("stream_id")[0].stream_id  # one that was really reported
        # Somebody who was here a month ago: the page also tells what others did since.
        Membership.objects.update(previous_visit=timezone.now() - timedelta(days=30))
    assert found == count, (found, settings.STATE)
    asked: list[str] = []

    def note(execute: Any, query: Any, params: Any, many: bool, context: Any) -> Any:
        if "set_config" not in str(query):
            asked.append(str(query))
        return execute(query, params, many, context)

    for name, address in PAGES.items():
        where = address or f"/signalen/{middle}/"
        client.get(where)  # the policy is read once in the life of a process
        asked.clear()
        with connection.execute_wrapper(note):
            status = client.get(where).status_code
        taken, worked = [], time.process_time()
        for _ in range(TIMES):
            begin = time.perf_counter()
            client.get(where)
            taken.append((time.perf_counter() - begin) * 1000)
        work = (time.process_time() - worked) * 1000 / TIMES
        say(
            f"  {name}: {status}, {len(asked)} queries, {p50_p95(taken)}, of which {work:.0f} ms processor time"
        )


def main(sizes: Sequence[int]) -> None:
    """Print the figures for both sizes."""
    say(machine())
    with fresh() as there:
        there.start()
        small, large = sizes
        there.fill("signals", str(small))
        for count in (small, large):
            if count == large:
                copied(there, large // small - 1)
            done = there.run("benchmarks.worklist", "--measure", str(count), DJANGO_SETTINGS_MODULE=SETTINGS)
            say(f"{count} signals:\n{done.stdout.rstrip() if not done.returncode else done.stderr[-2000:]}")
    say(f"budget: p95 < {BUDGET} ms, at most {QUERIES} queries, the same for both; {machine()}")


SETTINGS = "baken.project.settings"

if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measured(int(sys.argv[2]))
    else:
        main([int(word) for word in sys.argv[1:3]] if len(sys.argv) > 2 else (100, 10_000))
