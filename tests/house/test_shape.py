"""The house stays readable: short files, tests beside what they test, no stray names."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = [p for folder in ("src", "tests") for p in (ROOT / folder).rglob("*.py")]
NAMES = [str(p.relative_to(ROOT)) for p in MODULES]


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_a_module_says_what_it_is_for_and_stays_under_four_hundred_lines(module: Path) -> None:
    text = module.read_text("utf-8")
    assert text.count("\n") <= 400
    ours = "src" in module.parts and "migrations" not in module.parts and module.name != "__init__.py"
    if ours:
        assert text.startswith(('"""', "'''")), "begin with a docstring"
