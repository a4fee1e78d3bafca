"""What the page of a hand-over, and the letter, show of a correction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst

from baken.core.derive.correcting import CONFIRM, MAKE, SEND
from baken.core.derive.signal import Referral
from baken.core.vocabulary import rights
from baken.core.vocabulary.text import Text
from baken.ledger import vault
from baken.ledger.signals import SignalFile
from baken.refer.correcting import standing
from baken.web.fields import said
from baken.web.parts import Link
from baken.web.printing import FICTIONAL

TEMPLATE = Path(__file__).parent / "typst" / "handover.typ"
_STANDS = {
    MAKE: Text("De ontvanger weet dit nog niet.", "The recipient does not know this yet."),
    SEND: Text(
        "De brief staat klaar en moet nog worden verzonden.", "The letter is ready, and still to be sent."
    ),
    CONFIRM: Text("De ontvanger heeft nog niet bevestigd.", "The recipient did not confirm yet."),
    None: Text("De ontvanger heeft dit verwerkt.", "The recipient took it over."),
}
_PAGES: Mapping[str | None, tuple[tuple[str, Text], ...]] = {
    MAKE: (("refer:correction", Text("Verbetering doorgeven", "Pass the correction on")),),
    SEND: (
        ("refer:correction_letter", Text("Brief ophalen (PDF)", "Get the letter (PDF)")),
        ("refer:correction_sent", Text("Verzending vastleggen", "Record the sending")),
    ),
    CONFIRM: (("refer:correction_confirmed", Text("Bevestiging vastleggen", "Record the confirmation")),),
    None: (),
}
_WORDS = {
    "title": Text("Verbetering: {partner}", "Correction: {partner}"),
    "from": Text("Van", "From"),
    "to": Text("Aan", "To"),
    "reference": Text("Kenmerk van de overdracht", "Reference of the hand-over"),
    "date": Text("Datum", "Date"),
    "what": Text("Wat er veranderde", "What changed"),
    "ask": Text("Wat wij u vragen", "What we ask of you"),
    "confirm": Text(
        "Pas uw gegevens aan, en laat ons onder dit kenmerk weten dat het is gedaan (AVG artikel 19).",
        "Put your data right, and let us know under this reference that it was done (GDPR article 19).",
    ),
    "on": Text(
        "Hebt u het doorgegeven? Laat het dan ook daar weten.", "Did you pass it on? Then tell them as well."
    ),
    "presumed": Text(
        "Alles hierin is een vermoeden, geen vaststelling.",
        "Everything in here is a presumption, not a finding.",
    ),
    "footer": Text("Vertrouwelijk", "Confidential"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One correction that was written: why, when, and its words."""

    why: str
    at: datetime
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Putting:
    """Where a hand-over stands since something in it turned out wrong."""

    why_said: Text
    stands: Text
    links: Sequence[Link]
    may_act: bool
    corrections: Sequence[Shown]


def putting(file: SignalFile, referral: Referral, may_act: bool) -> Putting | None:
    """Return what is owed to the recipient, and what it was told; None where nothing turned out wrong."""
    found = standing(file, referral.id)
    if found is None:
        return None
    kept = vault.get_many(file.id, [one.content for one in referral.corrections])
    return Putting(
        rights.WRONG[found.why],
        _STANDS[found.step],
        [Link(reverse(name, args=[file.id, referral.id]), words) for name, words in _PAGES[found.step]],
        may_act,
        [
            Shown(capfirst(said(rights.WRONG[one.why])), one.at, kept[one.content])
            for one in reversed(referral.corrections)
        ],
    )


def letter(
    content: Mapping[str, Any],
    *,
    sender: str,
    partner: str,
    reference: str,
    date: str,
    fictional: bool,
    language: str,
) -> dict[str, Any]:
    """Return what the letter prints; the same paper as a hand-over, so that the recipient knows it."""
    say = {key: text.in_(language) for key, text in _WORDS.items()}
    facts = {"from": sender, "to": partner, "reference": reference, "date": date}
    pieces = [{"title": say["what"], "lines": [content["explanation"]]}]
    pieces += [{"title": piece["title"], "lines": piece["lines"]} for piece in content["pieces"]]
    return {
        "title": say["title"].format(partner=partner),
        "sender": sender,
        "lang": language,
        "notice": FICTIONAL.in_(language) if fictional else "",
        "facts": [{"name": say[key], "value": value} for key, value in facts.items()],
        "pieces": pieces,
        "closing": {"title": say["ask"], "lines": [say["confirm"], say["on"], say["presumed"]]},
        "footer": f"{say['footer']} · {reference}",
    }
