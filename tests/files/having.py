"""A municipality that switched files on, and a signal in it."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from baken.core.policy.bundle import Bundle
from baken.core.policy.switches import Files
from baken.core.vocabulary.text import Text
from baken.files import actions
from baken.files.apart import Taken
from baken.ledger import policies
from baken.tenancy.scope import scope
from tests.files.made import CANARY, picture
from tests.route.case import Case, reported
from tests.tenants.things import _bundle
from tests.tenants.town import Town, build

REASON = "Kanarie-reden: op de foto staat hoe er werd geslapen."
SWITCH = Files(
    ground="public_task",
    because=Text("Slaapplekken zijn moeilijk te beschrijven.", "Places to sleep are hard to describe."),
    kinds=("photo", "document"),
)


def switched_on(town: Town) -> None:
    """Put Woerden's policy into use with files switched on."""
    plain = _bundle("woerden", town.today)
    bundle = Bundle.from_canonical(plain.model_copy(update={"files": SWITCH}).canonical())
    with scope(town.woerden.id):
        policies.adopt(
            bundle,
            from_date=town.today - timedelta(days=60),
            decision="besluit van het college",
            now=town.now - timedelta(days=60),
            actor=None,
            command=uuid4(),
        )


def begin() -> Case:
    """A received signal where files are on, and the focal point logged in."""
    town = build()
    switched_on(town)
    client = Client()
    town.visit(client, "focal_point")
    return Case(town, client, reported(town)).receive()


def a_signal_with_files(town: Town) -> dict[str, object]:
    """A signal in Woerden to which files may be added."""
    switched_on(town)
    return {"signal": Case(town, Client(), reported(town)).receive().signal}


def a_file(town: Town) -> dict[str, object]:
    """The first file of such a signal."""
    signal = a_signal_with_files(town)["signal"]
    assert isinstance(signal, UUID)
    drawn = picture("PNG")
    with scope(town.woerden.id):
        actions.add(
            signal=signal,
            kind="photo",
            file=Taken("png", drawn, drawn),
            reason=REASON,
            asked={},
            actor=town.actor("focal_point"),
            now=town.now,
            command_id=uuid4(),
        )
    return {"signal": signal, "number": 1}


def send(
    case: Case, data: bytes, kind: str = "photo", name: str = f"{CANARY}.jpg", **more: str
) -> HttpResponse:
    """Send a file from the page."""
    fields = {"kind": kind, "reason": REASON, **more}
    return case.send("bestand/", **fields, sent=SimpleUploadedFile(name, data, "image/jpeg"))
