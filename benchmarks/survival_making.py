"""What the rounds of `benchmarks/survival.py` work on, made through the product's own actions in Woerden.

`python -m benchmarks.survival_making open 20`: so many signals of now, received, with what a hand-over needs.
`... closed 8`: so many signals that were closed so long ago that their term has ended. Each of them has a sealed name.
`... enter`: a session for the focal point and for the archivist. Every line that is printed is committed.
"""

import json
import os
import sys
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from benchmarks.about import say

LONG_AGO = timedelta(days=200)
MADE_BY = "professional"  # what is reported over HTTP is not
FOCAL_POINT, ARCHIVIST = "aandachtsfunctionaris@woerden.invalid", "archief@woerden.invalid"


def reported(at: datetime) -> tuple[UUID, str]:
    """Report and receive a signal with a name in its envelope; return it with that name."""
    from baken.intake import actions
    from baken.intake.content import Envelope, PersonTold, Report
    from baken.tenancy.models import Organisation

    name = f"Melder {uuid4()}"
    receipt = actions.report(
        organisation=Organisation.objects.get(slug="woerden"),
        form_token=str(uuid4()),
        content=Report(
            happened="Zestien matrassen boven de zaak.",
            persons=(PersonTold(name="Betrokkene", capacity="presumed_victim"),),
        ),
        claims={"exploitation": ("labour",)},
        envelope=Envelope(name=name, contact="06-00000000", team="Burgerzaken"),
        reporter=MADE_BY,
        question=False,
        about="other",
        channel=actions.WEB,
        coordinator_consulted=False,
        actor=None,
        now=at,
    )
    return receipt.signal, name


def made(kind: str, now: datetime) -> dict[str, str]:
    """Make one signal as a whole or not at all."""
    from django.db import transaction

    from baken.feedback.actions import inform
    from baken.route import actions as route
    from baken.tenancy.actors import actor_for
    from baken.tenancy.models import Membership, Organisation
    from baken.tenancy.scope import scope

    at = now - LONG_AGO if kind == "closed" else now
    here = Organisation.objects.get(slug="woerden").id
    with transaction.atomic():
        signal, name = reported(at)
        with scope(here):
            actor = actor_for(Membership.objects.get(roles__contains=["focal_point"]), now=at)

            def by() -> dict[str, object]:
                return {"signal": signal, "actor": actor, "now": at, "command_id": uuid4()}

            route.receive(**by())
            if kind == "open":
                route.establish_fact(fact="exploitation", value=["labour"], reason="nagevraagd", **by())
            else:
                route.assess(assessment="not_trafficking", destination=None, reason="gezien", **by())
                inform(category="no_follow_up", text="Dank u wel.", referrals=(), **by())
                route.close(outcome="no_action", reason="klaar", **by())
    return {"signal": str(signal), "name": name}


def session_of(email: str, now: datetime) -> dict[str, str]:
    """Begin a session as the log-in page does after a second factor, and return its cookie."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from baken.account.sessionstore import SessionStore
    from baken.tenancy import sessions
    from baken.tenancy.models import Membership, Organisation, Person
    from baken.tenancy.scope import scope

    here = Organisation.objects.get(slug="woerden").id
    person = Person.objects.get(email=email)
    with scope(here):
        member = Membership.objects.get(person=person)
    session, at = SessionStore(), int(now.timestamp())
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(person.pk), settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session[sessions.BEGUN] = session[sessions.SEEN] = session[sessions.PROVED] = at
    session[sessions.FACTOR] = "password+totp"
    session[sessions.ORGANISATION], session[sessions.MEMBERSHIP] = str(here), str(member.id)
    session.save()
    return {settings.SESSION_COOKIE_NAME: str(session.session_key)}


def main(words: list[str]) -> None:
    """Do what the command line asks."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.project.settings")
    import django

    django.setup()
    from baken.clock import now

    if words[0] == "enter":
        from baken.project.demo.cast import PASSPHRASE

        sessions = {who: session_of(who, now()) for who in (FOCAL_POINT, ARCHIVIST)}
        say(json.dumps({**sessions, "passphrase": PASSPHRASE}))
        return
    for _ in range(int(words[1])):
        say(json.dumps(made(words[0], now())))


if __name__ == "__main__":
    main(sys.argv[1:])
