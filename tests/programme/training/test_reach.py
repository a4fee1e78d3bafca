"""Who was reached and who is due again, per group and layer; and the action that comes of it (TRAIN-03, TRAIN-04)."""

from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from baken.core.derive.training import years_after
from baken.programme.plan.models import Action
from baken.tenancy.scope import scope
from tests.programme.plan.planning import Planning
from tests.programme.training.training import Training, training
from tests.tenants.things import adopt
from tests.tenants.town import build


def in_west_friesland() -> Training:
    """A municipality with the terms of West-Friesland: every two years, and each year something."""
    town = build()
    adopt(town, policy="hoorn")
    return Training(town, Client())


def test_who_was_never_trained_stands_first_then_who_is_late(db: None) -> None:
    there = in_west_friesland()
    there.given(800, front_desk=9)
    there.given(30, inspectors=4)
    states = [one.stands.state for one in there.lines()]
    assert states == sorted(states, key=["never", "late", "soon", "open", "fine"].index)
    assert there.line("front_desk").stands.state == "late"
    assert there.line("inspectors").stands.state == "fine"
    assert there.line("boas").stands.state == "never"


def test_due_again_is_two_civil_years_after_the_last_and_yearly_upkeep_one(db: None) -> None:
    there = in_west_friesland()
    there.given(100, front_desk=9)
    last = there.today - timedelta(days=100)
    assert there.line("front_desk").stands.due == years_after(last, 2)
    assert there.line("front_desk", "upkeep").stands.due == years_after(last, 1)


def test_a_brochure_keeps_up_what_is_known_and_is_no_training(db: None) -> None:
    there = in_west_friesland()
    session = there.session(form="brochure", on=there.day(-5))
    there.give(session, front_desk=30)
    assert there.line("front_desk").stands.state == "never"
    assert there.line("front_desk", "upkeep").stands.reached == 30


def test_each_layer_counts_for_itself(db: None) -> None:
    there = in_west_friesland()
    there.given(30, front_desk=9)
    assert there.line("front_desk", "awareness").stands.state == "fine"
    assert there.line("front_desk", "in_depth").stands.state == "never"


def test_a_policy_without_a_term_makes_nobody_late(there: Training) -> None:
    """TRAIN-04: the Copen policies train if needed."""
    there.given(3000, front_desk=9)
    assert there.line().stands.state == "open"
    assert "geen termijn: 1" in there.text()
    assert "Geen termijn" in there.text("bereik/")


def test_reach_stands_beside_how_many_there_are(there: Training) -> None:
    there.given(3, front_desk=9)
    assert "9; de groep is niet geteld" in there.text("bereik/")
    there.count("front_desk", 12)
    assert "9 van 12" in there.text("bereik/")
    there.given(2, front_desk=9)
    assert "18 keer iemand, van 12: sommigen kwamen vaker" in there.text("bereik/")


def test_who_is_informed_and_not_trained_is_nowhere_due(there: Training) -> None:
    assert "residents" not in {one.group.key for one in there.lines()}
    assert "inwoners" in there.text("plannen/")


def test_one_click_makes_an_action_of_it_in_the_programme_in_use(there: Training) -> None:
    planning = Planning(there.town, there.client)
    planning.edition()
    page = there.text()
    assert "Zet als actie in het programma" in page
    assert "/actie/all_staff/awareness/" in page
    told = {
        "title": "Training voor alle medewerkers",
        "owner": "Aandachtsfunctionaris mensenhandel",
        "ready_on": there.day(92),
    }
    assert there.send("actie/all_staff/awareness/", **told).status_code == 303
    [action] = planning.rows(Action)
    assert (action.title, action.owner, action.ready) == (told["title"], told["owner"], "date")
    assert action.because.startswith("Trainingen: alle medewerkers")


def test_what_the_button_sends_is_taken_as_it_is(there: Training) -> None:
    """The hidden fields on the page are a whole form: one click is enough."""
    from tests.house.forms_in import every_form

    Planning(there.town, there.client).edition()
    page = there.get().content.decode()
    form = next(one for one in every_form(page, "/") if "/actie/" in one.action)
    sent = {one.name: one.value for one in form.inputs.values()}
    assert there.client.post(form.action, sent).status_code == 303
    with scope(there.town.woerden.id):
        assert Action.objects.count() == 1


def test_without_a_programme_in_use_an_action_is_refused_and_nothing_is_lost(there: Training) -> None:
    told = {"title": "Training voor de balie", "owner": "team Veiligheid", "ready_on": there.day(92)}
    answer = there.send("actie/front_desk/awareness/", **told)
    assert answer.status_code == 409
    assert "Training voor de balie" in answer.content.decode()


def test_an_action_without_owner_or_with_a_day_that_was_is_refused_at_its_field(there: Training) -> None:
    Planning(there.town, there.client).edition()
    told = {"title": "Training", "owner": "", "ready_on": there.day(92)}
    answer = there.send("actie/front_desk/awareness/", **told)
    assert answer.status_code == 422
    assert "id_owner_error" in answer.content.decode()
    answer = there.send("actie/front_desk/awareness/", **{**told, "owner": "x", "ready_on": there.day(-1)})
    assert answer.status_code == 422
    assert "Deze dag is al geweest" in answer.content.decode()


def test_an_action_about_what_nobody_is_due_does_not_exist(there: Training) -> None:
    for where in ("actie/niemand/awareness/", "actie/front_desk/iets/", "actie/residents/awareness/"):
        assert there.get(where).status_code == 404


def test_without_a_policy_the_page_says_what_to_do(db: None) -> None:
    there = training(policy=False)
    page = there.text()
    assert "Nog geen groepen met een training" in page
    assert "Er zijn nog geen groepen" in there.text("plannen/")
    assert "De catalogus is nog leeg" in there.text("catalogus/")
    assert "Er ligt nog geen pakket klaar" in there.text("werkoverleg/")
    assert there.get("werkoverleg/balie/").status_code == 404


def test_what_is_planned_already_or_is_an_action_already_is_not_where_to_begin(there: Training) -> None:
    planning = Planning(there.town, there.client)
    planning.edition()
    assert "Alle medewerkers: bewustwording" in there.text()
    there.session(audiences=["all_staff"])
    assert "Alle medewerkers: bewustwording" not in there.text()
    assert "gepland op" in there.text("bereik/")
    told = {"title": "Verdieping balie", "owner": "team", "ready_on": there.day(92)}
    assert "Balie en klantcontact: verdieping" in there.text()
    there.send("actie/front_desk/in_depth/", **told)
    assert "Balie en klantcontact: verdieping" not in there.text()
    assert "Actie in het programma" in there.text("bereik/")
    assert "Deze actie is er al" in there.text("actie/front_desk/in_depth/")


def test_an_action_is_ready_before_its_programme_ends(there: Training) -> None:
    planning = Planning(there.town, there.client)
    planning.edition(until_date=planning.day(30))
    assert f'value="{there.day(30)}"' in there.text("actie/front_desk/in_depth/")


def test_the_first_page_takes_the_same_few_queries_however_much_was_given(there: Training) -> None:
    def queries(page: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            there.text(page)
        return len(captured)

    there.given(9, front_desk=4)
    few = {page: queries(page) for page in ("", "bereik/", "catalogus/", "groepen/")}
    for days in range(3, 9):
        there.given(days, front_desk=4, inspectors=2)
        there.session(audiences=["boas"])
    assert {page: queries(page) for page in few} == few
