"""Groups: how many people each holds, in numbers; and one that is gone keeps standing in what it was given."""

import pytest

from baken.programme.training.models import Audience
from baken.tenancy import kept
from baken.tenancy.scope import scope
from tests.programme.training.training import Training

OWN = {"name": "Marktmeesters", "sort": "internal", "layers": ["awareness"], "people": "7"}


def add(there: Training, **fields: object) -> str:
    answer = there.send("groepen/toevoegen/", **{**OWN, "counted_on": there.day(0), **fields})
    assert answer.status_code == 303, answer.content.decode()
    return next(one.key for one in there.groups() if one.own)


def test_the_groups_of_the_policy_are_there_at_once_inside_and_outside(there: Training) -> None:
    """TRAIN-01, TRAIN-02, TRAIN-08, TRAIN-10."""
    page = there.text("groepen/").casefold()
    for name in (
        "balie en klantcontact",
        "leerplichtambtenaren",
        "huisartsen",
        "medewerkers van veilig thuis",
    ):
        assert name in page
    assert "nog niet ingevuld" in page


def test_a_count_has_its_day_and_its_history(there: Training) -> None:
    there.count("front_desk", 12)
    there.count("front_desk", 14)
    page = there.text("groepen/front_desk/")
    assert "14 mensen op" in page
    assert "12 mensen op" in page
    found = next(one for one in there.groups() if one.key == "front_desk")
    assert (found.people, found.counted_on) == (14, there.today)


def test_an_own_group_can_be_chosen_and_trained(there: Training) -> None:
    key = add(there)
    assert "Marktmeesters" in there.text("plannen/")
    there.given(3, **{key: 5})
    assert there.line(key).stands.reached == 5


def test_an_own_group_that_is_deleted_keeps_standing_in_its_sessions(there: Training) -> None:
    key = add(there)
    session = there.given(3, **{key: 5})
    with scope(there.town.woerden.id):
        row = kept.kept(Audience).get(key=key)
    assert there.send(f"terugnemen/groep/{row.id}/").status_code == 303
    assert "Marktmeesters" not in there.text("groepen/")
    assert "Marktmeesters" not in there.text("plannen/")
    assert key not in {one.group.key for one in there.lines()}
    assert "Marktmeesters" in there.text(f"{session.id}/")
    assert "Marktmeesters: 5" in there.text()
    assert there.give(session, **{key: 6}).status_code == 303  # a correction goes on
    assert there.one(session.id).reach[0]["reached"] == 6
    assert "Marktmeesters" in there.text(f"{session.id}/wijzigen/")
    assert there.get(f"groepen/{key}/").status_code == 404


def test_a_group_of_the_policy_that_is_not_here_leaves_and_can_be_brought_back(there: Training) -> None:
    session = there.given(3, boas=2)
    assert there.send("groepen/boas/niet-hier/").status_code == 303
    assert "boas" not in {one.group.key for one in there.lines()}
    assert "Groepen die hier niet (meer) zijn" in there.text("groepen/")
    assert "boa" in there.text(f"{session.id}/")
    assert there.get("groepen/boas/niet-hier/").status_code == 404
    assert "terug te halen" in there.text("groepen/boas/")
    there.count("boas", 3)
    assert "boas" in {one.group.key for one in there.lines()}
    assert there.line("boas").stands.reached == 2


def test_two_editors_of_a_count_never_overwrite_each_other(there: Training) -> None:
    there.count("front_desk", 12)
    late = there.send("groepen/front_desk/", people="9", counted_on=there.day(0), looked_at="0")
    assert late.status_code == 409
    assert 'value="9"' in late.content.decode()
    found = next(one for one in there.groups() if one.key == "front_desk")
    assert found.people == 12


def test_two_who_count_a_group_for_the_first_time_do_not_overwrite_each_other(there: Training) -> None:
    there.count("front_desk", 12)
    told = {"people": "9", "counted_on": there.day(0), "looked_at": "0"}
    assert there.send("groepen/front_desk/", **told).status_code == 409


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"people": "-3"}, "Vul 0 of meer in"),
        ({"people": "twaalf"}, "Vul een heel getal in"),
        ({"people": "12", "counted_on": ""}, "op welke dag dit aantal klopte"),
        ({"people": "12", "counted_on": "2999-01-01"}, "nog niet geweest"),
        ({"people": "12", "counted_on": "1900-01-01"}, "te lang geleden"),
        ({"name": ""}, "Vul dit in"),
        ({"name": "Jansen 111222333"}, "burgerservicenummer"),
        ({"name": "Team bij K7QM2P"}, "lijkt op het kenmerk"),
        ({"sort": "spion"}, "spion"),
        ({"layers": ["spionage"]}, "spionage"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_lost(
    there: Training, fields: dict[str, object], says: str
) -> None:
    answer = there.send("groepen/toevoegen/", **{**OWN, "counted_on": there.day(0), **fields})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert str(fields.get("name", "Marktmeesters")) in page
    assert not [one for one in there.groups() if one.own]


def test_without_a_number_there_is_no_day_of_counting(there: Training) -> None:
    add(there, people="")
    found = next(one for one in there.groups() if one.own)
    assert (found.people, found.counted_on) == (None, None)


def test_no_field_takes_a_name_of_somebody(there: Training) -> None:
    """TRAIN-13: without keeping more about people than needed."""
    page = there.text("groepen/front_desk/")
    assert 'type="text"' not in page
    assert "<textarea" not in page
    assert "Geen naam van een persoon" in there.text("groepen/toevoegen/")
