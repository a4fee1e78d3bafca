"""Terms in client files of the town's care organisation, full of words that only its own people may see."""

from datetime import timedelta
from uuid import UUID, uuid4

from baken.care.residence.forms import answered
from baken.care.residence.parts import PARTS
from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.tenants.care_things import WHY, a_complex_client
from tests.tenants.town import Town


def a_stay(town: Town) -> dict[str, object]:
    """A case that was brought in, of somebody in the reflection period: its term runs."""
    from baken.care.residence.actions import note

    found = a_complex_client(town)
    client, granted = UUID(str(found["client"])), civil_date(town.now) - timedelta(days=10)
    told = {"position": "reflection", "nationality": "third_country", "dublin": "yes"}
    with scope(town.care.id):
        for part, data in (("positie", told), ("bedenktijd", {"reflection_granted": granted})):
            note(
                client,
                lambda own, part=part, data=data: answered(PARTS[part], own, data, civil_date(town.now)),  # type: ignore[misc]
                because="happened",
                told={"words": WHY},
                actor=town.actor("care"),
                now=town.now,
                command_id=uuid4(),
            )
    return found


def a_term(town: Town) -> dict[str, object]:
    """The term of that stay."""
    last = civil_date(town.now) + timedelta(days=20)
    return {**a_stay(town), "deadline": "reflection_end_dublin", "on": last.isoformat()}


def a_part(town: Town) -> dict[str, object]:
    """A page on which the stay is noted."""
    return {**a_stay(town), "part": "positie"}


def a_due(town: Town) -> dict[str, object]:
    """A term that runs; the lists of terms have no arguments."""
    a_stay(town)
    return {}
