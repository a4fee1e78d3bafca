"""Recording a paper that was signed."""

from datetime import date, datetime
from uuid import UUID, uuid4

from baken.core.decide.refusal import Refused
from baken.core.derive import papers
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.tenancy.scope import current
from baken.trust.accountability import queries
from baken.trust.accountability.models import Paper

_LONGEST = 5  # years until a paper is looked at again


def record(
    *,
    kind: str,
    partner: str,
    reference: str,
    version: str,
    signed_on: date,
    review_on: date,
    by: UUID | None,
    now: datetime,
    command_id: UUID | None = None,
) -> None:
    """Record a signed paper in the organisation in scope; asked twice with one id, once. Raises `Refused`."""
    today = civil_date(now)
    if (kind, partner) not in {(one.kind, one.partner) for one in queries.standing(now)}:
        raise Refused(
            Text("Dit stuk hoort hier niet.", "This paper does not belong here."),
            Text("Het beleid dat in gebruik is vraagt er niet om.", "The policy in use does not ask for it."),
            Text("Kies een stuk uit de lijst.", "Choose a paper from the list."),
        )
    if signed_on > today:
        raise Refused(
            Text("Dit stuk is nog niet ondertekend.", "This paper is not signed yet."),
            Text("De dag van ondertekening ligt in de toekomst.", "The day of signing lies ahead."),
            Text("Leg het vast zodra het is ondertekend.", "Record it as soon as it is signed."),
        )
    if (
        not signed_on
        < review_on
        <= signed_on.replace(year=signed_on.year + _LONGEST, day=min(signed_on.day, 28))
    ):
        raise Refused(
            Text("Die dag om opnieuw te kijken kan niet.", "That day to look again cannot be."),
            Text(
                "Opnieuw kijken is na de ondertekening, en binnen vijf jaar.",
                "Looking again is after signing, and within five years.",
            ),
            Text(
                "Kies een dag binnen vijf jaar na de ondertekening.",
                "Choose a day within five years of signing.",
            ),
        )
    Paper.objects.get_or_create(
        organisation_id=current(),
        id=command_id or uuid4(),
        defaults={
            "kind": kind,
            "partner": partner,
            "reference": reference,
            "version": version,
            "signed_on": signed_on,
            "review_on": review_on,
            "made_at": now,
            "made_by": by,
        },
    )


def ready(*, now: datetime) -> bool:
    """Whether the organisation in scope may work with real signals (V28)."""
    return papers.may_go_live(queries.recorded(), today=civil_date(now))
