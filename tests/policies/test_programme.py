"""The programmes that come with Baken beside their sources: the same numbers, days and owners, and nothing unsaid."""

from datetime import date
from functools import cache

import pytest

from baken.core.derive.ready_words import parse_ready
from baken.core.policy.bundle import Bundle
from baken.core.policy.programme import TOPICS, label_order
from baken.core.policy.resolve import resolve
from baken.core.policy.sections import FILES
from baken.project.policies import library

DAY = date(2026, 11, 22)
REGION = "de Westfriese gemeenten"
# The rows of the execution programme of the municipalities of West-Friesland: number, "gereed" as it stands there, whom
# the text names for it (where it names all municipalities: REGION), and a word of what it is about.
SOURCE: tuple[tuple[str, str, str, str], ...] = (
    ("1", "Doorlopend", REGION, "beleidsmatige basis"),
    ("1.1", "September 2022", "SED-gemeenten, Opmeer, Hoorn en Medemblik", "vaststellen"),
    ("1.2", "Twee jaarlijks in december", f"{REGION} samen", "evalueren"),
    ("2", "Doorlopend", REGION, "aard en omvang"),
    ("2.1", "Q3 2023", REGION, "omgevingsscan of risicoanalyse"),
    ("3", "Doorlopend", REGION, "Signaleren"),
    ("3.1", "Q2 2023", REGION, "trainingen"),
    ("3.2", "Q1 2023", REGION, "meldpunt"),
    ("3.3", "Doorlopend", "de aandachtsfunctionaris", "aandachtsfunctionaris"),
    ("3.4", "Q1 2024", REGION, "Barrières"),
    ("4", "Doorlopend", "team OOV", "Samenwerken"),
    ("5", "Doorlopend", "Zorg- en Veiligheidshuis Noord-Holland Noord", "Opvang"),
)
WITH_PROGRAMME = ("west-friesland", "hoorn", "copen", "woerden", "montfoort")
SECTIONS = (*FILES["programme.yaml"], *FILES["training.yaml"])


@cache
def bundle(policy: str) -> Bundle:
    return resolve(library(), policy, DAY)


@pytest.mark.parametrize("policy", ["west-friesland", "hoorn"])
def test_the_programme_of_west_friesland_has_exactly_the_twelve_rows_of_the_source(policy: str) -> None:
    """PROG-03."""
    labels = [
        action.label for action in sorted(bundle(policy).actions, key=lambda one: label_order(one.label))
    ]
    assert labels == [label for label, *_ in SOURCE]
    assert len(labels) == 12


@pytest.mark.parametrize(("label", "ready", "owner", "about"), SOURCE, ids=[row[0] for row in SOURCE])
def test_each_row_has_the_day_and_owner_of_the_source(label: str, ready: str, owner: str, about: str) -> None:
    """PROG-03, PROG-04: 12 of 12."""
    there = bundle("west-friesland")
    assert there.programme is not None
    (action,) = [one for one in there.actions if one.label == label]
    assert action.ready == parse_ready(ready, there.programme.from_)
    assert action.owner.nl.endswith(owner)
    assert about in action.title.nl
    assert action.source is not None
    assert (action.source.document, action.source.place) == (
        "westfriesland-uitvoeringsprogramma",
        f"actie {label}",
    )


def test_the_municipalities_of_the_police_team_adopt_the_policy_by_december_2022() -> None:
    (action,) = [one for one in bundle("hoorn").actions if one.label == "1.1"]
    assert "december 2022" in action.what.nl


def test_the_other_themes_of_the_source_stand_beside_it() -> None:
    """PROG-06."""
    beside = [theme.name.nl for theme in bundle("west-friesland").themes if theme.beside]
    assert beside == ["High impact crime", "Geweld", "OGGZ-problematiek", "Jeugd (overlast)"]


def test_west_friesland_evaluates_every_two_years_in_december_with_money_and_together() -> None:
    """EVAL-01 to EVAL-03; Copen sets no date (EVAL-04)."""
    found = bundle("west-friesland").evaluation
    assert found is not None
    assert (found.every_years, found.month, found.regional) == (2, 12, True)
    assert set(found.topics) == set(TOPICS)
    assert bundle("copen").evaluation is None


