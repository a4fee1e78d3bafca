"""A region of six evaluates: each releases what it chooses, one leaves, and the page stays right (REG-05, REG-07)."""

from datetime import timedelta

import pytest

from baken.core.decide.refusal import Refused
from baken.programme.evaluation import actions, beside, regional, releasing
from baken.programme.evaluation.models import Conclusion, Evaluation, Finding
from baken.programme.evaluation.releasing import Evaluated
from baken.programme.region import sharing
from baken.programme.region.kinds import Told
from baken.tenancy import regions
from baken.tenancy.scope import scope
from tests.programme.evaluation.evaluating import EVERYTHING, REGION, Evaluating


def choose(there: Evaluating, of: Evaluation, *parts: str) -> Evaluation:
    with scope(there.own.id):
        actions.share(of, parts, of.number, actor=there.town.actor("adviser"), now=there.now)
    return there.again(of)


def released(there: Evaluating, member: str) -> list[sharing.Received]:
    with scope(there.members[member].id):
        return sharing.received(there.region, releasing.KIND, today=there.today)


def test_nothing_can_be_chosen_before_the_figures_are_frozen(there: Evaluating) -> None:
    found = there.start()
    assert "De cijfers staan nog niet vast" in there.text(f"{found.id}/delen/")
    with scope(there.own.id), pytest.raises(Refused, match="not frozen"):
        actions.share(
            found, ["policy.figures"], found.number, actor=there.town.actor("adviser"), now=there.now
        )


def test_only_what_was_chosen_goes_topic_by_topic_and_part_by_part(there: Evaluating) -> None:
    """REG-07: consent is given for each part."""
    found = there.whole(topics=["policy", "execution", "casework"])
    there.find(found, topic="casework", words="Dit blijft binnen.")
    found = choose(there, found, "policy.findings", "casework.figures")
    with scope(there.own.id):
        [offer] = releasing.offers(there.today)
    data = Evaluated.model_validate(offer.payload)
    assert [one.topic for one in data.topics] == ["policy", "casework"]
    policy, casework = data.topics
    assert (policy.figures, policy.conclusions) == (None, None)
    assert [one.words for one in policy.findings or []] == ["Het past nog."]
    assert casework.findings is None
    assert casework.figures
    assert "Dit blijft binnen." not in str(offer.payload)


def test_one_sees_exactly_what_goes_before_it_goes(there: Evaluating) -> None:
    found = there.whole(title="Onze evaluatie")
    page = f"{found.id}/delen/"
    assert "Cijfers" in there.text(page)
    answer = there.send(page, policy=["findings"], execution=["conclusions"], looked_at=found.number)
    look = f"/programma/regio/{REGION}/delen/evaluatie/{releasing.subject(found)}/"
    assert answer["Location"] == look
    assert released(there, "opmeer") == [], "nothing goes by choosing alone"
    shown = there.town.visit(there.client, "adviser").get(look).content.decode()
    assert "Het past nog." in shown
    assert "Vaker trainen." in shown
    assert "Signalen van de eigen organisatie" not in shown
    seen = shown.partition('name="seen" value="')[2].partition('"')[0]
    done = there.client.post(look, {"command": "6f1b6f0e-7d0b-4a55-9a52-2c1f3f6f9a77", "seen": seen})
    assert done.status_code == 303
    [got] = released(there, "opmeer")
    assert got.payload["title"] == "Onze evaluatie"


def test_two_evaluations_of_the_same_years_are_not_released_both(there: Evaluating) -> None:
    first, second = there.freeze(there.start(title="De eerste")), there.freeze(there.start(title="De tweede"))
    choose(there, first, "policy.figures")
    answer = there.send(f"{second.id}/delen/", policy=["figures"], looked_at=second.number)
    assert answer.status_code == 409
    assert "De eerste" in answer.content.decode()


