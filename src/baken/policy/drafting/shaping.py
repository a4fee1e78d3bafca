"""Which slots the form of an element has: one for every key of its model, in the order in which people think."""

from baken.core.policy.base import Model
from baken.core.policy.sections import FILE_OF, FILES
from baken.policy.drafting import questions
from baken.policy.drafting.questions import About
from baken.policy.drafting.slots.base import Slot, Written

FILLED_IN = ("by", "since")
LAST = ("source", "chosen")
RARE = (
    "met_also_by",
    "with_table",
    "without_table",
    "once",
    "done_by",
    "organisation",
    "valid_to",
    "exchange",
    "target_group",
    "region",
    "feedback_expected",
    "checked",
    "stands_for",
)
OWN_IDS = ("partners", "tables", "sources", "uses", "destinations", "activities")
PREFIX = {
    "steps": "step",
    "advice": "advice",
    "questions": "question",
    "referrals": "referral",
    "holds": "hold",
}


def model_of(section: str) -> type[Model]:
    """Return what an element of a list is."""
    return FILES[FILE_OF[section]][section]


def keys_of(section: str) -> list[str]:
    """Return the keys of an element in the order in which they are written."""
    model = model_of(section)
    keys = [info.alias or name for name, info in model.model_fields.items() if name not in FILLED_IN]
    last = [key for key in LAST if key in keys]
    places = [key for key in ("before", "behind") if key in keys and section != "holds"]
    middle = [key for key in keys if key not in (*last, *places, "id")]
    return [*(["id"] if "id" in keys else []), *places, *middle, *last]


def slots(about: About) -> list[Slot]:
    """Return the slots of the form, in the order in which they are asked."""
    keys = [key for key in keys_of(about.section) if key not in ("id", "behind")]
    if not about.element and about.section in OWN_IDS:
        keys.insert(0, "id")
    if about.section in PREFIX and "text" in keys:
        keys.insert(0, keys.pop(keys.index("text")))
    if about.section in ("referrals", "questions"):
        first = "to" if about.section == "referrals" else "fact"
        keys.insert(0, keys.pop(keys.index(first)))
    return [slot_for(key, about) for key in keys]


def slot_for(key: str, about: About) -> Slot:
    """Return the slot of one key; one that nobody gave words to is shown as it is written."""
    makers = questions.makers(about)
    maker = makers.get(f"{about.section}.{key}") or makers.get(key)
    return maker() if maker else Written(key, key)
