"""Meetings in the demonstration: one held with its minutes, and one to come with an agenda."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import translation

from baken.core.vocabulary.moments import civil_date
from baken.programme.meetings import owing
from baken.programme.meetings.models import AgendaItem, Meeting, MinuteLine
from baken.project.demo.cast import Cast
from baken.tenancy import kept
from baken.tenancy.actors import Actor
from baken.tenancy.scope import scope

RHYTHMS = {"woerden": "focal_points", "montfoort": "focal_points", "hoorn": "safety_ambition"}
HELD, COMING = -75, 18
DECISIONS = (
    "De gemeenten delen hun boodschap voor de week tegen mensenhandel, met een eigen foto erbij.",
    "De signalenkaart komt in elk werkoverleg eerst aan de orde.",
)
# what, who, due, done (days from today)
ACTIONS: tuple[tuple[str, str, int, int | None], ...] = (
    ("Het RIEC vragen om een bijeenkomst voor boa's en toezichthouders", "Beleidsadviseur", 30, None),
    ("De lijst met contactgegevens van ketenpartners nalopen", "Aandachtsfunctionaris", -12, None),
    ("De teksten voor de websites naast elkaar leggen", "team Communicatie", -30, -33),
)
ITEMS = ("Wat de week tegen mensenhandel opleverde", "Planning van trainingen voor het komende jaar")


def tell(players: Cast, today: datetime) -> None:
    """Let three municipalities meet: one meeting with its minutes, and the next with an agenda."""
    with translation.override("nl"):
        for place, rhythm in RHYTHMS.items():
            with scope(players.organisations[place].id):
                _tell(place, rhythm, players.actors[place], today)


def _tell(place: str, rhythm: str, actor: Actor, today: datetime) -> None:
    element = next((one for one in owing.rhythms(today) if one.id == rhythm), None)
    if element is None:
        return
    day = civil_date(today)
    told: dict[str, Any] = {
        "rhythm": rhythm,
        "name": element.name.nl,
        "who": [one.nl for one in element.with_],
        "owner": "Beleidsadviseur",
        "begins": time(10, 0),
        "ends": time(11, 30),
        "place": "Stadhuis, zaal 2",
    }

    def at(days: int, mark: str) -> dict[str, Any]:
        return {"actor": actor, "now": today + timedelta(days=days), "command_id": _command(place, mark)}

    held = kept.add(
        Meeting,
        {
            **told,
            "on": day + timedelta(days=HELD),
            "present": told["who"],
            "minuted_on": day + timedelta(days=HELD + 6),
        },
        **at(HELD, "held"),
    )
    for words in DECISIONS:
        kept.add(MinuteLine, {"meeting_id": held.id, "sort": "decision", "words": words}, **at(HELD, words))
    for words, owner, due, done in ACTIONS:
        line = {
            "meeting_id": held.id,
            "sort": "action",
            "words": words,
            "owner": owner,
            "due": day + timedelta(days=due),
            "done_on": None if done is None else day + timedelta(days=done),
        }
        kept.add(MinuteLine, line, **at(HELD, words))
    if place == "montfoort":
        return  # the next meeting of Montfoort is not planned yet
    coming = kept.add(Meeting, {**told, "on": day + timedelta(days=COMING)}, **at(-5, "coming"))
    for number, words in enumerate(ITEMS, start=1):
        item = {"meeting_id": coming.id, "place": number, "words": words, "minutes": 20}
        kept.add(AgendaItem, item, **at(-4, words))


def _command(place: str, mark: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demonstration/meetings/{place}/{mark}")
