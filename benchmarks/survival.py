"""Whether anything that was answered is lost when processes are killed with `kill -9` while people work.

Run: `.venv/bin/python -m benchmarks.survival [rounds]` (20 rounds when nothing is said). With `reports` after the
number there are reports alone, and only what they need is killed. Ctrl-C makes this round the last one.

Reporters send forms to a real `baken serve` in a temporary folder; beside them signals are handed over and destroyed
and keys renewed (`benchmarks/survival_work.py`). Each round lets them work for a moment and then kills, in a seeded
order: a web worker, the web server's first process, one of the database's processes, the database server, the
supervisor with everything it keeps going, the process of the chores, the one that destroys when it has just begun with
a signal, or the command that closes the data keys anew when it has just made the new master key. Baken recovers by
itself, or is started again after the supervisor. Who got no answer sends the same form again until there is one.
At the end every return code that was shown must lead to its answer page, every form must have made one signal, the
ledger must verify, and every other promise must hold (`benchmarks/survival_look.py`).
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from statistics import median
from threading import Event, Lock, Thread

from benchmarks.about import machine, say
from benchmarks.installation import Installation, eventually, fresh
from benchmarks.reporting import HOME, TRACES, NotAcknowledged, Sender, a_report
from benchmarks.survival_making import MADE_BY
from benchmarks.survival_work import Work

from baken.project.prepare import connect

SEED = 20261122
VICTIMS = ("web worker", "web server", "database process", "database server", "supervisor")
OTHERS = ("jobs process", "destroying process", "rewrapping command")
SENDERS = 4
Turn = Callable[[], AbstractContextManager[None]]
BETWEEN = 25  # rounds between two looks at everything


@dataclass
class Tally:
    """What the reporters know. `acknowledged` holds, by form, the code on the receipt and the form itself."""

    acknowledged: dict[int, tuple[str, dict[str, str]]] = field(default_factory=dict)
    started: int = 0
    again: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    differing: list[int] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def begin(self) -> int:
        """Count a new form."""
        with self.lock:
            self.started += 1
            return self.started

    def note(self, number: int, code: str, told: dict[str, str]) -> None:
        """Note a receipt."""
        with self.lock:
            if self.acknowledged.setdefault(number, (code, told))[0] != code:
                self.differing.append(number)

    def miss(self, why: str) -> None:
        """Note that no receipt came."""
        with self.lock:
            self.again += 1
            self.refused[why] = self.refused.get(why, 0) + 1


@dataclass(frozen=True)
class Outcome:
    """What came of it."""

    rounds: int
    killed: dict[str, int]
    recovery: list[tuple[str, float]]
    sent: int
    acknowledged: int
    sent_again: int
    why: dict[str, int]
    lost: list[str]
    doubled: int
    other_code: int
    verified: str
    whole: bool

    @property
    def well(self) -> bool:
        """Whether nothing is lost or doubled, and the ledger is whole."""
        return not self.lost and not self.doubled and not self.other_code and self.whole


def ordeal(
    there: Installation,
    rounds: int,
    *,
    work: Work | None = None,
    enough: Event | None = None,
    seed: int = SEED,
) -> Outcome:
    """Let reports come in and kill, so many rounds; then look what is left. The installation must be served.

    With `work` there is more at work, and more to kill. Once it is `enough` no further round begins.
    """
    chance = random.Random(seed)
    victims = VICTIMS if work is None else VICTIMS + OTHERS
    order = [victims[at % len(victims)] for at in range(rounds)]
    chance.shuffle(order)
    tally, done = Tally(), Event()
    turn = nullcontext if work is None else work.turn
    senders, pause = (SENDERS, 0.0) if work is None else (SENDERS // 2, 0.3)
    reporters = [
        Thread(target=_report, args=(there.port, tally, done, turn, pause), daemon=True)
        for _ in range(senders)
    ]
    if work is not None:
        work.start()
    for reporter in reporters:
        reporter.start()
    recovery: list[tuple[str, float]] = []
    try:
        for victim in order:
            if enough is not None and enough.is_set():
                break
            time.sleep(chance.uniform(0.3, 1.0))
            recovery.append((victim, _round(there, victim, tally, work)))
            if work is not None:
                work.after()
            if work is not None and len(recovery) % BETWEEN == 0:
                with work.quiet():
                    work.wrong += work.look()["wrong"]
                say(
                    f"after {len(recovery)} rounds: {len(work.wrong)} promises broken, load {os.getloadavg()[0]:.1f}"
                )
    finally:
        done.set()
        if work is not None:
            work.stop()
        for reporter in reporters:
            reporter.join(90)
    return _look(there, recovery, tally)


def _round(there: Installation, victim: str, tally: Tally, work: Work | None) -> float:
    """Kill, and return after how many seconds somebody who came later had a receipt."""
    while not _kill(eventually_one(lambda: _find(there, victim, work))):
        continue
    before, since = tally.started, time.monotonic()
    if victim == "supervisor":
        assert there.process is not None
        if work is not None:
            work.hands.cut()
        there.process.wait()
        there.start()
    if not eventually(lambda: any(number > before for number in list(tally.acknowledged)), 90):
        raise RuntimeError(f"no report came through after the {victim} was killed")
    return time.monotonic() - since


def _kill(pid: int) -> bool:
    """Kill, and return whether there was anything left to kill."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
        return True
    return False


