"""The BPMN of a route is BPMN by the schemas of its makers, and says what the drawing says."""

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from baken.core.draw.bpmn import bpmn
from baken.core.draw.making import draw
from baken.core.policy.resolve import resolve
from baken.project.policies import library

MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "xsd" / "BPMN20.xsd"))
DAY = date(2026, 11, 20)


def read(policy: str, lang: str = "nl") -> etree._Element:
    """Return the BPMN of a shipped policy, as a reader of XML finds it."""
    return etree.fromstring(bpmn(draw(resolve(library(), policy, DAY)), lang).encode())


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("policy", library().policy_ids)
def test_it_validates_against_the_official_schema(policy: str, lang: str) -> None:
    assert SCHEMA.validate(read(policy, lang)), SCHEMA.error_log


def test_the_flow_to_a_partner_carries_the_condition_in_words() -> None:
    found = read("woerden")
    (flow,) = found.iterfind(f".//{MODEL}sequenceFlow[@targetRef='n_must_avim']")
    assert flow.get("name") == "moet als het acuut is"
    assert flow.findtext(f"{MODEL}conditionExpression") == "moet als het acuut is"


def test_a_hold_is_an_annotation_on_whoever_waits_and_on_the_step_that_opens_it() -> None:
    found = read("woerden")
    about = {one.get("sourceRef") for one in found.iterfind(f".//{MODEL}association")}
    assert {"n_must_avim", "n_consider_trusted_person", "n_table_locally"} <= about
    assert "n_must_labour_authority" not in about
    assert not list(read("montfoort").iterfind(f".//{MODEL}association"))


def test_every_task_says_where_it_comes_from() -> None:
    found = read("woerden")
    tasks = list(found.iterfind(f".//{MODEL}task"))
    assert tasks
    for task in tasks:
        assert "Bron: " in task.findtext(f"{MODEL}documentation", "")


def test_everything_that_flows_stands_in_exactly_one_lane() -> None:
    found = read("hoorn")
    placed = [one.text for one in found.iterfind(f".//{MODEL}flowNodeRef")]
    kinds = ("task", "startEvent", "endEvent", "inclusiveGateway")
    there = [one.get("id") for kind in kinds for one in found.iterfind(f".//{MODEL}{kind}")]
    assert sorted(placed) == sorted(there)
