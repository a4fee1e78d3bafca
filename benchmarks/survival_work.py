"""What people in Woerden do while `benchmarks/survival.py` kills: hand over, destroy, renew keys, as they really do.

Over HTTP, as browsers do: the focal point hands signals over to a care organisation and renews the key of the post; the
archivist has lists destroyed. By hand, as an administrator does: `baken jobs --once` and `baken ledger rewrap
--new-master-key`. Who gets no answer sends the same form again. What was answered is promised, and looked at.
"""

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Condition, Event, Lock, Thread
from typing import Any

from benchmarks.installation import Installation
from benchmarks.reporting import NotAcknowledged
from benchmarks.staff import Browser, Form
from benchmarks.survival_hands import CLI, DESTROY, PATIENCE, Hands
from benchmarks.survival_making import ARCHIVIST, FOCAL_POINT

OVER, LISTS = "/signalen/{}/overdragen/care_coordinator/", "/verantwoording/bewaren/lijst/"
HOLD, RENEW = "/verantwoording/bewaren/tegenhouden/{}/", "/functies/{}/sleutel-vernieuwen/"
SEE_OTHER, OK = 303, 200


class Unanswered(RuntimeError):
    """Something was not answered in time, however often it was sent."""


@dataclass
class Promised:
    """What was answered, and so must be so from then on."""

    named: dict[str, str] = field(default_factory=dict)  # signal -> the name in its envelope
    handed: dict[str, str] = field(default_factory=dict)  # signal -> hand-over
    tried: list[str] = field(default_factory=list)  # signals that somebody began to hand over
    held: list[str] = field(default_factory=list)  # signals whose destruction waits
    approved: list[str] = field(default_factory=list)  # lists
    deletions: list[str] = field(default_factory=list)  # lines of the list of deletions that were seen
    renewed: int = 0
    renewals_sent: int = 0
    rewrapped: int = 0
    rewraps_begun: int = 0


