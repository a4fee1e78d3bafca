"""Running chores: alone, without telling what went wrong, and in each organisation."""

import os
from datetime import UTC, datetime, timedelta
from uuid import UUID

import psycopg
import pytest

from baken import jobs
from baken.jobs import everywhere, process, running
from baken.jobs.chores import Chore, _known
from baken.project import databases
from baken.project.logs import Discreet
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def organisations(*slugs: str) -> list[UUID]:
    return [
        Organisation.objects.create(slug=slug, name=slug, kind="municipality", made_at=NOW).id
        for slug in slugs
    ]


def test_a_chore_is_known_by_its_place_in_the_code_and_must_rest() -> None:
    @jobs.chore("look around", every=HOUR)
    def look(now: datetime) -> int:
        return 3

    key = f"{__name__}.{look.__qualname__}"
    assert jobs.known()[key].name == "look around"
    with pytest.raises(ValueError, match="never rest"):
        jobs.chore("restless", every=timedelta(0))(look)
    del _known[key]


@pytest.mark.django_db
def test_a_chore_that_fails_is_told_by_kind_and_place_and_not_by_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fails(now: datetime) -> int:
        raise RuntimeError("about Jansen")

    assert running.run(Chore("x", "x", HOUR, False, fails), NOW) is None
    [record] = caplog.records
    line = Discreet().format(record)
    assert "chore x failed: RuntimeError" in line
    assert "in fails" in line
    assert "Jansen" not in line


@pytest.mark.django_db(transaction=True)
def test_a_chore_that_another_process_is_at_is_left_to_it_and_free_afterwards() -> None:
    chore = Chore("alone", "alone", HOUR, False, lambda now: 7)
    where = databases.server(os.environ).admin("baken_test")
    with psycopg.connect(**where, autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(hashtextextended('alone', 2))")
        assert running.run(chore, NOW) == running.BUSY
        other.execute("SELECT pg_advisory_unlock(hashtextextended('alone', 2))")
        assert running.run(chore, NOW) == 7
        free = other.execute("SELECT pg_try_advisory_lock(hashtextextended('alone', 2))").fetchone()
        assert free == (True,)


@pytest.mark.django_db
def test_one_organisation_that_fails_does_not_keep_the_others_waiting(
    caplog: pytest.LogCaptureFixture,
) -> None:
    made = organisations("a", "b", "c")
    seen: list[UUID] = []

    def step(organisation: UUID) -> int:
        assert current() == organisation
        seen.append(organisation)
        if organisation == made[1]:
            raise RuntimeError("about Jansen")
        return 2

    with pytest.raises(everywhere.SomeFailed, match="1 organisations; 4 things"):
        everywhere.in_each_organisation(step)
    assert sorted(seen) == sorted(made)
    assert "Jansen" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_named_chores_say_how_much_they_did(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(_known, "k", Chore("k", "count", HOUR, True, lambda now: 5))
    said: list[str] = []
    assert process.some(["k"], said.append)
    assert said == ["count: 5"]
