"""What a victim may count on, the terms, the next steps and the areas of help, as a reader of the policy sees them."""

from baken.core.policy import care, care_said
from baken.core.vocabulary.care import HINDRANCES, MOMENTS, STATEMENTS
from baken.core.vocabulary.text import Text
from baken.policy.reading.entries import EMPTY, Entry, Group, Part, Saying

NOT_CONFIRMED = Text("Niet bevestigd", "Not confirmed")
_FOR, _FROM, _UNTIL = Text("Voor wie", "For whom"), Text("Vanaf", "From"), Text("Tot", "Until")
_WHO, _REVIEW = Text("Van wie", "From whom"), Text("Opnieuw nagaan op", "To be checked again on")


def care_page(saying: Saying) -> Part:
    """Return the page of care."""
    bundle = saying.bundle
    ends = {**MOMENTS, **{one.id: one.name for one in bundle.deadlines}}
    return Part(
        "zorg",
        Text("Zorg voor slachtoffers", "Care for victims"),
        Text(
            "Waar iemand op mag rekenen, per verblijf en leeftijd. Dit is advies: over verblijf beslist de IND.",
            "What somebody may count on, by stay and age. This is advice: the IND decides on residence.",
        ),
        (
            _room(saying),
            Group(
                Text("Waar iemand op mag rekenen", "What somebody may count on"),
                tuple(
                    _rule(
                        saying,
                        "entitlements",
                        one,
                        (_WHO, _provider(saying, one.provider)),
                        (_FROM, [MOMENTS[name] for name in one.from_]),
                        (_UNTIL, [ends[name] for name in one.until]),
                    )
                    for one in bundle.entitlements
                ),
            ),
            Group(
                Text("Termijnen", "Deadlines"),
                tuple(
                    _rule(
                        saying,
                        "deadlines",
                        one,
                        (_FROM, MOMENTS[one.starts]),
                        (Text("Hoelang", "How long"), one.lasts.words if one.lasts else None),
                        (Text("Begonnen na", "Begun after"), one.started_after),
                        (Text("Begonnen op of voor", "Begun on or before"), one.started_by),
                        (
                            Text("Waarschuwing, dagen ervoor", "Warning, days before"),
                            ", ".join(str(days) for days in one.warn),
                        ),
                        (
                            Text("Niet als bekend is", "Not where known"),
                            [MOMENTS[name] for name in one.unless],
                        ),
                        (Text("Afgehandeld door", "Handled by"), [MOMENTS[name] for name in one.handled_by]),
                    )
                    for one in bundle.deadlines
                ),
            ),
            Group(
                Text("Wat er nu moet gebeuren", "What must be done next"),
                tuple(
                    _rule(
                        saying,
                        "care_steps",
                        one,
                        (Text("Wie", "Who"), _provider(saying, one.who)),
                        (_FROM, MOMENTS[one.starts] if one.starts else None),
                        (Text("Binnen", "Within"), one.within.words if one.within else None),
                        (Text("Pas als gemist is", "Only when missed"), [ends[name] for name in one.missed]),
                        (Text("Niet meer na", "No longer after"), [ends[name] for name in one.until]),
                    )
                    for one in bundle.care_steps
                ),
            ),
            Group(
                Text("Gebieden van hulp", "Areas of help"),
                tuple(
                    saying.entry(
                        "areas",
                        one,
                        one.name,
                        lines=((_WHO, _provider(saying, one.provider) if one.provider else None),),
                    )
                    for one in bundle.areas
                ),
            ),
            Group(
                Text("Verklaringen bij B8 zonder medewerking", "Statements for the B8 without cooperation"),
                tuple(
                    saying.entry(
                        "statements",
                        one,
                        _upper(STATEMENTS[one.kind]),
                        marks=(None if one.confirmed else NOT_CONFIRMED,),
                        lines=(
                            (Text("Bij", "With"), [HINDRANCES[name] for name in one.supports]),
                            (_REVIEW, one.review_on),
                        ),
                    )
                    for one in bundle.statements
                ),
            ),
            Group(
                Text("Wie het doet", "Who does it"),
                tuple(
                    saying.entry("providers", one, _upper(one.name), words=(one.contact,))
                    for one in bundle.providers
                ),
            ),
        ),
    ).filled()


def _rule(saying: Saying, section: str, rule: care.CareRule, *lines: tuple[Text, object]) -> Entry:
    return saying.entry(
        section,
        rule,
        _upper(rule.name),
        marks=(None if rule.confirmed else NOT_CONFIRMED,),
        words=(rule.because,),
        lines=(
            (_FOR, [_upper(line) for line in care_said.lines(rule.when)] or _upper(care_said.EVERYBODY)),
            *lines,
            (_REVIEW, rule.review_on),
        ),
    )


def _provider(saying: Saying, name: str) -> Text:
    return next(one.name for one in saying.bundle.providers if one.id == name)


def _room(saying: Saying) -> Group:
    room = saying.bundle.room
    entries: tuple[Entry, ...] = ()
    if room is not None:
        entries = (
            Entry(
                key="room.on",
                title=Text("Dossiers van cliënten staan aan", "Client files are switched on"),
                marks=(),
                words=(),
                lines=(),
                source=EMPTY,
                chosen=room.because,
                whose=saying.whose(saying.bundle.policy_id),
                since=saying.bundle.valid_from,
            ),
        )
    return Group(Text("Dossiers van cliënten", "Client files"), entries)


def _upper(words: Text) -> Text:
    return Text(words.nl[:1].upper() + words.nl[1:], words.en[:1].upper() + words.en[1:])