def test_who_takes_no_part_releases_nothing(there: Evaluating) -> None:
    found = choose(there, there.whole(), "policy.findings")
    regions.leave(there.region, there.own, until=there.today - timedelta(days=1))
    with scope(there.own.id):
        payload, subject = releasing.payload(found), releasing.subject(found)
        with pytest.raises(Refused, match="not in this region"):
            sharing.release(releasing.KIND, subject, payload, there.region, **there.given())
    look = f"/programma/regio/{REGION}/delen/evaluatie/{releasing.subject(found)}/"
    assert there.town.visit(there.client, "adviser").get(look).status_code == 404


def test_who_may_not_release_chooses_nothing(there: Evaluating) -> None:
    found = there.whole()
    assert there.get(f"{found.id}/delen/", "focal_point").status_code == 403
    assert "Kiezen wat u deelt" not in there.text(f"{found.id}/regio/", "focal_point")


def test_an_evaluation_outside_a_region_has_no_page_there(there: Evaluating) -> None:
    found = there.whole(region="")
    assert there.get(f"{found.id}/regio/").status_code == 404
    assert there.get(f"{found.id}/delen/").status_code == 404
    assert "Bespreken in de regio" not in there.text(f"{found.id}/")


def test_a_region_of_six_stands_side_by_side_and_who_is_silent_is_not_judged(there: Evaluating) -> None:
    found = there.whole()
    for member in ("drechterland", "enkhuizen", "stede-broec"):
        there.member_releases(member)
    there.member_releases("medemblik", parts=["finance.figures"])
    page = there.text(f"{found.id}/regio/")
    for name in ("Drechterland", "Enkhuizen", "Stede Broec"):
        assert f"Bevinding van {name}." in page
        assert f"Besluit van {name}." in page
    assert "Bevinding van Medemblik." not in page
    assert "Deelden dit onderwerp niet: Medemblik." in page
    assert "Deelden niets over deze jaren: Opmeer, Woerden. Dat zegt niets over hun werk" in page
    assert page.index("Bevinding van Drechterland.") < page.index("Bevinding van Enkhuizen.")
    assert "Weinig signalen betekent niet dat er weinig mensenhandel is" in page


def test_a_member_that_leaves_midway_is_read_apart_and_counts_with_nobody(there: Evaluating) -> None:
    """The region stays readable and right."""
    found = there.whole()
    for member in ("drechterland", "enkhuizen"):
        there.member_releases(member)
    regions.leave(there.region, there.members["enkhuizen"], until=there.today - timedelta(days=1))
    regions.leave(there.region, there.members["opmeer"], until=there.today - timedelta(days=1))
    page = there.text(f"{found.id}/regio/")
    assert "Bevinding van Drechterland." in page
    assert "Bevinding van Enkhuizen." not in page
    assert page.count("deed mee tot en met") == 2
    assert "Wat Enkhuizen toen deelde" in page
    assert "Wat Opmeer toen deelde" not in page
    silent = page.partition("Deelden niets over deze jaren: ")[2].partition(".")[0]
    assert silent == "Medemblik, Stede Broec, Woerden"
    href = page.partition("Wat Enkhuizen toen deelde")[0].rpartition('href="')[2].partition('"')[0]
    old = there.town.visit(there.client, "adviser").get(href)
    assert "Bevinding van Enkhuizen." in old.content.decode()
    assert there.get(f"{found.id}/").status_code == 200
    assert there.get(f"{found.id}/verslag/pdf/").status_code == 200


def test_who_leaves_itself_still_reads_what_it_got(there: Evaluating) -> None:
    found = there.whole()
    there.member_releases("drechterland")
    regions.leave(there.region, there.own, until=there.today)
    assert "Bevinding van Drechterland." in there.text(f"{found.id}/regio/")
    with scope(there.own.id):
        seen = regional.discussion(found, there.day(9))
    assert seen.region.own.left
    assert [one.name for one in seen.received] == ["Drechterland"]


def test_what_was_taken_back_stands_nowhere(there: Evaluating) -> None:
    found = there.whole()
    there.member_releases("drechterland")
    with scope(there.members["drechterland"].id):
        sharing.withdraw(releasing.KIND, releasing.subject(found), there.region, now=there.now)
    assert "Bevinding van Drechterland." not in there.text(f"{found.id}/regio/")


