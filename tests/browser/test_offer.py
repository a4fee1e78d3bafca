"""The care offer, on the pages alone: filled from the policy, made known, its gaps and advice counted, papers made."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from baken.care.offer import information
from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.project.demo.cast import PASSWORD, cast
from tests.browser.walking import Screen
from tests.papers import text_of

CARE = "zorgcoordinator@moviera.invalid"
POLISH = dict.fromkeys(information.names(), "Zdanie.")


@pytest.mark.parametrize(
    ("locale", "width", "scripts"),
    [("nl-NL", 1280, False), ("en-GB", 320, True)],
    ids=["nl-without-scripts", "en-telephone"],
)
def test_the_offer_is_kept_made_known_counted_and_handed_out(
    live: Any, visitor: Callable[..., Page], locale: str, width: int, scripts: bool
) -> None:
    cast(now())
    page = visitor(width=width, locale=locale, javascript=scripts)
    care = Screen(page, live.url, f"offer-{locale[:2]}")
    care.looks = False
    care.goto("/inloggen/")
    care.fill({"email": CARE, "password": PASSWORD})
    care.send()
    care.looks = scripts
    _keep(care)
    _count(care)
    _inform(care)


def _keep(care: Screen) -> None:
    care.goto("/zorgaanbod/")
    care.see("empty")
    care.follow("/overnemen/")
    care.see("adopt")
    care.send()
    assert "Pretty Woman" in care.text()
    care.see("overview")
    care.follow("/bekend/")
    care.see("known")
    care.fill({"whom": "schools", "how": "training", "name": "Woerden"})
    care.send()
    care.page.get_by_role("link", name="Pretty Woman").first.click()
    care.see("change")
    assert "Pretty Woman" in _paper(care, "/zorgaanbod/blad/")


def _count(care: Screen) -> None:
    care.goto("/zorgaanbod/ontbreekt/noteren/")
    care.see("gap")
    care.fill({"area": "children", "reason": "no_offer", "what": "children"})
    care.send()
    care.see("gaps")
    assert re.search("minder dan 10|fewer than 10", _paper(care, "/zorgaanbod/ontbreekt/blad/"))
    care.goto("/zorgaanbod/advies/vastleggen/")
    care.see("advise")
    care.fill({"profession": "school", "subject": "report", "minutes": "30"})
    care.send()
    care.see("advice")
    assert re.search("samen 30 minuten|30 minutes in all", care.text())


def _inform(care: Screen) -> None:
    care.goto("/zorgaanbod/informatie/")
    care.see("information")
    care.goto("/zorgaanbod/informatie/nl/")
    care.see("leaflet")
    care.goto("/zorgaanbod/informatie/pl/vertalen/")
    care.see("translate")
    care.fill(POLISH)
    care.send()
    assert care.status("/zorgaanbod/informatie/pl/") == 404
    care.goto("/zorgaanbod/informatie/pl/vertalen/")
    care.fill({"checked_by": "tolkencentrum, tolk", "checked_on": civil_date(now()).isoformat()})
    care.send()
    care.see("languages")
    assert "Zdanie." in _paper(care, "/zorgaanbod/informatie/pl/pdf/")


def _paper(care: Screen, path: str) -> str:
    answer = care.page.request.get(care.base + path)
    assert answer.headers["content-type"] == "application/pdf"
    return text_of(answer.body())
