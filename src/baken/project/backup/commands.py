"""`baken backup`, `baken backup-key` and `baken restore`."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from baken.project import cli
from baken.project.backup import files, making, restoring

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, exists=True, path_type=Path)


@click.command("backup-key")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup_key(file: Path) -> None:
    """Make an identity that opens backups, and say for whom to close them."""
    click.echo(files.new_identity(file))
    click.echo(
        f"Take {file.name} away from this machine: it opens every backup that is closed for it.", err=True
    )


@click.command()
@click.argument("folder", type=FOLDER)
@click.option(
    "--for",
    "to",
    default=lambda: os.environ.get("BAKEN_BACKUP_FOR", ""),
    help="Who may open it: age1..., or BAKEN_BACKUP_FOR.",
)
@click.option(
    "--keep-keys",
    default=7,
    show_default=True,
    type=click.IntRange(1, 31),
    help="Days to keep dumps of the keys.",
)
@click.option(
    "--keep", default=90, show_default=True, type=click.IntRange(1), help="Days to keep all the rest."
)
@click.option(
    "--prove", type=FILE, help="An identity: restore the backup beside the real thing, check it, and drop it."
)
@click.option("--demo", is_flag=True, help="The demonstration's database.")
def backup(folder: Path, to: str, keep_keys: int, keep: int, prove: Path | None, demo: bool) -> None:
    """Make a closed backup of both databases in FOLDER, and remove those that are too old."""
    if demo:
        os.environ["BAKEN_ENV"] = "demo"
    recipient, now = files.recipient(to), datetime.now(UTC)
    with cli.database():
        made = making.make(os.environ, folder, recipient, now=now)
        click.echo(f"{made.main.name}: {made.main.stat().st_size:,} bytes")
        click.echo(f"{made.keys.name}: {made.keys.stat().st_size:,} bytes")
        if prove is not None:
            for line in restoring.prove(os.environ, made, files.identity(prove)):
                click.echo(f"restored beside: {line}")
    for name in files.forget(folder, now, keys_days=keep_keys, main_days=keep):
        click.echo(f"removed {name}")
    click.echo("The secrets folder is not in it: keep a copy of that elsewhere, apart from the backups.")


@click.command()
@click.argument("note", type=FILE)
@click.option("--identity", required=True, type=FILE, help="The file that opens the backup.")
def restore(note: Path, identity: Path) -> None:
    """Restore the backup with this NOTE (baken-....json) into an empty installation."""
    found = files.Backup(note.parent, note.stem)
    with cli.database():
        for line in restoring.restore(os.environ, found, files.identity(identity)):
            click.echo(line)
    click.echo("Restored. Nobody is logged in; run `baken migrate` if this Baken is newer than the backup.")
