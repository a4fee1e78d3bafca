"""What may be decided about a request of somebody concerned (V24, GEN-03)."""

from collections.abc import Collection
from datetime import date, datetime

from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_one_of
from baken.core.derive.rights import RequestState, answer_by
from baken.core.events import Event
from baken.core.events import request as past
from baken.core.vocabulary import outcomes, rights
from baken.core.vocabulary.text import Text

_NOT_RECORDED = Text("Er is niets vastgelegd.", "Nothing was recorded.")


def receive(*, right: str, received_on: date, identity: str, words: str, today: date) -> tuple[Event, ...]:
    """Register a request, with the day on which it came in."""
    must_be_one_of(right, rights.RIGHT, Text("het soort verzoek", "the kind of request"))
    must_be_one_of(identity, rights.IDENTITY, Text("de identiteit", "the identity"))
    if received_on > today:
        raise Refused(
            _NOT_RECORDED,
            Text("Die dag moet nog komen.", "That day is still to come."),
            Text("Kijk de datum van ontvangst na.", "Check the date of receipt."),
        )
    return (past.RequestReceived(right, received_on.isoformat(), identity, words),)


def identify(state: RequestState, identity: str) -> tuple[Event, ...]:
    """Record how it was established who asks."""
    must_be_open(state)
    known = [one for one in rights.IDENTITY if one != "not_yet"]
    must_be_one_of(identity, known, Text("de identiteit", "the identity"))
    return (past.IdentityEstablished(identity),)


def extend(state: RequestState, because: str, reason: str, now: datetime) -> tuple[Event, ...]:
    """Take two months more, once, and only while the first month runs (AVG 12(3))."""
    must_be_open(state)
    must_be_one_of(because, rights.EXTENDED, Text("de reden", "the reason"))
    if state.extended:
        raise Refused(
            Text("De termijn is niet verlengd.", "The term was not extended."),
            Text(
                "Dat is al een keer gebeurd, en mag één keer.", "That was done already, and may be done once."
            ),
            Text("Geef nu antwoord.", "Answer now."),
        )
    if now > answer_by(state.received_on, extended=False):
        raise Refused(
            Text("De termijn is niet verlengd.", "The term was not extended."),
            Text("Dat mag alleen binnen de eerste maand.", "That may be done within the first month only."),
            Text("Geef nu antwoord, en leg uit waarom het later is.", "Answer now, and say why it is late."),
        )
    return (past.RequestExtended(because, reason),)


def must_allow_search(state: RequestState) -> None:
    """Nobody is looked for but the person who asks, and only once it is certain who that is (GEN-03)."""
    must_be_open(state)
    if state.identity == "not_yet":
        raise Refused(
            Text("Zoeken kan nog niet.", "Searching cannot be done yet."),
            Text("Er is nog niet vastgesteld wie het verzoek doet.", "It was not established yet who asks."),
            Text(
                "Laat de privacy officer dat eerst vastleggen.", "Let the privacy officer record that first."
            ),
        )


def searched(
    state: RequestState, *, asked: str, looked_through: int, found: tuple[str, ...]
) -> tuple[Event, ...]:
    """Record that the records were gone through."""
    must_allow_search(state)
    return (past.RequestSearched(asked, looked_through, found),)


