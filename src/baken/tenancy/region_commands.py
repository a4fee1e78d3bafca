"""`baken region`: which regions there are, and who takes part in them from when until when (REG-06)."""

from datetime import date, datetime
from typing import Any

import click

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.tenancy import regions
from baken.tenancy.commands import Group, organisation_of
from baken.tenancy.models_regions import REGIONS, Region

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group(cls=Group)
def region() -> None:
    """Add a region, and say who takes part in it since when."""


@region.command("add")
@click.argument("slug")
@click.option("--name", required=True, help="As people know it: West-Friesland.")
@click.option("--kind", required=True, type=click.Choice(list(REGIONS)))
def add(slug: str, name: str, kind: str) -> None:
    """Add a region to the directory. SLUG is the id of its policy, where it has one."""
    regions.create_region(slug=slug, name=name, kind=kind, now=now())
    click.echo(f"{name} is there. Next: baken region join {slug} ORGANISATION --on YYYY-MM-DD")


def _whom(command: Any) -> Any:
    """Add what joining and leaving both ask."""
    command = click.option("--on", type=DAY, help="Such as 2026-12-01; today if left out.")(command)
    return click.argument("slug")(click.argument("organisation")(command))


@region.command("join")
@_whom
def join(slug: str, organisation: str, on: datetime | None) -> None:
    """Let ORGANISATION take part in the region SLUG from a day on."""
    found, member, day = _region(slug), organisation_of(organisation), _day(on)
    regions.join(found, member, since=day)
    click.echo(f"{member.name} takes part in {found.name} from {day.isoformat()}.")


@region.command("leave")
@_whom
def leave(slug: str, organisation: str, on: datetime | None) -> None:
    """Let ORGANISATION leave the region SLUG; the day is the last on which it takes part."""
    found, member, day = _region(slug), organisation_of(organisation), _day(on)
    regions.leave(found, member, until=day)
    click.echo(f"{member.name} takes part in {found.name} until {day.isoformat()}, that day included.")
    click.echo(
        "What it received until then stays readable there; it receives nothing more, and counts no longer."
    )


@region.command("list")
def everything() -> None:
    """Say which regions there are and who takes part, since when and until when."""
    found = list(Region.objects.all())
    for one in found:
        click.echo(f"{one.slug}  {one.name} ({one.kind})")
        for line in regions.history(one):
            until = f" until {line.until.isoformat()}" if line.until else ""
            click.echo(f"  {line.member.slug}  since {line.since.isoformat()}{until}")
    if not found:
        click.echo("There are no regions yet. Make one: baken region add SLUG --name NAME --kind KIND")


def _day(on: datetime | None) -> date:
    return on.date() if on else civil_date(now())


def _region(slug: str) -> Region:
    found = regions.find(slug)
    if found is None:
        known = ", ".join(Region.objects.order_by("slug").values_list("slug", flat=True)) or "none yet"
        raise click.ClickException(f"There is no region {slug}. There are: {known}.")
    return found
