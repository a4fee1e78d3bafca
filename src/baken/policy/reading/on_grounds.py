"""Documents, sources, purposes, grounds and what may go to whom, and the signal card, as a reader sees them."""

from baken.core.policy.knowledge import Document
from baken.core.policy.models import Use
from baken.core.policy.register import Processing, every_activity
from baken.core.vocabulary import processing
from baken.core.vocabulary.pieces import PIECES
from baken.core.vocabulary.retention import SUBJECTS
from baken.core.vocabulary.text import Text
from baken.policy.reading.entries import EMPTY, Entry, Group, Part, Saying
from baken.policy.reading.on_files import files
from baken.policy.reading.on_terms import terms
from baken.web.parts import Line

_GROUNDS, _PURPOSES = Text("Grondslagen", "Legal grounds"), Text("Doelen", "Purposes")
_WORK = {
    "front_desk": Text("voor de balie", "for the front desk"),
    "inspector": Text("voor controles", "for inspections"),
    "home_visits": Text("voor huisbezoek", "for home visits"),
    "teacher": Text("voor de school", "for schools"),
}
_KIND = {
    "do": Text("Wel doen", "Do"),
    "dont": Text("Niet doen", "Do not"),
    "note": Text("Opschrijven", "Write down"),
}


def grounds(saying: Saying) -> Part:
    """Return the page of documents, sources, purposes, grounds and uses."""
    bundle = saying.bundle
    return Part(
        "bronnen-en-grondslagen",
        Text("Bronnen en grondslagen", "Sources and legal grounds"),
        Text(
            "Waar het beleid vandaan komt, welke bronnen geraadpleegd mogen worden, en wat er naar wie mag.",
            "Where the policy comes from, which sources may be consulted, and what may go to whom.",
        ),
        (
            Group(
                Text("Wat er naar wie mag", "What may go to whom"),
                tuple(_use(saying, one) for one in bundle.use_list),
                Text(
                    "Wie de melder is, hoort nooit bij wat wordt overgedragen.",
                    "Who reported is never part of what is handed over.",
                ),
            ),
            Group(
                Text("Wat er met gegevens gebeurt", "What happens to data"),
                tuple(_activity(saying, one) for one in every_activity(bundle)),
                Text(
                    "Elke verwerking met doel, grondslag, gegevens, bewaartermijn en wie erover beslist.",
                    "Each activity with purpose, ground, data, retention and who decides on it.",
                ),
            ),
            terms(saying),
            files(saying),
            Group(
                Text("Bronnen die geraadpleegd mogen worden", "Sources that may be consulted"),
                tuple(
                    saying.entry(
                        "sources",
                        one,
                        one.name,
                        lines=((_GROUNDS, [_ground(saying, ground) for ground in one.grounds]),),
                    )
                    for one in bundle.source_list
                ),
                Text("Met de hand, één besluit per bron.", "By hand, one decision for each source."),
            ),
            Group(_PURPOSES, tuple(saying.entry("purposes", one, one.name) for one in bundle.purpose_list)),
            Group(
                _GROUNDS,
                tuple(
                    saying.entry(
                        "grounds",
                        one,
                        one.name,
                        marks=(
                            Text("Nog niet bevestigd door een jurist", "Not confirmed by a lawyer yet")
                            if one.unverified
                            else None,
                        ),
                        lines=((Text("Artikel", "Article"), one.article),),
                    )
                    for one in bundle.ground_list
                ),
            ),
            Group(
                Text("Documenten", "Documents"),
                tuple(_document(saying, one) for one in bundle.documents),
            ),
        ),
    ).filled()


def _ground(saying: Saying, ground: str) -> object:
    return saying.to("bronnen-en-grondslagen", "grounds", ground, saying.bundle.grounds[ground].name)


def _use(saying: Saying, use: Use) -> Entry:
    bundle = saying.bundle
    intake = use.id == "intake"
    title = Text("Een melding aannemen", "Taking a report") if intake else bundle.name_of(use.id)
    return saying.entry(
        "uses",
        use,
        title,
        lines=(
            (
                _PURPOSES,
                [
                    saying.to("bronnen-en-grondslagen", "purposes", one, bundle.purposes[one].name)
                    for one in use.purposes
                ],
            ),
            (_GROUNDS, [_ground(saying, one) for one in use.grounds]),
            (Text("Onderdelen", "Pieces"), [PIECES[piece].name for piece in use.pieces]),
        ),
    )


