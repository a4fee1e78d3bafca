"""`python -m baken.project.schemas write|check`: the schemas and the reference page, anew or looked over."""

import json
from pathlib import Path

import click

from baken.core.policy.sections import FILES
from baken.project.schemas.files import schema_of
from baken.project.schemas.page import page
from baken.project.state import ROOT

SCHEMAS = ROOT / "policies" / "schema"
PAGE = ROOT / "docs" / "reference" / "policy-files.md"


def made() -> dict[Path, str]:
    """Return every made file with its text."""
    found = {}
    for file in (*FILES, "cases.yaml"):
        text = json.dumps(schema_of(file), ensure_ascii=False, indent=1) + "\n"
        found[SCHEMAS / file.replace(".yaml", ".schema.json")] = text
    return {**found, PAGE: page()}


def outdated() -> list[Path]:
    """Return the files that differ from what the models say, or should not be there."""
    wanted = made()
    differing = [
        path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text
    ]
    return differing + [path for path in SCHEMAS.glob("*") if path not in wanted]


@click.command()
@click.argument("what", type=click.Choice(["write", "check"]))
def main(what: str) -> None:
    """Write the schemas and the reference page, or check that they say what the models say."""
    if what == "write":
        SCHEMAS.mkdir(exist_ok=True)
        for path, text in made().items():
            path.write_text(text, "utf-8")
    found = outdated()
    for path in found:
        click.echo(f"{path.relative_to(ROOT)} is not what the models say.", err=True)
    if found:
        click.echo("Run `python -m baken.project.schemas write`.", err=True)
        raise SystemExit(1)
    click.echo("Schemas and reference page are up to date.")


if __name__ == "__main__":
    main()
