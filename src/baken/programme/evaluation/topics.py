"""The topics of an evaluation, who says what was found, and what a conclusion can change: words alone."""

from collections.abc import Collection

from baken.core.derive.access import ROLES
from baken.core.policy.programme import TOPICS
from baken.core.vocabulary.text import Text

FINDERS = ("focal_point", "care_coordinator", "process_director", "chain_director", "policy_adviser")
"""Whose findings an evaluation has (MON-06), in the order in which they stand."""
FINDER_NAMES: dict[str, Text] = {role: ROLES[role].name for role in FINDERS}
_SPEAKS_AS = {"lead_focal_point": "focal_point"}

OUTCOME_NAMES: dict[str, Text] = {
    "none": Text("er verandert niets", "nothing changes"),
    "action": Text("een actie in het programma", "an action in the programme"),
    "policy": Text("een wijziging van het beleid", "a change of the policy"),
}
PARTS: dict[str, Text] = {
    "figures": Text("cijfers", "figures"),
    "findings": Text("bevindingen", "findings"),
    "conclusions": Text("besluiten", "decisions"),
}
"""What can be released of a topic."""


def own_roles(roles: Collection[str]) -> list[str]:
    """Return in which roles somebody can say what was found."""
    speaks = {_SPEAKS_AS.get(role, role) for role in roles}
    return [role for role in FINDERS if role in speaks]


def in_order(topics: Collection[str]) -> list[str]:
    """Return topics in the order in which the policy knows them."""
    return [topic for topic in TOPICS if topic in topics]


def role_name(role: str) -> Text:
    """Return what a role is called."""
    return FINDER_NAMES.get(role, Text(role, role))