def _activity(saying: Saying, found: Processing) -> Entry:
    bundle, activity = saying.bundle, found.activity
    bsn = bundle.grounds[activity.bsn].name if activity.bsn else None
    return saying.entry(
        "activities",
        activity,
        activity.name,
        lines=(
            (
                _PURPOSES,
                [
                    saying.to("bronnen-en-grondslagen", "purposes", one, bundle.purposes[one].name)
                    for one in found.purposes
                ],
            ),
            (_GROUNDS, [_ground(saying, one) for one in found.grounds]),
            (Text("Gegevens", "Data"), [processing.DATA[one] for one in activity.data]),
            (Text("Van wie", "About whom"), [processing.PEOPLE[one] for one in activity.people]),
            (Text("Wie het ziet", "Who sees it"), activity.recipients),
            (Text("Bewaartermijn van", "Retention of"), [SUBJECTS[one] for one in activity.retention]),
            (
                Text("Wie erover beslist", "Who decides on it"),
                [processing.CONTROLLERS[one] for one in activity.controllers],
            ),
            (
                Text("Samen met", "Together with"),
                [
                    Text("{who}: {agreement}", "{who}: {agreement}").format(
                        who=bundle.name_of(one.with_), agreement=one.agreement
                    )
                    for one in activity.joint
                ],
            ),
            (
                Text("Werk met een beroepsgeheim", "Work under professional secrecy"),
                [processing.WORK[one] for one in activity.secrecy],
            ),
            (Text("Een BSN mag op grond van", "A citizen service number may stand on the ground of"), bsn),
        ),
    )


def _document(saying: Saying, document: Document) -> Entry:
    """A document is itself a source: it says who and when, and needs no other."""
    shared = next((one for one in saying.bundle.documents if one.id == document.stands_for), None)
    lines = (
        (Text("Van", "By"), document.publisher),
        (Text("Datum", "Date"), document.date),
        (
            Text("Legt hier vast", "Lays down here"),
            Text(shared.title, shared.title) if shared is not None else None,
        ),
        (Text("In de bestanden", "In the files"), document.id),
    )
    return Entry(
        key=f"documents.{document.id}",
        title=Text(document.title, document.title),
        marks=(),
        words=(),
        lines=tuple(Line(term, value) for term, value in lines if value),
        source=EMPTY,
        chosen=EMPTY,
        whose=EMPTY,
        since=None,
    )


def card(saying: Saying) -> Part:
    """Return the page of what stands on the signal card."""
    bundle = saying.bundle
    groups = [
        Group(
            group.name,
            tuple(
                saying.entry("items", one, one.words, marks=[_WORK[work] for work in one.audiences])
                for one in bundle.items
                if one.group == group.id
            ),
        )
        for group in bundle.groups
    ]
    more = (
        Group(
            Text("Wat iemand kwetsbaar maakt", "What makes somebody vulnerable"),
            tuple(saying.entry("vulnerability", one, one.words) for one in bundle.vulnerability),
        ),
        Group(
            Text("Wat u doet en laat", "What to do and not to do"),
            tuple(
                saying.entry("handling", one, one.words, marks=(_KIND[one.kind],)) for one in bundle.handling
            ),
        ),
        Group(
            Text("Hulpmiddelen", "Tools"),
            tuple(saying.entry("tools", one, one.name, words=(one.words,)) for one in bundle.tools),
        ),
    )
    named = tuple(
        saying.entry("card", one, one.name, words=(one.origin, one.notice)) for one in bundle.card_list
    )
    return Part(
        "signalenkaart",
        Text("Signalenkaart", "Signal card"),
        Text(
            "Wat op de kaart staat, met wie dat zegt. Wat iemand aankruist verandert niets aan een signaal.",
            "What stands on the card, and who says so. What somebody ticks changes nothing about a signal.",
        ),
        (Group(Text("De kaart", "The card"), named), *groups, *more),
    ).filled()
