"""In production Baken serves as the application alone, and says what an administrator has to do first."""

import os
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from baken.account.models import Session
from baken.project import databases, doctor, migrating, prepare, secrets, serve, standing, starting
from baken.project.state import secrets_dir
from baken.project.trouble import Trouble


@pytest.fixture
def production(
    db: None, database_server: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[pytest.MonkeyPatch]:
    """Production on the tests' own server, with an administrator in the address who cannot get in."""
    monkeypatch.setenv("BAKEN_ENV", "production")
    monkeypatch.setenv("BAKEN_HOSTS", "baken.example")
    monkeypatch.setenv("BAKEN_SECRETS", str(secrets_dir()))
    monkeypatch.setenv("DATABASE_URL", f"postgresql://boss:wrong@x/postgres?host={database_server.host}")
    return monkeypatch


def test_a_start_needs_no_administrator(production: pytest.MonkeyPatch) -> None:
    def never(*_: Any, **__: Any) -> Any:
        raise AssertionError("connected as an administrator")

    made: list[tuple[Any, ...]] = []
    production.setattr(prepare, "connect", never)
    production.setattr(prepare, "everything", never)
    production.setattr(migrating, "make", lambda *steps, role: made.append((role, *steps)) or [])
    assert starting.make_ready(print) == ()
    assert made == [("app", "files")]


def test_a_database_that_is_not_there_asks_for_migrating_first(production: pytest.MonkeyPatch) -> None:
    production.setenv("BAKEN_DATABASE", "baken_nowhere")
    with pytest.raises(Trouble, match=r"baken_nowhere is not ready yet\. Run `baken migrate` first"):
        standing.check(os.environ)


def test_tables_that_are_behind_ask_for_migrating_first(
    production: pytest.MonkeyPatch, database_server: Any
) -> None:
    production.setenv("BAKEN_DATABASE", "baken_empty")
    try:
        prepare.everything(database_server, "baken_empty", secrets.load(secrets_dir()).passwords)
        with pytest.raises(Trouble, match=r"not up to date\. Run `baken migrate` first"):
            standing.check(os.environ)
    finally:
        prepare.drop(database_server, "baken_empty")


def test_a_start_throws_away_ended_sessions(transactional_db: None) -> None:
    now = timezone.now()
    for key, hours in (("ended", -1), ("running", 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=now + timedelta(hours=hours))
    standing.forget_ended_sessions(os.environ)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["running"]


def test_the_web_server_never_gets_an_administrator_s_account() -> None:
    given = {
        "DATABASE_URL": "postgresql://boss:geh%40im@db.example:6000/start?sslmode=require&password=geheim&user=boss",
        "BAKEN_KEYS_URL": "postgresql://boss:geheim@keys.example/start",
        "BAKEN_DB_ROLE": "owner",
        "BAKEN_HOSTS": "baken.example",
    }
    assert databases.for_workers(given) == {
        "DATABASE_URL": "postgresql://db.example:6000/start?sslmode=require",
        "BAKEN_KEYS_URL": "postgresql://keys.example/start",
        "BAKEN_HOSTS": "baken.example",
    }
    assert databases.for_workers({"HOME": "/x"}) == {"HOME": "/x"}


@pytest.mark.parametrize("kind", ["local", "demo", ""])
def test_a_server_of_one_s_own_outside_production_is_warned_of_loudly(
    clean_environ: pytest.MonkeyPatch, kind: str
) -> None:
    environ = {"DATABASE_URL": "postgresql://db.example/x", "BAKEN_ENV": kind}
    assert "NOT FOR REAL SIGNALS" in standing.unsafe(environ)
    assert standing.unsafe({**environ, "BAKEN_ENV": "production"}) == ""
    assert standing.unsafe({"BAKEN_ENV": kind}) == ""
    for name, value in environ.items():
        clean_environ.setenv(name, value)
    said: list[str] = []
    serve._say_where(8000, (), said.append)
    assert "NOT FOR REAL SIGNALS" in said[0]
    assert any("NOT FOR REAL SIGNALS" in wrong for wrong in doctor._settings(environ))


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("db.example/x", False),
        ("db.example/x?sslmode=prefer", False),
        ("10.0.0.7/x?sslmode=disable", False),
        ("db.example/x?sslmode=require", True),
        ("db.example/x?sslmode=verify-full", True),
        ("localhost/x", True),
        ("x/x?host=/run/postgresql", True),
    ],
)
def test_a_database_elsewhere_is_reached_encrypted_or_not_at_all(address: str, safe: bool) -> None:
    """Production does not start with one that may be read on the way (ASVS V12.3.1)."""
    server = databases.from_url(f"postgresql://{address}")
    assert standing.in_the_clear(server, {}) is not safe


def test_production_says_what_to_write_where_it_would_not_be(clean_environ: pytest.MonkeyPatch) -> None:
    environ = {"DATABASE_URL": "postgresql://boss@db.example/x", "BAKEN_SECRETS": str(secrets_dir())}
    with pytest.raises(Trouble, match="sslmode=verify-full"):
        standing.check(environ)
    assert not standing.in_the_clear(databases.server(environ), {"PGSSLMODE": "verify-full"})


def test_an_account_in_the_query_of_an_address_never_becomes_the_application_s() -> None:
    found = databases.from_url("postgresql://db.example/start?user=boss&password=geheim&dbname=other")
    assert (found.user, found.everyday, found.maintenance_db) == ("boss", False, "other")
    assert found.conninfo("baken", "baken_app", "word")["user"] == "baken_app"
