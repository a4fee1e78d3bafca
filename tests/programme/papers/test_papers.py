"""Papers as people see them: what there is of each field, what ends, what is missing, and an action from it."""

from datetime import date, timedelta
from uuid import uuid4

from baken.programme.common import frozen, planned
from baken.programme.papers import dated
from baken.programme.papers.models import FollowUp
from baken.programme.plan.models import Action
from baken.tenancy.scope import scope
from tests.programme.papers.conftest import PAPERS, Municipality

FIELDS = (
    "Zorg en opvang",
    "Jeugd",
    "Huiselijk geweld en kindermishandeling",
    "Veiligheid en ondermijning",
    "Prostitutie: vergunning, toezicht en handhaving",
    "Prostitutie: de positie van sekswerkers",
    "Prostitutie: hulp bij stoppen",
    "Onderwijs",
    "Economie",
    "Huisvesting",
    "Inkoop",
)


def test_every_field_of_the_annex_stands_there_and_without_a_paper_it_is_missing(there: Municipality) -> None:
    """PROG-08."""
    page = there.text(PAPERS)
    for field in FIELDS:
        assert f"{field}</a>" in page
    assert page.count("Ontbreekt") == len(FIELDS)
    assert "Overnemen uit het beleid" in page


def test_the_papers_of_the_policy_come_in_with_one_step_and_only_once(there: Municipality) -> None:
    """PROG-09."""
    wanted = [
        "integral_safety_plan",
        "housing_vision",
        "bye_law",
        "regional_safety_strategy",
        "safety_agenda",
    ]
    form = there.text(f"{PAPERS}overnemen/")
    assert "Woonvisie Woerden 2015-2024" in form
    command = str(uuid4())
    for _ in range(2):
        assert there.send(f"{PAPERS}overnemen/", wanted=wanted, command=command).status_code in (303, 422)
    assert len(there.papers()) == 5
    (vision,) = [one for one in there.papers() if one.from_policy == "housing_vision"]
    assert (vision.from_date, vision.until_date) == (date(2015, 1, 1), date(2024, 12, 31))
    assert vision.barriers == ["housing", "registration", "premises"]
    assert "Er valt niets over te nemen" in there.text(f"{PAPERS}overnemen/")
    assert "verlopen" in there.text(PAPERS)


def test_a_paper_that_ends_within_half_a_year_is_warned_about_everywhere(there: Municipality) -> None:
    there.add("Inkoopbeleid", days=100)
    page = there.text(PAPERS)
    assert "Verlopen, of binnen een half jaar" in page
    assert "loopt binnen een half jaar af" in page
    with scope(there.town.woerden.id):
        (line,) = dated.notices(there.town.actor("adviser"), there.town.now)
        assert "1 met een einde binnen een half jaar" in line.words.nl
        until = there.today + timedelta(days=100)
        found = [one for one in planned.between(there.today, until, there.today) if one.kind == "paper"]
    assert [(one.last, one.state, one.owner) for one in found] == [(until, "due", "team Inkoop")]
    there.add("Ander beleid", days=300)
    assert "Ander beleid" not in there.text(PAPERS).split("Per beleidsterrein")[0]


def test_a_successor_ends_the_warning(there: Municipality) -> None:
    there.add("Inkoopbeleid 2023", days=-10)
    old = there.id_of("Inkoopbeleid 2023")
    form = there.text(f"{PAPERS}{old}/opvolger/")
    assert "Dit komt na: Inkoopbeleid 2023" in form
    told = {"title": "Inkoopbeleid 2027", "domain": "procurement", "owner": "team Inkoop"}
    assert there.send(f"{PAPERS}{old}/opvolger/", **told).status_code == 303
    page = there.text(PAPERS)
    assert "Verlopen, of binnen een half jaar" not in page
    assert "Stukken met een opvolger" in page
    again = there.send(f"{PAPERS}{old}/opvolger/", **told)
    assert again.status_code == 409
    assert "Dit stuk heeft al een opvolger" in again.content.decode()


def test_an_end_before_the_beginning_and_a_day_to_come_are_refused_at_their_field(
    there: Municipality,
) -> None:
    answer = there.add(from_date="2026-01-01", until_date="2025-01-01")
    assert answer.status_code == 422
    assert "Deze dag ligt voor de eerste dag" in answer.content.decode()
    tomorrow = (there.today + timedelta(days=1)).isoformat()
    answer = there.add(adapted_on=tomorrow)
    assert answer.status_code == 422
    assert "Inkoopbeleid" in answer.content.decode()
    assert there.papers() == []


def test_a_field_that_left_the_policy_keeps_its_paper_and_its_name(there: Municipality) -> None:
    there.add()
    (found,) = there.papers()
    with scope(there.town.woerden.id):
        type(found).objects.filter(id=found.id).update(domain="old_field", barriers=["old_barrier"])
    assert "Inkoopbeleid" in there.text(PAPERS)
    form = there.text(f"{PAPERS}{found.id}/").casefold()
    assert "old field (niet meer in het beleid)" in form
    assert "old barrier (niet meer in het beleid)" in form


def test_a_barrier_is_held_by_the_papers_that_count_today(there: Municipality) -> None:
    """INT-13."""
    there.add("Inkoopbeleid", barriers=["public_money"])
    there.add("Verlopen beleid", days=-1, barriers=["work"])
    page = there.text(PAPERS).split("Wat wordt moeilijker")[1]
    assert page.index("Opdrachten van de overheid krijgen") < page.index("Inkoopbeleid")
    assert "Verlopen beleid" not in page