def test_releases_of_other_years_are_named_apart(there: Evaluating) -> None:
    found = there.whole()
    there.member_releases("drechterland", from_date=there.day(-2500), until_date=there.day(-1500))
    page = there.text(f"{found.id}/regio/")
    assert "Over andere jaren" in page
    assert "Bevinding van Drechterland." not in page


def test_what_the_region_agreed_comes_into_the_own_evaluation(there: Evaluating) -> None:
    """REG-05: the outcome is kept as findings and conclusions that say where they came from."""
    found = there.whole()
    told = {
        "about": "topic:cooperation",
        "role": "focal_point",
        "on": there.today.isoformat(),
        "words": "Samen oefenen helpt.",
        "regional": "on",
    }
    assert "checked" in there.text(f"{found.id}/bevinding/", bij="topic:cooperation", regio="ja")
    assert there.send(f"{found.id}/bevinding/", **told).status_code == 303
    decided = {
        "topic": "cooperation",
        "words": "Elk jaar samen oefenen.",
        "outcome": "none",
        "regional": "on",
    }
    assert there.send(f"{found.id}/besluit/", **decided).status_code == 303
    assert [one.words for one in there.rows(Finding) if one.regional] == ["Samen oefenen helpt."]
    assert [one.words for one in there.rows(Conclusion) if one.regional] == ["Elk jaar samen oefenen."]
    assert there.text(f"{found.id}/").count("Uit het gesprek in de regio") == 2


def test_members_stand_in_the_order_of_names_and_never_of_numbers(there: Evaluating) -> None:
    """REG-07, MON-08: nothing is ranked, and nothing is added up."""
    figure = {"name": {"nl": "Acties", "en": "Actions"}, "note": None}
    told = []
    for name, value in (("Andijk", 1), ("Berkhout", 9), ("Creil", 4)):
        block = {"title": {"nl": "Programma", "en": "Programme"}, "figures": [{**figure, "value": value}]}
        part = {"topic": "execution", "figures": [block], "findings": None, "conclusions": None}
        data = {
            "title": name,
            "first": "2024-01-01",
            "last": "2025-12-31",
            "frozen_on": "2026-01-01",
            "topics": [part],
        }
        told.append(Told(name, Evaluated.model_validate(data), there.now))
    [table] = beside.compare(told)
    assert list(table.headers)[1:] == ["Andijk", "Berkhout", "Creil"]
    assert [list(row) for row in table.rows] == [["Acties", 1, 9, 4]]


def test_everything_that_can_be_chosen_is_known(there: Evaluating) -> None:
    found = there.freeze(there.start())
    page = there.text(f"{found.id}/delen/")
    for one in EVERYTHING:
        topic, _dot, part = one.partition(".")
        assert f'name="{topic}"' in page
        assert f'value="{part}"' in page


def test_what_changed_here_after_it_was_released_is_told_with_the_way_to_the_region(
    there: Evaluating,
) -> None:
    """REG-07: who takes something back sees that a region holds it still, and where it is taken back there too."""
    found = choose(there, there.whole(), "policy.findings")
    with scope(there.own.id):
        payload, subject = releasing.payload(found), releasing.subject(found)
        sharing.release(releasing.KIND, subject, payload, there.region, **there.given())
    words, way = "In de regio staat nog hoe het was", f"/programma/regio/{REGION}/"
    assert words not in there.text(f"{found.id}/")
    [row] = there.rows(Finding)
    sent = there.send(f"bevinding/{row.id}/terugnemen/")
    assert sent["Location"] == f"/programma/evaluatie/{found.id}/"
    page = there.text(f"{found.id}/")
    assert words in page
    assert f'href="{way}"' in page.partition(words)[2]
    assert words not in there.text(f"{found.id}/", "focal_point"), "only for who may release"
    assert there.send(f"evaluatie/{found.id}/terugnemen/")["Location"] == way
