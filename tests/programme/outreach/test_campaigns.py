"""Campaigns: the October week with its kit, conditions that a person settles, reach, and what came after."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from baken.core.figures import periods
from baken.ledger.models import SignalRow
from baken.programme.common import frozen, planned
from baken.programme.outreach import owing
from baken.programme.outreach.models import Campaign, KitStep, Proposal, Reach, Registrations
from baken.programme.plan.actions import start_edition
from baken.programme.plan.models import Action
from baken.tenancy import regions
from baken.tenancy.scope import scope
from tests.papers import text_of
from tests.programme.outreach.reaching import Reaching
from tests.tenants.programme_outreach_things import KIND, YEARLY


def test_the_usual_week_is_the_one_with_the_eighteenth() -> None:
    """COMM-01: the week against trafficking in October."""
    assert owing.usual_week(2026, 10) == (date(2026, 10, 12), date(2026, 10, 18))
    assert owing.usual_week(2027, 10) == (date(2027, 10, 18), date(2027, 10, 24))


def test_the_october_week_comes_with_its_kit_planned_back_from_its_first_day(there: Reaching) -> None:
    """COMM-01: the page asks the days of the year, and fills in the usual week."""
    form = there.text(f"campagnes/plannen/{YEARLY}/")
    year = there.today.year if there.today < date(there.today.year, 10, 12) else there.today.year + 1
    assert owing.usual_week(year, 10)[0].isoformat() in form
    sent = there.campaign(YEARLY, from_date=there.day(100), until_date=there.day(106))
    assert sent.status_code == 303
    steps = {one.days_before: one for one in there.rows(KitStep)}
    assert sorted(steps) == [0, 14, 28, 56, 84]
    with scope(there.town.woerden.id):
        campaign = there.only()
        assert owing.step_day(steps[84], campaign) == there.today + timedelta(days=16)
        found = planned.between(there.today, there.today + timedelta(days=120), there.today)
    assert sum(one.kind == "campaign_step" for one in found) == 5
    paper = text_of(there.get(f"campagnes/{campaign.id}/pdf/").content)
    assert "Plaats de berichten, tegelijk in alle gemeenten" in paper
    assert "Uiterlijk" in paper


def test_the_steps_move_along_with_the_first_day(there: Reaching) -> None:
    there.campaign(YEARLY, from_date=there.day(100), until_date=there.day(106))
    campaign = there.only()
    told = {
        "name": campaign.name,
        "whom": campaign.whom,
        "message": campaign.message,
        "channels": ["paper"],
        "from_date": there.day(110),
        "until_date": there.day(116),
        "owner": campaign.owner,
        "looked_at": 1,
    }
    assert there.send(f"campagnes/{campaign.id}/wijzigen/", **told).status_code == 303
    last = next(one for one in there.rows(KitStep) if one.days_before == 0)
    assert owing.step_day(last, there.only()) == there.today + timedelta(days=110)
    assert there.send(f"campagnes/{campaign.id}/wijzigen/", **{**told, "name": "Anders"}).status_code == 409


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"from_date": "2026-09-31"}, "Deze dag bestaat niet"),
        ({"from_date": "2020-01-01"}, "Deze dag is al geweest"),
        ({"until_date": "2020-01-01"}, "Deze dag ligt voor de eerste dag"),
        ({"whom": ""}, "Kies hierboven een groep"),
        ({"channels": []}, "Kies er een of meer"),
        ({"owner": ""}, "Vul dit in"),
        ({"message": "Zie K7QM2P."}, "lijkt op het kenmerk"),
    ],
)
def test_bad_input_says_what_to_do_and_keeps_what_was_typed(
    there: Reaching, fields: dict[str, object], says: str
) -> None:
    sent = there.campaign(**{"name": "Een mooie naam", **fields})
    assert sent.status_code == 422
    assert says in sent.content.decode()
    assert "Een mooie naam" in sent.content.decode()
    assert there.rows(Campaign) == []


def test_the_name_of_a_campaign_leads_to_no_signal(there: Reaching) -> None:
    """V22: an evaluation keeps the names, and may release them to the region."""
    sent = there.campaign(name="Na K7QM2P")
    assert sent.status_code == 422
    assert "K7QM2P’ lijkt op het kenmerk" in sent.content.decode()


def test_a_campaign_that_has_been_can_be_written_down_afterwards_without_steps_to_do(there: Reaching) -> None:
    sent = there.campaign(YEARLY, from_date=there.day(-60), until_date=there.day(-54), been="on")
    assert sent.status_code == 303
    assert there.rows(KitStep) == []
    assert "Voorbij" in there.text(f"campagnes/{there.only().id}/")


def test_reach_is_a_number_per_channel_that_is_not_below_zero_and_not_before_the_first_day(
    there: Reaching,
) -> None:
    """COMM-09."""
    there.campaign(from_date=there.day(0), until_date=there.day(5))
    there_is = there.only()
    told = {"on": there.day(0), "channel": "website", "people": 1200, "how": "bezoekers van de pagina"}
    below = there.send(f"campagnes/{there_is.id}/bereik/", **{**told, "people": -1})
    assert below.status_code == 422
    assert "Vul 0 of meer in" in below.content.decode()
    early = there.send(f"campagnes/{there_is.id}/bereik/", **{**told, "on": there.day(-2)})
    assert "De campagne was toen nog niet begonnen" in early.content.decode()
    assert there.send(f"campagnes/{there_is.id}/bereik/", **told).status_code == 303
    assert there.only(Reach).people == 1200
    assert "1.200" in there.text(f"campagnes/{there_is.id}/")
    with scope(there.town.woerden.id):
        [block] = [one for one in frozen.blocks(there.today, there.today) if one.id == "outreach"]
    assert 1200 in [figure.value for figure in block.figures]


def test_a_campaign_with_a_condition_needs_a_person_who_proposes_and_one_deed_that_confirms(
    there: Reaching,
) -> None:
    """COMM-05, COMM-06: Baken never begins one."""
    refused = there.get(f"campagnes/plannen/{KIND}/").content.decode()
    assert "Deze campagne heeft een voorwaarde" in refused
    assert there.campaign(KIND).status_code == 409
    sent = there.send(
        f"aanleiding/{KIND}/voorstellen/", because="Meer controles zagen het.", proposed_as="beleid"
    )
    assert sent.status_code == 303
    again = there.get(f"aanleiding/{KIND}/voorstellen/").content.decode()
    assert "Er ligt al een voorstel" in again
    proposal = there.only(Proposal)
    told = {"outcome": "confirmed", "outcome_because": "Wij zien dat ook.", "outcome_as": "team Veiligheid"}
    assert there.send(f"voorstellen/{proposal.id}/", "focal_point", **told).status_code == 303
    assert there.send(f"voorstellen/{proposal.id}/", **told).status_code == 409
    page = there.text(f"aanleiding/{KIND}/")
    assert "Meer controles zagen het." in page
    assert "Wij zien dat ook." in page
    assert "Dezelfde persoon" not in page
    assert there.campaign(KIND).status_code == 303
    assert there.only().proposal_id == proposal.id
    assert "Wij zien dat ook." in there.text(f"campagnes/{there.only().id}/")
    assert there.campaign(KIND, name="Nog een").status_code == 409


def test_one_person_may_do_both_and_the_page_says_so(there: Reaching) -> None:
    there.send(f"aanleiding/{KIND}/voorstellen/", because="Wij zien meer.", proposed_as="beleid")
    proposal = there.only(Proposal)
    assert "U stelde dit zelf voor" in there.text(f"voorstellen/{proposal.id}/")
    told = {"outcome": "declined", "outcome_because": "Toch niet.", "outcome_as": "beleid"}
    assert there.send(f"voorstellen/{proposal.id}/", **told).status_code == 303
    assert "Dezelfde persoon stelde dit voor en besliste erover" in there.text(f"aanleiding/{KIND}/")
    assert there.campaign(KIND).status_code == 409


def test_registrations_of_the_police_are_whole_years_and_no_small_number_is_kept(there: Reaching) -> None:
    """COMM-06."""
    year = there.today.year - 1
    page = f"aanleiding/{KIND}/registraties/"
    told = {"year": year, "told": 7, "source": "jaarcijfers"}
    assert there.send(page, **{**told, "year": year + 1}).status_code == 422
    assert there.send(page, **{**told, "told": -1}).status_code == 422
    assert there.send(page, **told).status_code == 303
    assert there.only(Registrations).told is None
    assert "minder dan 10" in there.text(f"aanleiding/{KIND}/")
    assert "Van dit jaar staat er al een getal" in there.send(page, **told).content.decode()
    assert there.send(page, **{**told, "year": year - 1, "told": 31}).status_code == 303
    assert "31" in there.text(f"aanleiding/{KIND}/")


def _signals(there: Reaching, number: int, on: date, *, question: bool = False) -> None:
    with scope(there.town.woerden.id):
        for _ in range(number):
            SignalRow.objects.create(
                organisation_id=there.town.woerden.id,
                stream_id=uuid4(),
                reference="XXXXXX",
                number=1,
                stage="received",
                reported_at=there.town.now - (there.today - on),
                last_at=there.town.now,
                reporter="",
                reporter_named=False,
                question=question,
                forms=[],
                urgency="",
                urgency_claimed="",
                assessment="",
                closed=False,
                answered=False,
                bundle="",
                engine_version=1,
            )


def test_the_weeks_before_and_after_stand_side_by_side_without_a_cause_or_a_small_number(
    there: Reaching,
) -> None:
    """COMM-09, V22."""
    last = there.today - timedelta(days=120)
    there.campaign(from_date=(last - timedelta(days=6)).isoformat(), until_date=last.isoformat(), been="on")
    _signals(there, 9, periods.weeks_before(last - timedelta(days=6))[0])
    _signals(there, 16, periods.weeks_after(last)[0])
    page = there.text(f"campagnes/{there.only().id}/")
    assert "minder dan 10" in page
    assert "ongeveer 15" in page
    assert "zegt niet dat het door de campagne komt" in page


def test_weeks_that_are_not_over_have_no_number_yet(there: Reaching) -> None:
    there.campaign(from_date=there.day(-6), until_date=there.day(-2), been="on")
    assert "deze weken zijn nog niet voorbij" in there.text(f"campagnes/{there.only().id}/")


def test_half_years_are_told_with_care(there: Reaching) -> None:
    """COMM-05: few signals say nothing, and none looks like few."""
    before = periods.half_year_before(periods.half_year(there.today))
    _signals(there, 12, before[0] + timedelta(days=10))
    _signals(there, 3, before[0] + timedelta(days=10), question=True)
    page = there.text(f"aanleiding/{KIND}/")
    assert "ongeveer 10" in page
    assert "minder dan 10" in page
    assert "Weinig signalen wil niet zeggen dat er weinig gebeurt" in page


def test_a_campaign_that_is_called_off_is_planned_no_more_and_nothing_is_added_to_it(there: Reaching) -> None:
    there.campaign(YEARLY, from_date=there.day(50), until_date=there.day(55))
    found = there.only()
    assert there.send(f"campagnes/{found.id}/vervalt/", why="Geen geld.").status_code == 303
    assert "Geen geld." in there.text(f"campagnes/{found.id}/")
    assert there.send(f"campagnes/{found.id}/stap/", what="Iets", days_before=3).status_code == 409
    assert there.send(f"campagnes/{found.id}/vervalt/", why="Nog eens.").status_code == 409
    with scope(there.town.woerden.id):
        days = planned.between(there.today, there.today + timedelta(days=60), there.today)
    assert {one.state for one in days if one.kind == "campaign_step"} <= {"dropped"}


def test_a_step_is_added_changed_and_done(there: Reaching) -> None:
    there.campaign()
    found = there.only()
    assert there.send(f"campagnes/{found.id}/stap/", what="Drukker bellen", days_before=-1).status_code == 422
    assert there.send(f"campagnes/{found.id}/stap/", what="Drukker bellen", days_before=10).status_code == 303
    step = there.only(KitStep)
    assert there.send(f"stappen/{step.id}/klaar/", on=there.day(3)).status_code == 422
    assert there.send(f"stappen/{step.id}/klaar/", on=there.day(0)).status_code == 303
    assert there.only(KitStep).done_on == there.today
    assert "Gedaan" in there.text(f"campagnes/{found.id}/")


def test_a_campaign_belongs_to_an_action_of_the_programme_and_names_its_neighbours(there: Reaching) -> None:
    """COMM-08, COMM-09, REG-01: the municipalities of the region join in unless somebody takes them out."""
    with scope(there.town.woerden.id):
        told = {
            "title": "Programma",
            "from_date": there.today - timedelta(days=10),
            "until_date": there.today + timedelta(days=300),
        }
        who = {"actor": there.town.actor("adviser"), "now": there.town.now}
        start_edition(
            told, [{"label": "1", "title": "Samen optrekken", "owner": "beleid"}], **who, command_id=uuid4()
        )
        [action] = Action.objects.all()
    region = regions.create_region(slug="proef", name="Proefregio", kind="cooperation", now=there.town.now)
    for one in (there.town.woerden, there.town.montfoort):
        regions.join(region, one, since=there.today - timedelta(days=9))
    form = there.text(f"campagnes/plannen/{YEARLY}/")
    assert there.town.montfoort.name in form
    assert "1 Samen optrekken" in form
    sent = there.campaign(action=str(action.id), joint="Montfoort\n\nMontfoort\nLopik")
    assert sent.status_code == 303
    assert there.only().joint == ["Montfoort", "Lopik"]
    assert "1 Samen optrekken" in there.text(f"campagnes/{there.only().id}/")
    assert there.campaign(action=str(uuid4())).status_code == 422
