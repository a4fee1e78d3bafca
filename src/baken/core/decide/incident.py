"""What may be decided about a data leak, by whoever settles it (V30)."""

from datetime import datetime

from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_one_of
from baken.core.derive.incidents import IncidentState
from baken.core.events import Event
from baken.core.events import incident as past
from baken.core.vocabulary import incidents as words
from baken.core.vocabulary.text import Text

_NOT_RECORDED = Text("Er is niets vastgelegd.", "Nothing was recorded.")
_WHAT_LEFT = {
    "weigh": Text("Besluit eerst of het gemeld moet worden.", "Decide first whether it must be notified."),
    "authority": Text(
        "Meld het eerst bij de Autoriteit Persoonsgegevens.", "Notify the data protection authority first."
    ),
    "concerned": Text("Leg eerst vast om wie het gaat.", "Record first whom it concerns."),
    "people": Text("Licht eerst de mensen in om wie het gaat.", "Tell the people it concerns first."),
    "measure": Text("Leg eerst vast wat u eraan deed.", "Record first what you did about it."),
}


def report(
    *, what: str, where: str, ongoing: str, discovered_at: datetime, told: str, now: datetime
) -> tuple[Event, ...]:
    """Report a leak. It was discovered before it is told."""
    must_be_one_of(what, words.WHAT, Text("wat er gebeurde", "what happened"))
    must_be_one_of(where, words.WHERE, Text("waar het gebeurde", "where it happened"))
    must_be_one_of(ongoing, words.ONGOING, Text("of het nog doorgaat", "whether it goes on"))
    _must_have_been(discovered_at, now)
    return (past.IncidentReported(what, where, discovered_at.isoformat(), ongoing, told),)


def concerned(
    state: IncidentState,
    signals: tuple[str, ...],
    notifications: tuple[str, ...] = (),
    clients: tuple[str, ...] = (),
) -> tuple[Event, ...]:
    """Record in which records the people are whom it concerns; nobody is an answer too."""
    must_be_open(state)
    return (
        past.IncidentConcerned(*(tuple(dict.fromkeys(one)) for one in (signals, notifications, clients))),
    )


def weigh(state: IncidentState, *, risk: str, authority: str, people: str, reason: str) -> tuple[Event, ...]:
    """Decide whether authority and people are told. A risk is told to the authority, a high one to people too."""
    must_be_open(state)
    must_be_one_of(risk, words.RISK, Text("het risico", "the risk"))
    must_be_one_of(authority, words.AUTHORITY, Text("het melden", "notifying"))
    must_be_one_of(people, words.PEOPLE, Text("het inlichten", "telling people"))
    if risk != "unlikely" and authority != "tell":
        raise Refused(
            _NOT_RECORDED,
            Text(
                "Is er een risico voor mensen, dan moet het bij de Autoriteit Persoonsgegevens worden gemeld.",
                "Where there is a risk for people, the data protection authority must be notified.",
            ),
            Text(
                "Kies voor melden, of leg uit waarom een risico niet waarschijnlijk is.",
                "Choose to notify, or say why a risk is unlikely.",
            ),
        )
    if risk == "high" and people == "not_needed":
        raise Refused(
            _NOT_RECORDED,
            Text(
                "Bij een hoog risico moeten de mensen om wie het gaat het weten.",
                "Where the risk is high, the people it concerns must know.",
            ),
            Text(
                "Kies voor inlichten, zo nodig later, of weeg het risico opnieuw.",
                "Choose to tell them, later if need be, or weigh the risk again.",
            ),
        )
    return (past.IncidentWeighed(risk, authority, people, reason),)


def told(
    state: IncidentState, *, whom: str, at: datetime, note: str | None, now: datetime
) -> tuple[Event, ...]:
    """Record that the authority or the people were told, and when."""
    must_be_open(state)
    must_be_one_of(whom, ("authority", "people"), Text("wie het hoorde", "who was told"))
    _must_have_been(at, now)
    if state.discovered_at is not None and at < state.discovered_at:
        raise Refused(
            _NOT_RECORDED,
            Text("Toen was het lek nog niet ontdekt.", "The leak had not been discovered then."),
            Text("Kijk de datum en het tijdstip na.", "Check the date and the time."),
        )
    decided = state.authority if whom == "authority" else state.people
    if decided not in ("tell", "later"):
        raise Refused(
            _NOT_RECORDED,
            Text("Er is niet besloten om dit te melden.", "It was not decided to tell this."),
            Text("Leg eerst het besluit vast.", "Record the decision first."),
        )
    return (past.IncidentTold(whom, at.isoformat(), note),)


def measure(state: IncidentState, note: str) -> tuple[Event, ...]:
    """Record what was done about it."""
    must_be_open(state)
    return (past.IncidentMeasureTaken(note),)


def close(state: IncidentState, note: str) -> tuple[Event, ...]:
    """Close it, once everything was done that had to be."""
    must_be_open(state)
    if state.open_work:
        raise Refused(
            Text("Het datalek is niet afgesloten.", "The data leak was not closed."),
            Text("Er is nog iets te doen.", "Something is still to be done."),
            _WHAT_LEFT[state.open_work[0]],
        )
    return (past.IncidentClosed(note),)


def must_be_open(state: IncidentState) -> None:
    """A closed leak changes no more."""
    if state.closed_at is not None:
        raise Refused(
            _NOT_RECORDED,
            Text("Dit datalek is afgesloten.", "This data leak was closed."),
            Text(
                "Is er iets nieuws? Meld het als een nieuw datalek.", "Anything new? Report it as a new one."
            ),
        )


def _must_have_been(moment: datetime, now: datetime) -> None:
    if moment > now:
        raise Refused(
            _NOT_RECORDED,
            Text("Dat moment moet nog komen.", "That moment is still to come."),
            Text("Kijk de datum en het tijdstip na.", "Check the date and the time."),
        )
