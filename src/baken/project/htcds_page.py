"""How Baken and HTCDS say the same, as a page: `python -m baken.project.htcds_page write|check`.

It is made from `core/exchange`.
"""

from collections.abc import Iterable, Iterator

import click

from baken.core.exchange.codes import CODES
from baken.core.exchange.fields import (
    ALIASES,
    DEPRECATED,
    EXTENSION,
    EXTENSION_CODES,
    FIELDS,
    LEFT_OUT,
    TAKEN,
)
from baken.core.exchange.groups import GROUPS
from baken.core.exchange.mapping import FORM_OF, KEPT, NO_PLACE, PLACES
from baken.core.vocabulary import ictip
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.wording import VALUE
from baken.project.state import ROOT

PAGE = ROOT / "docs" / "reference" / "htcds.md"
COMMAND = "python -m baken.project.htcds_page"
LEAD = f"""# Records in HTCDS 2.0

<!-- made by {COMMAND} write -->

Made from `src/baken/core/exchange`; a test keeps this page the same. Why it is so:
[record 34](../adr/0034-records-in-htcds.md).

Human Trafficking Case Data Standard (HTCDS) 2.0 by IOM, CC BY 4.0. IOM does not endorse Baken. What was copied, from
where, and what was changed: [the copies](../../src/baken/care/exchange/standard/README.md).

## How it is written

- **CSV**: UTF-8 with a byte order mark, commas, machine names in the first row, several values apart with semicolons,
  days as 1998-03-31, TRUE or FALSE. Where a cell could begin a formula an apostrophe stands before it; reading takes it
  away again.
- **Excel**: the same in a workbook; text is text, days are days. **IOM's templates**: a person per numbered row, by the
  visible labels; the one with lists takes one value per cell and 500 people.
- Read are CSV (also with semicolons or tabs, also UTF-16), workbooks and filled templates, by machine name or label,
  values by name or label in any case. Also understood: {{aliases}}.
- An empty cell is not known, and never "no".
"""


def made() -> str:
    """Return the whole page."""
    aliases = ", ".join(f"`{other}`" for other in ALIASES)
    lines = (LEAD.format(aliases=aliases), *_fields(), *_not_taken(), *_exploitation(), *_no_place())
    return "".join(f"{line}\n" for line in lines)


def _fields() -> Iterator[str]:
    yield "## Fields\n"
    yield f"{len(TAKEN) - 1} fields of the standard, with the 38 live core fields, and one column of Baken's own.\n"
    yield from _head("field", "label", "core", "in Baken", "goes along with")
    group_of = {name: group for group in GROUPS.values() for name in group.fields}
    for name in TAKEN:
        field = FIELDS[name]
        place = PLACES.get(name, KEPT)
        yield _row((f"`{name}`", field.label, "yes" if field.core else "", place.en, group_of[name].name.en))


def _not_taken() -> Iterator[str]:
    yield "\n## What Baken does not take over\n"
    yield "A column of these is named, and not read. A deprecated field with something in it is a fault.\n"
    yield from _head("field", "why")
    for name in DEPRECATED:
        yield _row((f"`{name}`", "deprecated in HTCDS 2.0"))
    for name, why in LEFT_OUT.items():
        yield _row((f"`{name}`", why.en))


def _exploitation() -> Iterator[str]:
    yield "\n## Exploitation, and the terms of IC-TIP\n"
    yield (
        f"HTCDS 2.0 has no criminal exploitation. It goes as `ForcedLabour` with `{EXTENSION_CODES[0][0]}` in the\n"
        f"column `{EXTENSION}`; with `{EXTENSION_CODES[1][0]}` beside it there is labour exploitation as well.\n"
        "IOM's templates have no such column, so there criminal exploitation cannot be told from labour. A term of\n"
        "IC-TIP with * was not confirmed: the tables of that classification could not be read.\n"
    )
    yield from _head("form in Baken", "codes of HTCDS", "IC-TIP")
    for form in FACTS["exploitation"].values:
        codes = ", ".join(f"`{code}`" for code, of in FORM_OF.items() if of == form)
        if form == "criminal":
            codes += f", `ForcedLabour` with `{EXTENSION_CODES[0][0]}`"
        term = ictip.of_form(form)
        yield _row((VALUE["exploitation"][form].en, codes, term.text.en + ("" if term.confirmed else " *")))
    others = ", ".join(f"`{code}`" for code, _ in CODES["vic_TypeOfExploitation"] if code not in FORM_OF)
    yield _row(("none: kept as received, and named", others, ""))


def _no_place() -> Iterator[str]:
    yield "\n## What HTCDS has no place for\n"
    yield "This stays in the client file and does not travel this way:\n"
    for one in NO_PLACE:
        yield f"- {one.en}"


def _head(*titles: str) -> Iterator[str]:
    yield _row(titles)
    yield "|" + "---|" * len(titles)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


@click.command()
@click.argument("what", type=click.Choice(["write", "check"]))
def main(what: str) -> None:
    """Write the page, or check that it says what the code says."""
    if what == "write":
        PAGE.write_text(made(), "utf-8")
    if not PAGE.exists() or PAGE.read_text("utf-8") != made():
        click.echo(f"{PAGE.relative_to(ROOT)} is not what the code says. Run `{COMMAND} write`.", err=True)
        raise SystemExit(1)
    click.echo(f"{PAGE.relative_to(ROOT)} is up to date.")


if __name__ == "__main__":
    main()
