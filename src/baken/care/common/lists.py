"""The lists that a care organisation's own policy fills: areas of life, and who gives help. Each reads the policy."""

from collections.abc import Mapping

from baken.care.common import room
from baken.clock import now
from baken.core.vocabulary.client import AREAS, BODY, INSIDE
from baken.core.vocabulary.text import Text

_PANELS_OF_THEIR_OWN = frozenset({"safe_contact", "rights"})


def areas() -> Mapping[str, Text]:
    """Return every area in which help is given, in the order of the policy."""
    policy = room.policy(now())
    if policy is None or not policy.areas:
        return AREAS
    own = {one.id: Text(one.name.nl, one.name.en) for one in policy.areas}
    return {
        **{id_: name for id_, name in own.items() if id_ not in _PANELS_OF_THEIR_OWN},
        "other": AREAS["other"],
    }


def bodies() -> Mapping[str, Text]:
    """Return everybody who can help, under the names that they have in this organisation's policy."""
    policy = room.policy(now())
    own = {one.id: Text(one.name.nl, one.name.en) for one in policy.providers} if policy else {}
    inside = {id_: BODY[id_] for id_ in INSIDE}
    return {
        **inside,
        **{id_: name for id_, name in {**BODY, **own}.items() if id_ not in inside and id_ != "other"},
        "other": BODY["other"],
    }


def recipients() -> Mapping[str, Text]:
    """Return everybody outside to whom something about a client can go (V5)."""
    return {id_: name for id_, name in bodies().items() if id_ not in INSIDE}


def named(names: Mapping[str, Text], id_: str) -> Text:
    """Return the name of an area or body, also of one that the policy has no longer."""
    return names.get(id_) or AREAS.get(id_) or BODY.get(id_) or Text(id_, id_)
