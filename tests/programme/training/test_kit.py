"""Ten minutes in a team meeting: slides, card, a case of nobody, and what to do (MEET-08, GEN-02, TRAIN-15)."""

from io import BytesIO

import pikepdf
import pytest

from baken.core.derive.card import items_for
from baken.core.derive.teamkit import kit_for
from baken.core.vocabulary import teamwork
from baken.core.vocabulary.teamwork import WORKS, Work
from baken.programme.common import policy
from baken.tenancy.scope import scope
from tests.papers import text_of
from tests.programme.training.training import Training

SLUGS = [one.slug for one in WORKS]


def words_of(pdf: bytes) -> str:
    return " ".join(text_of(pdf).split())


def bundle(there: Training):  # type: ignore[no-untyped-def]
    with scope(there.town.woerden.id):
        return policy.in_force(there.town.now)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_paper_has_three_slides_the_card_and_the_case(there: Training, slug: str) -> None:
    answer = there.get(f"werkoverleg/{slug}/pdf/")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(answer.content)) as paper:
        boxes = [[float(side) for side in page.MediaBox] for page in paper.pages]
        assert [box[2] > box[3] for box in boxes] == [True, True, True, False, False]
        assert paper.Root.MarkInfo.Marked
        assert str(paper.Root.Lang) == "nl"
    words = words_of(answer.content)
    assert "De mensen in dit geval bestaan niet" in words
    assert "112" in words
    assert "antwoordcode" in words
    assert "/melden/woerden/" in words
    assert "Signalenkaart mensenhandel" in words


def test_the_card_has_the_signals_of_the_work_and_the_others_that_are_for_all(there: Training) -> None:
    inspector, teacher = (
        words_of(there.get(f"werkoverleg/{slug}/pdf/").content) for slug in ("toezicht", "school")
    )
    assert "brandgevaarlijk" in inspector
    assert "brandgevaarlijk" not in teacher
    assert "op school snel slechter" in teacher
    assert "op school snel slechter" not in inspector
    for words in (inspector, teacher):
        assert "Een ander bewaart het paspoort" in words


@pytest.mark.parametrize("work", WORKS, ids=SLUGS)
def test_page_and_paper_show_the_same_signals_case_and_questions(there: Training, work: Work) -> None:
    kit = kit_for(bundle(there), work)
    assert kit is not None
    page = there.text(f"werkoverleg/{work.slug}/")
    paper = words_of(there.get(f"werkoverleg/{work.slug}/pdf/").content).replace(" ", "")
    shown = [line for part in kit.signals for line in part.lines]
    assert len(shown) == len(items_for(bundle(there), work.card))
    for words in (*shown, kit.story, *kit.questions, *kit.what_to_do, *kit.dont):
        assert words.nl.replace("&", "&amp;").replace("'", "&#x27;").replace('"', "&quot;") in page
        assert words.nl.replace(" ", "") in paper


def test_a_work_without_a_case_of_its_own_talks_about_the_case_of_the_policy(there: Training) -> None:
    found = bundle(there)
    for work in WORKS:
        kit = kit_for(found, work)
        assert kit is not None
        assert kit.story == (work.case.story if work.case else found.kit[0].case)


def test_every_work_has_its_own_address_and_groups_of_the_policy(there: Training) -> None:
    assert len(set(SLUGS)) == len(SLUGS)
    known = {one.id for one in bundle(there).audiences}
    for work in WORKS:
        assert set(work.groups) <= known
        assert f"/werkoverleg/{work.slug}/" in there.text("werkoverleg/")


def test_the_minutes_are_ten() -> None:
    assert sum(minutes for minutes, _ in teamwork.MINUTES) == 10


def test_nobody_in_a_case_is_called_victim_or_offender() -> None:
    """Look, principle 6: presumption in every word; here a team decides nothing about anybody."""
    for work in WORKS:
        for words in work.case.story if work.case else ():
            assert not any(
                word in words.casefold() for word in ("slachtoffer", "dader", "victim", "offender")
            )


def test_in_english_everything_is_english(there: Training) -> None:
    there.text("werkoverleg/")
    answer = there.client.get(
        "/programma/trainingen/werkoverleg/huisbezoek/pdf/", headers={"accept-language": "en"}
    )
    words = words_of(answer.content)
    assert "The people in this case do not exist" in words
    assert "return code" in words
    assert "What is exploitation?" in words
    assert "Bespreek" not in words


def test_whoever_did_it_writes_it_down_with_most_of_it_there_already(there: Training) -> None:
    page = there.get("werkoverleg/toezicht/").content.decode()
    href = next(part.split('"')[0] for part in page.split('href="') if "plannen/?" in part)
    form = there.client.get(href.replace("&amp;", "&")).content.decode()
    assert 'value="inspectors" id="id_audiences_2" checked' in " ".join(form.split()) or "checked" in form
    assert 'value="team_meeting" selected' in form
    assert f'value="{there.day(0)}"' in form


def test_a_work_that_is_none_does_not_exist(there: Training) -> None:
    assert there.get("werkoverleg/spionage/").status_code == 404
    assert there.get("werkoverleg/spionage/pdf/").status_code == 404
