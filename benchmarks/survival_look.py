"""Whether everything that was answered is still so. Run in the installation by `benchmarks/survival.py`.

`python -m benchmarks.survival_look promised.json` prints what was counted, and every promise that is broken.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.about import say
from benchmarks.survival_making import FOCAL_POINT

Found = tuple[Counter[str], list[str]]


def handed(promised: Mapping[str, Any]) -> Found:
    """Every hand-over that was answered stands with its sender, and once with who received it; none stands twice."""
    from baken.clock import now
    from baken.core.events.notification import NotificationReceived
    from baken.ledger import signals, store, vault
    from baken.ledger.models import EventRecord
    from baken.tenancy.scope import scope

    received: Counter[str] = Counter()
    wrong: list[str] = []
    with scope(_organisation("moviera")):
        rows = EventRecord.objects.filter(type=NotificationReceived.type)
        for stream in rows.values_list("stream_id", flat=True):
            event = store.load(stream).events[0].event
            assert isinstance(event, NotificationReceived)
            received[event.referral] += 1
            vault.get(stream, event.content)
    sent: set[str] = set()
    with scope(_organisation("woerden")):
        for signal in promised["tried"]:
            there = set(signals.read(UUID(signal), now=now()).state.referrals)
            sent |= there
            if len(there) > 1:
                wrong.append(f"signal {signal} was handed over {len(there)} times")
            if signal in promised["handed"] and promised["handed"][signal] not in there:
                wrong.append(f"the hand-over of signal {signal} is lost at its sender")
    wrong += [f"hand-over {one} was received {received[one]} times" for one in sent if received[one] != 1]
    wrong += [f"hand-over {one} was received and never sent" for one in set(received) - sent]
    return Counter({"hand-overs received": received.total()}), wrong


def destroyed(promised: Mapping[str, Any]) -> Found:
    """What is on the list of deletions is gone wholly, was approved, is counted once; every approved list is done."""
    from baken.ledger import deletions, matters
    from baken.ledger.models import DestroyedCount, EventRecord, VaultRecord
    from baken.ledger.rows import DESTROYED
    from baken.tenancy.scope import scope
    from baken.trust.retention import actions

    noted = list(deletions.read())
    gone = {one.stream for one in noted if one.record is None}
    erased = {one.record for one in noted if one.record is not None}
    wrong: list[str] = []
    with scope(_organisation("woerden")):
        tombs = set(EventRecord.objects.filter(type=DESTROYED).values_list("stream_id", flat=True))
        lists = {str(one.id): actions.state_of(one) for one in matters.every(actions.KIND)}
        allowed = {UUID(one) for found in lists.values() if found.stage == "done" for one in found.going}
        counted = sum(DestroyedCount.objects.values_list("count", flat=True))
        left = [stream for stream in gone if _anything_left(stream)]
        there = VaultRecord.objects.filter(id__in=erased).count()
    wrong += [f"something is left of {stream}" for stream in left]
    if there:
        wrong.append(f"{there} erased records are still there")
    if tombs != gone:
        wrong.append(f"{len(tombs ^ gone)} streams are destroyed or noted, and not both")
    if tombs - allowed:
        wrong.append(f"{len(tombs - allowed)} streams went without a list")
    if allowed - tombs:
        wrong.append(f"{len(allowed - tombs)} streams stand on a list that was carried out, and are there")
    if counted != len(gone) + len(erased):
        wrong.append(f"{counted} counted, {len(gone) + len(erased)} gone")
    done = {one for one, found in lists.items() if found.stage == "done"}
    wrong += [
        f"list {one} was approved and not carried out" for one in promised["approved"] if one not in done
    ]
    wrong += [f"{one} was held and went" for one in promised["held"] if UUID(one) in tombs]
    return Counter({"signals destroyed": len(gone), "lists carried out": len(promised["approved"])}), wrong


def _anything_left(stream: UUID) -> bool:
    from django.apps import apps

    from baken.ledger import datakeys, rows
    from baken.tenancy.models import Locator
    from baken.tenancy.scope import current

    rest = [row for row in rows.read(current(), stream) if row.header.type != rows.DESTROYED]
    tables = [model for model in apps.get_app_config("ledger").get_models() if model.__name__ in _PLACES]
    assert len(tables) == len(_PLACES)
    try:
        datakeys.fetch(current(), stream)
    except datakeys.KeyGone:
        return (
            any(row.payload is not None or row.salt is not None for row in rest)
            or any(model._default_manager.filter(stream_id=stream).exists() for model in tables)
            or Locator.objects.filter(target=stream).exists()
        )
    return True


_PLACES = ("VaultRecord", "SignalRow", "Obligation", "ReferralRow", "RetentionRow")


def kept(promised: Mapping[str, Any]) -> Found:
    """What was not destroyed is there, its words and its envelope open, and the key of the post is the newest given."""
    from baken.clock import now
    from baken.core.events.signal import SignalReported
    from baken.ledger import deletions, signals, store, vault
    from baken.tenancy import keys, rotating
    from baken.tenancy.models import Membership, Post
    from baken.tenancy.scope import scope

    gone = {str(one.stream) for one in deletions.read()}
    wrong: list[str] = []
    opened = 0
    with scope(_organisation("woerden")):
        member = Membership.objects.get(person__email=FOCAL_POINT)
        secret = keys.unlock(member.id, promised["passphrase"], now=now())
        post = Post.objects.get(role="focal_point")
        for signal, name in promised["named"].items():
            if signal in gone:
                continue
            stream = UUID(signal)
            event = signals.read(stream, now=now()).stream.events[0].event
            assert isinstance(event, SignalReported)
            vault.get(stream, event.content)
            if event.envelope and vault.get_sealed(stream, event.envelope, secret)["name"] == name:
                opened += 1
            else:
                wrong.append(f"the envelope of {signal} holds another name")
        opened += sum(_opens(store.load(stream), secret) for stream in _reported(promised, gone))
        closed = rotating.out_of_reach(post)
    if closed:
        wrong.append(f"{len(closed)} former keys are out of reach")
    if not 1 + promised["renewed"] <= post.key_number <= 1 + promised["renewals_sent"]:
        wrong.append(
            f"the post is at key {post.key_number}, and {promised['renewed']} renewals were answered"
        )
    return Counter({"envelopes opened": opened, "key renewals": post.key_number - 1}), wrong


def _reported(promised: Mapping[str, Any], gone: set[str]) -> list[UUID]:
    """Everything else that was reported with a name."""
    from baken.core.events.signal import SignalReported
    from baken.ledger.models import EventRecord

    rows = EventRecord.objects.filter(type=SignalReported.type, payload__envelope__isnull=False)
    known = set(promised["named"]) | gone
    return [one for one in rows.values_list("stream_id", flat=True) if str(one) not in known]


def _opens(stream: Any, secret: Any) -> bool:
    from baken.ledger import vault

    envelope = stream.events[0].event.envelope
    return envelope is not None and bool(vault.get_sealed(stream.id, envelope, secret)["name"])


def rebuilt() -> Found:
    """Making the projections again changes nothing."""
    from baken.ledger import rebuilding
    from baken.tenancy.models import Organisation
    from baken.tenancy.scope import scope

    wrong, lines = [], 0
    for organisation in Organisation.objects.order_by("slug"):
        with scope(organisation.id):
            before = _projections()
            rebuilding.rebuild(organisation.id)
            after = _projections()
        lines += len(after)
        if before != after:
            wrong.append(f"{organisation.slug}: {len(before ^ after)} lines of projections were otherwise")
    return Counter({"lines of projections": lines}), wrong


def _projections() -> set[tuple[str, ...]]:
    from baken.ledger.models import NotificationRow, Obligation, ReferralRow, RetentionRow, SignalRow

    models = (SignalRow, Obligation, ReferralRow, NotificationRow, RetentionRow)
    return {(one.__name__, *map(repr, row)) for one in models for row in one._default_manager.values_list()}


def _organisation(slug: str) -> UUID:
    from baken.tenancy.models import Organisation

    return Organisation.objects.get(slug=slug).id


def main(where: str) -> None:
    """Look, and print it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.project.settings")
    import django

    django.setup()
    promised = json.loads(Path(where).read_text("utf-8"))
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for counted, found in (handed(promised), destroyed(promised), kept(promised), rebuilt()):
        counts += counted
        wrong += found
    say(json.dumps({"counts": counts, "wrong": wrong}))


if __name__ == "__main__":
    main(sys.argv[1])
