"""`baken single-sign-on`: what to tell the provider, and what to do when somebody's account there is a new one."""

import click

from baken.account.single_sign_on import settings_file
from baken.account.single_sign_on.models import Link
from baken.account.single_sign_on.settings_file import WrongFile
from baken.tenancy.commands import Group
from baken.tenancy.models import Person
from baken.tenancy.people import address


@click.group("single-sign-on", cls=Group)
def single_sign_on() -> None:
    """Log in with the account of one's organisation."""


@single_sign_on.command()
def show() -> None:
    """Say which addresses each provider must know."""
    try:
        found = settings_file.providers()
    except WrongFile as wrong:
        raise click.ClickException("\n".join(wrong.lines)) from None
    for slug, provider in found.items():
        given = "groups" if provider.entry.roles else "a person manager"
        click.echo(f"{slug}: roles given by {given}")
        click.echo(f"  redirect URI          {provider.back}")
        click.echo(f"  post-logout redirect  {provider.home}/")
    if not found:
        click.echo(
            f"No organisation yet: there is no {settings_file.path()}. See docs/how-to/single-sign-on.md."
        )


@single_sign_on.command()
@click.argument("email")
def unlink(email: str) -> None:
    """Forget the account of a person, so that the next one with their address is taken as theirs.

    Only where you know that it is the same person: a new colleague with an old address would come in as who had it.
    """
    person = Person.objects.filter(email=address(email)).first()
    count = Link.objects.filter(person=person).delete()[0] if person else 0
    if not count:
        raise click.ClickException("No account is linked to this address.")
    click.echo("Unlinked. The next time somebody with this address logs in, that account is linked.")
