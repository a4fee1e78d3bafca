"""The second half of the glossary, made from the closed lists: `python -m baken.project.glossary`."""

from collections.abc import Iterator, Mapping

import click

from baken.core.vocabulary import actors, outcomes, wording
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.pieces import PIECES
from baken.core.vocabulary.text import Text
from baken.project.state import ROOT

PAGE = ROOT / "docs" / "reference" / "glossary.md"
MARK = "<!-- made by python -m baken.project.glossary -->\n"


def lists() -> Iterator[tuple[str, Mapping[str, Text]]]:
    """This function will give each closed list with its title."""
    yield "Who acts", actors.ACTORS
    yield "Capacities of persons", wording.CAPACITY
    yield "Facts that steer the route", wording.FACT
    for fact, values in wording.VALUE.items():
        yield f"Values of `{fact}`", values
    yield "Stages", wording.STAGE
    yield "What happened", EVENT_WORDS
    yield "What may be handed over", {name: piece.name for name, piece in PIECES.items()}
    yield "Weighing", outcomes.WEIGHING
    yield "What a source answered", outcomes.SOURCE
    yield "What a partner answered", outcomes.ANSWER
    yield "What the reporter hears", outcomes.INFORMED
    yield "Why a signal is closed", outcomes.CLOSING


def made() -> str:
    """This function will write the closed lists as tables."""
    parts = []
    for title, words in lists():
        rows = "".join(f"| {text.nl} | `{code}` | {text.en} |\n" for code, text in words.items())
        parts.append(f"\n### {title}\n\n| Dutch | in the code | English |\n|---|---|---|\n{rows}")
    return "".join(parts)


def main() -> None:
    """This function will put the made half behind the written half."""
    written, mark, _ = PAGE.read_text("utf-8").partition(MARK)
    PAGE.write_text(written + mark + made(), "utf-8")
    click.echo(f"{PAGE.relative_to(ROOT)} is up to date.")


if __name__ == "__main__":
    main()
