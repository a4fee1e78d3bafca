"""The SVG is well-formed, styled by class alone, told in words, and safe whatever a policy says."""

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from baken.core.derive.route import compile_route, derive
from baken.core.draw.cards import STATUS
from baken.core.draw.layout import lay_out
from baken.core.draw.making import draw
from baken.core.draw.style import STYLE
from baken.core.draw.svg import SHEET, sheets, svg
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.facts import Facts
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.text import Text
from tests.core.draw.test_geometry import SHIPPED

SVG = "{http://www.w3.org/2000/svg}"
CSS = Path(__file__).resolve().parents[3] / "src" / "baken" / "web" / "static" / "css" / "drawing.css"
START = datetime(2026, 11, 2, 9, tzinfo=UTC)
KNOWN = Facts(established={"reporter": "staff", "exploitation": frozenset({"labour"})})
HISTORY = (Happened("signal.received", START), Happened("enrichment.weighed", START, outcome="proceed"))


def placed(policy: str = "woerden") -> str:
    """Return the drawing of a policy with one signal's position in it."""
    now = START + timedelta(days=2)
    route = derive(compile_route(SHIPPED[policy]), KNOWN, HISTORY, now)
    return svg(draw(SHIPPED[policy], route, now=now), "nl")


@pytest.mark.parametrize("shape", ["wide", "narrow"])
@pytest.mark.parametrize("policy", SHIPPED)
def test_it_is_a_picture_with_a_name_and_without_style_attributes(policy: str, shape: str) -> None:
    found = ET.fromstring(svg(draw(SHIPPED[policy]), "nl", shape))  # type: ignore[arg-type]
    assert found.get("role") == "img"
    named = [found.find(f"{SVG}title"), found.find(f"{SVG}desc")]
    assert found.get("aria-labelledby") == " ".join(one.get("id", "") for one in named if one is not None)
    assert not [one for one in found.iter() if one.get("style") or one.tag == f"{SVG}style"]
    assert not [one for one in found.iter() if one.tag in (f"{SVG}script", f"{SVG}image", f"{SVG}a")]


def test_a_file_of_its_own_brings_its_style_and_its_size() -> None:
    found = ET.fromstring(svg(draw(SHIPPED["woerden"]), "nl", alone=True))
    style = found.find(f"{SVG}style")
    assert style is not None
    assert style.text == STYLE
    assert found.get("width") == found.get("viewBox", "").split()[2]


def test_the_pages_style_a_drawing_as_a_file_of_its_own_does() -> None:
    assert STYLE in CSS.read_text("utf-8")


def test_every_class_is_known_to_the_style() -> None:
    used = set(re.findall(r'class="([^"]*)"', placed() + svg(draw(SHIPPED["hoorn"]), "nl", "narrow")))
    names = {name for one in used for name in one.split()}
    looks_like_any_other = {
        "dr-band",
        "dr-part",
        "dr-key",
        "dr-arrow",
        "dr-sign",
        "dr-box",
        "dr--wide",
        "dr--narrow",
    }
    plain = {
        name
        for name in names
        if re.fullmatch(r"dr-(part--(body|term|status)|sign--.*|box--.*|arrow--flow)", name)
    }
    unknown = {name for name in names - looks_like_any_other - plain if f".{name}" not in STYLE}
    assert unknown == set()


def test_every_status_is_a_word_beside_its_sign() -> None:
    found = placed()
    for status in ("done", "due", "waiting", "not_needed", "cannot_tell"):
        assert f"dr-sign--{status}" in found
        assert f">{STATUS[status].nl}</text>" in found


def test_words_of_a_policy_cannot_become_markup() -> None:
    bundle = SHIPPED["woerden"]
    evil = '<script>alert("1")</script> & </svg>'
    texts = tuple(one.model_copy(update={"nl": evil}) for one in bundle.text_elements)
    tables = tuple(one.model_copy(update={"name": Text(evil, evil)}) for one in bundle.table_list)
    changed = bundle.model_copy(update={"text_elements": texts, "table_list": tables})
    found = svg(draw(Bundle.from_canonical(changed.canonical())), "nl", alone=True)
    assert "<script" not in found
    assert not [one for one in ET.fromstring(found).iter() if one.tag == f"{SVG}script"]


@pytest.mark.parametrize("policy", SHIPPED)
def test_sheets_show_the_whole_drawing_and_cut_no_lane(policy: str) -> None:
    layout = lay_out(draw(SHIPPED[policy]), "nl", "wide")
    views = [[float(n) for n in ET.fromstring(one).get("viewBox", "").split()] for one in sheets(layout)]
    if not views:
        assert layout.height <= layout.width * SHEET
        return
    assert views[0][1] == 0.0
    assert round(sum(view[3] for view in views)) == round(layout.height)
    for (_, top, _, height), following in pairwise(views):
        assert following[1] == pytest.approx(top + height)
        assert not [box for box in layout.boxes if box.y < top + height < box.y + box.height]


def test_the_same_policy_is_laid_out_once() -> None:
    first = lay_out(draw(SHIPPED["woerden"]), "nl", "wide")
    assert lay_out(draw(SHIPPED["woerden"]), "nl", "wide") is first
