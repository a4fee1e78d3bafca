"""The colours of each organisation can be read by everybody (WCAG 1.4.3, 1.4.11)."""

import re

import pytest

from baken.web import tokens


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", sorted(tokens.known()))
def test_the_colours_of_an_organisation_have_enough_contrast(name):
    css = (tokens.FOLDER / f"{name}.css").read_text("utf-8")
    colour = dict(re.findall(r"--baken-(brand[a-z-]*): (#[0-9a-f]{6});", css))
    assert set(colour) == {"brand", "brand-strong", "brand-soft", "brand-line", "brand-accent"}
    for dark in (colour["brand"], colour["brand-strong"]):
        assert contrast(dark, "#ffffff") >= 4.5
        assert contrast(dark, colour["brand-soft"]) >= 4.5
    assert contrast("#475763", colour["brand-soft"]) >= 4.5
    assert contrast(colour["brand-accent"], colour["brand"]) >= 3


def test_the_municipalities_have_their_own_colours_and_others_those_of_their_kind():
    assert {"baken", "woerden", "montfoort", "hoorn", "care"} <= tokens.known()
    assert tokens.path_for("hoorn", "municipality") == "tokens/hoorn.css"
    assert tokens.path_for("zorgorganisatie", "care") == "tokens/care.css"
    assert tokens.path_for("../../etc") == tokens.path_for("") == "tokens/baken.css"
