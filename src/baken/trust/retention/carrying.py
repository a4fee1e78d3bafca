"""Carrying out what was approved, finishing what was begun, and erasing who the reporter is when that term ends.

With the owner's role. Killed between any two steps and run again, it ends up whole: what was begun is noted outside
the databases, what is left on a list follows from the list.
"""

from collections import Counter
from datetime import datetime
from uuid import UUID, uuid5

from django.db import connection

from baken.core.decide import destruction as deciding
from baken.core.derive.destruction import DestructionList
from baken.core.events.signal import SignalReported
from baken.core.policy.retention import term_about
from baken.core.vocabulary.retention import READ_LOG, REASONS, REPORTER
from baken.core.vocabulary.spans import before
from baken.jobs.everywhere import for_each
from baken.ledger import deletions, destroying, keeping, matters, reasons, rows, store
from baken.ledger.deletions import Deletion
from baken.ledger.readlog import letting_go
from baken.ledger.readlog.sealing import LOGS
from baken.tenancy.scope import scope
from baken.trust.retention import actions

ENVELOPE, REASON = "envelope", "reason"


def replay(organisation: UUID | None = None) -> int:
    """Do again whatever the list of deletions says and the databases do not; return how many were brought back.

    After a restore that is what the backup held; after a crash, what was begun and not finished.
    """
    done: dict[UUID, tuple[set[UUID], set[tuple[UUID, str]]]] = {}
    left: dict[UUID, list[Deletion]] = {}
    for deletion in deletions.read():
        if organisation not in (None, deletion.organisation):
            continue
        if deletion.organisation not in done:
            done[deletion.organisation] = _done_in(deletion.organisation)
        destroyed, erased = done[deletion.organisation]
        if deletion.stream not in destroyed and (deletion.stream, str(deletion.record)) not in erased:
            left.setdefault(deletion.stream, []).append(deletion)
    return for_each(left, lambda stream: sum(destroying.finish(one) for one in left[stream]), "streams")


def carry_out(organisation: UUID, list_id: UUID, now: datetime) -> int:
    """Destroy everything on an approved list that may still go; return how many are gone."""
    with scope(organisation):
        found = actions.state_of(matters.read(actions.KIND, list_id))
    if found.stage != "approved":
        return 0
    counts: Counter[str] = Counter()
    dropped: dict[str, str] = {}

    def go(stream: str) -> int:
        word = _one(organisation, found, UUID(stream), now)
        if word:
            dropped[stream] = word
        else:
            counts[found.going[stream].category] += 1
        return not word

    for_each(found.going, go, "streams")  # the list is not done as long as one of them fails
    with scope(organisation):
        stay = actions.partners_of([UUID(stream) for stream in dropped])
        matters.carry_out(
            actions.KIND,
            list_id,
            lambda stream, refs: deciding.carried_out(
                actions.state_of(stream),
                counts=counts,
                dropped=dropped,
                partners=Counter(found.partners) - Counter(stay),
            ),
            actor=None,
            now=now,
            command_id=uuid5(list_id, "carried out"),
        )
    return counts.total()


def approved(organisation: UUID) -> list[UUID]:
    """Return the lists of an organisation that are approved and not carried out."""
    with scope(organisation):
        return [one.id for one in matters.every(actions.KIND) if actions.state_of(one).stage == "approved"]


def erase_identities(organisation: UUID, now: datetime) -> int:
    """Erase who the reporter is, of every signal where that term has ended; return of how many."""
    with scope(organisation):
        due = [one.stream for one in keeping.every(now) if _past(one, now)]
    return for_each(due, lambda stream: _erase(organisation, stream, now), "streams")


def erase_reasons(organisation: UUID, now: datetime) -> int:
    """Erase why somebody did something with rights, keys or a policy, once that term has ended; return how many."""
    with scope(organisation):
        term = term_about(keeping.TermsNow(now).of(""), REASONS)
        if term is None or term.keep_for is None:
            return 0
        due = reasons.written(before=before(now, term.keep_for))

    def go(one: reasons.Reason) -> int:
        return destroying.erase(organisation, one.stream, one.ref, REASON, now=now, category=term.id)

    return for_each(due, go, "reasons")


def let_go_of_logs(organisation: UUID, now: datetime) -> int:
    """Let the lines of both logs go whose term has ended; return how many. Without a policy nothing goes."""
    with scope(organisation):
        term = term_about(keeping.TermsNow(now).of(""), READ_LOG)
    if term is None or term.keep_for is None:
        return 0
    past = before(now, term.keep_for)
    return sum(letting_go.let_go(organisation, log, before=past, now=now) for log in LOGS)


def _erase(organisation: UUID, stream: UUID, now: datetime) -> int:
    with scope(organisation):
        found = keeping.from_events([stream], now).get(stream)
        if found is None or not _past(found, now):
            return 0
        events = store.load(stream).events
        told = (one.event.envelope for one in events if isinstance(one.event, SignalReported))
        term = term_about(keeping.TermsNow(now).of(events[0].bundle), REPORTER)
    envelope = next(told)
    if envelope is None or term is None:
        return 0

    def still() -> bool:
        found = keeping.from_events([stream], now).get(stream)
        return found is not None and _past(found, now)

    return destroying.erase(organisation, stream, envelope, ENVELOPE, now=now, category=term.id, still=still)


def _past(found: keeping.Planned, now: datetime) -> bool:
    return found.erases_at is not None and found.erases_at < now


def _one(organisation: UUID, found: DestructionList, stream: UUID, now: datetime) -> str:
    """Destroy one stream of a list; return why not, in a word, or nothing."""
    why = ""
    only = DestructionList(items={str(stream): found.items[str(stream)]})

    def still() -> bool:
        nonlocal why
        why = actions.no_longer_on(only, now).get(str(stream), "")
        return not why

    try:
        destroying.destroy(
            organisation, stream, now=now, category=found.items[str(stream)].category, still=still
        )
    except destroying.NoStream:
        return "gone"
    return why


def _done_in(organisation: UUID) -> tuple[set[UUID], set[tuple[UUID, str]]]:
    with scope(organisation), connection.cursor() as cursor:
        cursor.execute(
            "SELECT stream_id, payload ->> 'record' FROM ledger_event"
            " WHERE organisation_id = %s AND type IN (%s, 'record.erased')",
            [organisation, rows.DESTROYED],
        )
        found = cursor.fetchall()
    return {stream for stream, record in found if not record}, {(s, record) for s, record in found if record}
