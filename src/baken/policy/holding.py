"""What one member holds of the policy: drafts they work on, and a proposal that waits for a second person."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.policy.models import Draft
from baken.tenancy.overview import Held
from baken.tenancy.scope import current
from baken.web.templatetags.baken import civil

DRAFT = Text("Ontwerp van beleid, bedoeld vanaf {day}", "Draft policy, meant from {day}")
PROPOSAL = Text(
    "Voorstel van beleid vanaf {day}, dat op een besluit wacht", "Proposed policy from {day}, waiting"
)


def held(membership_id: UUID, now: datetime) -> Iterator[Held]:
    """Drafts stay open to colleagues; a proposal can be put into use or sent back by a second person."""
    mine = Q(started_by=membership_id) | Q(changed_by=membership_id)
    for draft in Draft.objects.filter(mine, organisation_id=current(), ended="").order_by("started_at"):
        words = DRAFT.format(day=civil(draft.valid_from))
        yield Held(words, reverse("policy:draft", args=[draft.id]))
    proposed = policies.decided().proposed
    if proposed is not None and proposed.by == str(membership_id):
        yield Held(PROPOSAL.format(day=civil(proposed.from_date)), reverse("policy:proposal"))
