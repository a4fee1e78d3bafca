"""Reading the policy: everything in it is said in plain words, with who says so, whose it is and since when."""

import io
import re
import zipfile
from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from baken.core.draw.making import draw
from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies
from baken.policy.drafting.importing import taken_in
from baken.policy.library import library
from baken.policy.reading.book import PARTS, written
from baken.policy.reading.cases import group
from baken.project import policies as shipped
from baken.tenancy.scope import scope
from tests.policies.test_shipped import DAY, SHIPPED
from tests.tenants import things
from tests.tenants.town import Town, build


@pytest.fixture
def town(db: None) -> Town:
    """A town whose policy is in use, for a while already."""
    made = build()
    things.adopt(made)
    return made


def page(town: Town, address: str, visitor: str = "coordinator") -> str:
    """Return what somebody sees there, as text."""
    client = Client()
    town.visit(client, visitor)
    answer = client.get(address)
    assert answer.status_code == 200, address
    return plain(answer.content.decode())


def plain(html: str) -> str:
    """Return the words of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def adopt(town: Town, bundle: Bundle, *, in_days: int) -> None:
    """Put another policy into use from a later or earlier day."""
    with scope(town.woerden.id):
        policies.adopt(
            bundle,
            from_date=civil_date(town.now) + timedelta(days=in_days),
            decision="besluit 42",
            now=town.now,
            actor=town.actor("adviser"),
            command=uuid4(),
        )


@pytest.mark.django_db
@pytest.mark.parametrize("policy", SHIPPED)
def test_every_element_of_every_policy_stands_on_a_page_with_who_says_so_and_since_when(policy: str) -> None:
    """house.md: a page can always answer "says who, since when?"."""
    bundle = resolve(shipped.library(), policy, DAY)
    parts = written(bundle, library())
    shown = {entry.key: entry for part in parts.values() for entry in part.entries}
    decided = {
        f"{section}.{element.id}" for section, elements in bundle.elements().items() for element in elements
    }
    # A group of the card is the heading above its signals.
    headings = {f"groups.{group.id}" for group in bundle.groups}
    promised = {key for key in decided if key.startswith("properties.")}  # these stand with what came of them
    assert decided - set(shown) - promised == headings
    for key, entry in shown.items():
        if key.startswith("documents."):
            continue
        assert entry.source.nl or entry.chosen.nl, key
        assert entry.whose.nl, key
        assert entry.since, key


@pytest.mark.django_db
@pytest.mark.parametrize("policy", SHIPPED)
def test_no_page_shows_an_id_a_number_of_a_requirement_or_an_empty_place(policy: str) -> None:
    """look.md: words at level B1, no jargon."""
    for part in written(resolve(shipped.library(), policy, DAY), library()).values():
        for entry in part.entries:
            if entry.key.startswith("documents."):
                continue
            for words in (entry.title, *entry.words, *entry.marks, entry.chosen, entry.whose):
                for text in words:
                    assert not re.search(r"[a-z]_[a-z]|[{}]|\([A-Z]+-?\d+[,)]", text), (entry.key, text)


def test_the_route_says_who_when_what_it_waits_for_and_where_it_stands(town: Town) -> None:
    route = page(town, "/beleid/route/")
    assert "Onderzoek of een vertrouwenspersoon het vermoedelijke slachtoffer kan bijstaan." in route
    assert "Als niet vaststaat dat het geen mensenhandel is." in route
    assert "Bron: Beleid mensenhandel gemeente Woerden, bijlage 2, stap 3" in route
    assert "Gekozen: bedoeld is iemand voor het vermoedelijke slachtoffer" in route
    assert "Eigen beleid van Woerden, sinds 1 december 2024" in route
    assert "Regio: Copen-gebied, sinds 1 januari 2024" in route
    assert "Landelijke basis, sinds 1 januari 2022" in route


def test_who_must_be_told_says_the_condition_and_what_comes_first(town: Town) -> None:
    told = page(town, "/beleid/wie-moet-het-weten/")
    assert "Als het om arbeidsuitbuiting gaat." in told
    assert "Zonder naam volstaat" in told
    assert (
        "In Woerden komt de politie erbij nadat is onderzocht of een vertrouwenspersoon kan helpen." in told
    )
    first = page(town, "/beleid/wat-eerst-moet/")
    assert "Als het acuut is. Dan wordt de reden vastgelegd." in first
    assert "lokaal ondermijningsoverleg Woerden" in first


def test_every_page_says_the_same_in_english(town: Town) -> None:
    client = Client()
    town.visit(client, "coordinator")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    for part in PARTS:
        html = client.get(f"/beleid/{part}/").content.decode()
        assert "Bron:" not in html
        assert "Gekozen:" not in html
    assert "Since 1 January 2022" not in plain(html)


def test_the_cases_are_in_words_and_hold(town: Town) -> None:
    cases = page(town, "/beleid/gevallen/")
    assert "Gevallen van Woerden" in cases
    assert "Waarop dit bouwt: Copen-gebied" in cases
    assert "Klopt niet" not in cases
    assert "verplicht door te geven aan:" in cases
    assert not re.search(r"[a-z]_[a-z]+(?!\w*/cases)", cases.replace("/cases/", ""))


def test_a_word_is_found_on_every_page_and_nothing_found_says_what_to_do(town: Town) -> None:
    found = page(town, "/beleid/zoeken/?woord=mensensmokkel")
    assert "Wie moet het weten" in found
    assert "Niets gevonden" in page(town, "/beleid/zoeken/?woord=kwantumfysica")
    assert "hoogstens 60 tekens" in page(town, "/beleid/zoeken/?woord=" + "a" * 61)
    assert "Vul een woord in" in page(town, "/beleid/zoeken/?woord=")


def test_what_comes_later_is_said_and_marked_and_what_counts_now_stays(town: Town) -> None:
    adopt(town, resolve(shipped.library(), "montfoort", DAY), in_days=10)
    now = page(town, "/beleid/")
    assert "Beleid van Woerden" in now
    assert "geldt een nieuwe versie" in now
    later = page(town, "/beleid/route/?versie=2")
    assert "Dit geldt nog niet. Het gaat in op" in later
    assert "vertrouwenspersoon" not in later
    assert "?versie=2" in html(town, "/beleid/route/?versie=2")


def html(town: Town, address: str, visitor: str = "adviser") -> str:
    """Return the page as it is sent."""
    client = Client()
    town.visit(client, visitor)
    return client.get(address).content.decode()


def test_the_history_names_each_version_its_decision_and_who_did_it(town: Town) -> None:
    adopt(town, resolve(shipped.library(), "montfoort", DAY), in_days=10)
    adopt(town, resolve(shipped.library(), "copen", DAY), in_days=10)
    past = page(town, "/beleid/geschiedenis/")
    assert past.count("Vanaf ") == 3
    assert "besluit 42" in past
    assert "Persoon adviser" in past
    assert "Vervangen voor het inging" in past
    assert "Geldt nu" in past


def test_a_version_that_never_was_is_not_there(town: Town) -> None:
    client = Client()
    town.visit(client, "adviser")
    for odd in ("0", "2", "-1", "abc", "1'--", "²"):
        assert client.get("/beleid/", {"versie": odd}).status_code == 404


def test_without_a_policy_the_page_says_what_will_be_there(db: None) -> None:
    town = build()
    assert "Er is nog geen beleid in gebruik" in page(town, "/beleid/route/")
    assert "Vraag uw beleidsadviseur" in page(town, "/beleid/")
    assert "/beleid/ontwerpen/nieuw/" in html(town, "/beleid/")
    assert "Uw organisatie heeft geen eigen beleid" in page(town, "/beleid/", "care")
    client = Client()
    town.visit(client, "adviser")
    assert client.get("/beleid/map.zip").status_code == 404


def test_only_a_municipality_is_led_on_to_its_signal_card(town: Town) -> None:
    things.adopt(town, "zorg", "moviera")
    assert "/signalenkaart/woerden/" in html(town, "/beleid/signalenkaart/")
    assert "/signalenkaart/zorg/" not in html(town, "/beleid/signalenkaart/", "care")


def test_the_folder_holds_what_is_in_use_and_gives_the_same_policy_again(town: Town) -> None:
    client = Client()
    town.visit(client, "adviser")
    answer = client.get("/beleid/map.zip")
    assert answer["Content-Type"] == "application/zip"
    assert "beleid-woerden-2024-12-01.zip" in answer["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        texts = {name: archive.read(name) for name in archive.namelist()}
    files = shipped.library().files("woerden", "2024-12-01")
    assert {name: texts[f"woerden/2024-12-01/{name}"] for name in files} == dict(files)
    assert "woerden/cases/acute.yaml" in texts
    readme = texts["woerden/README.md"].decode()
    assert "Beleid mensenhandel gemeente Woerden" in readme
    assert "woerden/bundle.json" not in texts
    assert client.get("/beleid/map.zip").content == answer.content


def test_the_folder_is_taken_in_again_as_it_was(town: Town) -> None:
    """What one downloads can be imported, file by file, and gives the very same policy."""
    client = Client()
    town.visit(client, "adviser")
    taken = taken_in([("beleid.zip", client.get("/beleid/map.zip").content)])
    files = shipped.library().files("woerden", "2024-12-01")
    cases = shipped.library().case_files("woerden")
    assert set(taken) == {*files, *(f"cases/{name}" for name in cases)}
    own = {name: text for name, text in taken.items() if not name.startswith("cases/")}
    there = library().with_folder("woerden", "2024-12-01", own, {})
    with scope(town.woerden.id):
        used = policies.in_force(civil_date(town.now))
    assert used is not None
    assert resolve(there, "woerden", DAY).id == used.id


def test_a_folder_that_no_longer_gives_what_is_in_use_says_so_and_brings_that_too(town: Town) -> None:
    bundle = resolve(shipped.library(), "woerden", DAY).without_tables(["local_undermining_meeting"])
    adopt(town, bundle, in_days=0)
    client = Client()
    town.visit(client, "adviser")
    with zipfile.ZipFile(io.BytesIO(client.get("/beleid/map.zip").content)) as archive:
        assert archive.read("woerden/bundle.json").decode() == bundle.canonical()
        assert "## Let op" in archive.read("woerden/README.md").decode()


@pytest.mark.django_db
def test_a_case_that_fails_says_in_words_what_turned_out_otherwise() -> None:
    bundle = resolve(shipped.library(), "woerden", DAY)
    wrong = """format: 1