def test_that_a_field_needs_no_paper_is_noted_with_day_and_post(there: Municipality) -> None:
    told = {
        "verdict": "unneeded",
        "on": there.today.isoformat(),
        "by": "team Zorg",
        "note": "de regio heeft er een",
    }
    assert there.send(f"{PAPERS}terrein/care/noteren/", **told).status_code == 303
    page = there.text(f"{PAPERS}terrein/care/")
    assert "Geen eigen stuk nodig" in page
    assert "team Zorg" in page
    assert there.text(PAPERS).count("Ontbreekt") == len(FIELDS) - 1
    late = there.send(f"{PAPERS}terrein/care/noteren/", **{**told, "verdict": "missing"})
    assert late.status_code == 409
    assert (
        there.send(
            f"{PAPERS}terrein/care/noteren/", **{**told, "verdict": "missing"}, looked_at="1"
        ).status_code
        == 303
    )


def test_a_missing_paper_becomes_an_action_of_the_programme(running: Municipality) -> None:
    form = running.text(f"{PAPERS}terrein/procurement/actie/")
    assert "Beleid over inkoop vaststellen" in form
    told = {"title": "Inkoopbeleid schrijven", "what": "", "owner": "team Inkoop"}
    answer = running.send(f"{PAPERS}terrein/procurement/actie/", **told)
    assert answer.status_code == 303
    assert "Inkoopbeleid schrijven" in running.text(f"{PAPERS}terrein/procurement/")
    with scope(running.town.woerden.id):
        (action,) = Action.objects.all()
        assert (action.owner, action.because) == ("team Inkoop", "Beleidsterrein: Inkoop")
        assert FollowUp.objects.get().action_id == action.id


def test_an_action_without_owner_or_with_a_day_in_the_past_is_refused_at_its_field(
    running: Municipality,
) -> None:
    running.add("Inkoopbeleid", days=10)
    page = f"{PAPERS}{running.id_of('Inkoopbeleid')}/actie/"
    answer = running.send(page, title="Bijwerken", owner="")
    assert answer.status_code == 422
    yesterday = (running.today - timedelta(days=1)).isoformat()
    answer = running.send(page, title="Bijwerken", owner="team Inkoop", ready_on=yesterday)
    assert answer.status_code == 422
    assert "Deze dag is al geweest" in answer.content.decode()
    assert running.send(page, title="Bijwerken", owner="team Inkoop").status_code == 303
    assert "Bijwerken" in running.text(f"{PAPERS}terrein/procurement/")


def test_without_a_programme_nobody_fills_in_an_action_in_vain(there: Municipality) -> None:
    assert 'name="title"' not in there.text(f"{PAPERS}terrein/procurement/actie/")


def test_a_reference_of_a_signal_is_refused_at_its_field(there: Municipality) -> None:
    answer = there.add(where="Zie K7QM2P.")
    assert answer.status_code == 422
    assert "lijkt op het kenmerk" in answer.content.decode()
    assert there.papers() == []


def test_two_people_who_change_a_paper_do_not_overwrite_each_other(there: Municipality) -> None:
    there.add()
    page = f"{PAPERS}{there.id_of('Inkoopbeleid')}/"
    told = {"title": "Inkoopbeleid", "domain": "procurement"}
    assert there.send(page, **told, owner="team A", looked_at="1").status_code == 303
    assert there.send(page, **told, owner="team B", looked_at="1").status_code == 409
    assert [one.owner for one in there.papers()] == ["team A"]


def test_a_paper_that_was_taken_back_can_come_in_from_the_policy_again(there: Municipality) -> None:
    there.send(f"{PAPERS}overnemen/", wanted=["housing_vision"])
    assert there.send(f"{PAPERS}{there.papers()[0].id}/terugnemen/").status_code == 303
    assert there.papers() == []
    there.send(f"{PAPERS}overnemen/", wanted=["housing_vision"])
    assert len(there.papers()) == 1


def test_an_evaluation_keeps_which_fields_are_missing_and_what_has_expired(there: Municipality) -> None:
    there.add("Inkoopbeleid", days=-3)
    with scope(there.town.woerden.id):
        (block,) = [one for one in frozen.blocks(there.today, there.today) if one.id == "papers"]
    values = {figure.name.nl: figure.value for figure in block.figures}
    assert (values["Beleidsterreinen"], values["Daarvan geregeld"]) == (11, 0)
    assert "Inkoop" in values["Ontbreekt"].nl
    assert values["Verlopen of binnen een half jaar"].nl == "Inkoopbeleid"


def test_who_only_reads_sees_no_buttons(there: Municipality) -> None:
    there.add()
    page = there.text(PAPERS, "care")
    assert "Stuk toevoegen" not in page


def test_without_a_policy_a_paper_can_be_kept_and_the_page_says_what_will_appear(there: Municipality) -> None:
    assert "Nog geen beleidsterreinen" in there.text(PAPERS, "outsider")
    assert 'name="barriers"' not in there.text(f"{PAPERS}toevoegen/", "outsider")
    told = {"title": "Veiligheidsplan", "owner": "team Veiligheid"}
    assert there.send(f"{PAPERS}toevoegen/", "outsider", **told).status_code == 303
    assert "Veiligheidsplan" in there.text(PAPERS, "outsider")
