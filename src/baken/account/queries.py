"""What somebody reads about their own log-in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from baken.account.models import App, Change, Passkey
from baken.core.vocabulary.text import Text

SHOWN = 20
CHANGES = {
    "password": Text("Het wachtwoord is veranderd.", "The password was changed."),
    "app_added": Text("Een app is toegevoegd.", "An app was added."),
    "app_removed": Text("De app is weggehaald.", "The app was removed."),
    "passkey_added": Text("Een passkey is toegevoegd.", "A passkey was added."),
    "passkey_removed": Text("Een passkey is weggehaald.", "A passkey was removed."),
    "codes_made": Text("Nieuwe herstelcodes zijn gemaakt.", "New recovery codes were made."),
    "code_used": Text("Er is ingelogd met een herstelcode.", "A recovery code was used to log in."),
    "sessions_ended": Text("Sessies zijn gestopt.", "Sessions were ended."),
    "ended_by_manager": Text(
        "Een beheerder heeft uw manier van inloggen gewist en u opnieuw uitgenodigd.",
        "An administrator cleared the way you log in and invited you again.",
    ),
    "many_wrong_codes": Text(
        "Er zijn veel verkeerde codes geprobeerd, na uw juiste wachtwoord. Deed u dat niet? Kies een ander wachtwoord.",
        "Many wrong codes were tried, after your right password. Was that not you? Change your password.",
    ),
}


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that changed, and when."""

    at: datetime
    what: Text


def passkeys(person_id: UUID) -> list[Passkey]:
    """This person's passkeys, the oldest first."""
    return list(Passkey.objects.filter(person_id=person_id).order_by("made_at"))


def passkey_name(person_id: UUID, id_: str) -> str:
    """The name of one of this person's passkeys; empty where it is not one."""
    try:
        found = Passkey.objects.filter(person_id=person_id, id=UUID(id_)).first()
    except ValueError:
        return ""
    return found.name if found else ""


def changes(person_id: UUID) -> list[Changed]:
    """The last things that changed in how this person logs in."""
    rows = Change.objects.filter(person_id=person_id).order_by("-at", "-id")[:SHOWN]
    return [Changed(row.at, CHANGES[row.kind]) for row in rows]


def ways(people: Collection[UUID]) -> dict[UUID, frozenset[str]]:
    """Who has an app and who a passkey, for an overview of people."""
    with_app = set(App.objects.filter(person_id__in=people).values_list("person_id", flat=True))
    with_passkey = set(Passkey.objects.filter(person_id__in=people).values_list("person_id", flat=True))
    return {
        person: frozenset({"app"} if person in with_app else ())
        | frozenset({"passkey"} if person in with_passkey else ())
        for person in people
    }