def _find(there: Installation, victim: str, work: Work | None) -> int:
    if victim == "jobs process":
        return there.chores()
    if work is not None and victim in OTHERS:
        return work.hands.destroying() if victim == "destroying process" else work.hands.rewrapping()
    if victim == "supervisor":
        return there.process.pid if there.process is not None else 0
    if victim == "web server":
        return there.web_master()
    if victim == "database server":
        return there.postmaster() if there.ready() else 0
    return next(iter(there.web_workers() if victim == "web worker" else there.backends()), 0)


def eventually_one(find: Callable[[], int]) -> int:
    """Wait for a process to be there, and return its number."""
    found = 0

    def look() -> bool:
        nonlocal found
        found = find()
        return found > 1

    if not eventually(look, 120):
        raise RuntimeError("the process to kill is not there")
    return found


def _report(port: int, tally: Tally, done: Event, turn: Turn, pause: float) -> None:
    """Fill in forms until it is enough; send each until there is a receipt, and now and then once more."""
    sender = Sender(port, home=HOME, traces=TRACES)
    while not done.is_set():
        with turn():
            _report_one(sender, tally)
        time.sleep(pause)


def _report_one(sender: Sender, tally: Tally) -> None:
    number, token = tally.begin(), ""
    until = time.monotonic() + 90
    told: dict[str, str] = {}
    while time.monotonic() < until:
        try:
            token = token or sender.form()
            told = told or a_report(number, token)
            tally.note(number, sender.send(told), told)
            if number % 5 == 0:
                tally.note(number, sender.send(told), told)
            break
        except NotAcknowledged as why:
            tally.miss(str(why))
            time.sleep(0.1)


def _look(there: Installation, recovery: list[tuple[str, float]], tally: Tally) -> Outcome:
    order = [victim for victim, _ in recovery]
    sender = Sender(there.port, home=HOME, traces=TRACES)
    lost = [code for code, _ in tally.acknowledged.values() if not sender.answer(code)]
    for number, (_, told) in list(tally.acknowledged.items())[::7]:
        tally.note(number, sender.send(told), told)  # the same form once more, long after
    with connect(there.server, there.main) as admin:
        asked = (
            "SELECT count(*), count(DISTINCT stream_id) FROM ledger_event"
            f" WHERE type = 'signal.reported' AND payload ->> 'reporter' <> '{MADE_BY}'"
        )
        reported, signals = admin.execute(asked).fetchone() or (0, 0)
    unfinished = tally.started - len(tally.acknowledged)  # sent to the end without a receipt: kept or not
    doubled = max(0, reported - len(tally.acknowledged) - unfinished) + (reported - signals)
    done = there.run("baken.project.cli", "ledger", "verify", BAKEN_DB_ROLE="maintenance")
    return Outcome(
        rounds=len(order),
        killed={victim: order.count(victim) for victim in VICTIMS + OTHERS if victim in order},
        recovery=recovery,
        sent=tally.started,
        acknowledged=len(tally.acknowledged),
        sent_again=tally.again,
        why=dict(sorted(tally.refused.items())),
        lost=lost,
        doubled=doubled,
        other_code=len(tally.differing),
        verified=" / ".join((done.stdout + done.stderr).split("\n")).strip(" /"),
        whole=done.returncode == 0,
    )


def main(rounds: int, *, reports_alone: bool = False) -> None:
    """Print what came of so many rounds."""
    say(machine())
    enough = Event()
    with fresh() as there:
        there.start()
        there.fill("open")
        work = None if reports_alone else Work(there)
        signal.signal(signal.SIGINT, lambda number, frame: enough.set())
        found = ordeal(there, rounds, work=work, enough=enough)
        told = work.told() if work is not None else []
    killed = ", ".join(f"{victim} {times}" for victim, times in found.killed.items())
    say(f"{found.rounds} rounds of kill -9 ({killed})")
    for victim in found.killed:
        taken = [seconds for who, seconds in found.recovery if who == victim]
        say(
            f"  {victim}: a new reporter had a receipt after {median(taken):.1f} s (longest {max(taken):.1f} s)"
        )
    say(f"{found.sent} forms, {found.acknowledged} acknowledged, {len(found.lost)} of those lost")
    say(f"{found.sent_again} times no receipt came and the form was sent again: {found.why}")
    say(f"{found.doubled} signals too many, {found.other_code} forms that got another code the second time")
    say(f"ledger verify: {found.verified}")
    for line in told:
        say(line)
    say(machine())
    sys.exit(0 if found.well and (work is None or not work.wrong) else 1)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20, reports_alone="reports" in sys.argv[2:])
