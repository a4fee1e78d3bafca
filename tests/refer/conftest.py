"""A received signal in Woerden with a logged-in focal point, and the form that hands it over."""

from typing import Any

import pytest

from baken.core.derive.signal import Referral
from baken.ledger import vault
from baken.tenancy.scope import scope
from tests.route.case import HAPPENED, REPORTER, VICTIM, Case, begin

UNSPOKEN = (REPORTER, "06-kanarie", "Burgerzaken")
CHOICE = {
    "labour_authority": {"purpose": "stop_exploitation", "ground": "public_task"},
    "care_coordinator": {"purpose": "protect_victims", "ground": "social_support"},
    "avim": {"purpose": "stop_exploitation", "ground": "public_task"},
}

__all__ = ["CHOICE", "HAPPENED", "UNSPOKEN", "VICTIM", "Handing"]


class Handing:
    """The way of a focal point through the pages of a hand-over."""

    def __init__(self, case: Case) -> None:
        self.case = case

    def show(self, partner: str) -> Any:
        """Open the form for one partner."""
        return self.case.get(f"overdragen/{partner}/")

    def filled(self, partner: str, **fields: Any) -> dict[str, Any]:
        """Everything a browser sends for a form that was just opened and left as it is, apart from `fields`."""
        form = self.show(partner).context["form"]
        hidden = {"command": str(form["command"].value()), "looked_at": str(form["looked_at"].value())}
        own = {name: form[name].value() for name in form.fields if name.startswith("words_")}
        chosen = {"named": "yes", "pieces": ["facts", "account", "persons"], "ask": "on"}
        sent = {**hidden, **own, **CHOICE.get(partner, {}), **chosen, **fields}
        return {name: value for name, value in sent.items() if value is not None}

    def send(self, partner: str, stage: str, filled: dict[str, Any]) -> Any:
        """Press a button: preview, change or confirm (with the tick that it was read)."""
        tick = {"checked": "on"} if stage == "confirm" else {}
        url = self.case.url(f"overdragen/{partner}/")
        return self.case.client.post(url, {**filled, **tick, "stage": stage})

    def over(self, partner: str, **fields: Any) -> Any:
        """Hand over."""
        return self.send(partner, "confirm", self.filled(partner, **fields))

    @property
    def referrals(self) -> list[Referral]:
        """What was handed over so far."""
        return list(self.case.file().state.referrals.values())

    def content(self, referral: Referral) -> dict[str, Any]:
        """What a hand-over holds, from the vault."""
        with scope(self.case.town.woerden.id):
            return dict(vault.get(self.case.signal, referral.content))


@pytest.fixture
def handing(db: None) -> Handing:
    """A signal with a name in its envelope, received, and established to be labour exploitation."""
    case = begin().receive().establish("exploitation", ["labour"])
    return Handing(case)
