"""The columns of a programme's table: how they are called here, and how municipalities call them."""

import re
import unicodedata
from collections.abc import Mapping

from baken.core.vocabulary.text import Text

LABEL, TITLE, READY, WHAT, OWNER = "label", "title", "ready", "what", "owner"
PARTNERS, BARRIER, BUDGET, STATE, EVIDENCE = "partners", "barrier", "budget", "state", "evidence"

NAMES: Mapping[str, Text] = {
    LABEL: Text("Nr", "No"),
    TITLE: Text("Wat", "What"),
    READY: Text("Wanneer gereed", "Ready when"),
    WHAT: Text("Wat gaan we doen", "What we do"),
    OWNER: Text("Eigenaar", "Owner"),
    PARTNERS: Text("Partners", "Partners"),
    BARRIER: Text("Barrière", "Barrier"),
    BUDGET: Text("Budget (euro)", "Budget (euro)"),
    STATE: Text("Stand", "State"),
    EVIDENCE: Text("Bewijs", "Evidence"),
}
"""In the order of the source document, with what a programme has more after it."""
TOLD = (STATE, EVIDENCE)
"""What an export tells and no import takes: what was done is written down by whoever did it."""

_CALLED: Mapping[str, tuple[str, ...]] = {
    LABEL: ("nr", "no", "nummer", "number", "volgnr", "volgnummer", "actienr", "actienummer", "actie nr", "nr actie"),
    TITLE: ("wat", "what", "actie", "acties", "actiepunt", "activiteit", "activiteiten", "maatregel", "maatregelen",
            "action", "titel", "title", "onderwerp"),
    READY: ("wanneer gereed", "wanneer", "wanneer klaar", "gereed", "planning", "deadline", "termijn", "einddatum",
            "datum gereed", "datum", "ready when", "when ready", "when", "ready", "tijdpad", "tijdsplanning"),
    WHAT: ("wat gaan we doen", "wat gaan wij doen", "wat doen we", "wat we doen", "what we do", "what do we do",
           "aanpak", "toelichting", "omschrijving", "beschrijving", "uitwerking", "hoe", "uitvoering", "description"),
    OWNER: ("eigenaar", "trekker", "verantwoordelijk", "verantwoordelijke", "actiehouder", "actie eigenaar", "wie",
            "uitvoerder", "owner", "lead", "responsible"),
    PARTNERS: ("partners", "partner", "samen met", "betrokkenen", "betrokken partijen", "betrokken partners", "met wie",
               "samenwerkingspartners", "ketenpartners"),
    BARRIER: ("barriere", "barrieres", "barrier"),
    BUDGET: ("budget", "kosten", "begroting", "bedrag", "financien", "costs", "budget euro"),
    STATE: ("stand", "stand van zaken", "status", "voortgang", "state", "progress"),
    EVIDENCE: ("bewijs", "vindplaats", "evidence"),
}  # fmt: skip
_ROLES = {name: role for role, names in _CALLED.items() for name in names}
_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")
_LONGEST = 60


def plainly(text: str) -> str:
    """Return a heading without accents, signs and capitals."""
    apart = unicodedata.normalize("NFKD", text.replace("#", "nr").casefold())
    letters = "".join(one if one.isalnum() else " " for one in apart if not unicodedata.combining(one))
    return " ".join(letters.split())


def role_of(text: str) -> str:
    """Return which column a heading stands over, or nothing where it is none of ours."""
    if len(text) > _LONGEST:
        return ""
    whole = _ROLES.get(plainly(_BRACKETS.sub(" ", text))) or _ROLES.get(plainly(text))
    if whole:
        return whole
    parts = [
        _ROLES.get(plainly(_BRACKETS.sub(" ", part))) for part in re.split(r"[/&+\n]| en | of | and ", text)
    ]
    return next((role for role in parts if role), "")
