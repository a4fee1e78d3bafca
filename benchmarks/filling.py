"""Puts in an installation's database what a measurement needs, through the product's own actions.

Run by the other scripts: `python -m benchmarks.filling open` (the organisations, people and policies of the
demonstration, without its signals), or `... signals 1000` (that, and so many signals in Woerden).
"""

import os
import random
import sys
from datetime import datetime, timedelta

from benchmarks.about import say

FORMS: tuple[tuple[str, ...], ...] = ((), ("labour",), ("sexual",), ("criminal",), ("labour", "criminal"))
WORDS = tuple(
    [
        "matras",
        "loods",
        "pand",
        "busje",
        "telefoon",
        "paspoort",
        "baas",
        "nacht",
        "deur",
        "stil",
        "jongen",
        "vrouw",
        "werk",
        "geld",
        "contant",
    ]
)
SEED = 20261122


def opened(now: datetime) -> None:
    """Make the organisations, unless they are there."""
    from baken.project.demo.cast import cast
    from baken.tenancy.models import Organisation

    if not Organisation.objects.exists():
        from django.db import transaction

        with transaction.atomic():
            cast(now)


def signals(count: int, now: datetime) -> None:
    """Report so many signals over a year, and receive three in four of them."""
    from uuid import uuid4

    from django.db import transaction

    from baken.intake import actions
    from baken.intake.content import PersonTold, Report
    from baken.route.actions import receive
    from baken.tenancy.actors import actor_for
    from baken.tenancy.models import Membership, Organisation
    from baken.tenancy.scope import scope

    chance = random.Random(SEED)
    woerden = Organisation.objects.get(slug="woerden")
    with scope(woerden.id):
        member = Membership.objects.get(roles__contains=["focal_point"])
        actor = actor_for(member, now=now)
    for start in range(0, count, 100):
        with transaction.atomic():
            for number in range(start, min(start + 100, count)):
                at = now - timedelta(minutes=chance.randrange(60, 365 * 24 * 60))
                forms = chance.choice(FORMS)
                receipt = actions.report(
                    organisation=woerden,
                    form_token=f"meting-{number}",
                    content=Report(
                        happened=" ".join(chance.choices(WORDS, k=60)),
                        persons=(PersonTold(name=f"Persoon {number}", capacity="presumed_victim"),),
                    ),
                    claims={"exploitation": forms} if forms else {},
                    envelope=None,
                    reporter=chance.choice(("staff", "professional", "resident")),
                    question=False,
                    about="other",
                    channel=actions.WEB,
                    coordinator_consulted=False,
                    actor=None,
                    now=at,
                )
                if chance.random() < 0.75:
                    with scope(woerden.id):
                        receive(
                            signal=receipt.signal,
                            actor=actor,
                            now=at + timedelta(minutes=30),
                            command_id=uuid4(),
                        )


def main(words: list[str]) -> None:
    """Do what the command line asks."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.project.settings")
    import django

    django.setup()
    from baken.clock import now
    from baken.project import embedded

    with embedded.running(os.environ):
        opened(now())
        if words[0] == "signals":
            signals(int(words[1]), now())
    say("done")


if __name__ == "__main__":
    main(sys.argv[1:])
