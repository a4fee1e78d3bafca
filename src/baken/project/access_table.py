"""Who may do what, as a page made from `core/derive/access.py`: `python -m baken.project.access_table write|check`."""

from collections.abc import Iterable, Iterator

import click

from baken.core.derive.access import ALONE, ROLES, Relation, may
from baken.core.vocabulary.actions import ACTIONS
from baken.core.vocabulary.text import Text
from baken.project.state import ROOT

PAGE = ROOT / "docs" / "reference" / "access.md"
COMMAND = "python -m baken.project.access_table"
LEAD = f"""# Who may do what

<!-- made by {COMMAND} write -->

Made from `src/baken/core/derive/access.py`, the one place where this is decided; a test keeps this page the same. What
a role does not name is refused, and no role reaches into another organisation. The rules behind it, and where each is
proved: [the rules](rules.md).
"""
MARKS = """
- **yes**: allowed, in one's own organisation.
- **post**: only to whoever holds the post where the signal came in.
- **others**: for others, never for oneself.
- empty: refused. What is marked * is about one thing, and to who may not do it that thing is not there at all.

The deputy's own column is short: what a deputy may do comes from the delegation. As long as it runs, a deputy has the
rights of the post; before and after it, none of them.
"""


def made() -> str:
    """Return the whole page."""
    return "".join(f"{line}\n" for line in (LEAD, *_roles(), *_matrix(), *_alone()))


def mark(role: str, action: str) -> str:
    """Return what `may` answers for one role and one action, in a word."""
    if not may({role}, action, Relation(holds_post=True)).allowed:
        return ""
    if not may({role}, action).allowed:
        return "post"
    return "yes" if may({role}, action, Relation(themselves=True, holds_post=True)).allowed else "others"


def _roles() -> Iterator[str]:
    yield "## Who they are\n"
    yield from _head("Dutch", "in the code", "English", "who")
    for code, role in ROLES.items():
        yield _row((role.name.nl, f"`{code}`", role.name.en, role.who.en))


def _matrix() -> Iterator[str]:
    yield f"\n## Each action for each role\n{MARKS}"
    yield from _head("action", *(_both(role.name) for role in ROLES.values()))
    for code, action in ACTIONS.items():
        star = " *" if action.about_one else ""
        yield _row((f"{_both(action.name)}<br>`{code}`{star}", *(mark(role, code) for role in ROLES)))


def _alone() -> Iterator[str]:
    yield "\n## Who stands alone\n"
    yield "Who manages people or supervises the work never sees its content, so these go with no other role (V7):\n"
    for role in sorted(ALONE):
        yield f"- {ROLES[role].name.nl} (`{role}`, {ROLES[role].name.en})"


def _both(name: Text) -> str:
    return name.nl if name.nl == name.en else f"{name.nl}<br>{name.en}"


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