class Work:
    """Everybody at work, until it is enough. `quiet` lets all of them finish what they are at, and wait."""

    def __init__(self, there: Installation) -> None:
        self.there, self.promised, self.done = there, Promised(), Event()
        self.unanswered: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.hands = Hands(there)
        self._lock, self._turn, self._busy, self._halt = Lock(), Condition(), 0, False
        told = json.loads(self._run("enter"))
        self.passphrase = told["passphrase"]
        self.focal_point = Browser(there.port, told[FOCAL_POINT])
        self.archivist = Browser(there.port, told[ARCHIVIST])
        self.post = self._open_vault()
        self._keep_some()
        steps = (self._hand_over, self._destroy, self._renew, self._rewrap)
        self._workers = [Thread(target=self._go_on, args=(step,), daemon=True) for step in steps]

    def start(self) -> None:
        """Begin."""
        for worker in self._workers:
            worker.start()

    def stop(self) -> None:
        """Let everybody finish."""
        self.done.set()
        for worker in self._workers:
            worker.join(2 * PATIENCE)
            if worker.is_alive():
                self.wrong.append("somebody never got an answer")

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Work that `quiet` waits for."""
        with self._turn:
            self._turn.wait_for(lambda: not self._halt)
            self._busy += 1
        try:
            yield
        finally:
            with self._turn:
                self._busy -= 1
                self._turn.notify_all()

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Nobody is at work in this block."""
        with self._turn:
            self._halt = True
            self._turn.wait_for(lambda: self._busy == 0, 2 * PATIENCE)
        try:
            yield
        finally:
            with self._turn:
                self._halt = False
                self._turn.notify_all()

    def after(self) -> None:
        """Look after a round whether the newest hand-over is there and nothing left the list of deletions."""
        there, lines = self.promised.handed, self._lines()
        if lost := set(self.promised.deletions) - set(lines):
            self.wrong.append(f"{len(lost)} lines left the list of deletions")
        self.promised.deletions = lines
        for signal, referral in list(there.items())[-1:]:
            if self._page(self.focal_point, f"/signalen/{signal}/overdrachten/{referral}/")[0] != OK:
                self.wrong.append(f"the hand-over {referral} is not there")

    def look(self, promised: Promised | None = None) -> dict[str, Any]:
        """Look at everything, in the installation itself. Nobody may be at work."""
        where = self.there.state / "promised.json"
        where.write_text(json.dumps(asdict(promised or self.promised) | {"passphrase": self.passphrase}))
        done = self.there.run("benchmarks.survival_look", str(where))
        if done.returncode:
            raise RuntimeError(done.stderr[-3000:])
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    def told(self) -> list[str]:
        """Do what is left, look at everything once more, and say in lines what came of it."""
        left = (
            self.hands.run(CLI, "jobs", "--once"),
            self.hands.run(CLI, "ledger", "rewrap", BAKEN_DB_ROLE="owner"),
        )
        if any(left):
            self.wrong.append("chores or rewrap failed with nothing killed")
        found, mine = self.look(), self.promised
        self.wrong += found["wrong"]
        counts = ", ".join(f"{count} {what}" for what, count in found["counts"].items())
        verified = [self.there.run(CLI, *words) for words in (("log", "seal"), ("log", "verify"))]
        self.wrong += [one.stderr for one in verified if one.returncode]
        return [
            f"{len(mine.handed)} hand-overs answered, {len(mine.approved)} lists approved, {len(mine.held)} held; "
            f"{mine.renewed} renewals of the post's key answered of {mine.renewals_sent}; {mine.rewrapped} times all "
            f"data keys closed anew with a new master key, of {mine.rewraps_begun} begun",
            f"there: {counts}",
            f"times nobody answered and it was sent again: {dict(sorted(self.unanswered.items()))}",
            f"log verify: {' / '.join(verified[-1].stdout.splitlines()[:1])}",
            f"{len(self.wrong)} promises broken",
            *self.wrong,
        ]

    def _go_on(self, step: Callable[[], None]) -> None:
        while not self.done.is_set():
            with self.turn():
                try:
                    step()
                except Unanswered as never:
                    self.wrong.append(str(never))
                except Exception as error:  # told, rather than somebody silently at work no more
                    self.wrong.append(f"{step.__name__} stopped at {type(error).__name__}: {error}")
            time.sleep(0.1)

    def _hand_over(self) -> None:
        for signal in self._made("open", 8):
            page = OVER.format(signal)
            form = self._form(self.focal_point, page, "ground")
            filled = form.changed(ground=form.first("ground"), stage="confirm", checked="on")
            self.promised.tried.append(signal)
            referral = self._sent(self.focal_point, page, filled).rstrip("/").rpartition("/")[2]
            self.promised.handed[signal] = referral
            if len(self.promised.handed) % 3 == 0 and referral not in self._sent(
                self.focal_point, page, filled
            ):
                self.wrong.append("the same form gave another hand-over")

    def _destroy(self) -> None:
        if not self._made("closed", 5):  # the database was away
            return
        form = self._form(self.archivist, LISTS, "command")
        found = self._sent(self.archivist, LISTS, form.filled)
        form = self._form(self.archivist, f"{found}goedkeuren/", "command")
        self._sent(self.archivist, f"{found}goedkeuren/", form.filled)
        self.promised.approved.append(found.rstrip("/").rpartition("/")[2])
        until = time.monotonic() + PATIENCE
        while f"{found}bewijs/" not in self._page(self.archivist, found)[1]:
            if time.monotonic() > until:
                raise Unanswered("a list that was approved was not carried out")
            self.hands.run("baken.jobs", "--only", DESTROY, BAKEN_DB_ROLE="owner")

    def _renew(self) -> None:
        page = RENEW.format(self.post)
        form = self._form(self.focal_point, page, "seen")
        self.promised.renewals_sent += 1
        with suppress(NotAcknowledged):
            status, _, _ = self.focal_point.ask("POST", page, form.changed(why="yearly"))
            self.promised.renewed += status == SEE_OTHER
        time.sleep(1)

    def _rewrap(self) -> None:
        self.promised.rewraps_begun += 1
        self.promised.rewrapped += (
            self.hands.run(CLI, "ledger", "rewrap", "--new-master-key", BAKEN_DB_ROLE="owner") == 0
        )
        time.sleep(1)

    def _keep_some(self) -> None:
        for signal in self._made("closed", 3):
            page, until = HOLD.format(signal), datetime.now(UTC).date() + timedelta(days=300)
            form = self._form(self.focal_point, page, "until")
            filled = form.changed(until=until.isoformat(), reason="Er loopt een rechtszaak.")
            self._sent(self.focal_point, page, filled)
            self.promised.held.append(signal)

    def _open_vault(self) -> str:
        form = self._form(self.focal_point, "/kluis/", "passphrase")
        self._sent(self.focal_point, "/kluis/", form.changed(passphrase=self.passphrase))
        page = self._page(self.focal_point, "/functies/")[1]
        return re.findall(r"/functies/([0-9a-f-]{36})/sleutel-vernieuwen/", page)[0]

    def _made(self, kind: str, count: int) -> list[str]:
        told = [json.loads(line) for line in self._run(kind, str(count)).splitlines() if line.endswith("}")]
        self.promised.named |= {one["signal"]: one["name"] for one in told}
        return [one["signal"] for one in told]

    def _run(self, *words: str) -> str:
        return self.there.run("benchmarks.survival_making", *words).stdout

    def _sent(self, who: Browser, page: str, filled: Any) -> str:
        """Send a form until it is done, and return where that leads."""
        status, there, _ = self._again(lambda: who.ask("POST", page, filled))
        if status != SEE_OTHER:
            raise Unanswered(f"{page.split('/')[-2]} was answered with {status}")
        return there

    def _form(self, who: Browser, page: str, holding: str) -> Form:
        found: Form | None = self._again(lambda: who.form(page, holding))
        if found is None:
            raise Unanswered(f"there is no form at {page.split('/')[-2]}")
        return found

    def _page(self, who: Browser, page: str) -> tuple[int, str]:
        status, _, words = self._again(lambda: who.ask("GET", page))
        return status, words

    def _again(self, ask: Callable[[], Any]) -> Any:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                return ask()
            except NotAcknowledged as why:
                with self._lock:
                    self.unanswered[str(why)] += 1
                time.sleep(0.2)
        raise Unanswered("no answer came, however often it was asked")

    def _lines(self) -> list[str]:
        with suppress(FileNotFoundError):
            return (self.there.state / "deletions.log").read_text("utf-8").splitlines()
        return []
