"""A region of six evaluates, on the pages alone: Hoorn through a browser, its neighbours by themselves; one leaves."""

import io
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pikepdf
import pytest
from docx import Document
from playwright.sync_api import Page

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.plan import actions as plan
from baken.project.demo.cast import PASSWORD, cast
from baken.tenancy import actions, regions
from baken.tenancy.actors import Actor
from baken.tenancy.models_regions import Region
from baken.tenancy.scope import scope
from tests.browser.walking import Screen
from tests.papers import text_of
from tests.programme.evaluation.evaluating import EVERYTHING, OTHERS, REGION, release_of

ADVISER = "beleid@hoorn.invalid"
TOPICS = ("policy", "execution", "casework", "cooperation", "finance")


@pytest.mark.parametrize(
    ("locale", "width", "scripts"),
    [("nl-NL", 1280, False), ("en-GB", 320, True)],
    ids=["nl-without-scripts", "en-telephone"],
)
def test_a_region_of_six_evaluates_and_stays_right_when_one_leaves(
    live: Any, visitor: Callable[..., Page], locale: str, width: int, scripts: bool
) -> None:
    region = _region()
    first, last = _period()
    for name in OTHERS:
        there = actions.create_organisation(
            slug=name.lower().replace(" ", "-"), name=name, kind="municipality", now=now()
        )
        regions.join(region, there, since=first)
        told = {"title": f"Evaluatie {name}", "from_date": first, "until_date": last, "topics": list(TOPICS)}
        if name != "Opmeer":
            release_of(there, {**told, "due_on": civil_date(now())}, region, EVERYTHING, now())
    screen = Screen(
        visitor(width=width, locale=locale, javascript=scripts), live.url, f"evaluation-{locale[:2]}"
    )
    screen.looks = False
    screen.goto("/inloggen/")
    screen.fill({"email": ADVISER, "password": PASSWORD})
    screen.send()
    screen.looks = scripts
    here = _begin(screen, first, last)
    _fill(screen, here)
    _freeze(screen, here)
    _release(screen, here)
    _discuss(screen, here, region)
    _close(screen, here)
    _papers(screen, here)


def _region() -> Region:
    """Hoorn with an adviser and a programme, in a region that the others join."""
    hoorn = cast(now()).organisations["hoorn"]
    with scope(hoorn.id):
        person = actions.add_person(email=ADVISER, name="Fictieve Adviseur", password=PASSWORD)
        member = actions.add_member(person=person, roles=("policy_adviser",), now=now())
        actor = Actor(person.id, member.id, hoorn.id, frozenset({"policy_adviser"}), frozenset())
        told = {
            "theme": "trafficking",
            "title": "Uitvoeringsprogramma",
            "from_date": civil_date(now()) - timedelta(days=200),
            "until_date": civil_date(now()) + timedelta(days=700),
        }
        plan.start_edition(told, [], actor=actor, now=now(), command_id=uuid4())
    region = regions.create_region(slug=REGION, name="Basisteam Hoorn", kind="police_team", now=now())
    regions.join(region, hoorn, since=_period()[0])
    return region


def _period() -> tuple[date, date]:
    last = civil_date(now()) - timedelta(days=1)
    return last - timedelta(days=729), last


def _begin(screen: Screen, first: date, last: date) -> str:
    screen.goto("/programma/evaluatie/")
    screen.see("empty")
    assert re.search("elke 2 jaar|every 2 years", screen.text())
    screen.follow("/beginnen/")
    screen.see("begin")
    days = {"from_date": last.isoformat(), "until_date": first.isoformat()}
    screen.fill({"title": "Evaluatie Hoorn", **days})
    screen.send()
    screen.see("wrong-period")
    assert re.search("voor de eerste|before the first", screen.text())
    screen.fill({"from_date": first.isoformat(), "until_date": last.isoformat()})
    screen.send()
    screen.see("begun")
    return screen.page.url.removeprefix(screen.base)


