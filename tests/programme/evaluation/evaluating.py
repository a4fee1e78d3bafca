"""An evaluation to test with: six municipalities of police team Hoorn, of which Hoorn is seen through a browser."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from baken.core.vocabulary.moments import civil_date
from baken.ledger.models import SignalRow
from baken.programme.evaluation import actions, concluding, releasing
from baken.programme.evaluation.models import Conclusion, Evaluation, Finding
from baken.programme.region import sharing
from baken.tenancy import actions as directory
from baken.tenancy import kept, regions
from baken.tenancy.actors import Actor
from baken.tenancy.models import Organisation
from baken.tenancy.models_regions import Region
from baken.tenancy.scope import scope
from tests.tenants import things
from tests.tenants.town import Town, build

HERE = "/programma/evaluatie/"
REGION = "basisteam-hoorn"
OTHERS = ("Drechterland", "Enkhuizen", "Stede Broec", "Opmeer", "Medemblik")
EVERYTHING = [
    f"{topic}.{part}"
    for topic in ("policy", "execution", "casework", "cooperation", "finance")
    for part in ("figures", "findings", "conclusions")
]


@dataclass
class Evaluating:
    """A town whose municipality evaluates. `own` is that municipality; the others are members of its region."""

    town: Town
    client: Client
    region: Region
    members: dict[str, Organisation] = field(default_factory=dict)

    @property
    def own(self) -> Organisation:
        """Whose pages are visited."""
        return self.town.woerden

    @property
    def now(self) -> datetime:
        """The moment of the town."""
        return self.town.now

    @property
    def today(self) -> date:
        """The day in the Netherlands."""
        return civil_date(self.town.now)

    def day(self, days: int) -> date:
        """Return a day so many days from now."""
        return self.today + timedelta(days=days)

    def given(self, visitor: str = "adviser") -> dict[str, Any]:
        """Return what every action wants to know."""
        return {"actor": self.town.actor(visitor), "now": self.now, "command_id": uuid4()}

    def told(self, **more: Any) -> dict[str, Any]:
        """Return what an evaluation is about."""
        return {
            "title": "Evaluatie van de aanpak",
            "from_date": self.day(-730),
            "until_date": self.day(-1),
            "topics": ["policy", "execution", "casework", "cooperation", "finance"],
            "region": REGION,
            "due_on": self.day(30),
            **more,
        }

    def start(self, **more: Any) -> Evaluation:
        """Begin an evaluation."""
        with scope(self.own.id):
            return actions.start(self.told(**more), **self.given())

    def freeze(self, of: Evaluation) -> Evaluation:
        """Freeze its figures."""
        with scope(self.own.id):
            actions.freeze(of, actor=self.town.actor("adviser"), now=self.now)
        return self.again(of)

    def find(self, of: Evaluation, visitor: str = "adviser", **more: Any) -> Finding:
        """Write down what somebody found."""
        told = {
            "topic": "policy",
            "role": "policy_adviser",
            "on": self.today,
            "words": "Het past nog.",
            **more,
        }
        keeps = visitor not in ("care", "director")
        with scope(self.own.id):
            return actions.add_finding(of, told, keeps=keeps, **self.given(visitor))

    def conclude(self, of: Evaluation, **more: Any) -> Conclusion:
        """Write down what was decided."""
        told = {"topic": "execution", "words": "Vaker trainen.", "outcome": "none", **more}
        with scope(self.own.id):
            return concluding.add(of, told, **self.given())

    def whole(self, **more: Any) -> Evaluation:
        """An evaluation that lacks nothing."""
        found = self.freeze(self.start(**more))
        self.find(found)
        self.conclude(found)
        return self.again(found)

    def again(self, of: Evaluation) -> Evaluation:
        """Return how it stands now."""
        with scope(self.own.id):
            return kept.one(Evaluation, of.id)

    def rows(self, of: Any) -> list[Any]:
        """Return what the municipality keeps of one kind."""
        with scope(self.own.id):
            return list(kept.kept(of))

    def member_releases(self, slug: str, *, words: str = "", parts: Any = None, **more: Any) -> UUID:
        """Let another municipality evaluate by itself, freeze, and release what it chooses."""
        told = self.told(title=f"Evaluatie van {self.members[slug].name}", **more)
        chosen = EVERYTHING if parts is None else parts
        return release_of(self.members[slug], told, self.region, chosen, self.now, words)

    def signals(self, number: int, on: date, *, question: bool = False) -> None:
        """Let so many signals come in on a day."""
        with scope(self.own.id):
            for _ in range(number):
                SignalRow.objects.create(
                    organisation_id=self.own.id,
                    stream_id=uuid4(),
                    reference="XXXXXX",
                    number=1,
                    stage="received",
                    reported_at=self.now - (self.today - on),
                    last_at=self.now,
                    reporter="",
                    reporter_named=False,
                    question=question,
                    forms=[],
                    urgency="",
                    urgency_claimed="",
                    assessment="",
                    closed=False,
                    answered=False,
                    bundle="",
                    engine_version=1,
                )

    def get(self, page: str = "", visitor: str = "adviser", **ask: str) -> HttpResponse:
        """Look at a page as somebody."""
        return self.town.visit(self.client, visitor).get(f"{HERE}{page}", ask)

    def text(self, page: str = "", visitor: str = "adviser", **ask: str) -> str:
        """Return the words of a page that is there."""
        answer = self.get(page, visitor, **ask)
        assert answer.status_code == 200, answer.status_code
        return " ".join(str(answer.content.decode()).split())

    def send(self, page: str, visitor: str = "adviser", **fields: Any) -> HttpResponse:
        """Fill in a form and send it as somebody."""
        browser = self.town.visit(self.client, visitor)
        return browser.post(f"{HERE}{page}", {"command": str(uuid4()), **fields})


def release_of(
    there: Organisation,
    told: Any,
    region: Region,
    parts: Any,
    now: datetime,
    words: str = "",
    role: str = "policy_adviser",
) -> UUID:
    """Let a municipality evaluate by itself, freeze, find, conclude, and release what it chooses."""
    actor = Actor(uuid4(), uuid4(), there.id, frozenset({"policy_adviser"}), frozenset())

    def given() -> dict[str, Any]:
        return {"actor": actor, "now": now, "command_id": uuid4()}

    with scope(there.id):
        found = actions.start({**told, "region": region.slug}, **given())
        actions.freeze(found, actor=actor, now=now)
        said = {"topic": "policy", "role": role, "on": civil_date(now)}
        said["words"] = words or f"Bevinding van {there.name}."
        actions.add_finding(found, said, keeps=True, **given())
        decided = {"topic": "policy", "words": f"Besluit van {there.name}.", "outcome": "none"}
        concluding.add(found, decided, **given())
        actions.share(found, parts, kept.one(Evaluation, found.id).number, actor=actor, now=now)
        found = kept.one(Evaluation, found.id)
        payload, subject = releasing.payload(found), releasing.subject(found)
        return sharing.release(releasing.KIND, subject, payload, region, **given())


def evaluating(policy: str = "hoorn") -> Evaluating:
    """Build the town; its municipality uses the policy of Hoorn and is in a region of six."""
    town = build()
    if policy:
        things.adopt(town, "woerden", policy)
    region = regions.create_region(slug=REGION, name="Basisteam Hoorn", kind="police_team", now=town.now)
    there = Evaluating(town, Client(), region)
    since = there.day(-400)
    regions.join(region, town.woerden, since=since)
    for name in OTHERS:
        slug = name.lower().replace(" ", "-")
        made = directory.create_organisation(slug=slug, name=name, kind="municipality", now=town.now)
        regions.join(region, made, since=since)
        there.members[slug] = made
    return there
