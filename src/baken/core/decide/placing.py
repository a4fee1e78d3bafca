"""What may be decided about where a client stays, about shelter, and about moving to another coordinator."""

from collections.abc import Collection
from datetime import date

from baken.core.decide.client import must_be_open, must_go_to, must_rest_on
from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_one_of
from baken.core.derive.care_notice import NoticeState
from baken.core.derive.client import ClientState, rests_on
from baken.core.derive.placing import PlacingState, Request, Transfer
from baken.core.events import Event
from baken.core.events import client as client_past
from baken.core.events import placing as past
from baken.core.vocabulary import placing as words
from baken.core.vocabulary.outcomes import CHANNEL
from baken.core.vocabulary.text import Text

_NOT_RECORDED = Text("Er is niets vastgelegd.", "Nothing was recorded.")
_NOT_HANDED = Text("Er is niets overgedragen.", "Nothing was handed over.")
_CHECK_DATE = Text("Kijk de datum na.", "Check the date.")
GOES_TO = {"local": "shelter", "specialist": "comensha"}
"""Whose consent, or weighing, a request that names somebody needs."""
COORDINATOR = "care_organisation"


def note_stay(
    client: ClientState,
    state: PlacingState,
    *,
    stays: str,
    registered: str,
    because: str,
    since: date,
    today: date,
    told: str,
) -> tuple[Event, ...]:
    """Record what is known of where somebody stays, is registered and was found."""
    must_be_open(client)
    must_be_one_of(stays, words.STAYS, Text("het verblijf", "the stay"))
    must_be_one_of(registered, words.REGISTERED, Text("de inschrijving", "the registration"))
    must_be_one_of(because, words.STAY_BECAUSE, Text("de reden", "the reason"))
    _must_have_been(since, today)
    if (because == "first") != (state.stay is None):
        raise Refused(
            _NOT_RECORDED,
            Text(
                "Er staat al iets over het verblijf, of juist nog niets.",
                "Something is recorded about the stay already, or nothing yet.",
            ),
            Text("Kies of het is veranderd of verkeerd stond.", "Choose whether it changed or was wrong."),
        )
    return (past.StayNoted(stays, registered, because, since.isoformat(), told),)


def need(client: ClientState, told: str) -> tuple[Event, ...]:
    """Record what shelter has to offer; a later note replaces an earlier one."""
    must_be_open(client)
    return (past.ShelterNeeded(told),)


def request(
    client: ClientState,
    state: PlacingState,
    notices: NoticeState,
    *,
    request: str,
    kind: str,
    named: bool,
    not_local: str | None,
    on: date,
    today: date,
    basis: str = "",
    told: str,
) -> tuple[Event, ...]:
    """Ask for a place: nearby first, otherwise with the reason and through CoMensha (CARE-05)."""
    must_be_open(client)
    must_be_one_of(kind, words.SHELTER, Text("de soort opvang", "the kind of shelter"))
    _must_have_been(on, today)
    if state.needs is None:
        raise Refused(
            _NOT_RECORDED,
            Text(
                "Nog niet vastgelegd is wat voor opvang nodig is.", "What shelter is needed was not recorded."
            ),
            Text("Leg dat eerst vast.", "Record that first."),
        )
    if kind == "specialist":
        must_be_one_of(not_local or "", words.NOT_LOCAL, Text("waarom niet lokaal", "why not locally"))
        if not notices.shelter_asked:
            raise Refused(
                _NOT_RECORDED,
                Text(
                    "Gespecialiseerde opvang loopt via CoMensha, en daar is nog niet om opvang gevraagd.",
                    "Specialist shelter goes through CoMensha, and CoMensha was not asked for shelter yet.",
                ),
                Text(
                    "Maak eerst de melding aan CoMensha met opvang.",
                    "Make the notification to CoMensha with shelter first.",
                ),
            )
    elsewhere = not_local if kind == "specialist" else None
    asked = past.ShelterRequested(request, kind, on.isoformat(), named, elsewhere, told)
    return (must_rest_on(client, GOES_TO[kind], basis), asked) if named else (asked,)


def answer(
    client: ClientState,
    state: PlacingState,
    *,
    request: str,
    outcome: str,
    on: date,
    today: date,
    told: str | None,
) -> tuple[Event, ...]:
    """Record what a shelter said. There is no answer without a request."""
    must_be_open(client)
    must_be_one_of(outcome, words.ANSWER, Text("het antwoord", "the answer"))
    asked = must_have_asked(state, request)
    _must_have_been(on, today)
    if on < asked.on:
        raise Refused(
            _NOT_RECORDED,
            Text("Toen was er nog niets gevraagd.", "Nothing had been asked then."),
            _CHECK_DATE,
        )
    return (past.ShelterAnswered(request, outcome, on.isoformat(), told),)


def must_have_asked(state: PlacingState, request: str) -> Request:
    """Return a request that still waits for its last answer."""
    asked = state.requests.get(request)
    if asked is None:
        raise Refused(
            _NOT_RECORDED,
            Text("Deze aanvraag staat niet in het dossier.", "This request is not in the file."),
            Text("Leg eerst de aanvraag vast.", "Record the request first."),
        )
    if not asked.waits:
        raise Refused(
            _NOT_RECORDED,
            Text("Deze aanvraag is al beantwoord.", "This request was answered already."),
            Text("Vraag opnieuw een plek aan.", "Ask for a place again."),
        )
    return asked


