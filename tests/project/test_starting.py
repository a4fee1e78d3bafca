"""A start makes the demonstration once, and drops nothing that the demonstration did not mark as its own."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from baken.project import databases, migrating, prepare, readiness, secrets, starting
from baken.project.readiness import Note
from baken.project.state import secrets_dir
from baken.project.trouble import Trouble

MAIN = "baken_demo"


@pytest.fixture
def server(database_server: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A server, with the environment of `baken serve --demo`."""
    monkeypatch.setenv("BAKEN_ENV", "demo")
    monkeypatch.delenv("BAKEN_DATABASE")
    prepare.drop(database_server, MAIN)
    yield database_server
    prepare.drop(database_server, MAIN)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What a start would do in a process of its own."""
    done: list[tuple[str, ...]] = []

    def instead(*further: str) -> list[str]:
        done.append(further)
        return ["a line"]

    monkeypatch.setattr(migrating, "bring_up_to_date", instead)
    return done


def with_organisation(server: Any, name: str = "Echt") -> None:
    prepare.everything(server, MAIN, secrets.load(secrets_dir()).passwords)
    with prepare.connect(server, MAIN) as admin:
        admin.execute("CREATE TABLE tenancy_organisation (name text)")
        admin.execute("INSERT INTO tenancy_organisation VALUES (%s)", [name])


def organisations(server: Any) -> list[str]:
    with prepare.connect(server, MAIN) as admin:
        if not admin.execute("SELECT to_regclass('tenancy_organisation')").fetchone()[0]:  # type: ignore[index]
            return []
        return [row[0] for row in admin.execute("SELECT name FROM tenancy_organisation")]


def test_a_database_without_the_mark_of_the_demonstration_stays_untouched(
    server: Any, steps: list[tuple[str, ...]]
) -> None:
    """Made by migrating, or restored from a copy: neither carries a note."""
    with_organisation(server)
    with pytest.raises(Trouble, match="stays untouched"):
        starting.make_ready(print)
    assert organisations(server) == ["Echt"]
    assert steps == []


def test_a_demonstration_that_was_cut_short_is_made_again(server: Any, steps: list[tuple[str, ...]]) -> None:
    with_organisation(server, "Half")
    readiness.write(server, MAIN, Note(demo=True))
    said: list[str] = []
    starting.make_ready(said.append)
    assert "only half made" in said[0]
    assert organisations(server) == []
    assert steps == [("files", "demo")]


def test_the_mark_is_there_before_the_demonstration_begins(
    server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*further: str) -> list[str]:
        assert readiness.read(server, MAIN) == Note(demo=True)
        raise KeyboardInterrupt

    monkeypatch.setattr(migrating, "bring_up_to_date", killed)
    with pytest.raises(KeyboardInterrupt):
        starting.make_ready(print)


def test_an_empty_database_is_used_as_it_is(server: Any, steps: list[tuple[str, ...]]) -> None:
    """A first start that was killed between making the database and marking it mends itself."""
    prepare.everything(server, MAIN, secrets.load(secrets_dir()).passwords)
    starting.make_ready(print)
    assert steps == [("files", "demo")]
    note = readiness.read(server, MAIN)
    assert note is not None
    assert (note.whole, note.demo, note.lines) == (True, True, ("a line",))


def test_a_whole_demonstration_is_never_made_again(server: Any, steps: list[tuple[str, ...]]) -> None:
    with_organisation(server, "Met werk erin")
    readiness.write(server, MAIN, Note("of an older version", (), demo=True))
    starting.make_ready(print)
    assert organisations(server) == ["Met werk erin"]
    assert steps == [("files",)]


def test_the_demonstration_uses_no_database_but_its_own() -> None:
    with pytest.raises(Trouble, match="its own database"):
        databases.name({**os.environ, "BAKEN_ENV": "demo", "BAKEN_DATABASE": "baken_echt"})
