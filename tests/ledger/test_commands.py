"""`baken ledger` as an administrator runs it."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from click.testing import CliRunner, Result
from django.conf import settings

from baken.ledger import boxes, checking, datakeys, keyset, store, vault
from baken.ledger.commands import ledger
from baken.project.databases import switch_role
from baken.tenancy.models import Organisation
from baken.tenancy.scope import scope
from tests.ledger.conftest import Administrator
from tests.ledger.happening import NOW, add, adopted

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def streams(database_server: object) -> list[tuple[UUID, UUID]]:
    """Two organisations with a stream each, and one that is no longer in the directory."""
    made = []
    for slug in ("een", "twee", ""):
        organisation, stream = uuid4(), store.new_stream()
        if slug:
            Organisation.objects.create(
                id=organisation, slug=slug, name=slug, kind="municipality", made_at=NOW
            )
        with scope(organisation):
            add(stream, 0, [adopted(), adopted()])
        made.append((organisation, stream))
    return made


@pytest.fixture
def role(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Lets a test run as another role; afterwards everything is the application's again."""
    yield lambda name: switch_role(name, settings.SECRETS.passwords)
    switch_role("app", settings.SECRETS.passwords)


def run(*words: str) -> Result:
    return CliRunner().invoke(ledger, list(words))


def test_the_application_verifies_each_organisation_of_the_directory(
    streams: list[tuple[UUID, UUID]],
) -> None:
    done = run("verify")
    assert done.exit_code == 0
    assert "4 events in 2 streams, 0 broken\ncheckpoint sha256:" in done.output


def test_maintenance_verifies_everything_there_is(streams: list[tuple[UUID, UUID]], role) -> None:  # type: ignore[no-untyped-def]
    role("maintenance")
    assert "6 events in 3 streams, 0 broken" in run("verify").output


def test_a_broken_link_is_named_and_the_command_fails(
    streams: list[tuple[UUID, UUID]], administrator: Administrator
) -> None:
    organisation, stream = streams[1]
    with administrator() as admin:
        admin.execute("UPDATE ledger_event SET payload = '{}' WHERE number = 2 AND stream_id = %s", [stream])
    done = run("verify")
    assert done.exit_code == 1
    assert (
        f"BROKEN organisation {organisation}, stream {stream}, event 2: its payload was changed"
        in done.output
    )


def test_a_cut_off_tail_shows_against_the_heads_of_before(
    streams: list[tuple[UUID, UUID]], administrator: Administrator, tmp_path: Path
) -> None:
    heads, stream = tmp_path / "heads", streams[0][1]
    assert run("verify", "--heads", str(heads)).exit_code == 0
    with administrator() as admin:
        admin.execute("DELETE FROM ledger_event WHERE stream_id = %s AND number = 2", [stream])
        admin.execute("DELETE FROM ledger_claim WHERE stream_id = %s", [stream])
    assert run("verify").exit_code == 0
    done = run("verify", "--against", str(heads))
    assert done.exit_code == 1
    assert f"stream {stream}, event 2: missing" in done.output


def test_a_file_that_is_not_of_heads_is_refused(streams: list[tuple[UUID, UUID]], tmp_path: Path) -> None:
    (tmp_path / "heads").write_text("hallo")
    done = run("verify", "--against", str(tmp_path / "heads"))
    assert done.exit_code == 2
    assert "was not written by" in done.output


def test_rebuilding_goes_through_every_organisation(streams: list[tuple[UUID, UUID]]) -> None:
    assert run("rebuild").output == "een: 1 streams\ntwee: 1 streams\n"


def test_a_new_master_key_closes_every_data_key_and_the_words_stay_readable(  # type: ignore[no-untyped-def]
    streams: list[tuple[UUID, UUID]], role
) -> None:
    organisation, stream = streams[0]
    with scope(organisation):
        ref = vault.put(stream, "content", {"seen": "iets"})
    former = keyset.in_use()
    try:
        assert run("rewrap").exit_code == 2
        role("owner")
        done = run("rewrap", "--new-master-key")
        assert "een: 1 data keys" in done.output
        role("app")
        only = keyset.in_use()
        assert only.primary != former.primary
        keyset.write(keyset.path(), keyset.Keyset(only.primary, {only.primary: only.key(only.primary)}))
        with scope(organisation):
            assert vault.get(stream, ref) == {"seen": "iets"}
        assert len(datakeys.fetch(organisation, stream)) == boxes.KEY_BYTES
    finally:
        keyset.write(keyset.path(), former)
    assert checking.verify([organisation]).broken == ()
