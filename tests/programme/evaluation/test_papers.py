"""The report as tagged PDF and as Word, and the draft letter to the council (EVAL-06, COMM-10, FIN-06)."""

import io
from typing import Any

import pikepdf
import pytest
from django.utils import translation
from docx import Document
from docx.oxml.ns import qn

from baken.core.vocabulary.text import Text
from baken.programme.common import frozen
from baken.programme.common.frozen import Block, Figure
from baken.programme.evaluation import letter, paper
from baken.programme.evaluation.models import Evaluation
from baken.programme.plan import actions as plan
from baken.tenancy.scope import scope
from tests.papers import text_of
from tests.programme.evaluation.evaluating import Evaluating


@pytest.fixture
def money(monkeypatch: pytest.MonkeyPatch) -> None:
    block = Block(
        "proef-geld",
        "finance",
        Text("Geld", "Money"),
        [Figure(Text("Uitgegeven in euro’s", "Spent in euros"), 90000, Text("Regionaal.", "Regional."))],
    )
    monkeypatch.setitem(frozen._sources, "proef-geld", (5, lambda first, last: block))


def an_evaluation(there: Evaluating) -> Evaluation:
    """An evaluation with something of everything."""
    told = {
        "theme": "trafficking",
        "title": "Programma",
        "from_date": there.day(-30),
        "until_date": there.day(700),
    }
    with scope(there.own.id):
        plan.start_edition(told, [], **there.given())
    found = there.whole(title="Terugblik op twee jaar")
    there.find(found, topic="finance", role="chain_director", words="Het geld was genoeg.")
    row = there.conclude(found, topic="casework", words="Sneller terugmelden.", outcome="action")
    there.send(f"besluit/{row.id}/actie/", title="Terugmelden binnen een week", owner="team Veiligheid")
    there.conclude(
        found, topic="policy", words="De route korter.", outcome="policy", element="evaluation.evaluation"
    )
    return there.again(found)


def english(there: Evaluating, page: str) -> bytes:
    there.town.visit(there.client, "adviser")
    answer = there.client.get(f"/programma/evaluatie/{page}", headers={"accept-language": "en"})
    return bytes(answer.content)


def word_of(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def all_of(made: Any) -> str:
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in made.paragraphs), *cells])


def test_the_report_is_a_tagged_pdf_with_everything_in_it(there: Evaluating, money: None) -> None:
    found = an_evaluation(there)
    answer = there.get(f"{found.id}/verslag/pdf/")
    assert answer["Content-Type"] == "application/pdf"
    assert 'filename="terugblik-op-twee-jaar.pdf"' in answer["Content-Disposition"]
    with pikepdf.open(io.BytesIO(answer.content)) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "nl"
    said = " ".join(text_of(answer.content).split())
    for words in (
        "Terugblik op twee jaar",
        "Het past nog.",
        "etenregisseur",
        "Weinig signalen betekent niet",
        "dark number",
        "Uitgegeven in euro",
        "90.000",
        "Terugmelden binnen een week",
        "Evaluatie:",
        found.digest[:12],
    ):
        assert words in said, words


def test_the_report_is_there_in_english(there: Evaluating, money: None) -> None:
    found = an_evaluation(there)
    content = english(there, f"{found.id}/verslag/pdf/")
    with pikepdf.open(io.BytesIO(content)) as document:
        assert str(document.Root.Lang) == "en"
    said = " ".join(text_of(content).split())
    for words in (
        "What changes",
        "Few signals does not mean",
        "Spent in euros",
        "Does the reporting route work?",
    ):
        assert words in said, words
    assert "Wat er verandert" not in said


def test_the_word_report_has_real_headings_and_tables_that_return(there: Evaluating, money: None) -> None:
    found = an_evaluation(there)
    made = word_of(there.get(f"{found.id}/verslag/word/").content)
    styles = {one.style.name for one in made.paragraphs if one.text}
    assert {"Heading 1", "Heading 2", "Heading 3"} <= styles
    assert made.core_properties.title == "Terugblik op twee jaar"
    assert made.core_properties.language == "nl-NL"
    for table in made.tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    said = all_of(made)
    for words in ("Het past nog.", "Uitgegeven in euro’s", "Terugmelden binnen een week", "stand van"):
        assert words in said, words


def test_the_money_is_in_the_report_also_where_it_is_no_topic(there: Evaluating, money: None) -> None:
    """FIN-06."""
    found = there.freeze(there.start(topics=["policy"]))
    with scope(there.own.id), translation.override("nl"):
        made = paper.report(found, "Hoorn")
    titles = [one.title for one in made.sections]
    assert "Het geld" in titles
    assert titles[-1] == "Wat er verandert"


def test_a_report_without_figures_or_findings_says_so(there: Evaluating) -> None:
    found = there.start(topics=["policy"])
    with scope(there.own.id), translation.override("nl"):
        lines = [line for one in paper.report(found, "Hoorn").sections for line in one.lines]
    assert "De cijfers staan nog niet vast en staan daarom niet in dit verslag." in lines
    assert "Hierover is niets vastgelegd." in lines
    assert "Er veranderen geen acties en er verandert niets aan het beleid." in lines
    assert there.get(f"{found.id}/verslag/pdf/").status_code == 200


@pytest.mark.parametrize(
    ("language", "parts", "draft"),
    [
        ("nl", ["Kennisnemen van", "Inleiding", "Kernboodschap", "Financiën", "Vervolg"], "ONTWERP"),
        ("en", ["To take note of", "Introduction", "Core message", "Finance", "Follow-up"], "DRAFT"),
    ],
)
def test_the_letter_to_the_council_has_its_five_parts_and_says_it_is_a_draft(
    there: Evaluating, money: None, language: str, parts: list[str], draft: str
) -> None:
    """COMM-10."""
    found = an_evaluation(there)
    page = f"{found.id}/raadsbrief/"
    content = there.get(page).content if language == "nl" else english(there, page)
    made = word_of(content)
    assert [one.text for one in made.paragraphs if one.style.name == "Heading 2"] == parts
    assert made.paragraphs[0].text == draft
    assert draft in made.sections[0].header.paragraphs[0].text
    said = all_of(made)
    for words in (
        "Sneller terugmelden.",
        "Terugmelden binnen een week",
        "90.000" if language == "nl" else "90,000",
        "[",
    ):
        assert words in said, words
    assert ("Weinig signalen" if language == "nl" else "Few signals") in said


def test_words_of_people_come_on_paper_as_they_stand(there: Evaluating) -> None:
    found = there.start()
    odd = "#let x = 1 *vet* <b>&amp; [haak] \u202e\u2028 😀"
    there.find(found, words=odd)
    assert "#let x = 1 *vet* <b>&amp; [haak]" in " ".join(
        text_of(there.get(f"{found.id}/verslag/pdf/").content).split()
    )
    assert "<b>&amp; [haak]" in all_of(word_of(there.get(f"{found.id}/verslag/word/").content))


def test_the_letter_of_an_empty_evaluation_asks_for_what_is_to_come(there: Evaluating) -> None:
    found = there.start(topics=["policy"])
    with scope(there.own.id), translation.override("nl"):
        made = letter.letter(found, "Hoorn", None)
    said = [line for one in made.sections for line in one.lines]
    assert sum(line.startswith("[Vul aan:") for line in said) == 4