def move(
    client: ClientState,
    state: PlacingState,
    *,
    to: str,
    because: str,
    request: str | None,
    on: date,
    today: date,
    told: str | None,
) -> tuple[Event, ...]:
    """Record that the client moved. Moves are recorded in their order."""
    must_be_open(client)
    must_be_one_of(to, words.MOVED_TO, Text("waarheen", "where to"))
    must_be_one_of(because, words.MOVED_BECAUSE, Text("de reden", "the reason"))
    _must_have_been(on, today)
    if state.moves and on < state.moves[-1].on:
        raise Refused(
            _NOT_RECORDED,
            Text("Een latere verhuizing staat al in het dossier.", "A later move is in the file already."),
            _CHECK_DATE,
        )
    if request is not None and request not in state.requests:
        must_have_asked(state, request)
    return (past.ShelterMoved(to, because, on.isoformat(), request, told),)


def transfer(
    client: ClientState,
    state: PlacingState,
    *,
    transfer: str,
    purpose: str,
    ground: str,
    purposes: Collection[str],
    grounds: Collection[str],
    pieces: tuple[str, ...],
    delivery: str,
    recipient: str | None,
    basis: str,
    reason: str,
    content: str,
) -> tuple[Event, ...]:
    """Hand a chosen minimum to another coordinator, with purpose, ground, and consent or a weighing (V2, V5)."""
    must_be_able_to_transfer(client, state)
    must_be_one_of(purpose, purposes, Text("het doel", "the purpose"))
    must_be_one_of(ground, grounds, Text("de grondslag", "the ground"))
    if not pieces:
        raise Refused(
            _NOT_HANDED,
            Text("U koos niets om te delen.", "You chose nothing to share."),
            Text("Kies wat de ander nodig heeft.", "Choose what the other needs."),
        )
    for piece in pieces:
        must_be_one_of(piece, words.PIECES, Text("het onderdeel", "the piece"))
    confirmed = must_rest_on(client, COORDINATOR, basis)
    [kind] = [one.kind for one in rests_on(client, COORDINATOR) if one.id == basis]
    return (
        confirmed,
        past.ClientTransferred(transfer, purpose, ground, kind, reason, pieces, content, delivery, recipient),
    )


def must_be_able_to_transfer(client: ClientState, state: PlacingState) -> None:
    """Only an open file goes, once at a time, and only where something allows it."""
    must_be_open(client)
    if state.transfer is not None:
        raise Refused(
            _NOT_HANDED,
            Text("Er loopt al een overdracht.", "A transfer is under way."),
            Text(
                "Wacht op het antwoord, of leg het vast. Wat nog niet is verzonden, kunt u terugnemen.",
                "Wait for the answer, or record it. What was not sent yet you can take back.",
            ),
        )
    must_go_to(client, COORDINATOR)


def sent(
    client: ClientState, state: PlacingState, *, transfer: str, channel: str, on: date, today: date
) -> tuple[Event, ...]:
    """Record that the document left, once."""
    must_be_open(client)
    found = _transfer_of(state, transfer)
    _must_stand(found)
    must_be_one_of(channel, CHANNEL, Text("de weg", "the channel"))
    _must_have_been(on, today)
    if found.arrived:
        raise Refused(
            _NOT_RECORDED,
            Text("De ander heeft deze overdracht al.", "The other has this transfer already."),
            Text("Vraag of zij het overnemen.", "Ask whether they take over."),
        )
    return (past.TransferSent(transfer, channel, on.isoformat()),)


def withdraw(state: PlacingState, *, transfer: str, reason: str) -> tuple[Event, ...]:
    """Take back a document that never left, with the reason; in a closed file too. What arrived stays there."""
    found = _transfer_of(state, transfer)
    _must_stand(found)
    if found.arrived:
        raise Refused(
            _NOT_RECORDED,
            Text("De ander heeft deze overdracht al.", "The other has this transfer already."),
            Text(
                "Vraag de ander om het antwoord, en leg dat vast.",
                "Ask the other for the answer, and record it.",
            ),
        )
    return (past.TransferWithdrawn(transfer, reason),)


def _must_stand(found: Transfer) -> None:
    if found.withdrawn is not None:
        raise Refused(
            _NOT_RECORDED,
            Text("Deze overdracht is teruggenomen.", "This transfer was taken back."),
            Text("Draag opnieuw over.", "Hand over again."),
        )


def answered(
    client: ClientState,
    state: PlacingState,
    *,
    transfer: str,
    outcome: str,
    note: str | None,
    closing: str | None,
) -> tuple[Event, ...]:
    """Record what the other coordinator said; later ones may follow. Who takes over has the person: the file closes."""
    found = _transfer_of(state, transfer)
    _must_stand(found)
    must_be_one_of(outcome, words.TRANSFER_ANSWER, Text("het antwoord", "the answer"))
    if not found.arrived:
        raise Refused(
            _NOT_RECORDED,
            Text("Het document is nog niet verzonden.", "The document was not sent yet."),
            Text("Leg eerst vast hoe u het verzond.", "Record first how you sent it."),
        )
    events: tuple[Event, ...] = (past.TransferAnswered(transfer, outcome, note),)
    if outcome == "taken_up" and client.open and closing is not None:
        return (*events, client_past.ClientClosed("transferred", closing))
    return events


def _transfer_of(state: PlacingState, transfer: str) -> Transfer:
    found = state.transfers.get(transfer)
    if found is None:
        raise Refused(
            _NOT_RECORDED,
            Text("Deze overdracht staat niet in het dossier.", "This transfer is not in the file."),
            Text("Kies een overdracht uit het dossier.", "Choose a transfer from the file."),
        )
    return found


def _must_have_been(day: date, today: date) -> None:
    if day > today:
        raise Refused(
            _NOT_RECORDED, Text("Die dag moet nog komen.", "That day is still to come."), _CHECK_DATE
        )
