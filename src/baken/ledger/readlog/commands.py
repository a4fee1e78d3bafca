"""`baken log`: seal what was logged, and check that it still is what was sealed."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

import click

from baken.clock import now
from baken.ledger.readlog import sealing, verifying
from baken.ledger.readlog.verifying import Head, Place, Verified
from baken.project import cli
from baken.tenancy.models import Organisation


@click.group()
@click.pass_context
def log(context: click.Context) -> None:
    """Seal and verify the read log and the processing log."""
    context.with_resource(cli.database())


@log.command()
def seal() -> None:
    """Close what was logged since the last time in a batch; `baken serve` does so every minute."""
    if os.environ.get("BAKEN_DB_ROLE") == "maintenance":
        raise click.UsageError("the maintenance role only reads: leave BAKEN_DB_ROLE out")
    for organisation in Organisation.objects.order_by("slug"):
        click.echo(f"{organisation.slug}: {sealing.seal(organisation.id, now=now())} entries sealed")


@log.command()
@click.option("--heads", type=click.Path(path_type=Path), help="Write the head of every log to this file.")
@click.option(
    "--against", type=click.Path(path_type=Path, exists=True), help="Heads that an earlier check wrote."
)
def verify(heads: Path | None, against: Path | None) -> None:
    """Check every batch of both logs, name the first that does not fit, and exit 1 if any.

    The checkpoint is for the data protection officer to keep elsewhere; with --heads now and --against later, a log
    that was written anew or lost its tail shows too.
    """
    organisations = list(Organisation.objects.order_by("slug").values_list("id", flat=True))
    found = verifying.verify(organisations, against=_read(against) if against else None)
    for broken in found.broken:
        click.echo(f"BROKEN {broken}", err=True)
    if heads:
        _write(heads, found.heads)
    click.echo(told(found))
    click.echo(f"checkpoint {found.checkpoint}")
    if found.broken:
        raise SystemExit(1)


def told(found: Verified) -> str:
    """Return what a check found in a sentence; what is not sealed is said to be so."""
    words = f"{found.sealed} entries in {found.batches} batches, {len(found.broken)} broken"
    if found.let_go:
        words += f"; {found.let_go} entries went after their term"
    if found.unsealed and found.oldest_unsealed:
        return (
            f"{words}; {found.unsealed} not sealed yet, since {found.oldest_unsealed:%Y-%m-%d %H:%M:%S} UTC"
        )
    return f"{words}; nothing waits to be sealed"


def _write(path: Path, heads: Mapping[Place, Head]) -> None:
    lines = (
        json.dumps({"organisation": str(whose), "log": log, "batch": number, "hash": hash_.hex()})
        for (whose, log), (number, hash_) in sorted(heads.items())
    )
    path.write_text("".join(f"{line}\n" for line in lines))


def _read(path: Path) -> dict[Place, Head]:
    try:
        found = [json.loads(line) for line in path.read_text().splitlines()]
        return {
            (UUID(head["organisation"]), str(head["log"])): (int(head["batch"]), bytes.fromhex(head["hash"]))
            for head in found
        }
    except (ValueError, KeyError, TypeError):
        raise click.UsageError(f"{path} was not written by `baken log verify --heads`") from None
