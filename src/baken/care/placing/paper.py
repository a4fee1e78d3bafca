"""A transfer on paper: for the other coordinator, and for the person it is about."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.utils import translation

from baken.care.placing import queries
from baken.core.derive.placing import Transfer
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger.streams import Stream
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import printing
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "transfer.typ"
_WORDS = {
    "title": Text("Overdracht van zorgcoördinatie", "Transfer of care coordination"),
    "from": Text("Van", "From"),
    "to": Text("Aan", "To"),
    "reference": Text("Kenmerk", "Reference"),
    "date": Text("Datum", "Date"),
    "purpose": Text("Doel", "Purpose"),
    "ground": Text("Grondslag", "Legal ground"),
    "explanation": Text("Toelichting", "Explanation"),
    "ask": Text("Wat wij u vragen", "What we ask of you"),
    "answer": Text(
        "Laat ons onder dit kenmerk weten of u de zorg overneemt. Tot dan blijven wij die coördineren.",
        "Let us know under this reference whether you take over the care. Until then we go on coordinating it.",
    ),
    "safe": Text(
        "Neem alleen contact op zoals hierboven staat. Anders kan iemand in gevaar komen.",
        "Get in touch only as it says above. Otherwise somebody may be endangered.",
    ),
    "presumed": Text(
        "Alles hierin is een vermoeden, geen vaststelling. Gebruik het alleen voor het doel hierboven.",
        "Everything in here is a presumption, not a finding. Use it only for the purpose above.",
    ),
    "copy": Text("Een afschrift voor uzelf", "A copy for yourself"),
    "given": Text("Dit gaven wij door, en niet meer.", "This is what we passed on, and no more."),
    "yours": Text(
        "Klopt er iets niet, of wilt u niet dat er nog iets naar hen gaat? Zeg het ons. U hoeft niet te zeggen waarom.",
        "Is something wrong, or do you not want anything more to go to them? Tell us. You need not say why.",
    ),
    "keep": Text(
        "Bewaar dit waar niemand anders het vindt, of laat het bij ons.",
        "Keep this where nobody else finds it, or leave it with us.",
    ),
    "footer": Text("Vertrouwelijk", "Confidential"),
}
_FOR_THE_OTHER = ("ask", "answer", "safe", "presumed")
_FOR_THE_PERSON = ("copy", "given", "yours", "keep")


def reference(found: Transfer) -> str:
    """Return the short name of a transfer; it leads to nobody."""
    return found.id[:8].upper()


def made(
    stream: Stream,
    found: Transfer,
    told: Mapping[str, Any],
    language: str,
    *,
    for_the_person: bool,
    fictional: bool,
) -> bytes:
    """Return the tagged PDF of exactly what went: to the other coordinator, or a copy for the person it is about."""
    content = told["english"] if language == "en" else told
    say = {key: text.in_(language) for key, text in _WORDS.items()}
    with translation.override(language):
        bundle = queries.bundle_of(stream)
        facts = {
            "from": Organisation.objects.get(pk=current()).name,
            "to": queries.receiver(told),
            "reference": reference(found),
            "date": civil(civil_date(found.at)),
            "purpose": dict(queries.purposes(bundle)).get(found.purpose, ""),
            "ground": dict(queries.grounds(bundle)).get(found.ground, ""),
        }
    pieces = [{"title": piece["title"], "lines": piece["lines"]} for piece in content["pieces"]]
    if content["explanation"]:
        lines = [line.strip() for line in content["explanation"].splitlines() if line.strip()]
        pieces.append({"title": say["explanation"], "lines": lines})
    ends = _FOR_THE_PERSON if for_the_person else _FOR_THE_OTHER
    return printing.make(
        TEMPLATE,
        {
            "title": say["title"],
            "sender": facts["from"],
            "lang": language,
            "notice": printing.FICTIONAL.in_(language) if fictional else "",
            "facts": [{"name": say[key], "value": value} for key, value in facts.items()],
            "pieces": pieces,
            "closing": {"title": say[ends[0]], "lines": [say[id_] for id_ in ends[1:]]},
            "footer": f"{say['footer']} · {reference(found)}",
        },
    )
