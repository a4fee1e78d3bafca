"""How long records of HTCDS take: out and in as CSV, Excel and template; a file that is far too long; making files.

Run: `.venv/bin/python -m benchmarks.htcds [records]` (1,000 when nothing is said; always 100,000 for the long files).

The records are made from the code lists with a fixed seed, with about two in three of the 38 core fields known. Reading
Excel goes through the process with limits, as on the page. What came back is compared with what went out. Client files
are made in an installation of the demonstration, in one transaction, as one form does it.
"""

import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TypeVar
from uuid import uuid4

from benchmarks.about import machine, say
from benchmarks.installation import fresh
from tests.core.exchange.making import TODAY, records

from baken.care.exchange import filling, limits, reading, workbooks
from baken.core.exchange import rows, separated
from baken.core.exchange.fields import CORE, HtcdsRecord

SEED, MANY = 5, 100_000
SETTINGS = "baken.project.settings"
Made = TypeVar("Made")


def timed(what: str, do: Callable[[], Made]) -> Made:
    """Do something and print how long it took."""
    begin, used = time.perf_counter(), time.process_time()
    made = do()
    say(
        f"  {what}: {time.perf_counter() - begin:.2f} s, of which processor {time.process_time() - used:.2f} s"
    )
    return made


def same(sent: Sequence[HtcdsRecord], got: Sequence[HtcdsRecord]) -> str:
    """Say how many records came back as they went."""
    differ = sum(one != other for one, other in zip(sent, got, strict=True))
    return f"    {len(got)} came back, {differ} of them different"


def csv_of(sent: Sequence[HtcdsRecord]) -> bytes:
    """Return records as a CSV file."""
    return separated.encoded(separated.written(rows.write(sent, CORE)))


def files(number: int) -> None:
    """Time the three forms with the number of records that a page takes."""
    sent = records(number, SEED)
    data = timed(f"{number} records to CSV", lambda: csv_of(sent))
    say(same(sent, timed("  and back", lambda: reading.read(data, TODAY)).records))
    data = timed(f"{number} records to Excel", lambda: workbooks.workbook(sent, CORE))
    say(same(sent, timed("  and back", lambda: reading.read(data, TODAY)).records))
    data = timed(
        f"{number} records to the template", lambda: filling.filled(filling.TEMPLATES["template"], sent)
    )
    say(same(sent, timed("  and back", lambda: reading.read(data, TODAY)).records))


def many() -> None:
    """Time the codec on a hundred thousand records, and how soon the page says that there are too many."""
    dice = random.Random(SEED)
    base = records(1000, SEED)
    sent = [dice.choice(base) for _ in range(MANY)]
    data = timed(f"{MANY} records to CSV ", lambda: csv_of(sent))
    say(f"    {len(data) / 1e6:.0f} MB")
    found = timed(
        "  and back, without the limit of the page",
        lambda: rows.read(separated.table(separated.decoded(data)), today=TODAY, most=MANY),
    )
    say(same(sent, found.records))
    short = separated.encoded("cas_Status\r\n" + "Active\r\n" * MANY)
    for what, content in (
        (f"{MANY} rows of CSV of {len(data) / 1e6:.0f} MB on the page", data),
        (f"{MANY} rows of CSV of {len(short) / 1e6:.1f} MB on the page", short),
        (f"{MANY} rows of Excel on the page", workbooks.workbook([{"cas_Status": "Active"}] * MANY, CORE)),
    ):
        answer = timed(what, lambda content=content: reading.read(content, TODAY, limits.MAX_MADE))  # type: ignore[misc]
        say(f"    {answer.faults[0].what.en}. {answer.faults[0].do.en}")


def made(number: int) -> None:
    """Time opening a client file for each record, in a process that knows the installation by its environment."""
    import django

    django.setup()
    from baken.care.exchange import taking
    from baken.tenancy.actors import actor_for
    from baken.tenancy.models import Membership, Organisation
    from baken.tenancy.scope import scope

    now = datetime.now(UTC)
    care = Organisation.objects.get(slug="moviera").id
    with scope(care):
        coordinator = Membership.objects.filter(roles__contains=["care_coordinator"])[0]
        actor = actor_for(coordinator, now=now)
        found = timed(
            f"looking at {number} rows",
            lambda: taking.plan(reading.read(csv_of(records(number, SEED)), TODAY), now),
        )
        sender = taking.Sender("Benchmark", "asked_for_help")
        timed(
            f"opening {number} client files",
            lambda: taking.take(found, sender, "Person %(number)s", actor=actor, now=now, command_id=uuid4()),
        )


def main(number: int) -> None:
    """Measure the files here, and making client files in an installation of its own."""
    say(machine())
    files(number)
    many()
    with fresh(demo=True) as there:
        there.start()
        done = there.run("benchmarks.htcds", "--made", str(limits.MAX_MADE), DJANGO_SETTINGS_MODULE=SETTINGS)
        say(done.stdout.rstrip() if not done.returncode else done.stderr[-2000:])
    say(machine())


if __name__ == "__main__":
    if sys.argv[1:2] == ["--made"]:
        made(int(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
