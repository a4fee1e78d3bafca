"""What a care organisation or a director elsewhere found comes into the report of a municipality (MON-06, REG-05).

Nobody writes across organisations: each releases from an evaluation of its own, and the municipality takes it up.
"""

import io
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from docx import Document

from baken.core.decide.refusal import Refused
from baken.programme.evaluation import actions, releasing, taking
from baken.programme.evaluation.models import Evaluation, Finding
from baken.programme.region import sharing
from baken.tenancy import actions as directory
from baken.tenancy import regions
from baken.tenancy.models import Organisation
from baken.tenancy.models_regions import Region
from baken.tenancy.scope import scope
from tests.papers import text_of
from tests.programme.evaluation.evaluating import Evaluating, release_of

WORDS = "Meldingen komen op tijd, met wat wij nodig hebben."


def a_care_organisation(there: Evaluating, region: Region | None = None) -> Organisation:
    """One that takes part in a region with the municipality, not in that of its evaluation."""
    made = directory.create_organisation(slug="zorg", name="Zorghuis", kind="care", now=there.now)
    if region is None:
        region = regions.create_region(slug="zvh", name="ZVH-regio", kind="care_safety_house", now=there.now)
        regions.join(region, there.own, since=there.day(-100))
    regions.join(region, made, since=there.day(-100))
    there.members["zorg"] = made
    return made


def a_release(there: Evaluating, role: str = "care_coordinator", words: str = WORDS, **told: Any) -> UUID:
    """What the care organisation found, released to a region."""
    care = there.members.get("zorg") or a_care_organisation(there)
    region = regions.find("zvh")
    assert region is not None
    about = there.told(title="Terugblik van de zorg", **told)
    return release_of(care, about, region, ["policy.findings"], there.now, words, role)


def offered(there: Evaluating, of: Evaluation) -> list[taking.Offered]:
    with scope(there.own.id):
        return taking.offered(of, there.today)


def take(there: Evaluating, of: Evaluation, visitor: str = "adviser") -> Any:
    keys = [one.key for one in offered(there, of)]
    return there.send(f"{of.id}/overnemen/", visitor, findings=keys)


def test_what_was_found_elsewhere_stands_in_the_report_with_who_and_when(there: Evaluating) -> None:
    found = there.whole()
    a_release(there)
    page = there.text(f"{found.id}/")
    assert "Over deze periode deelden anderen 1 bevinding die hier nog niet staat." in page
    form = there.text(f"{found.id}/overnemen/")
    assert "Zorgcoördinator mensenhandel van Zorghuis" in form
    assert "checked" in form, "what roles elsewhere found is chosen beforehand"
    assert take(there, found).status_code == 303
    page = there.text(f"{found.id}/")
    assert WORDS in page
    assert "Zorghuis" in page
    assert "en hier overgenomen." in page
    assert "Over deze periode deelden anderen" not in page
    pdf = text_of(there.get(f"{found.id}/verslag/pdf/").content)
    assert "Zorghuis" in pdf
    assert "hier overgenomen" in pdf
    report = _word(there, f"{found.id}/verslag/word/")
    assert WORDS in report
    assert "Zorghuis" in report
    assert "zorgcoördinator mensenhandel van Zorghuis" in _word(there, f"{found.id}/raadsbrief/")


def _word(there: Evaluating, page: str) -> str:
    made = Document(io.BytesIO(there.get(page).content))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in made.paragraphs), *cells])


def test_it_answers_the_same_question_where_that_is_asked_here_too(there: Evaluating) -> None:
    found = there.start()
    with scope(there.own.id):
        [question, *_] = [one for one in _questions(found) if one.topic == "policy"]
    a_release(there)
    take(there, found)
    [row] = there.rows(Finding)
    assert (row.topic, row.question_id) == ("policy", None), "it was released of its own accord"
    asked = {"nl": question.words, "en": question.words_en}
    _release_again(there, asked)
    take(there, found)
    assert question.id in {one.question_id for one in there.rows(Finding)}


def _questions(of: Evaluation) -> list[Any]:
    from baken.programme.evaluation import queries

    return queries.questions(of)


