"""For what and on what ground a signal is kept, and what asks for more care: a minor, secrecy, a boa (V1, V4, V5)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import capfirst

from baken.core.derive import careful
from baken.core.vocabulary import outcomes
from baken.core.vocabulary.text import Text
from baken.ledger.signals import SignalFile
from baken.route.queries.ways import way
from baken.web.fields import said
from baken.web.parts import Line


@dataclass(frozen=True, slots=True)
class Care:
    """`lines` say for what and on what ground; `minor` is established or claimed (V31); `weigh` is a page's address."""

    lines: Sequence[Line]
    minor: str
    secrecy: Text | None
    weigh: str
    boa: bool


def care(file: SignalFile, may_handle: bool) -> Care:
    """Return what asks for care about one signal."""
    state = file.state
    secrecy: Text | None = None
    if state.secrecy == careful.OWED:
        secrecy = careful.NOT_WEIGHED
    elif state.secrecy:
        secrecy = Text("Afgewogen: {outcome}.", "Weighed: {outcome}.").format(
            outcome=outcomes.SECRECY[state.secrecy]
        )
    may_weigh = may_handle and state.received and not state.closed
    return Care(
        lines=_ground(file),
        minor=careful.minor(state) or "",
        secrecy=secrecy,
        weigh=way(file.id, "secrecy.weighed").href if may_weigh else "",
        boa=state.work == "boa",
    )


def _ground(file: SignalFile) -> list[Line]:
    """The purpose and the ground in the words of the policy under which they were chosen."""
    chosen = "signal.received" if file.state.received else "signal.reported"
    bundle = file.bundle_of(chosen)
    purpose, ground = bundle.purposes.get(file.state.purpose), bundle.grounds.get(file.state.ground)
    if purpose is None or ground is None:
        return []
    words = f"{capfirst(said(ground.name))}, {ground.article}"
    return [
        Line(Text("Doel", "Purpose"), capfirst(said(purpose.name))),
        Line(Text("Grondslag", "Legal ground"), words),
    ]
