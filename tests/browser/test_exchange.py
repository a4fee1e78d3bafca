"""Records of clients out and in, on the pages alone: with consent, a file is made; what comes in is looked at first."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from baken.clock import now
from baken.project.demo.cast import PASSWORD, cast
from tests.browser.walking import SEND, Screen

CARE = "zorgcoordinator@moviera.invalid"
FILE = (
    "prs_FirstName;prs_SecondName;prs_Birthdate;vic_TypeOfExploitation;prs_Email\r\n"
    "Maan;Sterrenberg;2011-05-06;SexualExploitation;maan@example.nl\r\n"
    ";;;ForcedBegging;\r\n"
)


@pytest.mark.parametrize(
    ("locale", "width", "scripts"),
    [("nl-NL", 1280, False), ("en-GB", 320, True)],
    ids=["nl-without-scripts", "en-telephone"],
)
def test_a_record_comes_in_after_a_look_and_goes_out_with_consent(
    live: Any, visitor: Callable[..., Page], tmp_path: Path, locale: str, width: int, scripts: bool
) -> None:
    cast(now())
    care = Screen(visitor(width=width, locale=locale, javascript=scripts), live.url, f"exchange-{locale[:2]}")
    care.looks = False
    care.goto("/inloggen/")
    care.fill({"email": CARE, "password": PASSWORD})
    care.send()
    care.looks = scripts
    care.goto("/clienten/uitwisselen/")
    care.see("overview")
    _wrong_first(care, tmp_path)
    _take(care, tmp_path)
    _give(care)


def _look(care: Screen, folder: Path, content: str) -> str:
    there = folder / "records.csv"
    there.write_text(content, encoding="utf-8")
    care.goto("/clienten/uitwisselen/overnemen/")
    care.see("look")
    care.fill({"sender": "Zorghuis Noord", "ground": "asked_for_help"})
    care.page.locator("input[type=file]").set_input_files(there)
    care.send()
    return care.text()


def _wrong_first(care: Screen, folder: Path) -> None:
    said = _look(care, folder, FILE.replace("2011-05-06", "2011-02-30").replace("ForcedBegging", "Begging"))
    care.see("faults")
    assert re.search("2011-02-30 (bestaat niet als datum|does not exist as a date)", said)
    assert re.search("‘Begging’ (staat niet in de lijst|is not in the list)", said)


def _take(care: Screen, folder: Path) -> None:
    said = _look(care, folder, FILE)
    care.see("plan")
    assert "Maan Sterrenberg" in said
    assert re.search("criminele uitbuiting|criminal exploitation", said)
    care.send()
    assert care.page.url.endswith("/clienten/")
    care.page.get_by_role("link", name=re.compile("Maan Sterrenberg")).first.click()
    care.see("client")
    assert "maan@example.nl" in care.text()


def _give(care: Screen) -> None:
    client = care.page.url
    care.goto(client.removeprefix(care.base) + "dossier/toestemming/")
    care.fill({"recipient": "nidos", "how": "by_guardian", "who": "Nidos Utrecht", "police": "no"})
    care.page.locator("main textarea").last.fill("De hele registratie")
    care.send()
    care.goto("/clienten/uitwisselen/geven/")
    care.see("give")
    asked = {
        "recipient": "nidos",
        "who": "Nidos Utrecht",
        "purpose": "Voogdij",
        "form": "template",
        "police": "no",
    }
    care.fill({**asked, "groups": ["exploitation", "case"]})
    care.page.locator("main label", has_text="Maan Sterrenberg").click()
    care.send()
    care.see("give-rests-on")
    assert "Nidos" in care.text()
    care.rest_on()
    with care.page.expect_download() as found:
        care.page.locator(SEND).last.click()
    assert re.fullmatch(r"htcds-\d{4}-\d\d-\d\d\.xlsx", found.value.suggested_filename)
    care.page.goto(client)
    care.see("given")
    assert "Voogdij" in care.text()
    assert "Nidos Utrecht" in care.text()
