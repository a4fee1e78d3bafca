"""Information for clients: plain, checked before anybody sees it, and safe to be found with (CARE-11, CARE-16)."""

from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse

from baken.care.offer import information
from baken.core.vocabulary import information as own
from baken.tenancy.scope import scope
from tests.care.offer.offering import Offering
from tests.papers import text_of

NUMBERS = {"comensha": "033-4481186", "safe_home": "0800-2000"}
TELLING = (
    "mensenhandel",
    "slachtoffer",
    "uitbuiting",
    "aangifte",
    "trafficking",
    "victim",
    "exploit",
    "complaint",
)
WORDS = dict.fromkeys(information.names(), "Zdanie próbne.")
CHECKED = {"checked_by": "tolkencentrum, beëdigd tolk"}


def translated(there: Offering, language: str = "pl", **more: str) -> int:
    with scope(there.town.care.id):
        found = information.translation(language)
        made_from = own.digest(information.numbers(there.town.now))
    seen = {"looked_at": str(found.number)} if found else {}
    told = {**WORDS, "made_from": made_from, **seen, **more}
    return int(there.send(f"informatie/{language}/vertalen/", **told).status_code)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_tells_at_first_glance_what_the_paper_is_about(language: str) -> None:
    parts = own.parts(language, NUMBERS)
    for words in (own.TITLE.in_(language), *(part.title for part in parts)):
        assert not any(word in words.casefold() for word in TELLING)


def test_it_tells_about_rights_rest_shelter_care_a_lawyer_the_police_and_whom_to_call() -> None:
    ids = [piece.id for piece in own.PIECES]
    assert ids == ["start", "rights", "rest", "shelter", "medical", "lawyer", "complaint", "call"]
    assert own.parts("nl", NUMBERS)[-1].lines[1].endswith("033-4481186")
    assert len(own.parts("nl", {})[-1].lines) == len(own.parts("nl", NUMBERS)[-1].lines) - 2


def test_sentences_are_short() -> None:
    """B1: in neither language a sentence of more than 25 words."""
    for language in ("nl", "en"):
        for part in own.parts(language, NUMBERS):
            sentences = " ".join(part.lines).replace("?", ".").replace(":", ".").split(". ")
            assert max(len(one.split()) for one in sentences) <= 25


def test_beside_every_piece_stands_what_it_rests_on_and_what_is_not_confirmed(there: Offering) -> None:
    with scope(there.town.care.id):
        founded = {one.part.id: one for one in information.founded(there.town.now, "nl")}
    for piece in own.PIECES:
        assert bool(founded[piece.id].sources) == bool(piece.rests_on), piece.id
    assert not founded["medical"].confirmed
    for one in founded.values():
        assert (
            one.confirmed
            or "Vraag" in " ".join(one.part.lines)
            or "Praat er eerst" in " ".join(one.part.lines)
        )
    assert "Niet alles hierin is bevestigd" in there.text("informatie/")


@pytest.mark.parametrize(("language", "says"), [("nl", "Naar een dokter"), ("en", "Seeing a doctor")])
def test_the_paper_names_no_organisation_not_even_inside(there: Offering, language: str, says: str) -> None:
    paper = there.get(f"informatie/{language}/pdf/")
    words = text_of(paper.content)
    assert says in words
    assert "112" in words
    assert "033-4481186" in words
    assert there.town.care.name not in words
    with pikepdf.open(BytesIO(paper.content)) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang).startswith(language)
        assert there.town.care.name not in str(document.docinfo)
    assert "informatie" in paper["Content-Disposition"]
    assert not any(word in paper["Content-Disposition"] for word in TELLING)


def test_a_translation_that_nobody_checked_is_given_to_nobody(there: Offering) -> None:
    assert translated(there) == 303
    assert "nog niet gecontroleerd" in there.text("informatie/")
    assert there.get("informatie/pl/").status_code == 404
    assert there.get("informatie/pl/pdf/").status_code == 404
    assert reverse("care_offer:leaflet", args=["pl"]) + '"' not in there.text("informatie/")
    assert translated(there, **CHECKED, checked_on=there.today) == 303
    assert "Zdanie próbne." in there.text("informatie/pl/")
    assert "Zdanie próbne." in text_of(there.get("informatie/pl/pdf/").content)


def test_another_text_needs_another_check_and_the_same_text_keeps_its_own(there: Offering) -> None:
    translated(there, **CHECKED, checked_on=there.today)
    assert translated(there) == 303
    assert there.get("informatie/pl/").status_code == 200
    assert translated(there, rights="Inne zdanie.") == 303
    assert there.get("informatie/pl/").status_code == 404


def test_a_translation_of_an_older_text_is_out_of_date(there: Offering) -> None:
    assert translated(there, **CHECKED, checked_on=there.today, made_from="0" * 64) == 303
    assert "verouderd" in there.text("informatie/")
    assert there.get("informatie/pl/").status_code == 404


def test_what_no_pdf_can_show_is_printed_from_the_page_in_its_own_direction(there: Offering) -> None:
    arabic = dict.fromkeys(information.names(), "معلومات")
    translated(there, "ar", **arabic, **CHECKED, checked_on=there.today)
    assert 'dir="rtl"' in there.text("informatie/ar/")
    assert there.get("informatie/ar/pdf/").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"rights": ""},
        {"title": ""},
        {"checked_by": "tolk"},
        {"checked_on": "2026-01-01"},
        {**CHECKED, "checked_on": "2999-01-01"},
    ],
)
def test_half_a_translation_or_half_a_check_is_refused_and_stays_on_the_page(
    there: Offering, wrong: dict[str, str]
) -> None:
    assert translated(there, **wrong) == 422
    assert there.get("informatie/pl/").status_code == 404


def test_a_language_that_is_not_in_the_list_does_not_exist(there: Offering) -> None:
    for page in (
        "informatie/xx/",
        "informatie/xx/pdf/",
        "informatie/nl/vertalen/",
        "informatie/xx/vertalen/",
    ):
        assert there.get(page).status_code == 404