def _fill(screen: Screen, here: str) -> None:
    screen.goto(f"{here}vraag/")
    screen.see("question")
    screen.fill({"topic": "cooperation", "words": "Wat leerden wij van elkaar?"})
    screen.send()
    screen.page.locator("main a[href*='bij=question']").first.click()
    screen.see("finding")
    screen.fill({"role": "focal_point", "words": "Zie signaal K7WMQ2."})
    screen.send()
    assert "K7WMQ2" in screen.text()
    screen.see("finding-refused")
    screen.fill({"role": "focal_point", "words": "De route werkt, maar het terugmelden duurt lang."})
    screen.send()
    assert "terugmelden duurt lang" in screen.text()
    screen.goto(f"{here}besluit/")
    screen.see("conclusion")
    screen.fill({"topic": "casework", "words": "Terugmelden binnen een week.", "outcome": "action"})
    screen.send()
    screen.see("action")
    screen.fill({"owner": "team Veiligheid"})
    screen.send()
    assert re.search(r"1 Terugmelden binnen een week\.", screen.text())


def _freeze(screen: Screen, here: str) -> None:
    screen.goto(f"{here}vastzetten/")
    screen.see("freeze")
    screen.send()
    screen.see("figures")
    assert re.search("Nagerekend|Checked", screen.text())
    assert re.search("minder dan 10|fewer than 10", screen.text())


def _release(screen: Screen, here: str) -> None:
    screen.goto(f"{here}delen/")
    screen.see("share")
    screen.fill({"policy": ["findings", "conclusions"], "casework": ["figures", "findings", "conclusions"]})
    screen.send()
    screen.see("look")
    assert "Terugmelden binnen een week." in screen.text()
    screen.send()


def _discuss(screen: Screen, here: str, region: Region) -> None:
    leaving = next(
        one.member for one in regions.parts(region, civil_date(now())) if one.member.name == "Enkhuizen"
    )
    screen.goto(f"{here}regio/")
    assert "Bevinding van Enkhuizen." in screen.text()
    regions.leave(region, leaving, until=civil_date(now()) - timedelta(days=1))
    screen.goto(f"{here}regio/")
    screen.see("region")
    said = screen.text()
    for name in ("Drechterland", "Stede Broec", "Medemblik"):
        assert f"Besluit van {name}." in said
    assert "Terugmelden binnen een week." in said
    assert "Bevinding van Enkhuizen." not in said
    assert re.search("Enkhuizen (deed mee tot en met|took part up to)", said)
    assert re.search("(over deze jaren|about these years): Opmeer", said)
    screen.page.get_by_role(
        "link", name=re.compile("Enkhuizen (toen deelde|released)|What Enkhuizen")
    ).click()
    screen.see("gone")
    assert "Bevinding van Enkhuizen." in screen.text()
    screen.goto(f"{here}besluit/?bij=policy&regio=ja")
    screen.fill({"words": "Samen oefenen.", "outcome": "policy", "element": "evaluation.evaluation"})
    screen.send()
    assert re.search("Uit het gesprek in de regio|From the talk in the region", screen.text())


def _close(screen: Screen, here: str) -> None:
    screen.goto(f"{here}afsluiten/")
    screen.see("close")
    screen.send()
    screen.see("closed")
    assert re.search("is afgesloten|is closed", screen.text())
    assert re.search("De volgende evaluatie|The next evaluation", screen.text())
    screen.goto("/programma/evaluatie/")
    screen.see("overview")


def _papers(screen: Screen, here: str) -> None:
    report = screen.page.request.get(f"{screen.base}{here}verslag/pdf/").body()
    with pikepdf.open(io.BytesIO(report)) as document:
        assert document.Root.MarkInfo.Marked
    assert "Terugmelden binnen een week." in " ".join(text_of(report).split())
    for page in ("verslag/word/", "raadsbrief/"):
        made = Document(io.BytesIO(screen.page.request.get(f"{screen.base}{here}{page}").body()))
        assert any(one.style.name == "Heading 2" for one in made.paragraphs)
