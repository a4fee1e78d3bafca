"""A client file of which the stay is noted on the pages, as anybody would."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.http import HttpResponse

from baken.care.residence import reading
from baken.care.residence.forms import initial
from baken.care.residence.parts import PARTS
from baken.care.residence.reading import Stay
from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.care.clients.filing import Filing, filing


@dataclass
class Staying(Filing):
    """A file, and what is noted of the stay."""

    @property
    def stay(self) -> Stay:
        """What is known now, and what follows."""
        with scope(self.town.care.id):
            return reading.of(self.stream, now())

    def note(self, part: str, visitor: str = "care", **fields: Any) -> HttpResponse:
        """Fill in one page, with what stood there already, and send it."""
        known = {name: _typed(value) for name, value in initial(PARTS[part], self.stay.own, today()).items()}
        words = {"police": "no"} if "words" in fields else {}
        form = {"command": str(uuid4()), **known, **words, **fields}
        if self.stay.notes:
            form.setdefault("because", "happened")
        sent = {name: value for name, value in form.items() if value is not None}
        return self.town.visit(self.client, visitor).post(self.url(f"verblijf/{part}/"), sent)

    def post(self, page: str, visitor: str = "care", **fields: Any) -> HttpResponse:
        """Send a form of it."""
        form = {"command": str(uuid4()), "police": "no", **fields}
        return self.town.visit(self.client, visitor).post(self.url(f"verblijf/{page}"), form)

    def page(self, visitor: str = "care") -> str:
        """Read the page of the stay."""
        return self.get("verblijf/", visitor).content.decode()

    def anywhere(self, path: str, visitor: str = "care") -> HttpResponse:
        """Look at a page that is about no client."""
        return self.town.visit(self.client, visitor).get(path)

    def terms(self) -> dict[str, date]:
        """The terms that wait."""
        return {one.id: one.on for one in self.stay.state.open}


def staying(*, age: str = "adult") -> Staying:
    """A file in a care organisation that works with its own policy."""
    made = filing(age=age)
    return Staying(made.town, made.client, made.id)


def today(days: int = 0) -> date:
    """Today, or so many days from it."""
    return civil_date(now()) + timedelta(days=days)


def _typed(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
