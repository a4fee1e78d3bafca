"""One style file per organisation with its own colours; organisations without one get Baken's."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "tokens"


@cache
def known() -> frozenset[str]:
    """The organisations that have their own colours, by slug."""
    return frozenset(path.stem for path in FOLDER.glob("*.css"))


def path_for(slug: str, kind: str = "") -> str:
    """The static path of the colours of this organisation: its own, its kind's, or Baken's."""
    return f"tokens/{next((name for name in (slug, kind) if name in known()), 'baken')}.css"
