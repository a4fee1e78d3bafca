"""The page of the veto rules and the modules that prove them say the same."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "rules"
PAGE = (ROOT / "docs" / "reference" / "rules.md").read_text("utf-8")
RULES = [f"V{number}" for number in range(1, 33)]
ROWS = {
    cells[0]: cells[1:]
    for line in PAGE.splitlines()
    if re.match(r"\| V\d+ \|", line)
    for cells in [[cell.strip() for cell in line.strip().strip("|").split("|")]]
}
MODULES = sorted(FOLDER.glob("test_*.py"))


def test_every_rule_has_one_line_in_order() -> None:
    assert re.findall(r"(?m)^\| (V\d+) \|", PAGE) == RULES


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_what_it_demands_and_is_proved_or_lacks_something(rule: str) -> None:
    demands, proved, lacks = ROWS[rule]
    assert demands
    assert proved or lacks, "a rule that is not proved says what is not there yet"


@pytest.mark.parametrize("rule", RULES)
def test_the_module_of_a_rule_is_named_where_it_exists_and_only_there(rule: str) -> None:
    name = f"test_v{int(rule[1:]):02}"
    named = f"[{name}](../../tests/rules/{name}.py)"
    assert ROWS[rule][1] == (named if (FOLDER / f"{name}.py").exists() else "")


@pytest.mark.parametrize("module", MODULES, ids=[one.stem for one in MODULES])
def test_a_module_is_of_one_rule_says_what_it_demands_and_tests_it(module: Path) -> None:
    number = re.fullmatch(r"test_v(\d\d)", module.stem)
    assert number, "named after its rule"
    text = module.read_text("utf-8")
    assert text.startswith(f'"""V{int(number[1])}: ')
    assert text.count("\n") < 80
    assert [
        one for one in ast.parse(text).body if isinstance(one, ast.FunctionDef) and one.name[:5] == "test_"
    ]
