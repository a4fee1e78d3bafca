"""A region in which Woerden and its neighbour take part, and what they released to each other."""

from datetime import timedelta
from uuid import UUID

from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.tenants.programme_level_things import a_level
from tests.tenants.town import Town

SLUG = "streek"
_ONES = UUID("1c7f5f0a-93a6-4d58-8f0c-61f2a8b7d0c5")


def a_region(town: Town) -> dict[str, object]:
    """A region of two municipalities; the others of the town take no part."""
    from baken.tenancy import regions

    if regions.find(SLUG) is None:
        made = regions.create_region(slug=SLUG, name="Kanariestreek", kind="cooperation", now=town.now)
        since = civil_date(town.now) - timedelta(days=60)
        for one in (town.woerden, town.montfoort):
            regions.join(made, one, since=since)
    return {"slug": SLUG}


def some_regions(town: Town) -> dict[str, object]:
    """That region, for a page that lists them."""
    a_region(town)
    return {}


def a_region_with_something(town: Town) -> dict[str, object]:
    """That region, with something that Woerden released."""
    a_release(town)
    return a_region(town)


def a_release(town: Town) -> dict[str, object]:
    """What Woerden released of its basic level."""
    from baken.programme.level import sharing as level
    from baken.programme.region import sharing
    from baken.tenancy import regions

    a_region(town)
    a_level(town)
    region = regions.find(SLUG)
    assert region is not None
    with scope(town.woerden.id):
        [offer] = level.offers(civil_date(town.now))
        made = sharing.release(
            level.KIND.id,
            offer.about,
            offer.payload,
            region,
            actor=town.actor("adviser"),
            now=town.now,
            command_id=_ONES,
        )
    return {"slug": SLUG, "release": made}


def a_released_subject(town: Town) -> dict[str, object]:
    """What of it was released, and can be released again or taken back."""
    from baken.programme.level import sharing as level

    a_release(town)
    return {"slug": SLUG, "kind": level.KIND.id, "about": level.ABOUT}
