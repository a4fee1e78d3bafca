"""Things in the town that have an address, full of words that only Woerden's own people may see."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from uuid import UUID, uuid4

from baken.tenancy.scope import scope
from tests.tenants.town import Town

STORY = "kanarie-verhaal: zestien matrassen boven de zaak"
PERSON = "Kanarie Betrokkene"
REPORTER = "Kanarie Melder"


def nothing(town: Town) -> dict[str, object]:
    """An address without arguments."""
    return {}


def a_form(town: Town) -> dict[str, object]:
    """Woerden's form for reporting, open because a policy is in use."""
    adopt(town)
    return {"slug": "woerden"}


def a_signal(town: Town) -> dict[str, object]:
    """A signal in Woerden, reported under a name, with the words in `town.secrets`."""
    return {"signal": reported(town)}


def a_fact(town: Town) -> dict[str, object]:
    """One fact of a signal in Woerden."""
    return {"signal": reported(town), "slug": "spoed"}


def a_referral(town: Town) -> dict[str, object]:
    """A hand-over of a signal in Woerden."""
    raise NotImplementedError


def a_notification(town: Town) -> dict[str, object]:
    """What the care organisation received from Woerden."""
    raise NotImplementedError


def adopt(town: Town, slug: str = "woerden") -> None:
    """Put the municipality's own policy into use."""
    from baken.ledger import policies

    with scope(town.organisations[slug].id):
        policies.adopt(
            _bundle(slug, town.now.date()),
            from_date=town.now.date() - timedelta(days=60),
            decision="besluit van het college",
            now=town.now - timedelta(days=60),
            actor=None,
            command=uuid4(),
        )


def reported(town: Town) -> UUID:
    """Report a signal in Woerden, with a name in its envelope."""
    from baken.intake.actions import report
    from baken.intake.content import Envelope, PersonTold, Report

    adopt(town)
    town.secrets += [STORY, PERSON, REPORTER]
    done = report(
        organisation=town.woerden,
        form_token=str(uuid4()),
        content=Report(happened=STORY, persons=(PersonTold(name=PERSON, capacity="presumed_victim"),)),
        claims={"exploitation": ("labour",)},
        envelope=Envelope(name=REPORTER, contact="06-kanarie"),
        reporter="staff",
        question=False,
        about="other",
        channel="web",
        coordinator_consulted=False,
        actor=None,
        now=town.now - timedelta(days=2),
    )
    return done.signal


@lru_cache
def _bundle(slug: str, on: date) -> object:
    from baken.core.policy.resolve import resolve
    from baken.project.policies import library

    return resolve(library(), slug, on)


Maker = Callable[[Town], dict[str, object]]
