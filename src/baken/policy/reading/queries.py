"""What the pages of the policy show, put together for one visitor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from baken.core.derive.adoptions import OrganisationPolicies, Proposal
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.policy import library
from baken.policy.reading import book
from baken.policy.reading.entries import Part
from baken.policy.reading.versions import Version
from baken.tenancy.models import Membership


@dataclass(frozen=True, slots=True)
class Reading:
    """One version of the organisation's policy, open at a page."""

    version: Version
    bundle: Bundle
    pages: Sequence[Part]
    layers: Sequence[tuple[Text, date]]

    @property
    def query(self) -> str:
        """What keeps an address within this version."""
        return self.version.query

    def part(self, slug: str) -> Part:
        """Return one page."""
        return next(page for page in self.pages if page.slug == slug)


def reading(version: Version) -> Reading:
    """Open a version of the policy."""
    there, bundle = library.library(), version.bundle
    pages = book.book(bundle.id, there, version.query)
    layers = tuple((library.name_of(there, one.policy_id), one.valid_from) for one in reversed(bundle.layers))
    return Reading(version, bundle, tuple(pages.values()), layers)


@dataclass(frozen=True, slots=True)
class Adopted:
    """One line of the history: a version with the people who proposed and confirmed it."""

    version: Version
    bundle: Bundle
    proposal: Proposal | None
    proposed_by: str
    confirmed_by: str

    @property
    def before(self) -> int:
        """The number of the version before it; 0: it was the first."""
        return self.version.number - 1


def history(versions: Sequence[Version], decided: OrganisationPolicies) -> list[Adopted]:
    """Return what was put into use, the newest first, with the names of those who did it."""
    acting = [one.by for one in decided.adoptions] + [
        one.proposal.by for one in decided.adoptions if one.proposal
    ]
    names = _names([UUID(by) for by in acting if by])
    return [
        Adopted(
            version=one,
            bundle=one.bundle,
            proposal=one.adoption.proposal,
            proposed_by=names.get(one.adoption.proposal.by or "", "") if one.adoption.proposal else "",
            confirmed_by=names.get(one.adoption.by or "", ""),
        )
        for one in reversed(versions)
    ]


def _names(members: Sequence[UUID]) -> dict[str, str]:
    found = Membership.objects.filter(id__in=members).select_related("person")
    return {str(one.id): one.person.name for one in found}
