"""The regions of the demonstration, and what their members released to each other."""

from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.utils import translation

from baken.core.vocabulary.moments import civil_date
from baken.programme.region import kinds, sharing
from baken.project.demo.cast import CARE, Cast
from baken.tenancy import regions
from baken.tenancy.models_regions import Region
from baken.tenancy.scope import scope

REGIONS = {
    "copen": ("Basisteam de Copen", "police_team", ("woerden", "montfoort")),
    "utrecht-west": ("Politiedistrict Utrecht-West", "police_district", ("woerden", "montfoort")),
    "zvh-utrecht": ("Zorg- en Veiligheidshuis Utrecht", "care_safety_house", ("woerden", "montfoort", CARE)),
    "west-friesland": ("West-Friesland", "cooperation", ("hoorn",)),
}
"""By their name in addresses: how they are called, their kind, and who takes part.

Basisteam de Copen is the region to compare in: two members released there. Other members are not played: a municipality
without people or a policy would stand among those to which one can report, and its reports would reach nobody.
"""
RELEASED = {"copen": {"woerden": 50, "montfoort": 45}, "west-friesland": {"hoorn": 30}}
"""In which region who released what there was, and how many days ago."""


def tell(cast: Cast, today: datetime) -> None:
    """Make the regions, and let members release where they stand."""
    since = today - timedelta(days=725)
    made: dict[str, Region] = {}
    for slug, (name, kind, members) in REGIONS.items():
        made[slug] = regions.create_region(slug=slug, name=name, kind=kind, now=since)
        for member in members:
            regions.join(made[slug], cast.organisations[member], since=civil_date(since))
    with translation.override("nl"):
        for slug, senders in RELEASED.items():
            for sender, ago in senders.items():
                _release(made[slug], sender, cast, today - timedelta(days=ago))


def _release(region: Region, sender: str, cast: Cast, at: datetime) -> None:
    with scope(cast.organisations[sender].id):
        for kind in kinds.every():
            for offer in kind.offers(civil_date(at)):
                sharing.release(
                    kind.id,
                    offer.about,
                    offer.payload,
                    region,
                    actor=cast.actors[sender],
                    now=at,
                    command_id=uuid5(
                        NAMESPACE_URL, f"demonstration/{region.slug}/{sender}/{kind.id}/{offer.about}"
                    ),
                )
