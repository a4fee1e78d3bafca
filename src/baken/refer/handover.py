"""The contents of one hand-over: what goes, what stays, and the paper it is printed on."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from baken.core.vocabulary.text import Text
from baken.refer.pieces import Rendered
from baken.web.printing import FICTIONAL

TEMPLATE = Path(__file__).parent / "typst" / "handover.typ"


def contents(
    pieces: Mapping[str, Rendered], chosen: Collection[str], rewritten: Mapping[str, str], explanation: str
) -> dict[str, Any]:
    """Return exactly what the partner will read. `rewritten` holds the focal point's own words for a piece."""
    return {
        "pieces": [
            {
                "id": id,
                "title": piece.title,
                "lines": _lines(rewritten[id]) if id in rewritten else list(piece.lines),
            }
            for id, piece in pieces.items()
            if id in chosen
        ],
        "explanation": explanation.strip(),
    }


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.replace("\r\n", "\n").split("\n\n") if line.strip()]


_WORDS = {
    "title": Text("Overdracht: {partner}", "Hand-over: {partner}"),
    "nameless": Text("Melding zonder naam: {partner}", "Nameless notification: {partner}"),
    "from": Text("Van", "From"),
    "to": Text("Aan", "To"),
    "reference": Text("Kenmerk", "Reference"),
    "date": Text("Datum", "Date"),
    "earlier": Text("Geeft de naam bij", "Gives the name for"),
    "without": Text(
        "melding zonder naam, kenmerk {reference}", "nameless notification, reference {reference}"
    ),
    "purpose": Text("Doel", "Purpose"),
    "ground": Text("Grondslag", "Legal ground"),
    "explanation": Text("Toelichting", "Explanation"),
    "ask": Text("Wat wij u vragen", "What we ask of you"),
    "answer": Text(
        "Laat ons onder dit kenmerk weten wat u met dit signaal doet. U hoeft alleen te delen wat mag.",
        "Let us know under this reference what you do with this signal. You need only share what you may.",
    ),
    "presumed": Text(
        "Alles hierin is een vermoeden, geen vaststelling. Gebruik het alleen voor het doel hierboven.",
        "Everything in here is a presumption, not a finding. Use it only for the purpose above.",
    ),
    "footer": Text("Vertrouwelijk", "Confidential"),
    "fictional": FICTIONAL,
}


def paper(
    content: Mapping[str, Any],
    *,
    sender: str,
    partner: str,
    named: bool,
    reference: str,
    date: str,
    purpose: str,
    ground: str,
    fictional: bool,
    language: str,
    earlier: str = "",
) -> dict[str, Any]:
    """Return what `TEMPLATE` prints for this hand-over, in `language`. `earlier` is the one it gives a name to."""
    say = {key: text.in_(language) for key, text in _WORDS.items()}
    facts = {
        "from": sender,
        "to": partner,
        "reference": reference,
        "date": date,
        "purpose": purpose,
        "ground": ground,
    }
    if earlier:
        facts["earlier"] = say["without"].format(reference=earlier)
    pieces = [{"title": piece["title"], "lines": piece["lines"]} for piece in content["pieces"]]
    if content["explanation"]:
        pieces.append({"title": say["explanation"], "lines": _lines(content["explanation"])})
    return {
        "title": say["title" if named else "nameless"].format(partner=partner),
        "sender": sender,
        "lang": language,
        "notice": say["fictional"] if fictional else "",
        "facts": [{"name": say[key], "value": value} for key, value in facts.items()],
        "pieces": pieces,
        "closing": {"title": say["ask"], "lines": [say["answer"], say["presumed"]]},
        "footer": f"{say['footer']} · {reference}",
    }
