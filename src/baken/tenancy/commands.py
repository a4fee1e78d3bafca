"""`baken organisation|member|post`: who belongs where. A person types their own password; nobody sets a passphrase."""

from typing import Any

import click
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.derive.access import GIVEN
from baken.project import cli
from baken.tenancy import actions, joining
from baken.tenancy.invitations import DAYS
from baken.tenancy.models import KINDS, Membership, Organisation, Person
from baken.tenancy.people import address
from baken.tenancy.scope import scope


class Group(click.Group):
    """Commands that write: all of one command or nothing of it, and refusals as sentences."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with cli.database(), transaction.atomic():
                return super().invoke(ctx)
        except Refused as refused:
            raise click.ClickException(refused.in_("en")) from None
        except IntegrityError as error:
            constraint = error.__cause__ and getattr(error.__cause__, "diag", None)
            name = constraint.constraint_name if constraint else "a rule of the database"
            raise click.ClickException(
                f"This exists already, or breaks {name}. Nothing was changed."
            ) from None


@click.group(cls=Group)
def organisation() -> None:
    """Add an organisation."""


@organisation.command("add")
@click.argument("slug")
@click.option("--name", required=True, help="As people know it: Woerden.")
@click.option("--kind", required=True, type=click.Choice(list(KINDS)))
@click.option("--open-to-residents", is_flag=True, help="Let everybody report, not only staff.")
def add_organisation(slug: str, name: str, kind: str, open_to_residents: bool) -> None:
    """Add an organisation to the directory."""
    actions.create_organisation(
        slug=slug, name=name, kind=kind, now=now(), open_to_residents=open_to_residents
    )
    click.echo(f"{name} is there. Next: baken member add {slug} --role administrator --email ... --name ...")


@click.group(cls=Group)
def member() -> None:
    """Add a member to an organisation."""


@member.command("add")
@click.argument("slug")
@click.option("--email", required=True)
@click.option("--name", help="For somebody who is new to this installation.")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice(sorted(GIVEN)))
def add_member(slug: str, email: str, name: str | None, roles: tuple[str, ...]) -> None:
    """Make someone a member, in one or more roles; asks a password for somebody new."""
    found, code = organisation_of(slug), ""
    known = Person.objects.filter(email=address(email)).first()
    person = known or _new_person(email, name)
    with scope(found.id):
        member = actions.add_member(person=person, roles=roles, now=now())
        if known and joining.needed(known):
            code = joining.ask(member, now=now())
    click.echo(f"{person.name} is a member of {found.name}: {', '.join(sorted(roles))}.")
    if code:
        click.echo(
            f"They log in already. To come in here they fill in, within {DAYS} days, at /organisatie/: {code}"
        )


@click.group(cls=Group)
def post() -> None:
    """Add a post with its holders."""


@post.command("add")
@click.argument("slug")
@click.option("--name", required=True, help="Such as: Focal point Woerden.")
@click.option("--role", required=True, type=click.Choice(sorted(GIVEN)))
@click.option("--holder", "holders", multiple=True, required=True, help="A member's e-mail address.")
def add_post(slug: str, name: str, role: str, holders: tuple[str, ...]) -> None:
    """Make a post. Its first holder makes the key, by choosing a vault passphrase after logging in."""
    found = organisation_of(slug)
    with scope(found.id):
        members = [_member(holder) for holder in holders]
        actions.create_post(role=role, name=name, holders=[one.id for one in members], now=now())
    click.echo(f"{name} is there. It can receive a sealed name once a holder has chosen a vault passphrase.")


def _new_person(email: str, name: str | None) -> Person:
    from django.contrib.auth.password_validation import validate_password

    if not name:
        raise click.ClickException("This person is new here: give --name as well.")
    password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        validate_password(password)
    except ValidationError as error:
        raise click.ClickException(" ".join(error.messages)) from None
    return actions.add_person(email=email, name=name, password=password)


def organisation_of(slug: str) -> Organisation:
    """Return the organisation of that name in addresses; say which there are where there is none such."""
    found = Organisation.objects.filter(slug=slug).first()
    if found is None:
        known = ", ".join(Organisation.objects.order_by("slug").values_list("slug", flat=True)) or "none yet"
        raise click.ClickException(f"There is no organisation {slug}. There are: {known}.")
    return found


def _member(email: str) -> Membership:
    found = Membership.objects.filter(person__email=address(email), active=True).first()
    if found is None:
        raise click.ClickException("A holder must be a member of the organisation first: baken member add")
    return found
