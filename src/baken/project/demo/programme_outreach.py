"""Outreach in the demonstration: organisations reached, where one can report, a week that was and one to come.

Names of organisations are fictional; days are relative to the day it is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.utils import translation

from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.outreach import INSIDE
from baken.programme.outreach import campaigns, owing
from baken.programme.outreach.models import Announcement, Contact, KitStep, Proposal, Reach, Registrations
from baken.project.demo.cast import Cast
from baken.tenancy import kept
from baken.tenancy.actors import Actor
from baken.tenancy.models_kept import Kept
from baken.tenancy.scope import scope

OUTREACH = {"woerden": "care_offer", "montfoort": "care_offer", "hoorn": "training_offer"}
# on (days from today), organisation, kind, how, about, result, next time (days from today)
REACHED: Mapping[str, tuple[tuple[int, str, str, str, list[str], str, int | None], ...]] = {
    "woerden": (
        (
            -205,
            "Kalsbeek-Zuid College (fictief)",
            "school",
            "meeting",
            ["training", "signals"],
            "De mentoren willen een les voor de onderbouw.",
            -20,
        ),
        (-118, "Zorggroep De Singel (fictief)", "care", "mail", ["training", "focal_point"], "", None),
        (
            -33,
            "Corporatie Rijnoever (fictief)",
            "housing",
            "board",
            ["reporting", "signals"],
            "Huismeesters krijgen de signalenkaart.",
            60,
        ),
    ),
    "montfoort": (
        (
            -90,
            "Stichting Welzijn IJsselstroom (fictief)",
            "welfare",
            "meeting",
            ["reporting", "help"],
            "Komt terug bij het volgende buurtoverleg.",
            25,
        ),
    ),
    "hoorn": (
        (-150, "Westfries Lyceum De Dijk (fictief)", "school", "mail", ["training"], "", None),
        (
            -60,
            "Veiligheidspartners De Hoek (fictief)",
            "safety",
            "meeting",
            ["training", "focal_point"],
            "Nemen het mee in hun eigen overleg.",
            None,
        ),
    ),
}
# place, what, since, looked at, again (days from today)
ANNOUNCED: Mapping[str, tuple[tuple[str, str, int, int | None, int | None], ...]] = {
    "woerden": (
        ("intranet", "Hoe u een vermoeden doorgeeft, en wat daarna gebeurt.", -300, -120, 30),
        ("team_meeting", "De signalenkaart bij het werkoverleg van de balie.", -95, None, -8),
        ("website", "Waar inwoners en ondernemers kunnen melden.", -260, -80, 45),
    ),
    "montfoort": (("intranet", "Waar collega's de aandachtsfunctionaris vinden.", -180, None, 10),),
    "hoorn": (),
}
REACHES = (("website", 640, "bezoekers van de pagina"), ("paper", 21_000, "oplage van het huis-aan-huisblad"))
CONDITION = "sexual_images"
PLANNED = 120
"""How many days before its first day a campaign was planned."""


@dataclass(frozen=True, slots=True)
class _Teller:
    """Who writes down in one municipality, and how often they did, so that each line is a command of its own."""

    place: str
    actor: Actor
    today: datetime

    def add(self, of: type[Kept], told: Mapping[str, Any], ago: int, mark: str) -> Kept:
        """Write one down, so many days ago."""
        command = uuid5(NAMESPACE_URL, f"demonstration/outreach/{self.place}/{of.__name__}/{mark}")
        at = self.today - timedelta(days=ago)
        return kept.add(of, told, actor=self.actor, now=at, command_id=command)

    def day(self, days: int | None) -> Any:
        """Return a day, so many days from today."""
        return None if days is None else civil_date(self.today) + timedelta(days=days)


def tell(players: Cast, today: datetime) -> None:
    """Let three municipalities reach others, and plan their campaigns."""
    with translation.override("nl"):
        for place in OUTREACH:
            with scope(players.organisations[place].id):
                teller = _Teller(place, players.actors[place], today)
                _reached(teller)
                _announced(teller)
                _week(teller)
                if place == "woerden":
                    _proposed(teller)


def _reached(teller: _Teller) -> None:
    for on, name, kind, how, about, result, following in REACHED[teller.place]:
        told = {
            "on": teller.day(on),
            "organisation": name,
            "kind": kind,
            "how": how,
            "about": about,
            "by": "aandachtsfunctionaris",
            "result": result,
            "next_on": teller.day(following),
            "rhythm": OUTREACH[teller.place],
        }
        teller.add(Contact, told, -on, name)


def _announced(teller: _Teller) -> None:
    for place, what, since, checked, again in ANNOUNCED[teller.place]:
        told = {
            "place": place,
            "inside": place in INSIDE,
            "what": what,
            "since": teller.day(since),
            "checked_on": teller.day(checked),
            "repeat_on": teller.day(again),
        }
        teller.add(Announcement, told, -since, place)


def _week(teller: _Teller) -> None:
    """The last week against trafficking with its reach, and the next with what is done for it."""
    element = next((one for one in owing.yearly(teller.today) if one.month is not None), None)
    if element is None or element.month is None:
        return
    today = civil_date(teller.today)
    this_year = owing.usual_week(today.year, element.month)
    last = this_year if this_year[1] < today else owing.usual_week(today.year - 1, element.month)
    coming = owing.usual_week(last[0].year + 1, element.month)
    for week, over in ((last, True), (coming, False)):
        told = {
            "kind": element.id,
            "name": f"{element.name.nl} {week[0].year}",
            "audiences": list(element.audience),
            "message": element.message.nl,
            "channels": ["website", "paper", "social"],
            "from_date": week[0],
            "until_date": week[1],
            "joint": ["Gemeente IJsselstein", "Gemeente Lopik", "Gemeente Oudewater"],
            "owner": "team Communicatie",
        }
        command = uuid5(NAMESPACE_URL, f"demonstration/outreach/{teller.place}/week/{week[0].year}")
        planned_at = teller.today - (today - week[0]) - timedelta(days=PLANNED) if over else teller.today
        made = campaigns.add_campaign(
            told,
            element,
            actor=teller.actor,
            now=planned_at,
            command_id=command,
        )
        for step in kept.kept(KitStep).filter(campaign_id=made.id) if over else ():
            done = owing.step_day(step, made)
            kept.change(step, {"done_on": done}, step.number, actor=teller.actor, now=teller.today)
        for channel, people, how in REACHES if over else ():
            reach = {"campaign_id": made.id, "on": week[1], "channel": channel, "people": people, "how": how}
            teller.add(Reach, reach, (today - week[1]).days, channel)


def _proposed(teller: _Teller) -> None:
    """A campaign with a condition that waits for somebody to settle it, and the numbers that were noted."""
    element = owing.kind_of(CONDITION, teller.today)
    if element is None:
        return
    year = civil_date(teller.today).year
    for back, number in ((3, None), (2, 14), (1, 31)):
        told = {
            "kind": element.id,
            "year": year - back,
            "told": number,
            "source": "jaarcijfers basisteam (fictief)",
        }
        teller.add(Registrations, told, 20, str(back))
    teller.add(
        Proposal,
        {
            "kind": element.id,
            "name": element.name.nl,
            "because": "De politie noemt in haar jaarcijfers ruim twee keer zoveel registraties. Twee scholen vroegen "
            "erom.",
            "proposed_on": teller.day(-6),
            "proposed_as": "aandachtsfunctionaris",
            "proposed_by": teller.actor.membership_id,
        },
        6,
        CONDITION,
    )