def weigh(
    state: RequestState,
    *,
    record: str,
    kind: str,
    verdict: str,
    give: tuple[str, ...],
    leave_out: tuple[str, ...],
    summary: str | None,
    note: str | None,
) -> tuple[Event, ...]:
    """Decide about one record that came up: nothing is given of somebody else, or where it is not certain."""
    must_be_open(state)
    must_be_one_of(record, state.found, Text("het dossierstuk", "the record"))
    must_be_one_of(kind, rights.RECORD, Text("het soort stuk", "the kind of record"))
    must_be_one_of(verdict, rights.VERDICT, Text("het oordeel", "the verdict"))
    _all_of(give, rights.GIVE, Text("wat u geeft", "what you give"))
    _all_of(leave_out, rights.LEAVE_OUT, Text("waarom u iets weglaat", "why you leave something out"))
    if verdict != "person" and give:
        raise Refused(
            _NOT_RECORDED,
            Text(
                "Van iemand anders, of bij twijfel, wordt niets gegeven.",
                "Of somebody else, or where it is not certain, nothing is given.",
            ),
            Text("Haal de vinkjes weg, of kies een ander oordeel.", "Remove the ticks, or choose otherwise."),
        )
    if "summary" in give and summary is None:
        raise Refused(
            _NOT_RECORDED,
            Text("U geeft een samenvatting, maar die is leeg.", "You give a summary, but it is empty."),
            Text("Schrijf haar, of haal het vinkje weg.", "Write it, or remove the tick."),
        )
    if verdict == "person" and not give and not leave_out:
        raise Refused(
            _NOT_RECORDED,
            Text("U geeft niets, en zegt niet waarom.", "You give nothing, and do not say why."),
            Text(
                "Kies wat u geeft, of waarom u iets weglaat.",
                "Choose what you give, or why you leave it out.",
            ),
        )
    return (past.RecordWeighed(record, kind, verdict, give, leave_out, summary, note),)


def act(state: RequestState, *, record: str, done: str, reason: str) -> tuple[Event, ...]:
    """Record that what was asked was done on one record, or refused."""
    must_be_open(state)
    must_be_one_of(done, rights.ACT, Text("wat u deed", "what you did"))
    must_be_one_of(record, [one.record for one in state.to_do], Text("het dossierstuk", "the record"))
    return (past.ActDone(record, done, reason),)


def may_write(state: RequestState, there: Collection[str]) -> bool:
    """Whether a letter can be written; see `must_allow_letter`."""
    left = {*state.open, *(one.record for one in state.to_do)}
    return bool(state.searches) and left.isdisjoint(there)


def must_allow_letter(state: RequestState, there: Collection[str]) -> None:
    """A letter is written once every record was decided about, and what was asked was carried out.

    `there` are the records that still exist: about what was destroyed meanwhile nothing can be decided any more.
    """
    must_be_open(state)
    if not may_write(state, there):
        raise Refused(
            Text("De brief kan nog niet worden gemaakt.", "The letter cannot be made yet."),
            Text(
                "Er is nog niet gezocht, of niet over elk stuk besloten.",
                "Nothing was searched yet, or not every record was decided about.",
            ),
            Text("Maak eerst het werkblad af.", "Finish the worksheet first."),
        )


def letter(
    state: RequestState, *, letter: str, tells: bool, there: Collection[str], as_read: bool
) -> tuple[Event, ...]:
    """Record the letter that was written; `as_read`: it is word for word what was just read."""
    must_allow_letter(state, there)
    if not as_read:
        raise Refused(
            Text("De brief is niet gemaakt.", "The letter was not made."),
            Text("Hij veranderde terwijl u las.", "It changed while you were reading."),
            Text("Lees hem hieronder opnieuw na.", "Read it again below."),
        )
    return (past.LetterMade(letter, tells),)


def answered(state: RequestState, *, outcome: str, channel: str) -> tuple[Event, ...]:
    """Record that the answer went out. Only a request that was withdrawn needs no letter."""
    must_be_open(state)
    must_be_one_of(outcome, rights.ANSWERED, Text("de uitkomst", "the outcome"))
    must_be_one_of(channel, outcomes.CHANNEL, Text("de weg", "the channel"))
    if outcome != "withdrawn" and state.letter is None:
        raise Refused(
            Text("Het verzoek is niet afgerond.", "The request was not finished."),
            Text("Er is nog geen brief.", "There is no letter yet."),
            Text(
                "Laat de aandachtsfunctionaris eerst het werkblad en de brief maken.",
                "Let the focal point finish the worksheet and the letter first.",
            ),
        )
    return (past.RequestAnswered(outcome, channel),)


def must_be_open(state: RequestState) -> None:
    """An answered request changes no more."""
    if state.answered_at is not None:
        raise Refused(
            _NOT_RECORDED,
            Text("Dit verzoek is al beantwoord.", "This request was answered already."),
            Text(
                "Vraagt iemand opnieuw? Leg een nieuw verzoek vast.", "Asked again? Register a new request."
            ),
        )


def _all_of(values: Collection[str], choices: Collection[str], name: Text) -> None:
    for value in values:
        must_be_one_of(value, choices, name)
