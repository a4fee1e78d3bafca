"""The embedded database comes back from everything, with what was committed."""

import errno
import os
import signal
from pathlib import Path
from typing import Any

import psycopg
import pytest

from baken.project.databases import Server
from baken.project.embedded import PORT, Cluster
from baken.project.programs import MAJOR
from baken.project.trouble import Trouble, told


def connect(cluster: Cluster) -> psycopg.Connection[Any]:
    server = Server(host=str(cluster.socket), port=PORT, password=cluster.password)
    return psycopg.connect(**server.admin(), autocommit=True)


def rows(cluster: Cluster) -> int:
    with connect(cluster) as open_:
        row = open_.execute("SELECT count(*) FROM kept").fetchone()
        assert row is not None
        return int(row[0])


def begin(cluster: Cluster) -> None:
    cluster.quick = False  # what a killed server keeps is the question here
    cluster.start()
    with connect(cluster) as open_:
        open_.execute("CREATE TABLE kept AS SELECT generate_series(1, 100) AS n")


def test_what_was_committed_survives_a_killed_database_and_a_killed_keeper(
    cluster: Cluster, state: Path
) -> None:
    begin(cluster)
    assert cluster.process is not None
    cluster.process.kill()
    cluster.process.wait()
    cluster.start()
    assert rows(cluster) == 100

    # The keeper is gone and its server still runs: whoever comes next stops that one and goes on.
    left_behind = cluster.process
    assert cluster._lock is not None
    cluster._lock.close()
    cluster._lock = None
    follower = Cluster(state, cluster.password)
    assert follower.take()
    try:
        follower.start()
        assert left_behind is not None
        assert left_behind.wait(5) is not None
        assert rows(follower) == 100
    finally:
        follower.stop()


def test_a_note_that_names_another_program_does_not_stop_the_start(cluster: Cluster) -> None:
    begin(cluster)
    cluster.process.send_signal(signal.SIGKILL)  # type: ignore[union-attr]
    cluster.process.wait()  # type: ignore[union-attr]
    note = cluster.data / "postmaster.pid"
    lines = note.read_text().splitlines()
    note.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    cluster.start()
    assert rows(cluster) == 100


def test_a_half_made_data_directory_is_made_again(cluster: Cluster) -> None:
    half = cluster.base / "data.4711.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text(MAJOR)
    cluster.start()
    assert not half.exists()
    assert cluster.alive()


def test_data_of_another_version_are_left_alone_with_a_sentence(cluster: Cluster) -> None:
    cluster.data.mkdir(parents=True)
    (cluster.data / "PG_VERSION").write_text("15\n")
    with pytest.raises(Trouble, match=r"made by PostgreSQL 15.*this Baken has 18.*Dump them"):
        cluster.start()
    assert (cluster.data / "PG_VERSION").read_text() == "15\n"


def test_a_folder_that_is_no_data_directory_is_left_alone_with_a_sentence(cluster: Cluster) -> None:
    cluster.data.mkdir(parents=True)
    (cluster.data / "my-thesis.txt").write_text("precious")
    with pytest.raises(Trouble, match="not a whole data directory"):
        cluster.start()
    assert (cluster.data / "my-thesis.txt").read_text() == "precious"


def test_only_one_process_minds_the_database(cluster: Cluster, state: Path) -> None:
    assert not Cluster(state, "a-password").take()


def test_no_port_is_open_and_no_log_repeats_what_was_written(cluster: Cluster) -> None:
    cluster.start()
    with connect(cluster) as open_:
        row = open_.execute("SHOW listen_addresses").fetchone()
        assert row == ("",)
        open_.execute("CREATE TABLE once (name text PRIMARY KEY)")
        open_.execute("INSERT INTO once VALUES ('Aaltje Zonneveld')")
        for wrong in ("INSERT INTO once VALUES ('Aaltje Zonneveld')", "SELECT 'Aaltje Zonneveld'::uuid"):
            with pytest.raises(psycopg.Error):
                open_.execute(wrong)  # type: ignore[call-overload]
    cluster.stop()
    logs = b"".join(path.read_bytes() for path in cluster.logs.iterdir())
    assert b"database system" in logs
    assert b"Aaltje" not in logs


def test_the_database_may_be_reached_by_its_owner_alone(cluster: Cluster) -> None:
    cluster.start()
    for folder in (cluster.base, cluster.data, cluster.socket, cluster.logs):
        assert folder.stat().st_mode & 0o077 == 0, folder
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(
            host=str(cluster.socket), port=PORT, user="postgres", password="guess", dbname="postgres"
        )


def test_a_full_disk_is_told_as_such(cluster: Cluster) -> None:
    assert "The disk is full" in told(OSError(errno.ENOSPC, "No space left on device"), "x").sentence
    said = 'initdb: error: could not write file "base/1": No space left on device'
    assert "The disk is full" in cluster._explain(said, "making the database").sentence
