"""What a person has besides a password, and what happened to it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from baken.account import recovery, running
from baken.account.models import App, Change, Passkey, RecoveryCode
from baken.core.decide.refusal import Refused
from baken.core.vocabulary.text import Text
from baken.tenancy import locator
from baken.tenancy.actors import Actor
from baken.tenancy.models import Person

NOT_DONE = Text("Dit is niet gebeurd.", "This was not done.")


@dataclass(frozen=True, slots=True)
class Factors:
    """An app or not, how many passkeys, and how many recovery codes are left."""

    app: bool
    passkeys: int
    codes: int

    @property
    def enrolled(self) -> bool:
        """Whether there is a second factor; recovery codes alone are none."""
        return self.app or self.passkeys > 0


def of(person_id: UUID) -> Factors:
    """What this person has now."""
    return Factors(
        app=App.objects.filter(person_id=person_id).exists(),
        passkeys=Passkey.objects.filter(person_id=person_id).count(),
        codes=recovery.left(person_id),
    )


def note(person_id: UUID, kind: str, *, now: datetime, by: UUID | None = None) -> None:
    """Record a change, for the person to see."""
    Change.objects.create(person_id=person_id, kind=kind, at=now, by_membership=by)


@transaction.atomic
def remove_app(person_id: UUID, *, now: datetime) -> None:
    """Let the app no longer count."""
    _one_stays(person_id, app=True)
    if App.objects.filter(person_id=person_id).delete()[0]:
        note(person_id, "app_removed", now=now)


@transaction.atomic
def remove_passkey(person_id: UUID, passkey_id: UUID, *, now: datetime) -> None:
    """Let a passkey no longer count."""
    mine = Passkey.objects.filter(person_id=person_id, id=passkey_id)
    if mine.exists():
        _one_stays(person_id, app=False)
        mine.delete()
        note(person_id, "passkey_removed", now=now)


@transaction.atomic
def end_log_in(person: Person, *, by: Actor, now: datetime) -> None:
    """For who lost all factors: nothing with which this person logs in counts any more, and every session ends.

    A person manager does this, and invites anew. Only for somebody who works nowhere else: otherwise the manager of one
    organisation could become somebody in another.
    """
    if person.id == by.person_id:
        why = Text("Niemand doet dit voor zichzelf.", "Nobody does this for themselves.")
        raise Refused(NOT_DONE, why, Text("Vraag een andere beheerder.", "Ask another administrator."))
    if not set(locator.logins(person.id)) <= {by.organisation_id}:
        raise Refused(
            NOT_DONE,
            Text(
                "Deze persoon werkt ook voor een andere organisatie. Wie hier beheert, zou daar binnen kunnen komen.",
                "This person works for another organisation as well. Who manages here could get in there.",
            ),
            Text(
                "Laat de andere organisatie het lidmaatschap eerst beëindigen, en daarna opnieuw geven.",
                "Let the other organisation end the membership first, and give it again afterwards.",
            ),
        )
    _forget(person)
    note(person.id, "ended_by_manager", now=now, by=by.membership_id)


@transaction.atomic
def end_for_provider(person: Person, *, now: datetime) -> None:
    """The provider that speaks for their address vouches for this person from now on: nothing else lets them in.

    Whoever made a way in under this address before, without being them, is out.
    """
    has = of(person.id)
    if not has.enrolled and not person.has_usable_password():
        return
    _forget(person)
    for kind in ["app_removed"] * has.app + ["passkey_removed"] * has.passkeys + ["sessions_ended"]:
        note(person.id, kind, now=now)


def _forget(person: Person) -> None:
    for table in (App, Passkey, RecoveryCode):
        table.objects.filter(person_id=person.id).delete()
    person.set_unusable_password()
    person.save(update_fields=["password"])
    running.end_all(person.id)


def _one_stays(person_id: UUID, *, app: bool) -> None:
    Person.objects.select_for_update().get(id=person_id)  # or two at once would each leave the other's
    has = of(person_id)
    others = has.passkeys if app else has.passkeys - 1 + has.app
    if others < 1 and not settings.BAKEN_PASSWORD_ALONE:
        raise Refused(
            NOT_DONE,
            Text(
                "Met alleen een wachtwoord kunt u niet inloggen.", "You cannot log in with a password alone."
            ),
            Text(
                "Voeg eerst iets anders toe, en haal dit daarna weg.",
                "Add another way first, then remove this.",
            ),
        )
