"""Numbers for who may see no signal, with the answers given before: one signal more or less changes none of them."""

import hashlib
import hmac
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from baken.core.figures.shielding import Answer, told
from baken.ledger import store
from baken.policy.models import ToldNumber
from baken.tenancy.scope import current

REMEMBERED = timedelta(days=90)
_SIZE = 8
_ASKING = UUID("6f1b6f0e-7d0b-4a55-9a52-2c1f3f6f9a11")


def teller(now: datetime) -> Callable[[Collection[UUID]], int | None]:
    """Return what tells a number within this transaction; of who asks at the same time one waits for the other."""
    store.hold(_ASKING)
    ToldNumber.objects.filter(organisation_id=current(), told_at__lt=now - REMEMBERED).delete()
    rows = ToldNumber.objects.filter(organisation_id=current()).order_by("told_at", "id")
    earlier = [Answer(_read(bytes(row.signals)), row.about) for row in rows]
    known = {answer.signals for answer in earlier}
    key = hmac.new(settings.SECRET_KEY.encode(), b"what-if" + current().bytes, hashlib.sha256).digest()

    def number(signals: Collection[UUID]) -> int | None:
        digests = frozenset(_digest(key, signal) for signal in signals)
        answer = told(digests, earlier)
        if digests and digests not in known:
            known.add(digests)
            earlier.append(answer)
            ToldNumber.objects.create(
                organisation_id=current(), signals=b"".join(sorted(digests)), about=answer.about, told_at=now
            )
        return answer.about

    return number


def _digest(key: bytes, signal: UUID) -> bytes:
    return hmac.new(key, signal.bytes, hashlib.sha256).digest()[:_SIZE]


def _read(kept: bytes) -> frozenset[bytes]:
    return frozenset(kept[at : at + _SIZE] for at in range(0, len(kept), _SIZE))
