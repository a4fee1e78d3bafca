"""What was logged is sealed in batches: whoever owns the database cannot change or remove it unseen (V9, GEN-05)."""

import threading
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from click.testing import CliRunner, Result
from django.conf import settings
from django.db import Error, connection, transaction

from baken.ledger.models import ReadEntry, Seal
from baken.ledger.readlog import letting_go, sealing, verifying
from baken.ledger.readlog.commands import log
from baken.project.databases import switch_role
from baken.tenancy.models import Organisation
from baken.tenancy.scope import scope
from tests.ledger.conftest import Administrator
from tests.ledger.happening import NOW
from tests.ledger.readlog.conftest import Logged

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def here(organisation: UUID, logged: Logged, monkeypatch: pytest.MonkeyPatch) -> UUID:
    """An organisation with three batches in each log."""
    monkeypatch.setattr(sealing, "BATCH", 4)
    Organisation.objects.create(id=organisation, slug="een", name="Een", kind="municipality", made_at=NOW)
    logged(organisation, 10)
    assert sealing.seal(organisation, now=NOW) == 20
    return organisation


def broken(here: UUID) -> list[str]:
    return [str(one) for one in verifying.verify([here]).broken]


def run(*words: str) -> Result:
    return CliRunner().invoke(log, list(words))


def test_an_untouched_log_verifies_and_says_what_is_not_sealed_yet(here: UUID, logged: Logged) -> None:
    found = verifying.verify([here])
    assert (found.broken, found.batches, found.sealed, found.unsealed) == ([], 6, 20, 0)
    logged(here, 2)
    found = verifying.verify([here])
    assert (found.broken, found.sealed, found.unsealed, found.oldest_unsealed) == ([], 20, 4, NOW)
    assert "4 not sealed yet, since 20" in run("verify").output


def test_sealing_twice_seals_nothing_twice(here: UUID) -> None:
    assert sealing.seal(here, now=NOW) == 0


@pytest.mark.parametrize(
    ("sql", "log_", "batch", "what"),
    [
        ("UPDATE ledger_readentry SET result = 'refused' WHERE number = {}", "read", 2, "was changed"),
        ("UPDATE ledger_readentry SET why = '{{x}}' WHERE number = {}", "read", 2, "was changed"),
        ("DELETE FROM ledger_readentry WHERE number = {}", "read", 2, "holds 3 entries, and 4 were sealed"),
        ("UPDATE ledger_processing SET activity = 'x' WHERE number = {}", "processing", 2, "was changed"),
        ("UPDATE ledger_seal SET content = 'x' WHERE number = 2 AND log = 'read'", "read", 2, "its seal"),
        ("DELETE FROM ledger_seal WHERE number = 2 AND log = 'read'", "read", 2, "missing"),
        ("UPDATE ledger_seal SET let_go = upto WHERE number = 3 AND log = 'read'", "read", 1, "still there"),
    ],
)
def test_what_the_databases_owner_changes_or_removes_is_named(
    here: UUID, administrator: Administrator, sql: str, log_: str, batch: int, what: str
) -> None:
    with administrator() as admin:
        sixth = admin.execute("SELECT number FROM ledger_readentry ORDER BY number OFFSET 5").fetchone()
        assert sixth is not None
        admin.execute(sql.format(sixth[0]))
    (found,) = broken(here)
    assert f"{log_} log, batch {batch}: " in found
    assert what in found
    done = run("verify")
    assert done.exit_code == 1
    assert f"BROKEN {found}" in done.output


def test_a_log_that_was_written_anew_shows_against_the_heads_of_before(
    here: UUID, administrator: Administrator, tmp_path: Path
) -> None:
    heads = tmp_path / "heads"
    assert run("verify", "--heads", str(heads)).exit_code == 0
    assert run("verify", "--against", str(heads)).exit_code == 0
    with administrator() as admin:
        admin.execute("DELETE FROM ledger_seal WHERE log = 'read'")
        admin.execute(
            "DELETE FROM ledger_readentry WHERE number IN (SELECT min(number) FROM ledger_readentry)"
        )
    sealing.seal(here, now=NOW)
    assert run("verify").exit_code == 0, "by itself it fits"
    done = run("verify", "--against", str(heads))
    assert done.exit_code == 1
    assert "it is not the batch that was there before" in done.output
    (tmp_path / "other").write_text("nothing of ours")
    assert run("verify", "--against", str(tmp_path / "other")).exit_code == 2


