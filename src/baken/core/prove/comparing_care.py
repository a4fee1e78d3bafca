"""What two policies say of care: which of its fields are told when they differ, and what their ids are called."""

from collections.abc import Mapping
from typing import Any

from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.care import HINDRANCES, MOMENTS, STATEMENTS
from baken.core.vocabulary.text import Text

_RULE: Mapping[str, Text] = {
    "name": Text("de naam", "name"),
    "when": Text("de voorwaarde", "condition"),
    "because": Text("de uitleg", "explanation"),
    "confirmed": Text("of het bevestigd is", "confirmation"),
    "review_on": Text("de dag om het na te gaan", "day of review"),
}
_PROVIDER = Text("wie het geeft", "provider")
_STARTS, _LASTS = Text("het begin", "start"), Text("de duur", "length")
FIELDS: Mapping[str, Mapping[str, Text]] = {
    "providers": {"name": _RULE["name"], "contact": Text("de bereikbaarheid", "contact")},
    "areas": {"name": _RULE["name"], "provider": _PROVIDER},
    "entitlements": {
        **_RULE,
        "area": Text("het gebied", "area"),
        "provider": _PROVIDER,
        "from_": _STARTS,
        "until": Text("het einde", "end"),
    },
    "deadlines": {
        **_RULE,
        "starts": _STARTS,
        "lasts": _LASTS,
        "started_after": Text("de dag waarna het telt", "day after which it counts"),
        "started_by": Text("de laatste dag waarop het telt", "last day on which it counts"),
        "warn": Text("het aantal dagen waarschuwing", "number of days of warning"),
        "unless": Text("wat het opzij zet", "thing that sets it aside"),
        "handled_by": Text("wat het afhandelt", "thing that handles it"),
    },
    "care_steps": {
        **_RULE,
        "who": Text("wie het doet", "doer"),
        "starts": _STARTS,
        "within": Text("de termijn", "term"),
        "missed": Text("de gemiste termijn", "missed deadline"),
        "until": Text("wat het afrondt", "thing that completes it"),
    },
    "statements": {
        "kind": Text("de soort", "kind"),
        "supports": Text("de redenen", "reasons"),
        "confirmed": _RULE["confirmed"],
        "review_on": _RULE["review_on"],
    },
}
THINGS: Mapping[str, Text] = {
    "providers": Text("De hulpverlener “{name}”", "The provider “{name}”"),
    "areas": Text("Het gebied “{name}”", "The area “{name}”"),
    "entitlements": Text("De aanspraak “{name}”", "The entitlement “{name}”"),
    "deadlines": Text("De termijn “{name}”", "The deadline “{name}”"),
    "care_steps": Text("De zorgstap “{name}”", "The care step “{name}”"),
    "statements": Text("De verklaring “{name}”", "The statement “{name}”"),
}
LISTS: Mapping[str, Text] = {
    "providers": Text("wie zorg geeft", "providers"),
    "areas": Text("gebieden van hulp", "areas of help"),
    "entitlements": Text("waar iemand op mag rekenen", "entitlements"),
    "deadlines": Text("termijnen", "deadlines"),
    "care_steps": Text("zorgstappen", "care steps"),
    "statements": Text("verklaringen", "statements"),
}


def names(bundle: Bundle) -> Mapping[str, Text]:
    """Return what the ids in rules of care are called."""
    named: tuple[Any, ...] = (*bundle.providers, *bundle.areas, *bundle.deadlines)
    return {**MOMENTS, **HINDRANCES, **STATEMENTS, **{one.id: one.name for one in named}}
