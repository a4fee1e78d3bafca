"""V27: people are presumed or possible, never found guilty; somebody can be both; no word of Baken convicts anybody."""

import re
from pathlib import Path

from baken.core.vocabulary.wording import CAPACITY
from baken.intake.content import PersonTold, Report
from tests.refer.conftest import Handing
from tests.refer.test_notifications import Receiver
from tests.route.case import Case, reported

ROOT = Path(__file__).resolve().parents[2]
CONVICTING = re.compile(
    r"\b(daders?|verdachten?|schuldigen?|criminelen|mensenhandelaars?|perpetrators?|offenders?|culprits?|traffickers?"
    r"|criminals|suspects|accused|guilty)\b",
    re.I,
)
KINDS = (".py", ".html", ".po", ".yaml", ".typ")


def test_no_word_of_baken_or_of_a_shipped_policy_convicts() -> None:
    """Cases quote the titles of documents; those are not Baken's words."""
    files = [path for path in (ROOT / "src" / "baken").rglob("*") if path.suffix in KINDS]
    files += [path for path in (ROOT / "policies").rglob("*.yaml") if path.parent.name != "cases"]
    assert len(files) > 300
    found = {
        (path.name, match.group()) for path in files for match in CONVICTING.finditer(path.read_text("utf-8"))
    }
    assert found == {
        ("partners.yaml", "verdachten"),  # whom the public prosecutor prosecutes, by law
        (
            "standard.py",
            "Perpetrator",
        ),  # headings of the HTCDS standard, as it spells them in files for others
        ("standard.py", "Trafficker"),
    }


def test_a_victim_is_presumed_and_an_exploiter_possible_in_both_languages() -> None:
    assert CAPACITY["presumed_victim"] == ("vermoedelijk slachtoffer", "presumed victim")
    assert CAPACITY["suspected_exploiter"] == ("mogelijke uitbuiter", "suspected exploiter")
    assert not {"victim", "exploiter", "perpetrator"} & set(CAPACITY)


def test_somebody_can_be_both_at_once(case: Case) -> None:
    both = tuple(PersonTold("Radu", one) for one in ("presumed_victim", "suspected_exploiter"))
    case.signal = reported(case.town, content=Report(happened="Er is iets.", persons=both))
    page = case.get().content.decode()
    assert page.count("Radu") >= 2
    assert "vermoedelijk slachtoffer" in page
    assert "mogelijke uitbuiter" in page


def test_what_a_partner_receives_says_presumed_as_well(handing: Handing) -> None:
    handing.over("care_coordinator", pieces=["persons"])
    page = Receiver(handing).page()
    assert "vermoedelijk slachtoffer" in page
    assert not CONVICTING.search(page)


def test_whoever_writes_is_reminded_of_it(case: Case) -> None:
    assert "Niemand is hier veroordeeld." in case.receive().get("beoordelen/").content.decode()
