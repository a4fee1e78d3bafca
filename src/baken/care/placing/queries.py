"""What the pages show of where a client stays, of shelter, and of a transfer. Addresses come from the vault alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.text import capfirst

from baken.care.common import clients
from baken.core.derive import placing
from baken.core.derive.placing import PlacingState, Request, Stay, Transfer
from baken.core.derive.responsible import Responsible, responsible
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.ledger.streams import Stream
from baken.web.fields import said

Words = Mapping[str, Any]
COORDINATOR = "care_coordinator"


@dataclass(frozen=True, slots=True)
class Placed:
    """One client's place with its words."""

    client: UUID
    state: PlacingState
    words: Mapping[str, Words]
    bundle: Bundle | None

    def told(self, ref: str | None) -> Words:
        """Return the words behind a reference; of none, nothing."""
        return self.words.get(ref, {}) if ref else {}

    @property
    def responsible(self) -> Responsible | None:
        """Which municipality is responsible, once something is known of the stay."""
        return responsible_for(self.state.stay, self.told(self.state.stay.words)) if self.state.stay else None

    def whom(self, request: Request) -> str:
        """Return whom was asked."""
        return str(self.told(request.words).get("whom", ""))


def placed(stream: Stream) -> Placed:
    """Return where a client is, with two queries."""
    state = placing.fold(stream.happened)
    words = clients.words(stream, placing.vault_words(state))
    return Placed(stream.id, state, words, bundle_of(stream))


def bundle_of(stream: Stream) -> Bundle | None:
    """Return the policy that a file follows, where there is one."""
    return policies.bundle(stream.bundle) if stream.bundle else None


def responsible_for(stay: Stay, told: Words) -> Responsible:
    """Return which municipality is responsible as it was noted."""
    where = {"registered": told.get("registered_in", ""), "found": told.get("found_in", "")}
    return responsible(stays=stay.stays, registered=stay.registered, where=where)


def one_transfer(stream: Stream, transfer: UUID) -> Transfer | None:
    """Return one transfer of a file."""
    return placing.fold(stream.happened).transfers.get(str(transfer))


def receiver(told: Words) -> str:
    """Return to whom a transfer went."""
    return str(told.get("receiver", ""))


def named(words: Mapping[str, Text], id_: str) -> str:
    """Return a word of a closed list as it begins a line."""
    return capfirst(said(words[id_]))


def purposes(bundle: Bundle | None) -> list[tuple[str, str]]:
    """Return for what something may go to a care coordinator."""
    return (
        [(one.id, capfirst(said(one.name))) for one in bundle.partner_purposes(COORDINATOR)] if bundle else []
    )


def grounds(bundle: Bundle | None) -> list[tuple[str, str]]:
    """Return on what ground something may go to a care coordinator."""
    if bundle is None:
        return []
    return [
        (one.id, f"{capfirst(said(one.name))} ({one.article})") for one in bundle.partner_grounds(COORDINATOR)
    ]
