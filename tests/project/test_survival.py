"""`kill -9` of whatever runs while people work: nothing that was answered is lost, nothing destroyed returns, every
envelope opens, and no reporter leaves a trace (V6, V21, V32).

A real `baken serve`, real people over HTTP, each process killed once. The full rounds are a command:
`python -m benchmarks.survival 100`.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.installation import Installation, fresh
from benchmarks.reporting import ANSWER, FORM, HOME, PLANTED, TRACES, NotAcknowledged, Sender
from benchmarks.survival import OTHERS, VICTIMS, Outcome, ordeal
from benchmarks.survival_work import Work

from baken.project.databases import keys_name
from baken.project.programs import account, bin_dir
from tests.scanning import data_files, dumps, found_in

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/environ").exists(), reason="finds processes in /proc, and needs 127.0.0.77 as a home"
)


@pytest.fixture(scope="module")
def at_work() -> Iterator[tuple[Installation, Outcome, Work]]:
    """Gives an installation that went through it, still being served, what came of it, and who were at work there."""
    with fresh() as there:
        there.start()
        there.fill("open")
        work = Work(there)
        yield there, ordeal(there, len(VICTIMS + OTHERS), work=work), work


@pytest.fixture
def survived(at_work: tuple[Installation, Outcome, Work]) -> tuple[Installation, Outcome]:
    """Gives the installation, and what came of the reports."""
    return at_work[:2]


def test_nothing_that_was_acknowledged_is_lost(survived: tuple[Installation, Outcome]) -> None:
    _, found = survived
    assert found.acknowledged >= found.rounds
    assert found.lost == []


def test_a_form_that_is_sent_again_after_a_crash_is_one_report_with_one_code(
    survived: tuple[Installation, Outcome],
) -> None:
    _, found = survived
    assert (found.doubled, found.other_code) == (0, 0)


def test_the_ledger_is_whole_afterwards(survived: tuple[Installation, Outcome]) -> None:
    _, found = survived
    assert found.whole, found.verified
    assert ", 0 broken" in found.verified


def test_hand_overs_destructions_and_keys_are_whole_afterwards(
    at_work: tuple[Installation, Outcome, Work],
) -> None:
    """Also what was begun and not answered is there once, or not at all."""
    _, _, work = at_work
    told = work.told()
    assert work.wrong == [], told
    assert work.promised.handed
    assert work.promised.approved
    assert work.promised.renewed
    assert work.promised.rewrapped


def test_what_was_promised_and_is_not_so_is_seen(at_work: tuple[Installation, Outcome, Work]) -> None:
    """So that finding nothing says something."""
    there, _, work = at_work
    mine, noted = work.promised, there.state / "deletions.log"
    kept, whole = mine.held[0], noted.read_bytes()
    line = json.loads(whole.splitlines()[0])
    noted.write_bytes(whole + json.dumps({**line, "stream": mine.tried[0]}).encode() + b"\n")
    handed = dict.fromkeys(mine.tried[1:], "no such hand-over")
    others = replace(mine, approved=["none"], handed=handed, held=[line["stream"]], renewals_sent=0)
    try:
        wrong = work.look(replace(others, named=mine.named | {kept: "somebody else"}))["wrong"]
    finally:
        noted.write_bytes(whole)
    for seen in (
        f"something is left of {mine.tried[0]}",
        "1 streams are destroyed or noted, and not both",
        "list none was approved and not carried out",
        f"the hand-over of signal {mine.tried[1]} is lost at its sender",
        f"{line['stream']} was held and went",
        f"the envelope of {kept} holds another name",
        "the post is at key",
    ):
        assert any(one.startswith(seen) for one in wrong), (seen, wrong)


def test_no_log_tells_who_reported_from_where_or_what(survived: tuple[Installation, Outcome]) -> None:
    """Of reports that came through, that broke off, and that were no reports at all."""
    there, _ = survived
    sender = Sender(there.port, home=HOME, traces=TRACES)
    assert sender.ask("GET", FORM)[0] == 200
    assert sender.ask("GET", "/melden/Kanarieverhaal/")[0] == 404
    assert sender.ask("POST", FORM, {"happened": "Kanarieverhaal\x00"})[0] == 422
    assert sender.ask("POST", ANSWER, {"code": "Kanarieverhaal"})[0] == 200
    for method, path in (("KANARIEVERHAAL", "/"), ("GET", "/" + "Kanarieverhaal" * 2000)):
        with suppress(NotAcknowledged):  # refused without a word is fine too
            assert sender.ask(method, path)[0] >= 400
    written = [there.said.read_bytes(), *(path.read_bytes() for path in (there.base / "log").iterdir())]
    assert any(written)
    assert found_in(written, [*TRACES.values(), HOME, *PLANTED, "KANARIEVERHAAL"]) == set()
    assert found_in(written, ["Baken is at"]) == {"Baken is at"}


def test_no_database_file_tells_who_reported_from_where_or_what(
    survived: tuple[Installation, Outcome],
) -> None:
    """Neither a dump nor the files with the write-ahead log; and a control, so that the scan is known to see."""
    there, found = survived
    assert found.acknowledged > 0
    planted = [*TRACES.values(), HOME, *PLANTED]
    for name in (there.main, keys_name(there.main)):
        assert found_in(dumps(there.server, bin_dir(account()), name), planted) == set()
    assert found_in(dumps(there.server, bin_dir(account()), there.main), ["signal.reported"])
    assert found_in(data_files(there.base / "data"), planted) == set()