def test_a_log_that_lost_its_tail_shows_against_the_heads_of_before(
    here: UUID, administrator: Administrator
) -> None:
    heads = verifying.verify([here]).heads
    with administrator() as admin:
        admin.execute("DELETE FROM ledger_seal WHERE number = 3")
    assert [one.what for one in verifying.verify([here], against=heads).broken] == [
        "missing: the log went on to batch 3"
    ] * 2


@pytest.mark.parametrize("table", ["ledger_readentry", "ledger_processing", "ledger_seal"])
@pytest.mark.parametrize("order", ["UPDATE {} SET organisation_id = organisation_id", "DELETE FROM {}"])
@pytest.mark.parametrize("role", ["app", "owner"])
def test_neither_the_application_nor_a_slip_of_the_owner_changes_the_logs(
    here: UUID, table: str, order: str, role: str
) -> None:
    switch_role(role, settings.SECRETS.passwords)
    try:
        with scope(here), pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(order.format(table))
    finally:
        switch_role("app", settings.SECRETS.passwords)


def test_no_entry_appears_behind_a_seal(organisation: UUID, logged: Logged) -> None:
    """Who seals waits for whoever is writing: a lower number cannot come in later."""
    logged(organisation)
    sealed: list[int] = []

    def close() -> None:
        try:
            sealed.append(sealing.seal(organisation, now=NOW))
        finally:
            connection.close()

    with scope(organisation):
        logged(organisation)  # written, not committed
        other = threading.Thread(target=close)
        other.start()
        other.join(0.3)
        assert other.is_alive()
    other.join()
    assert sealed == [4]
    assert broken(organisation) == []


def test_who_goes_on_writing_is_not_waited_for_and_keeps_nobody_waiting(
    organisation: UUID, logged: Logged, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "_TRIES", 2)
    sealed: list[int] = []

    def close() -> None:
        try:
            sealed.append(sealing.seal(organisation, now=NOW))
        finally:
            connection.close()

    with scope(organisation):
        logged(organisation)
        other = threading.Thread(target=close)
        other.start()
        other.join()
    assert sealed == [0]
    assert sealing.seal(organisation, now=NOW) == 2


def test_whole_batches_go_after_their_term_and_the_rest_still_verifies(here: UUID, logged: Logged) -> None:
    later = NOW + timedelta(days=800)
    logged(here, 3, at=later)
    sealing.seal(here, now=later)
    with pytest.raises(ValueError, match="two years"):
        letting_go.let_go(here, "read", before=later, now=later)
    switch_role("owner", settings.SECRETS.passwords)
    try:
        for name in ("read", "processing"):
            assert letting_go.let_go(here, name, before=later - timedelta(days=735), now=later) == 10
            assert letting_go.let_go(here, name, before=later - timedelta(days=735), now=later) == 0
    finally:
        switch_role("app", settings.SECRETS.passwords)
    found = verifying.verify([here])
    assert (found.broken, found.let_go, found.sealed, found.unsealed) == ([], 20, 6, 0)
    with scope(here):
        assert ReadEntry.objects.count() == 3
        assert Seal.objects.filter(log="read").count() == 5
    logged(here, 1, at=later)
    assert sealing.seal(here, now=later) == 2
    assert broken(here) == []


def test_the_application_cannot_let_go(here: UUID) -> None:
    later = NOW + timedelta(days=800)
    with pytest.raises(Error):
        letting_go.let_go(here, "read", before=later - timedelta(days=735), now=later)
    assert broken(here) == []


def test_the_command_seals_each_organisation_and_another_ones_log_stays_apart(
    here: UUID, logged: Logged
) -> None:
    other = uuid4()
    Organisation.objects.create(id=other, slug="twee", name="Twee", kind="municipality", made_at=NOW)
    logged(other, 3)
    logged(here, 1)
    assert run("seal").output == "een: 2 entries sealed\ntwee: 6 entries sealed\n"
    found = verifying.verify([other])
    assert (found.sealed, found.broken) == (6, [])
