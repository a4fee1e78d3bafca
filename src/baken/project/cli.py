"""The command line `baken`: every command, and errors as sentences."""

import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from importlib.metadata import version

import click

from baken.project.trouble import Trouble

# Groups that live elsewhere are only loaded when they are asked for: `baken route explain` needs no database.
GROUPS = {
    "route": ("baken.project.route_commands", "route"),
    "care": ("baken.project.care_commands", "care"),
    "policy": ("baken.project.policy_commands", "policy"),
    "programme": ("baken.project.programme_commands", "programme"),
    "ledger": ("baken.ledger.commands", "ledger"),
    "log": ("baken.ledger.readlog.commands", "log"),
    "retention": ("baken.project.retention_commands", "retention"),
    "organisation": ("baken.tenancy.commands", "organisation"),
    "region": ("baken.tenancy.region_commands", "region"),
    "member": ("baken.tenancy.commands", "member"),
    "post": ("baken.tenancy.commands", "post"),
    "single-sign-on": ("baken.account.single_sign_on.commands", "single_sign_on"),
    "paper": ("baken.project.paper_commands", "paper"),
    "backup": ("baken.project.backup.commands", "backup"),
    "backup-key": ("baken.project.backup.commands", "backup_key"),
    "restore": ("baken.project.backup.commands", "restore"),
}
WITHOUT_DJANGO = ("route", "care", "policy", "programme", "backup", "backup-key", "restore")
HELP = {
    "route": "Explain what a policy asks for a signal.",
    "care": "Explain what a victim may count on.",
    "policy": "Check, compare, draw, start and adopt policies.",
    "programme": "Reckon what carrying out a policy asks.",
    "ledger": "Verify and rebuild the ledger.",
    "log": "Seal and verify the read log and the processing log.",
    "retention": "Keep what was destroyed destroyed, also after a restore.",
    "organisation": "Add an organisation.",
    "region": "Add a region, and say who takes part in it since when.",
    "member": "Add a member to an organisation.",
    "post": "Add a post with its holders.",
    "single-sign-on": "Say what a provider must know, and unlink an account.",
    "paper": "Record the signed papers of accountability.",
    "backup": "Make a closed backup of both databases, and remove those that are too old.",
    "backup-key": "Make an identity that opens backups.",
    "restore": "Restore a backup into an empty installation.",
}


class Baken(click.Group):
    """The commands of this module, and the groups of others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *GROUPS])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in GROUPS:
            return super().get_command(ctx, cmd_name)
        module, attribute = GROUPS[cmd_name]
        if cmd_name not in WITHOUT_DJANGO:
            setup()
        found = getattr(import_module(module), attribute)
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = []
        for command in self.list_commands(ctx):
            own = None if command in GROUPS else super().get_command(ctx, command)
            rows.append((command, HELP[command] if own is None else own.get_short_help_str(90)))
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def setup() -> None:
    """This function will make Django ready for a command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.project.settings")
    import django

    django.setup()


def database() -> AbstractContextManager[None]:
    """This function will see to it that a database answers while a command runs."""
    from baken.project import embedded

    return embedded.running(os.environ)


@click.command(cls=Baken, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("baken"), prog_name="baken")
def baken() -> None:
    """Baken carries out a municipality's policy against human trafficking."""


@baken.command()
@click.option("--demo", is_flag=True, help="Serve the demonstration, which has a database of its own.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def serve(demo: bool, port: int) -> None:
    """Start the database and the web server, and keep them going until Ctrl-C."""
    from baken.project import serve as server

    if demo:
        os.environ["BAKEN_ENV"] = "demo"
    server.serve(port)


@baken.command()
@click.option("--once", is_flag=True, help="Do everything once and stop, instead of going on.")
@click.option("--demo", is_flag=True, help="The demonstration's database.")
def jobs(once: bool, demo: bool) -> None:
    """Do the chores: what goes by itself, such as destroying what was approved. `baken serve` does them too."""
    from baken.project import chores

    if demo:
        os.environ["BAKEN_ENV"] = "demo"
    with database():
        raise SystemExit(chores.by_hand(once=once))


@baken.command()
@click.option("--demo", is_flag=True, help="The demonstration's database.")
@click.option("--first", is_flag=True, help="Make the secrets of a new installation, also in production.")
def migrate(demo: bool, first: bool) -> None:
    """Make the roles and databases, and bring their tables up to date."""
    from baken.project import migrating

    if demo:
        os.environ["BAKEN_ENV"] = "demo"
    migrating.migrate(first=first)
    click.echo("The databases are up to date.")


@baken.command()
def doctor() -> None:
    """Look the installation over, and say what to do about what is wrong."""
    from baken.project import doctor as visiting

    findings = visiting.examine(os.environ)
    for finding in findings:
        click.echo(finding.line())
    if any(finding.wrong for finding in findings):
        raise SystemExit(1)


@baken.command("demo-reset")
def demo_reset() -> None:
    """Throw the demonstration away; the next `baken serve --demo` makes it again."""
    from baken.project import migrating

    os.environ["BAKEN_ENV"] = "demo"
    migrating.drop_demo()
    click.echo("The demonstration is gone. `make run` makes a new one.")


def main(arguments: Sequence[str] | None = None) -> None:
    """This function will run the command line; what goes wrong becomes a sentence, never a traceback."""
    try:
        baken.main(
            args=list(arguments) if arguments is not None else None, prog_name="baken", standalone_mode=False
        )
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except Trouble as trouble:
        click.echo(trouble.sentence, err=True)
        sys.exit(trouble.code)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("BAKEN_TRACE"):  # for developers; what an exception says may hold personal data
            raise
        told = _as_trouble(error)
        click.echo(told.sentence, err=True)
        sys.exit(told.code)


def _as_trouble(error: Exception) -> Trouble:
    from baken.project.trouble import full_disk, told

    if type(error).__name__ == "DiskFull" or "No space left on device" in str(error):
        return full_disk("running the command")
    if isinstance(error, OSError):
        return told(error, "running the command")
    kind = type(error).__name__
    if kind == "ImproperlyConfigured":
        return Trouble(f"The settings are not right: {error}", code=2)
    if kind == "OperationalError":
        return Trouble("The database does not answer. Run `baken doctor` to see what is wrong.")
    if kind in ("ProgrammingError", "UndefinedTable"):
        return Trouble("The database is not up to date. Run `baken migrate` and try again.")
    return Trouble(f"Something unexpected went wrong ({kind}). Run it again with BAKEN_TRACE=1 to see where.")


if __name__ == "__main__":
    main()
