"""`baken paper add`: record a signed paper before anybody can log in, as a new installation needs."""

from datetime import date, datetime

import click

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.derive.papers import KINDS
from baken.project import cli
from baken.tenancy.models import Organisation
from baken.tenancy.scope import scope
from baken.trust.accountability import actions

DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
@click.pass_context
def paper(context: click.Context) -> None:
    """Record the signed papers without which nobody works with real signals."""
    context.with_resource(cli.database())


@paper.command()
@click.argument("organisation")
@click.argument("kind", type=click.Choice(sorted(set(KINDS) - {"joint"})))
@click.option(
    "--reference", required=True, help="Where the paper lies: its number in your own administration."
)
@click.option("--version", "edition", required=True, help="Which version was signed.")
@click.option("--signed-on", required=True, type=DAY, help="The day of signing, as 2026-11-22.")
@click.option("--review-on", required=True, type=DAY, help="The day to look at it again, within five years.")
def add(
    organisation: str, kind: str, reference: str, edition: str, signed_on: datetime, review_on: datetime
) -> None:
    """Record that a paper of this KIND was signed in ORGANISATION (its short name)."""
    found = Organisation.objects.filter(slug=organisation).first()
    if found is None:
        raise click.UsageError(f"there is no organisation {organisation}")
    try:
        with scope(found.id):
            actions.record(
                kind=kind,
                partner="",
                reference=reference,
                version=edition,
                signed_on=_day(signed_on),
                review_on=_day(review_on),
                by=None,
                now=now(),
            )
    except Refused as refused:
        raise click.UsageError(f"{refused.what.en} {refused.why.en} {refused.do.en}") from None
    click.echo(f"{organisation}: {KINDS[kind].name.en}, {reference}, recorded.")


def _day(moment: datetime) -> date:
    return moment.date()
