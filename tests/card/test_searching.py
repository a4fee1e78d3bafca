"""Searching the card: without a script, without a trace, and with something to do where nothing is found."""

import re
from datetime import date

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from baken.card.queries import CardShown, card_of
from baken.card.searching import search
from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.project.policies import library
from tests.tenants.town import Town

PARTS = dict.fromkeys(("do", "dont", "note", "vulnerability", "tools"), "elders")


def whole() -> CardShown:
    bundle: Bundle = resolve(library(), "woerden", date(2026, 1, 1))
    card = card_of(bundle, None)
    assert card is not None
    return card


CARD = whole()


def found(asked: str) -> list[str]:
    return [hit.words.nl for hit in search(CARD, asked, PARTS).hits]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("paspoort", "Een ander bewaart het paspoort."),
        ("PASPOORT", "Een ander bewaart het paspoort."),
        ("paspoorten", "Een ander bewaart het paspoort."),
        ("Passport", "Een ander bewaart het paspoort."),
        ("schulden", "Er is een 'schuld' die maar groeit."),
        ("één persoon", "Contact met familie en vrienden verdwijnt; één persoon bepaalt alles."),
        ("een persoon", "Contact met familie en vrienden verdwijnt; één persoon bepaalt alles."),
        ("dakloos", "dakloos zijn"),
    ],
)
def test_a_word_is_found_whatever_its_capitals_accents_and_ending(asked: str, wanted: str) -> None:
    assert wanted in found(asked)


def test_a_word_inside_another_does_not_count_as_its_ending() -> None:
    """`mensenhandel` is on the card, and is not what `mensen` is about."""
    assert "Mensen wonen brandgevaarlijk of onveilig en hebben nauwelijks privacy." not in found(
        "mensenhandel"
    )


def test_where_nothing_has_all_the_words_the_nearest_come_first() -> None:
    answer = search(CARD, "paspoort tatoeage zebra", PARTS)
    assert not answer.whole
    said = [hit.words.nl for hit in answer.hits]
    assert "Een ander bewaart het paspoort." in said
    assert "Een tatoeage die van iemand anders lijkt te zijn: een naam of een teken." in said


@given(st.text(max_size=60))
def test_whatever_is_asked_every_hit_is_a_sentence_of_the_card(asked: str) -> None:
    everything = {
        *(words for group in CARD.groups for words in group.items),
        *CARD.do,
        *CARD.dont,
        *CARD.note,
        *CARD.vulnerability,
        *(tool.words for tool in CARD.tools),
    }
    assert {hit.words for hit in search(CARD, asked, PARTS).hits} <= everything


def test_the_answer_stands_above_the_card_and_looks_at_all_of_it(client: Client, region: Town) -> None:
    page = client.post("/signalenkaart/woerden/balie/", {"words": "school"}).content.decode()
    answer = page[page.index('id="gevonden"') : page.index('id="groep-all_forms"')]
    assert "Het gaat op school snel slechter." in answer
    assert "Gezocht is op de hele kaart." in answer
    assert 'value="school"' in page


def test_where_nothing_is_found_it_says_what_to_do(client: Client, region: Town) -> None:
    page = client.post("/signalenkaart/woerden/", {"words": "zebrapad"}).content.decode()
    answer = page[page.index('id="gevonden"') : page.index('id="groep-all_forms"')]
    assert "Niets gevonden met: zebrapad" in answer
    assert "De lijst is niet volledig." in answer
    assert 'href="/melden/woerden/"' in answer


def test_what_is_searched_stands_in_no_address(client: Client, region: Town) -> None:
    """An address lands in the history of the browser and in the log of whatever server stands before Baken."""
    page = client.get("/signalenkaart/woerden/").content.decode()
    form = re.search(r'<form[^>]*role="search"[^>]*>', page)
    assert form is not None
    assert 'method="post"' in form[0]
    asked = client.get("/signalenkaart/woerden/?words=kanarie").content.decode()
    assert "gevonden" not in asked[asked.index("<main") :].replace("#gevonden", "")


def test_what_is_searched_stands_in_no_log(
    client: Client, region: Town, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG"):
        client.post("/signalenkaart/woerden/", {"words": "kanariegeel"})
        client.post("/signalenkaart/nergens/", {"words": "kanariegeel"})
        client.post("/signalenkaart/woerden/", {"words": "kanariegeel" * 40})
    assert "kanariegeel" not in caplog.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "Vul een woord in om te zoeken."),
        ("   ", "Vul een woord in om te zoeken."),
        ("x" * 101, "Maak de tekst korter."),
        ("pas\x00poort", "tekens die u niet kunt zien"),
        ("123456782", "lijkt op een burgerservicenummer"),
    ],
)
def test_a_search_that_cannot_be_done_says_why_and_keeps_the_card(
    client: Client, region: Town, words: str, said: str
) -> None:
    answer = client.post("/signalenkaart/woerden/", {"words": words})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert 'id="groep-all_forms"' in page


def test_markup_in_a_search_is_shown_as_words(client: Client, region: Town) -> None:
    page = client.post("/signalenkaart/woerden/", {"words": "<b>pas</b>"}).content.decode()
    assert "<b>pas" not in page
    assert "&lt;b&gt;pas" in page
