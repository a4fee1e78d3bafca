"""Tables, partners, and other places to report, as a reader sees them."""

from baken.core.policy.knowledge import ReportingPoint
from baken.core.policy.models import Partner, Table
from baken.core.vocabulary.pieces import PIECES
from baken.core.vocabulary.text import Text
from baken.policy.reading.entries import Entry, Group, Part, Saying
from baken.web.parts import Link

LEVEL = {
    "local": Text("Lokaal", "Local"),
    "regional": Text("Regionaal", "Regional"),
    "national": Text("Landelijk", "National"),
}
TYPE = {
    "police": Text("politie", "police"),
    "inspection": Text("inspectie", "inspection"),
    "justice": Text("justitie", "justice"),
    "care": Text("zorg en opvang", "care and shelter"),
    "safety": Text("veiligheid", "safety"),
    "municipal": Text("gemeente", "municipality"),
    "knowledge": Text("kennis en advies", "knowledge and advice"),
    "migration": Text("migratie en asiel", "migration and asylum"),
    "labour": Text("werk", "labour"),
    "housing": Text("wonen", "housing"),
    "education": Text("onderwijs", "education"),
    "health": Text("gezondheid", "health"),
    "table": Text("overleg", "table"),
    "other": Text("anders", "other"),
}
_CONTACT, _PHONE = Text("Contact", "Contact"), Text("Telefoon", "Telephone")
_WHEN = Text("Wanneer", "When")


def tables(saying: Saying) -> Part:
    """Return the page of the tables."""
    return Part(
        "overleggen",
        Text("Overleggen", "Tables"),
        Text(
            "Waar een signaal besproken kan worden, zonder de melder te noemen, en wie daar zitten.",
            "Where a signal can be discussed, without naming the reporter, and who sit there.",
        ),
        tuple(
            Group(
                LEVEL[level],
                tuple(_table(saying, one) for one in saying.bundle.table_list if one.level == level),
            )
            for level in LEVEL
        ),
    ).filled()


def _table(saying: Saying, table: Table) -> Entry:
    return saying.entry(
        "tables",
        table,
        table.name,
        marks=(None if table.exists else Text("Is er hier niet", "Not here"),),
        words=(table.words,),
        lines=(
            (Text("Wie daar zitten", "Who sit there"), [saying.body(partner) for partner in table.with_]),
        ),
    )


def partners(saying: Saying) -> Part:
    """Return the page of the partners."""
    return Part(
        "partners",
        Text("Partners", "Partners"),
        Text(
            "Wie een signaal kan krijgen of kan helpen. Wat er mag worden gedeeld, staat bij elke partner.",
            "Who can receive a signal or can help. What may be shared stands with each partner.",
        ),
        tuple(
            Group(
                LEVEL[level],
                tuple(
                    _partner(saying, one)
                    for kind in TYPE
                    for one in saying.bundle.partner_list
                    if one.level == level and one.type == kind
                ),
            )
            for level in LEVEL
        ),
    ).filled()


def _partner(saying: Saying, partner: Partner) -> Entry:
    contact, use = partner.contact, saying.bundle.uses.get(partner.id)
    pieces = [PIECES[piece].name for piece in use.pieces] if use is not None else []
    reached: list[object] = [
        dial(contact.phone) if contact.phone else None,
        Link(f"mailto:{contact.email}", contact.email) if contact.email else None,
        web(contact.web) if contact.web else None,
        contact.note,
    ]
    return saying.entry(
        "partners",
        partner,
        partner.name,
        marks=(TYPE[partner.type],),
        words=(partner.task,),
        lines=(
            (Text("Doelgroep", "Target group"), partner.target_group),
            (Text("Gebied", "Area"), partner.region),
            (_CONTACT, [one for one in reached if one]),
            (Text("Afspraak", "Agreement"), partner.exchange),
            (Text("Mag krijgen", "May receive"), pieces),
            (
                Text("Waarop dat rust", "On what it rests"),
                saying.to(
                    "bronnen-en-grondslagen",
                    "uses",
                    partner.id,
                    Text("doelen en grondslagen", "purposes and grounds"),
                )
                if use is not None
                else Text(
                    "er is nog geen grondslag vastgelegd; er kan niets naartoe",
                    "no ground was laid down yet; nothing can go there",
                ),
            ),
            (
                Text("Terugkoppeling", "Feedback"),
                None if partner.feedback_expected else Text("wordt niet verwacht", "is not expected"),
            ),
            (
                Text("In Baken", "In Baken"),
                Text("krijgt een overdracht in Baken zelf", "receives a hand-over in Baken itself")
                if partner.organisation
                else None,
            ),
            (Text("Geldt tot", "Counts until"), partner.valid_to),
        ),
    )


def places(saying: Saying) -> Part:
    """Return the page of emergency numbers and other places to report."""
    bundle = saying.bundle
    return Part(
        "meldpunten",
        Text("Meldpunten", "Reporting points"),
        Text(
            "Waar iemand ook terecht kan. Deze nummers staan op de pagina's voor melders.",
            "Where else somebody can go. These numbers stand on the pages for reporters.",
        ),
        (
            Group(
                Text("Nu bellen", "Call now"),
                tuple(
                    saying.entry(
                        "emergency_numbers",
                        one,
                        one.name,
                        lines=((_PHONE, dial(one.phone)), (_WHEN, one.when_to_use)),
                    )
                    for one in bundle.emergency_numbers
                ),
            ),
            Group(
                Text("Andere meldpunten", "Other reporting points"),
                tuple(_place(saying, one) for one in bundle.reporting_points),
            ),
        ),
    ).filled()


def _place(saying: Saying, place: ReportingPoint) -> Entry:
    return saying.entry(
        "reporting_points",
        place,
        place.name,
        lines=(
            (_WHEN, place.when_to_use),
            (_PHONE, dial(place.phone) if place.phone else None),
            (Text("E-mail", "E-mail"), Link(f"mailto:{place.email}", place.email) if place.email else None),
            (Text("Website", "Website"), web(place.web) if place.web else None),
            (_CONTACT, place.contact_words),
        ),
    )


def dial(number: str) -> Link:
    """Return a telephone number that can be called."""
    return Link("tel:" + "".join(sign for sign in number if sign.isdigit() or sign == "+"), number)


def web(address: str) -> Link | str:
    """Return a web address as a link, where it is one."""
    return Link(address, address) if address.startswith(("https://", "http://")) else address
