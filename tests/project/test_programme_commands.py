"""`baken programme forecast`: the contract, the example of its page, and one line for each mistake."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from baken.core.figures.assumed import DEEDS, MIX, YEARLY
from baken.project.cli import main
from baken.project.programme_commands import programme

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "programme-forecast.md"
FEW = ("--signals", "6", "--years", "100")
OUTCOME = [
    "signals",
    "focal_points",
    "hours",
    "interval_80",
    "interval_95",
    "hours_per_focal_point",
    "enough_in",
    "by_kind",
]


def forecast(*arguments: str, told: str = "") -> Result:
    return CliRunner().invoke(programme, ["forecast", "--policy", "woerden", *arguments], input=told)


def answered(*arguments: str, told: str = "") -> dict[str, Any]:
    result = forecast("--json", *arguments, told=told)
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def refused(*arguments: str, told: str = "") -> list[str]:
    result = forecast("--json", *arguments, told=told)
    assert result.exit_code == 2
    assert result.stdout == ""
    return result.stderr.splitlines()


def test_answers_with_the_keys_that_others_build_on() -> None:
    found = answered(*FEW)
    assert list(found) == [
        "policy",
        "signals",
        "focal_points",
        "seed",
        "years",
        "reserved",
        "expected",
        "what_if",
        "assumptions",
        "caveat",
    ]
    assert list(found["expected"]) == OUTCOME
    assert list(found["what_if"]) == ["signals_double", "one_focal_point_more"]
    assert all(list(one) == OUTCOME for one in found["what_if"].values())
    assert set(found["assumptions"]["minutes"]) == {*DEEDS, *YEARLY}
    assert set(found["assumptions"]["mix"]) == set(MIX)
    assert found["reserved"] == 60


def test_the_same_question_has_the_same_answer() -> None:
    assert answered(*FEW, "--seed", "4") == answered(*FEW, "--seed", "4")


def test_text_says_the_same_in_both_languages() -> None:
    dutch, english = forecast(*FEW), forecast(*FEW, "--lang", "en")
    assert "Gereserveerd: 60 uur." in dutch.stdout
    assert "Dit is een schatting." in dutch.stdout
    assert "Reserved: 60 hours." in english.stdout
    assert "This is an estimate." in english.stdout


def test_other_assumptions_come_from_a_file_or_standard_input(tmp_path: Path) -> None:
    told = json.dumps({"minutes": {"assess": [60, 60, 60]}, "unsure": 0})
    file = tmp_path / "assumptions.json"
    file.write_text(told, "utf-8")
    found = answered(*FEW, "--assumptions", str(file))
    assert found == answered(*FEW, "--assumptions", "-", told=told)
    assert found["assumptions"]["minutes"]["assess"]["minutes"] == [60, 60, 60]
    assert found["expected"]["hours"] > answered(*FEW)["expected"]["hours"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("--signals", "veel"), "signals: 'veel' is not a number from 0 to 1000"),
        (("--signals", "nan"), "signals: 'nan' is not a number from 0 to 1000"),
        (("--signals", "-1"), "signals: '-1' is not a number from 0 to 1000"),
        (("--signals", "٣"), "signals: '٣' is not a number from 0 to 1000"),
        (("--signals", "6", "--years", "99"), "years: '99' is not a whole number from 100 to 20000"),
        (("--signals", "1000", "--years", "2000"), "years: '2000' is not a whole number from 100 to 200"),
        (("--signals", "6", "--focal-points", "0"), "focal-points: '0' is not a whole number from 1 to 20"),
        (("--signals", "6", "--seed", "1.5"), "seed: '1.5' is not a whole number from 0 to 4294967295"),
        (("--signals", "6", "--lang", "fr"), "lang: 'fr' is not one of nl, en"),
        (("--signals", "6", "--assumptions", "nowhere.json"), "assumptions: cannot read 'nowhere.json'"),
    ],
)
def test_a_mistake_exits_two_with_one_line(arguments: tuple[str, ...], error: str) -> None:
    (line,) = refused(*arguments)
    assert line.startswith(error)


def test_every_mistake_is_told_at_once() -> None:
    told = '{"minutes": {"recieve": [1, 2, 3]}, "unsure": 3}'
    lines = refused("--signals", "x", "--seed", "y", "--assumptions", "-", told=told)
    assert [line.partition(":")[0] for line in lines] == [
        "signals",
        "seed",
        "assumptions.minutes",
        "assumptions.unsure",
    ]


def test_an_unknown_policy_is_told_with_the_nearest(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["programme", "forecast", "--policy", "woerdn", "--signals", "6"])
    assert ended.value.code == 2
    assert "did you mean 'woerden'?" in capfd.readouterr().err


def test_the_page_shows_an_answer_that_is_given_and_names_every_word() -> None:
    """Docs are true: the example is the answer, and each deed and fact stands on the page."""
    page = PAGE.read_text("utf-8")
    (shown,) = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    assert shown.strip() == forecast("--signals", "12", "--lang", "en").stdout.strip()
    for name in (*DEEDS, *YEARLY, *MIX):
        assert f"`{name}`" in page, name
