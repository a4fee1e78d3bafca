"""What goes for the people in a signal: whether they are told, and whether their data may be used (V24, V25)."""

from collections.abc import Sequence
from dataclasses import dataclass

from baken.core.derive import correcting
from baken.core.vocabulary import rights
from baken.core.vocabulary.text import Text
from baken.ledger.signals import SignalFile
from baken.route.queries.ways import address
from baken.route.queries.words import day
from baken.web.parts import Line, Link

NOT_DECIDED = Text(
    "nog niet besloten; uiterlijk een maand na de melding moet dat",
    "not decided yet; due within a month of the report",
)
STEP = {
    correcting.MAKE: Text("nog niet doorgegeven", "not passed on yet"),
    correcting.SEND: Text("de brief is nog niet verzonden", "the letter was not sent yet"),
    correcting.CONFIRM: Text("nog niet bevestigd", "not confirmed yet"),
    None: Text("bevestigd", "confirmed"),
}


@dataclass(frozen=True, slots=True)
class Concerned:
    """The part of a signal's page about the people in it."""

    restricted: bool
    erasing: bool
    lines: Sequence[Line]
    links: Sequence[Link]


def concerned(file: SignalFile, may_handle: bool) -> Concerned:
    """Return what was decided for the people in a signal, and who still has to hear what was put right."""
    state = file.state
    lines = [Line(Text("Worden zij ingelicht?", "Are they informed?"), _informing(file))]
    for one in correcting.putting_right(state):
        bundle = file.bundle_of("signal.referred", referral=one.referral.id)
        term = Text("Verbetering aan {name}", "Correction to {name}")
        lines.append(Line(term.format(name=bundle.name_of(one.referral.partner)), STEP[one.step]))
    links = []
    if may_handle and state.received:
        pages = [("trust_rights:informing", Text("Besluiten over inlichten", "Decide about informing"))]
        if state.restricted:
            pages.append(("trust_rights:release", Text("Beperking opheffen", "Lift the restriction")))
        links = [Link(address(name, file.id), words) for name, words in pages if address(name, file.id)]
    return Concerned(state.restricted, state.erasing, lines, links)


def _informing(file: SignalFile) -> Text:
    found = file.state.informing
    if found is None:
        return NOT_DECIDED
    if found.done_at is not None:
        return Text("gedaan op {day}", "done on {day}").format(day=day(found.done_at))
    if found.review_on is None:
        return rights.INFORMING[found.decision]
    said = Text(
        "nu nog niet: {ground}. Opnieuw bekijken op {day}", "not yet: {ground}. To be looked at on {day}"
    )
    return said.format(ground=rights.POSTPONED[found.ground or ""], day=day(found.review_on))