def test_every_topic_of_an_evaluation_has_a_question() -> None:
    assert {question.topic for question in bundle("national").evaluation_questions} == set(TOPICS)


@pytest.mark.parametrize(
    ("policy", "per_year", "per_week"), [("woerden", 60, None), ("montfoort", None, 1), ("hoorn", None, None)]
)
def test_the_hours_are_those_of_each_document_and_west_friesland_names_none(
    policy: str, per_year: int | None, per_week: int | None
) -> None:
    """FIN-01."""
    hours = bundle(policy).hours
    assert (hours.per_year if hours else None, hours.per_week if hours else None) == (per_year, per_week)


def test_training_comes_back_every_two_years_with_yearly_upkeep_and_copen_sets_no_term() -> None:
    """TRAIN-04."""
    terms = {term.id: (term.every_years, term.times) for term in bundle("hoorn").training_terms}
    assert terms == {"every_two_years": (2, None), "yearly_upkeep": (None, 1)}
    assert bundle("woerden").training_terms == ()


def test_outreach_goes_to_local_organisations_at_least_twice_a_year() -> None:
    """COMM-02, COMM-03."""
    (offer,) = bundle("hoorn").outreach
    assert offer.times == 2
    assert [one.nl for one in offer.to] == [
        "scholen",
        "zorgaanbieders",
        "welzijnsinstellingen",
        "woningcorporaties",
        "veiligheidspartners",
    ]


def test_the_money_of_west_friesland_is_ninety_thousand_euros_a_year_for_the_region() -> None:
    """FIN-03."""
    (line,) = [one for one in bundle("hoorn").budget_lines if one.amount]
    assert (line.kind, line.amount, line.regional) == ("use", 90_000, True)
    assert line.note is not None
    assert "3 juli 2020" in line.note.nl


@pytest.mark.parametrize(("policy", "own"), [("woerden", "geen gevolgen"), ("montfoort", "binnen wat er is")])
def test_copen_works_with_its_own_staff_and_the_state_pays_shelter_through_utrecht(
    policy: str, own: str
) -> None:
    """FIN-02, FIN-04."""
    lines = {line.id: line for line in bundle(policy).budget_lines}
    assert lines["own_staff"].note is not None
    assert own in lines["own_staff"].note.nl
    assert "Utrecht" in lines["duvo"].who.nl
    assert ("safety_budget" in lines) == (policy == "montfoort")


def test_the_meeting_of_focal_points_is_twice_a_year_and_only_montfoort_names_the_police() -> None:
    """MEET-05."""
    for policy, police in (("woerden", False), ("montfoort", True)):
        (meeting,) = [one for one in bundle(policy).meetings if one.id == "focal_points"]
        assert meeting.times == 2
        assert any("politie" in one.nl for one in meeting.with_) == police


def test_copen_has_four_goals_and_the_actions_under_them() -> None:
    """PROG-07, PROG-10, REG-01, REG-02."""
    labels = {action.label for action in bundle("copen").actions}
    assert {label for label in labels if "." not in label} == {"1", "2", "3", "4"}
    wanted = {
        "train_staff",
        "joint_sessions",
        "october_week",
        "later_outward",
        "appoint_focal_points",
        "publish_route",
        "map_partners",
        "joint_monitoring",
    }
    assert wanted <= {action.id for action in bundle("copen").actions}
    assert "outside_professionals" in {action.id for action in bundle("montfoort").actions}


def test_the_october_week_and_the_campaigns_with_a_condition_are_there() -> None:
    """COMM-01, COMM-05, COMM-06: a condition is words for a person; nothing starts by itself."""
    kinds = {campaign.id: campaign for campaign in bundle("woerden").campaigns}
    assert kinds["october_week"].month == 10
    assert [step.days_before for step in kinds["october_week"].kit] == [84, 56, 28, 14, 0]
    for name in ("problem_grows", "sexual_images"):
        assert kinds[name].when is not None
        assert kinds[name].month is None