cases:
  - id: wrong
    title: Dit klopt niet
    chosen: een proef
    facts: {urgency: acute, exploitation: [labour], reporter_named: no}
    history: [{event: signal.received}]
    expect:
      required: [avim]
      steps: {receive: due}
      holds: {police: held}
"""
    found = group(bundle, {"a.yaml": wrong}, library(), own=True)
    assert found.failing == 1
    told = " ".join(one.nl for one in found.cases[0].differences)
    assert (
        "Neem het signaal in ontvangst. De naam van de melder blijft bij u: verwacht nu te doen, gevonden gedaan"
        in told
    )
    assert "Politie Midden-Nederland, AVIM" in told
    assert "_" not in told
    known = [one.nl for one in found.cases[0].known]
    assert known == ["het acuut is", "het om arbeidsuitbuiting gaat", "de melder geen naam gaf"]


def test_a_broken_promise_shows_the_smallest_signal_that_breaks_it(town: Town) -> None:
    whole = resolve(shipped.library(), "woerden", DAY)
    broken = whole.model_copy(
        update={"referrals": tuple(rule for rule in whole.referrals if rule.to != "care_coordinator")}
    )
    adopt(town, Bundle.from_canonical(broken.canonical()), in_days=0)
    text = page(town, "/beleid/beloften/")
    assert "Niet gehouden" in text
    assert "het kleinste signaal waarbij het misgaat" in text


def test_two_versions_are_compared_and_a_neighbour_is(town: Town) -> None:
    adopt(town, resolve(shipped.library(), "montfoort", DAY), in_days=10)
    versions = page(town, "/beleid/vergelijken/?van=1&naar=2")
    assert "Twee versies vergelijken" in versions
    assert "versie 1 (vanaf" in versions
    neighbour = page(town, "/beleid/vergelijken/?met=montfoort")
    assert "Vergeleken met Montfoort" in neighbour
    assert "Bron: Beleid mensenhandel gemeente Woerden, bijlage 2, stap 3" in neighbour
    assert "Dit beleid kan niet worden vergeleken" in page(town, "/beleid/vergelijken/?met=../etc")
    assert "Met wie?" in page(town, "/beleid/vergelijken/?van=1&naar=99")


def test_a_page_asks_few_questions(town: Town) -> None:
    client = Client()
    town.visit(client, "adviser")
    for address in ("/beleid/", "/beleid/partners/", "/beleid/gevallen/", "/beleid/geschiedenis/"):
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        real = [one for one in asked if "SAVEPOINT" not in one["sql"] and "set_config" not in one["sql"]]
        assert len(real) <= 12, [one["sql"][:90] for one in real]


@pytest.mark.django_db
@pytest.mark.parametrize("policy", SHIPPED)
def test_a_step_has_the_number_that_the_drawing_above_it_gives(policy: str) -> None:
    """The drawing says "first step 5"; the list beneath it lets a reader find step 5."""
    bundle = resolve(shipped.library(), policy, DAY)
    numbers = {node.number for node in draw(bundle).nodes if node.number is not None}
    steps = [
        entry.title.nl
        for entry in written(bundle, library())["route"].entries
        if entry.key.startswith("steps.")
    ]
    assert {int(found[1]) for one in steps if (found := re.match(r"(\d+)\. ", one))} == numbers
