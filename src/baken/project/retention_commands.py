"""`baken retention`: what was destroyed stays destroyed, also after a restore."""

import os

import click

from baken.ledger import deletions
from baken.project import cli
from baken.trust.retention import carrying

ROLE = "BAKEN_DB_ROLE"


@click.group()
@click.pass_context
def retention(context: click.Context) -> None:
    """Keep what was destroyed destroyed."""
    context.with_resource(cli.database())


@retention.command()
def replay() -> None:
    """Destroy again whatever the list of deletions names and the databases still hold: after every restore.

    The list lies outside the databases (BAKEN_DELETIONS); put it back first where it was lost with them.
    """
    if os.environ.get(ROLE) != "owner":
        raise click.UsageError(f"only the owner's role may destroy: set {ROLE}=owner")
    noted = sum(1 for _ in deletions.read())
    click.echo(f"{carrying.replay()} destroyed again, of {noted} in {deletions.path().name}")
