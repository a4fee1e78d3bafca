"""The catalogue: of the policy and of one's own, by group and by layer (TRAIN-06)."""

import pytest

from baken.programme.training.models import Course
from baken.tenancy.scope import scope
from tests.programme.training.training import Training

OWN = {
    "name": "Kijk verder",
    "provider": "Eigen school",
    "layer": "awareness",
    "form": "webinar",
    "free": "yes",
}


def rows(there: Training) -> list[Course]:
    with scope(there.town.woerden.id):
        return list(Course.objects.filter(withdrawn=False))


def test_it_names_who_gives_training_according_to_the_policy(there: Training) -> None:
    page = there.text("catalogus/")
    for provider in ("RIEC", "CoMensha", "FairWork", "CCV", "Stichting voor Integrale aanpak Mensenhandel"):
        assert provider in page
    assert "meldcode" in page


def test_it_narrows_to_a_group_and_a_layer(there: Training) -> None:
    page = there.text("catalogus/", groep="focal_points", laag="focal_point")
    assert "Training voor aandachtsfunctionarissen" in page
    assert "E-learning over uitbuiting" not in page
    assert "Bewustwordingsbijeenkomst" in there.text("catalogus/", groep="gps")
    assert "Niets gevonden" in there.text("catalogus/", groep="gps", laag="focal_point")


@pytest.mark.parametrize("asked", [{"groep": "spion"}, {"laag": "x"}, {"groep": "\u202e"}])
def test_what_is_no_group_or_layer_shows_everything_and_says_so(
    there: Training, asked: dict[str, str]
) -> None:
    page = there.text("catalogus/", **asked)
    assert "E-learning over uitbuiting" in page
    assert "baken-error" in page


def test_an_own_course_is_added_changed_and_taken_back(there: Training) -> None:
    assert there.send("catalogus/toevoegen/", **OWN, audiences=["front_desk"]).status_code == 303
    [course] = rows(there)
    assert course.free is True
    assert "Kijk verder" in there.text("catalogus/", groep="front_desk")
    assert "Kijk verder" not in there.text("catalogus/", groep="boas")
    session = there.session(course=course.id.hex)
    assert (session.title, session.provider) == ("Kijk verder", "Eigen school")
    changed = {**OWN, "name": "Kijk nog verder", "looked_at": course.number}
    assert there.send(f"catalogus/{course.id}/", **changed).status_code == 303
    assert there.one(session.id).title == "Kijk verder"
    assert there.send(f"catalogus/{course.id}/", **changed, link="https://a.example").status_code == 409
    assert there.send(f"terugnemen/cursus/{course.id}/").status_code == 303
    assert "Kijk nog verder" not in there.text("catalogus/")
    assert "Kijk verder" in there.text(f"{session.id}/wijzigen/")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"name": ""}, "Vul dit in"),
        ({"layer": ""}, "Kies een laag"),
        ({"form": "toneel"}, "toneel"),
        ({"link": "javascript:alert(1)"}, "Dit is geen adres"),
        ({"link": "http://onveilig.example"}, "Dit is geen adres"),
        ({"audiences": ["spionnen"]}, "spionnen"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_lost(
    there: Training, fields: dict[str, object], says: str
) -> None:
    answer = there.send("catalogus/toevoegen/", **{**OWN, **fields})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert "Eigen school" in page
    assert rows(there) == []
