"""Keeping a file with a signal, and opening the copy that is shown."""

import base64
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from baken.core.decide import commands as ask
from baken.core.decide.files import NOTHING_KEPT
from baken.core.decide.refusal import Refused
from baken.core.derive.signal import File
from baken.core.vocabulary.text import Text
from baken.files.apart import Taken
from baken.ledger import signals, vault
from baken.ledger.receiving import receiving_post
from baken.tenancy.actors import Actor


def add(
    *,
    signal: UUID,
    kind: str,
    file: Taken,
    reason: str,
    asked: Mapping[str, str],
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Keep a file: its copy in the vault, its original sealed to the post, its hash in the event.

    Whatever refuses the file undoes both records.
    """
    post, seals = receiving_post()
    if post is None or not seals:
        raise Refused(
            NOTHING_KEPT,
            Text(
                "De functie die meldingen ontvangt heeft nog geen sleutel om het origineel te verzegelen.",
                "The post that receives reports has no key yet to seal the original with.",
            ),
            Text("Stel eerst een kluiszin in.", "Set a vault passphrase first."),
        )

    def command(refs: Mapping[str, str]) -> ask.AddFile:
        copy = vault.put(signal, vault.FILE, {"file": _written(file.copy)})
        original = vault.put_sealed(signal, post, {"file": _written(file.original)})
        return ask.AddFile(kind, file.media, refs["reason"], copy, original, file.sha256)

    with transaction.atomic():
        signals.carry_out(
            signal,
            command,
            words={"reason": {"text": reason, **asked}},
            actor=actor,
            now=now,
            command_id=command_id,
        )


def copy_of(signal: UUID, kept: File) -> bytes:
    """Return the copy of a file that was added."""
    return base64.b64decode(vault.get(signal, kept.copy)["file"])


def _written(data: bytes) -> str:
    return base64.b64encode(data).decode()
