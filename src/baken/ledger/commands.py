"""`baken ledger`: check the chain, make the projections again, close the data keys with a new master key."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

import click

from baken.ledger import checking, datakeys, keyset, rebuilding
from baken.ledger.checking import Head
from baken.ledger.holdings import Place
from baken.ledger.readlog.writing import by_command
from baken.project import cli
from baken.tenancy.models import Organisation
from baken.tenancy.scope import scope

ROLE = "BAKEN_DB_ROLE"


@click.group()
@click.pass_context
def ledger(context: click.Context) -> None:
    """Verify and rebuild the ledger."""
    context.with_resource(cli.database())


@ledger.command()
@click.option("--heads", type=click.Path(path_type=Path), help="Write the head of every stream to this file.")
@click.option(
    "--against", type=click.Path(path_type=Path, exists=True), help="Heads that an earlier check wrote."
)
def verify(heads: Path | None, against: Path | None) -> None:
    """Check every link of every stream, name the first broken one of each, and exit 1 if any.

    With BAKEN_DB_ROLE=maintenance it reads across all organisations at once. The checkpoint is for the data
    protection officer to keep elsewhere; with --heads now and --against later a lost tail shows too.
    """
    everything = os.environ.get(ROLE) == "maintenance"
    organisations = None if everything else list(Organisation.objects.values_list("id", flat=True))
    found = checking.verify(organisations, against=_read(against) if against else None)
    for broken in found.broken:
        click.echo(f"BROKEN {broken}", err=True)
    if heads:
        _write(heads, found.heads)
    click.echo(f"{found.events} events in {found.streams} streams, {len(found.broken)} broken")
    click.echo(f"checkpoint {found.checkpoint}")
    if found.broken:
        raise SystemExit(1)


@ledger.command()
def rebuild() -> None:
    """Make all projections again from the events."""
    for organisation in Organisation.objects.order_by("slug"):
        with scope(organisation.id):
            by_command("ledger rebuild")
        click.echo(f"{organisation.slug}: {rebuilding.rebuild(organisation.id)} streams")


@ledger.command()
@click.option("--new-master-key", is_flag=True, help="First add a new master key to the keyset file.")
def rewrap(new_master_key: bool) -> None:
    """Close every data key with the primary master key. What is in the vault stays as it is."""
    if os.environ.get(ROLE) != "owner":
        raise click.UsageError(f"only the owner's role may change keys: set {ROLE}=owner")
    if new_master_key:
        keyset.write(keyset.path(), keyset.in_use().rotated())
        click.echo("The keyset file has a new primary key. Keep a copy of it, away from the database.")
    for organisation in Organisation.objects.order_by("slug"):
        click.echo(f"{organisation.slug}: {datakeys.rewrap(organisation.id)} data keys")


def _write(path: Path, heads: Mapping[Place, Head]) -> None:
    lines = (
        json.dumps({"organisation": str(whose), "stream": str(stream), "number": number, "hash": hash_.hex()})
        for (whose, stream), (number, hash_) in sorted(heads.items())
    )
    path.write_text("".join(f"{line}\n" for line in lines))


def _read(path: Path) -> dict[Place, Head]:
    try:
        found = [json.loads(line) for line in path.read_text().splitlines()]
        return {
            (UUID(head["organisation"]), UUID(head["stream"])): (head["number"], bytes.fromhex(head["hash"]))
            for head in found
        }
    except (ValueError, KeyError, TypeError):
        raise click.UsageError(f"{path} was not written by `baken ledger verify --heads`") from None
