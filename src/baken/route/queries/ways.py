"""Which page records which event: the button beside a sentence. A page that does not exist gives no button."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from baken.core.vocabulary.text import Text
from baken.route.facts import SLUGS


@dataclass(frozen=True, slots=True)
class Way:
    """The address of a page and what its button says."""

    href: str
    action: Text


NOWHERE = Way("", Text("", ""))

PAGES: Mapping[str, tuple[str, Text]] = {
    "signal.received": ("route:receive", Text("In ontvangst nemen", "Receive")),
    "team_coordinator.consulted": ("route:coordinator", Text("Gesprek vastleggen", "Record the talk")),
    "enrichment.weighed": ("enrich:weigh", Text("Afwegen", "Weigh")),
    "source.consulted": ("enrich:consult", Text("Bron vastleggen", "Record a source")),
    "trusted_person.considered": (
        "enrich:trusted_person",
        Text("Vertrouwenspersoon overwegen", "Consider a trusted person"),
    ),
    "file.added": ("files:add", Text("Bestand toevoegen", "Add a file")),
    "police.discussed": (
        "route:police",
        Text("Gesprek met politie vastleggen", "Record a talk with the police"),
    ),
    "secrecy.weighed": ("route:secrecy", Text("Beroepsgeheim afwegen", "Weigh professional secrecy")),
    "signal.tabled": ("tables:put_on_table", Text("Overleg vastleggen", "Record the table")),
    "table.decided": ("tables:record_decision", Text("Besluit vastleggen", "Record the decision")),
    "signal.assessed": ("route:assess", Text("Beoordelen", "Assess")),
    "signal.referred": ("refer:partners", Text("Overdragen", "Hand over")),
    "referral.sent": ("refer:sent", Text("Verzending vastleggen", "Record the sending")),
    "partner.asked": ("refer:ask", Text("Vraag vastleggen", "Record the question")),
    "partner.answered": ("refer:answer", Text("Antwoord vastleggen", "Record the answer")),
    "reporter.informed": ("feedback:tell", Text("Bericht klaarzetten", "Put a message ready")),
    "signal.corrected": ("route:correct", Text("Verslag verbeteren", "Correct the account")),
    "signal.closed": ("route:close", Text("Afsluiten", "Close")),
    "signal.reopened": ("route:reopen", Text("Heropenen", "Reopen")),
}
ESTABLISH = Text("Vaststellen", "Establish")


def way(
    signal: UUID,
    event: str,
    *,
    fact: str | None = None,
    partner: str | None = None,
    table: str | None = None,
    source: str | None = None,
    referral: str | None = None,
) -> Way:
    """Return the page that records this event about this signal."""
    if event == "fact.established":
        slug = SLUGS.get(fact or "")
        return Way(reverse("route:establish", args=[signal, slug]), ESTABLISH) if slug else NOWHERE
    if event not in PAGES:
        return NOWHERE
    name, action = PAGES[event]
    if event == "signal.referred" and partner:
        return Way(address("refer:hand_over", signal, partner), action)
    about = {"overleg": table, "bron": source}
    query = urlencode({key: value for key, value in about.items() if value})
    for args in ([signal, referral], [signal]):
        if None not in args and (href := address(name, *args)):
            return Way(f"{href}?{query}" if query else href, action)
    return NOWHERE


def address(name: str, *args: object) -> str:
    """Return an address, with or without its room's name before it, or nothing where no room has that page."""
    for known in (name, name.partition(":")[2]):
        try:
            return reverse(known, args=args)
        except NoReverseMatch:
            continue
    return ""