@pytest.mark.parametrize(
    ("policy", "papers"),
    [
        (
            "woerden",
            {
                "Integraal Veiligheidsplan Woerden 2023-2026": (2023, 2026),
                "Regionale Veiligheidsstrategie Midden-Nederland 2023-2026": (2023, 2026),
                "Woonvisie Woerden 2015-2024": (2015, 2024),
                "Veiligheidsagenda 2019-2022": (2019, 2022),
            },
        ),
        (
            "montfoort",
            {
                "Integraal Veiligheidsplan Montfoort 2023-2026": (2023, 2026),
                "Regionale Veiligheidsstrategie Midden-Nederland 2023-2026": (2023, 2026),
                "Beleidsnota huisvesting arbeidsmigranten gemeente Montfoort 2013": (2013, None),
                "Veiligheidsagenda 2019-2022": (2019, 2022),
            },
        ),
    ],
)
def test_the_papers_have_the_years_of_the_documents(
    policy: str, papers: dict[str, tuple[int | None, int | None]]
) -> None:
    """PROG-09."""
    found = {paper.title: (paper.from_year, paper.until_year) for paper in bundle(policy).policy_papers}
    assert papers.items() <= found.items()


def test_the_housing_paper_of_montfoort_was_adapted_in_july_2019() -> None:
    (paper,) = [one for one in bundle("montfoort").policy_papers if one.id == "migrant_housing"]
    assert paper.adapted == date(2019, 7, 31)


def test_every_field_of_the_annex_is_there_and_prostitution_in_its_three_parts() -> None:
    """PROG-08, INT-13."""
    fields = [domain.id for domain in bundle("national").flanking]
    assert len(fields) == 11
    assert [one for one in fields if one.startswith("prostitution")] == [
        "prostitution_licensing",
        "prostitution_position",
        "prostitution_exit",
    ]


def test_the_basic_level_has_three_demands_six_objectives_four_goals_three_actions_and_four_roles() -> None:
    """BASE-01 to BASE-04, under the five themes of the national framework."""
    there = bundle("national")
    counts = [
        sum(one.sort == sort for one in there.level_demands)
        for sort in ("demand", "objective", "goal", "action", "role")
    ]
    assert counts == [3, 6, 4, 3, 4]
    assert len(there.level_themes) == 5
    assert {one.theme for one in there.level_demands} == {theme.id for theme in there.level_themes}


def test_the_providers_of_training_are_those_of_the_documents() -> None:
    """TRAIN-03, TRAIN-06."""
    providers = {course.provider.nl for course in bundle("national").courses}
    assert {
        "RIEC",
        "CoMensha",
        "FairWork",
        "Stichting voor Integrale aanpak Mensenhandel",
        "CCV",
    } <= providers
    assert [layer.id for layer in bundle("national").training_layers] == [
        "awareness",
        "in_depth",
        "focal_point",
    ]


@pytest.mark.parametrize("policy", ["national", *WITH_PROGRAMME])
def test_every_element_says_where_it_comes_from_or_that_it_was_chosen(policy: str) -> None:
    elements = bundle(policy).elements()
    documents = {document.id for document in bundle(policy).documents}
    for section in SECTIONS:
        for element in elements.get(section, ()):
            assert element.source or element.chosen, f"{section}.{element.id}"
            assert element.source is None or element.source.document in documents


@pytest.mark.parametrize("policy", WITH_PROGRAMME)
def test_no_owner_is_a_person_and_no_campaign_starts_by_itself(policy: str) -> None:
    for action in bundle(policy).actions:
        assert action.owner.nl.split()[0] in ("de", "team", "beleidsadviseur", "Zorg-"), action.owner
    for campaign in bundle(policy).campaigns:
        assert (campaign.month is None) != (campaign.when is None), campaign.id


def test_the_kit_for_a_work_meeting_has_three_slides_and_a_case_that_was_made_up() -> None:
    """MEET-08, TRAIN-15."""
    (kit,) = bundle("national").kit
    assert len(kit.slides) == 3
    assert "verzonnen" in kit.case.nl
