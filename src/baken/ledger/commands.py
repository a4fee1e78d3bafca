"""`baken ledger`: check the chain, and make the projections again."""

import json
import os
import sys
from pathlib import Path
from uuid import UUID

import click


@click.group()
def ledger() -> None:
    """Check what happened, and make again what follows from it."""


@ledger.command()
@click.option(
    "--against", type=click.Path(path_type=Path, exists=True), help="Heads that an earlier check wrote."
)
@click.option("--heads", type=click.Path(path_type=Path), help="Write the heads of all streams to this file.")
def verify(against: Path | None, heads: Path | None) -> None:
    """Check every link of every stream; name the first broken one of each, and exit 1.

    With BAKEN_DB_ROLE=maintenance it reads across all organisations at once. The digest at the end is for the
    data protection officer to keep elsewhere: with `--heads` now and `--against` later, a removed tail shows
    too.
    """
    from baken.ledger import checking
    from baken.tenancy.models import Organisation

    everyone = os.environ.get("BAKEN_DB_ROLE") == "maintenance"
    organisations = None if everyone else list(Organisation.objects.values_list("id", flat=True))
    found = checking.verify(organisations, against=_read_heads(against) if against else None)
    for broken in found.broken:
        click.echo(f"BROKEN {broken}", err=True)
    if heads:
        _write_heads(heads, found)
    click.echo(f"{found.events} events in {found.streams} streams, {len(found.broken)} broken")
    click.echo(f"checkpoint {found.checkpoint}")
    if found.broken:
        sys.exit(1)


@ledger.command()
def rebuild() -> None:
    """Make all projections again from the events."""
    from baken.ledger.rebuilding import rebuild as again
    from baken.tenancy.models import Organisation

    for organisation in Organisation.objects.order_by("slug"):
        click.echo(f"{organisation.slug}: {again(organisation.id)} streams")


def _write_heads(path: Path, found: object) -> None:
    from baken.ledger.checking import Verified

    assert isinstance(found, Verified)
    lines = (
        json.dumps(
            {"organisation": str(organisation), "stream": str(stream), "number": number, "hash": hash_.hex()}
        )
        for (organisation, stream), (number, hash_) in sorted(found.heads.items())
    )
    path.write_text("\n".join(lines) + "\n")


def _read_heads(path: Path) -> dict[tuple[UUID, UUID], tuple[int, bytes]]:
    heads = {}
    try:
        for line in path.read_text().splitlines():
            head = json.loads(line)
            place = UUID(head["organisation"]), UUID(head["stream"])
            heads[place] = int(head["number"]), bytes.fromhex(head["hash"])
    except (ValueError, KeyError, TypeError):
        raise click.UsageError(
            f"{path} is not a file of heads that `baken ledger verify --heads` wrote"
        ) from None
    return heads
