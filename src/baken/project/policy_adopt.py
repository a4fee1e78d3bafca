"""`baken policy adopt`: put a policy into use by one hand, and say so. In the browser two people do it."""

from datetime import datetime
from typing import NoReturn

import click

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.policy.errors import PolicyErrors
from baken.core.vocabulary.text import Text

_DONE = Text(
    "{name}: het beleid geldt vanaf {day}, volgens {decision}. Eén hand deed dit, zonder tweede persoon; dat staat "
    "erbij vastgelegd.",
    "{name}: the policy counts from {day}, by {decision}. One hand did this, without a second person; the record "
    "says so.",
)
_NOBODY = Text(
    "Er is geen organisatie {slug}. Maak haar eerst: baken organisation add {slug}",
    "There is no organisation {slug}. Make it first: baken organisation add {slug}",
)
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("adopt")
@click.argument("slug", metavar="ORGANISATION")
@click.option(
    "--from", "from_date", required=True, type=_DAY, metavar="DAY", help="The first day; not in the past."
)
@click.option("--decision", required=True, help="Number or name of the college's decision.")
@click.option("--decided-on", required=True, type=_DAY, metavar="DAY", help="The day of that decision.")
@click.option(
    "--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Language of the lines."
)
def adopt(slug: str, from_date: datetime, decision: str, decided_on: datetime, lang: str) -> None:
    """Put the policy in the folder of an ORGANISATION into use, where nobody can do it in the browser yet.

    It must load, keep its promises and do what its cases say. The record says that one hand did it.
    """
    from baken.project import cli

    cli.setup()
    from baken.policy.adopting import alone
    from baken.policy.library import library
    from baken.tenancy.models import Organisation
    from baken.tenancy.scope import scope

    with cli.database():
        organisation = Organisation.objects.filter(slug=slug).first()
        if organisation is None:
            _stop([_NOBODY.format(slug=slug).in_(lang)])
        with scope(organisation.id):
            try:
                alone.adopt(
                    library(),
                    slug,
                    from_date=from_date.date(),
                    decision=decision,
                    decided_on=decided_on.date(),
                    now=now(),
                )
            except PolicyErrors as found:
                _stop([error.in_(lang) for error in found.errors])
            except alone.NotWell as found:
                _stop([one.in_(lang) for one in found.found])
            except Refused as refused:
                _stop([refused.in_(lang)])
    told = _DONE.format(name=organisation.name, day=from_date.date().isoformat(), decision=decision)
    click.echo(told.in_(lang))


def _stop(lines: list[str]) -> NoReturn:
    for line in lines:
        click.echo(line, err=True)
    raise SystemExit(2)
