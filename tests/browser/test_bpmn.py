"""The BPMN of every shipped policy opens in a real viewer, without a warning and with everything in it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from baken.core.draw.bpmn import bpmn
from baken.core.draw.making import draw
from baken.core.policy.resolve import resolve
from baken.project.policies import library
from tests.browser.looking import look

VIEWER = (Path(__file__).parent / "vendor" / "bpmn-viewer.min.js").read_text("utf-8")
SHIPPED = library().policy_ids
OPEN = """
async xml => {
  const viewer = new BpmnJS({ container: document.querySelector('#canvas') });
  const { warnings } = await viewer.importXML(xml);
  viewer.get('canvas').zoom('fit-viewport');
  const elements = viewer.get('elementRegistry').getAll().filter(one => one.type !== 'label' && one.parent);
  return {
    warnings: warnings.map(one => one.message),
    drawn: elements.map(one => one.id),
    unseen: elements.filter(one => !viewer.get('elementRegistry').getGraphics(one).getBBox().width
      && !viewer.get('elementRegistry').getGraphics(one).getBBox().height).map(one => one.id),
  };
}
"""


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("policy", SHIPPED)
def test_the_viewer_opens_the_bpmn_of_every_policy_without_warnings(
    page: Page, policy: str, lang: str
) -> None:
    drawing = draw(resolve(library(), policy, date(2026, 11, 20)))
    page.set_content("<div id='canvas' style='inline-size: 1280px; block-size: 1700px'></div>")
    page.add_script_tag(content=VIEWER)
    found: dict[str, Any] = page.evaluate(OPEN, bpmn(drawing, lang))
    assert found["warnings"] == []
    assert found["unseen"] == []
    drawn = set(found["drawn"])
    assert {"n_" + node.id.replace(".", "_") for node in drawing.nodes} <= drawn
    assert {f"lane_{lane.id}" for lane in drawing.lanes} <= drawn
    assert {f"f{number}" for number in range(1, len(drawing.edges) + 1)} <= drawn
    look(page, f"bpmn-{policy}-{lang}")