def _release_again(there: Evaluating, question: Mapping[str, str]) -> None:
    """The care organisation releases once more: the same, and something in answer to a question."""
    region = regions.find("zvh")
    assert region is not None
    with scope(there.own.id):
        [got] = sharing.received(region, releasing.KIND, today=there.today)
    part = dict(got.payload["topics"][0])
    part["findings"] = [*part["findings"], {**part["findings"][0], "question": question, "words": "Ook dit."}]
    with scope(there.members["zorg"].id):
        from baken.tenancy.actors import Actor

        actor = Actor(uuid4(), uuid4(), there.members["zorg"].id, frozenset({"policy_adviser"}), frozenset())
        sharing.release(
            releasing.KIND,
            got.about,
            {**got.payload, "topics": [part]},
            region,
            actor=actor,
            now=there.now + timedelta(minutes=5),
            command_id=uuid4(),
        )


def test_what_is_here_already_is_not_offered_again_until_it_is_taken_back(there: Evaluating) -> None:
    found = there.start()
    a_release(there)
    take(there, found)
    assert offered(there, found) == []
    assert "Er valt niets over te nemen" in there.text(f"{found.id}/overnemen/")
    [row] = there.rows(Finding)
    assert there.send(f"bevinding/{row.id}/terugnemen/").status_code == 303
    assert len(offered(there, found)) == 1
    take(there, found)
    assert [one.words for one in there.rows(Finding)] == [WORDS]


def test_another_period_an_own_release_and_who_left_are_not_offered(there: Evaluating) -> None:
    found = there.start()
    a_release(there, from_date=there.day(-2500), until_date=there.day(-1500))
    assert offered(there, found) == []
    a_release(there, from_date=there.day(-200), until_date=there.day(-2))
    assert [one.by for one in offered(there, found)] == ["Zorghuis"]
    region = regions.find("zvh")
    assert region is not None
    regions.leave(region, there.members["zorg"], until=there.today - timedelta(days=1))
    assert offered(there, found) == []


def test_roles_elsewhere_come_first_and_those_of_neighbours_are_not_chosen_beforehand(
    there: Evaluating,
) -> None:
    found = there.start()
    there.member_releases("drechterland")
    a_release(there, role="chain_director", words="De keten sluit.")
    assert [one.role for one in offered(there, found)] == ["chain_director", "policy_adviser"]
    assert there.text(f"{found.id}/overnemen/").count("checked") == 1
    assert "deelden anderen 1 bevinding" in there.text(f"{found.id}/"), (
        "neighbours are read on the page of the region"
    )
    assert f"{found.id}/overnemen/" in there.text(f"{found.id}/regio/")


def test_what_was_taken_up_keeps_its_words_and_is_not_released_as_ones_own(there: Evaluating) -> None:
    found = there.whole()
    a_release(there)
    take(there, found)
    [row] = [one for one in there.rows(Finding) if one.shared_on]
    assert there.get(f"bevinding/{row.id}/wijzigen/").status_code == 404
    told = {"topic": "policy", "role": row.role, "on": row.on, "words": "Iets anders."}
    with scope(there.own.id), pytest.raises(Refused, match="another role"):
        actions.change_finding(
            row, told, row.number, keeps=True, actor=there.town.actor("adviser"), now=there.now
        )
    found = there.again(found)
    with scope(there.own.id):
        parts = ["policy.findings"]
        actions.share(found, parts, found.number, actor=there.town.actor("adviser"), now=there.now)
        going = releasing.payload(there.again(found))
    assert WORDS not in str(going)
    assert "Het past nog." in str(going)


def test_it_stays_when_its_sender_takes_the_release_back(there: Evaluating) -> None:
    """What somebody took over cannot be called back; the page where it is taken back says so."""
    found = there.start()
    a_release(there)
    take(there, found)
    region = regions.find("zvh")
    assert region is not None
    with scope(there.members["zorg"].id):
        sharing.withdraw(releasing.KIND, releasing.subject(found), region, now=there.now)
    assert WORDS in there.text(f"{found.id}/")


def test_only_who_keeps_the_programme_takes_up_and_nothing_comes_to_a_closed_evaluation(
    there: Evaluating,
) -> None:
    found = there.whole()
    a_release(there)
    assert there.get(f"{found.id}/overnemen/", "supervisor").status_code == 403
    with scope(there.own.id):
        actions.close(found, actor=there.town.actor("adviser"), now=there.now)
    assert take(there, found).status_code == 409
    assert "deelden anderen" not in there.text(f"{found.id}/")


def test_what_is_not_on_offer_is_refused(there: Evaluating) -> None:
    found = there.start()
    a_release(there)
    assert there.send(f"{found.id}/overnemen/", findings=["niets"]).status_code == 422
    assert there.send(f"{found.id}/overnemen/").status_code == 422
    assert there.rows(Finding) == []
