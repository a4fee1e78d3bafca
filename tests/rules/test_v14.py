"""V14: nobody and nothing gets a score, rank, level or colour, and ticked indicators are never counted as a result."""

import re
from dataclasses import fields

import pytest
from django.apps import apps
from django.test import Client

from baken.core.events.base import EVENTS
from baken.core.policy.resolve import resolve
from baken.core.prove.proving import prove_one
from baken.core.vocabulary.facts import FACTS
from baken.project.policies import library
from tests.policies.test_shipped import DAY
from tests.route.case import Case

JUDGING = re.compile(
    r"score|rank|risk|risic|level|colou?r|rating|weight|priorit|danger|nationalit|ethnic", re.I
)
CAPTIONS = {
    "Signalen per maand",
    "Signalen per vorm van mogelijke uitbuiting",
    "Signalen per stand van zaken",
    "Signalen per beoordeling",
    "Signalen per soort melder",
}


def test_nothing_that_is_stored_has_room_for_a_judgement_in_a_number_or_a_colour() -> None:
    columns = {
        f"{model.__name__}.{field.name}" for model in apps.get_models() for field in model._meta.fields
    }
    told = {f"{cls.type}.{field.name}" for cls in EVENTS.values() for field in fields(cls)}  # type: ignore[arg-type]
    assert len(columns) > 50
    found = [name for name in sorted(columns | told | set(FACTS)) if JUDGING.search(name)]
    assert found == ["incident.weighed.risk"]  # of a data leak, as the law asks (V30); never of somebody


@pytest.mark.parametrize("municipality", ["woerden", "montfoort", "hoorn"])
def test_ticking_indicators_changes_nothing_about_what_must_be_done(municipality: str) -> None:
    """Proved for every signal there can be, not tried on a few."""
    bundle = resolve(library(), municipality, DAY)
    [card] = [one for one in bundle.property_list if one.id == "card_changes_nothing"]
    assert prove_one(bundle, card).holds


def test_figures_count_signals_by_time_form_stage_outcome_and_kind_of_reporter_alone(case: Case) -> None:
    assert {table.caption for table in case.client.get("/cijfers/").context["tables"]} == CAPTIONS


def test_no_page_of_a_signal_shows_a_meter_a_score_or_a_sum_of_indicators(case: Case) -> None:
    page = case.receive().get().content.decode()
    assert not re.search(
        r"<meter|<progress|risicoscore|risico-?inschatting|\d+ van de \d+ (signalen|indicatoren)", page
    )


def test_the_card_has_nothing_to_tick(case: Case) -> None:
    page = Client().get("/signalenkaart/woerden/").content.decode()
    assert "baken-" in page
    assert not re.findall(r'type="(?:checkbox|radio|number|range)"|<select|<meter|<progress', page)
