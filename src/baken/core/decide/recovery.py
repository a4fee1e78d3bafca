"""Asking for a post's key, giving a share of it, refusing, and putting it together: any two holders, never one."""

from collections.abc import Collection, Mapping
from datetime import datetime

from baken.core.decide.refusal import Refused
from baken.core.derive.recovery import Request
from baken.core.events import Event
from baken.core.events import keys as past
from baken.core.vocabulary.text import Text

NOT_ASKED = Text("Er is niets gevraagd.", "Nothing was asked.")
NOT_GIVEN = Text("U hebt niets gegeven.", "You gave nothing.")
NOT_DONE = Text("Er is niets veranderd.", "Nothing was changed.")
NOT_COMPLETED = Text("De sleutel is niet hersteld.", "The key was not recovered.")

WHYS: Mapping[str, Text] = {
    "passphrase": Text("ik ben mijn wachtwoordzin kwijt", "I lost my passphrase"),
    "orphaned": Text(
        "ik vervul deze functie nu, en wie hem had is er niet meer",
        "I hold this post now, and who had it is gone",
    ),
    "former": Text("ik kan oudere enveloppen niet openen", "I cannot open older envelopes"),
}
ENDS: Mapping[str, Text] = {
    "expired": Text("verlopen: er gaven niet op tijd twee mensen", "run out: no two people gave in time"),
    "refused": Text("geweigerd", "refused"),
    "withdrawn": Text("ingetrokken", "withdrawn"),
    "completed": Text("de sleutel is hersteld", "the key was recovered"),
    "open": Text("wacht op bewaarders", "waits for holders of shares"),
    "ready": Text("twee bewaarders gaven hun deel", "two holders gave their share"),
}
KEY_WHYS: Mapping[str, Text] = {
    "first": Text("de eerste sleutel", "the first key"),
    "left": Text("iemand die de sleutel had, is vertrokken", "somebody who had the key left"),
    "ended": Text("een vervanging liep af", "a delegation ended"),
    "suspected": Text("misschien kent iemand anders de sleutel", "somebody else may know the key"),
    "yearly": Text("uit voorzorg", "as a precaution"),
    "lost": Text("de vorige sleutel is kwijt", "the former key was lost"),
}


def ask(
    requests: Collection[Request], asked: past.RecoveryAsked, *, holders: int, now: datetime
) -> tuple[Event, ...]:
    """Ask for a post's key; one request of a person runs at a time for a key, and somebody must have shares."""
    if holders < 2:
        raise Refused(
            NOT_ASKED,
            Text(
                "Er zijn geen twee bewaarders met een deel van deze sleutel.",
                "No two members hold shares of this key.",
            ),
            Text(
                "Lees op uw functiepagina wat nu nog kan.",
                "Read on the page of your post what can be done now.",
            ),
        )
    mine = [
        one
        for one in requests
        if (one.by, one.post, one.key_number) == (asked.membership, asked.post, asked.key_number)
    ]
    if any(one.runs(now) and one.vault_number == asked.vault_number for one in mine):
        raise Refused(
            NOT_ASKED,
            Text("U hebt dit al gevraagd.", "You asked for this already."),
            Text(
                "Wacht op de bewaarders, of trek uw verzoek in.",
                "Wait for the holders, or withdraw your request.",
            ),
        )
    return (asked,)


def give(
    request: Request, by: str, *, holders: Collection[str], vault_number: int, now: datetime
) -> tuple[Event, ...]:
    """Give one's share; never to oneself, once, while the request runs and who asks still has the same vault."""
    _runs(request, now, NOT_GIVEN)
    if by == request.by:
        raise Refused(
            NOT_GIVEN,
            Text("Dit is uw eigen verzoek.", "This is your own request."),
            Text("Twee anderen moeten hun deel geven.", "Two others must give their share."),
        )
    if by not in holders:
        raise Refused(
            NOT_GIVEN,
            Text("U bewaart geen deel van deze sleutel.", "You hold no share of this key."),
            Text("U hoeft niets te doen.", "You need not do anything."),
        )
    if by in request.given:
        raise Refused(
            NOT_GIVEN,
            Text("U gaf uw deel al.", "You gave your share already."),
            Text("U hoeft niets meer te doen.", "You need not do anything more."),
        )
    if vault_number != request.vault_number:
        raise Refused(
            NOT_GIVEN,
            Text("Wie het vroeg, begon daarna een nieuwe kluis.", "Who asked began a new vault since."),
            Text(
                "Bel die persoon; er is een nieuw verzoek nodig.", "Telephone them; a new request is needed."
            ),
        )
    return (past.RecoveryGiven(request.id, by),)


def refuse(
    request: Request, by: str, reason: str, *, holders: Collection[str], now: datetime
) -> tuple[Event, ...]:
    """Refuse: the doubt of one holder ends the request, and whoever asked can ask anew."""
    _runs(request, now, NOT_DONE)
    if by == request.by or by not in holders:
        raise Refused(
            NOT_DONE,
            Text("U bewaart geen deel van deze sleutel.", "You hold no share of this key."),
            Text("U hoeft niets te doen.", "You need not do anything."),
        )
    return (past.RecoveryRefused(request.id, by, reason),)


def withdraw(request: Request, by: str, *, now: datetime) -> tuple[Event, ...]:
    """Take back one's own request."""
    _runs(request, now, NOT_DONE)
    _own(request, by, NOT_DONE)
    return (past.RecoveryWithdrawn(request.id),)


def complete(request: Request, by: str, *, vault_number: int, now: datetime) -> tuple[Event, ...]:
    """Put the key together from two shares that were given to this vault."""
    _runs(request, now, NOT_COMPLETED)
    _own(request, by, NOT_COMPLETED)
    if request.state(now) != "ready":
        raise Refused(
            NOT_COMPLETED,
            Text("Er gaven nog geen twee bewaarders hun deel.", "No two holders gave their share yet."),
            Text("Wacht, of bel een andere bewaarder.", "Wait, or telephone another holder."),
        )
    if vault_number != request.vault_number:
        raise Refused(
            NOT_COMPLETED,
            Text("U begon na uw verzoek een nieuwe kluis.", "You began a new vault after your request."),
            Text("Trek het verzoek in en vraag het opnieuw.", "Withdraw the request and ask again."),
        )
    return (past.RecoveryCompleted(request.id),)


def _runs(request: Request, now: datetime, what: Text) -> None:
    state = request.state(now)
    if not request.runs(now):
        why = Text("Het verzoek loopt niet meer: {how}.", "The request does not run any more: {how}.")
        raise Refused(
            what,
            why.format(how=ENDS[state]),
            Text(
                "Is het nog nodig? Dan is er een nieuw verzoek nodig.",
                "Still needed? Then it takes a new request.",
            ),
        )


def _own(request: Request, by: str, what: Text) -> None:
    if by != request.by:
        raise Refused(
            what,
            Text("Dit is het verzoek van iemand anders.", "This is somebody else's request."),
            Text("Alleen wie het vroeg, kan dit doen.", "Only who asked can do this."),
        )
