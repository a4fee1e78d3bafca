"""The parts of a policy file that are written in their own way: conditions, events, terms, words, facts and history."""

from typing import Any

from baken.core.policy.kinds import MOST_SPAN, MOST_TIME
from baken.core.vocabulary.actors import ACTORS
from baken.core.vocabulary.care import CARE_FACTS, MOMENTS, NAMES
from baken.core.vocabulary.facts import FACTS, FactKind
from baken.core.vocabulary.happenings import ABOUT_PARTNER, ABOUT_SOURCE, EVENT_NAMES
from baken.core.vocabulary.partners import PARTNER_IDS, PARTNER_TYPES, TABLE_IDS
from baken.core.vocabulary.pieces import PIECES
from baken.core.vocabulary.sources import SOURCE_IDS
from baken.core.vocabulary.wording import FACT, VALUE

Schema = dict[str, Any]
LISTS: dict[tuple[str, ...], str] = {
    PARTNER_IDS: "PartnerId",
    TABLE_IDS: "TableId",
    SOURCE_IDS: "SourceId",
    EVENT_NAMES: "EventName",
    tuple(FACTS): "FactName",
    tuple(ACTORS): "ActorName",
    PARTNER_TYPES: "PartnerType",
    tuple(PIECES): "PieceId",
    ("intake", *PARTNER_IDS): "UseId",
    tuple(MOMENTS): "MomentId",
}
"""The closed lists that stand in a schema once, by name."""
_UNIT_SAID = {
    "hours": "Hours on the clock.",
    "days": "Calendar days, until the end of the last.",
    "working_days": "Days without weekends and public holidays, until the end of the last.",
}
_SPAN_SAID = {
    "days": "Calendar days, until the end of the last.",
    "weeks": "Weeks of seven days.",
    "months": "Months of the calendar, until the end of the same day of the month.",
    "years": "Years of the calendar, until the end of the same day of the year.",
}
YES_NO: Schema = {"enum": ["yes", "no"]}


def first_upper(words: str) -> str:
    """Return words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def lists() -> dict[str, Schema]:
    """Return the closed lists as definitions."""
    return {name: {"enum": list(words)} for words, name in LISTS.items()}


def ref(name: str) -> Schema:
    """Return a reference to a definition of the same schema."""
    return {"$ref": f"#/$defs/{name}"}


def keys(properties: Schema, required: tuple[str, ...] = (), **more: Any) -> Schema:
    """Return the schema of a group of keys; another key is a mistake."""
    return {
        "type": "object",
        "properties": properties,
        **({"required": list(required)} if required else {}),
        "additionalProperties": False,
        **more,
    }


def _one_key(properties: Schema) -> Schema:
    return keys(properties, minProperties=1, maxProperties=1)


def _one_or_many(values: Schema) -> Schema:
    return {"anyOf": [values, {"type": "array", "items": values, "minItems": 1}]}


def _values(kind: FactKind) -> Schema:
    return {"enum": list(kind.values)}


def _said(kind: FactKind) -> str:
    words = "; ".join(f"`{value}`: {VALUE[kind.name][value].en}" for value in kind.values)
    return f"{first_upper(FACT[kind.name].en)}. {words}."


def _said_of_care(kind: FactKind) -> str:
    return f"{first_upper(NAMES[kind.name].en)}."


def _read(kind: FactKind, said: str) -> Schema:
    values = _values(kind)
    if kind.is_set:
        words = {
            "includes": {**values, "description": "The set holds this."},
            "includes_any": {**_one_or_many(values), "description": "The set holds one of these."},
        }
        return {**_one_key(words), "description": said}
    words = {
        "any": {**_one_or_many(values), "description": "It is one of these."},
        "not": {**_one_or_many(values), "description": "It is none of these."},
    }
    return {"anyOf": [values, _one_key(words)], "description": said}


def _condition() -> Schema:
    return _combined(
        "Condition",
        {name: _read(kind, _said(kind)) for name, kind in FACTS.items()},
        description="For which signals. Several facts in one group must all hold; an unknown fact cannot tell.",
        examples=[{"urgency": "acute"}, {"exploitation": {"includes": "labour"}}],
    )


def _care_condition() -> Schema:
    return _combined(
        "CareCondition",
        {name: _read(kind, _said_of_care(kind)) for name, kind in CARE_FACTS.items()},
        description="For which clients. Several facts in one group must all hold; an unknown fact cannot tell.",
        examples=[{"position": "reflection"}, {"happened": {"includes": "complaint"}}],
    )


def _combined(name: str, facts: Schema, **more: Any) -> Schema:
    alone = {"maxProperties": 1}
    return keys(
        {
            **facts,
            "all": {"type": "array", "items": ref(name), "description": "All of these hold."},
            "any": {
                "type": "array",
                "items": ref(name),
                "minItems": 1,
                "description": "One of these holds.",
            },
            "not": {**ref(name), "description": "This does not hold."},
        },
        minProperties=1,
        dependentSchemas={"all": alone, "any": alone, "not": alone},
        **more,
    )


def _told(kind: FactKind) -> Schema:
    value = {"type": "array", "items": _values(kind)} if kind.is_set else _values(kind)
    claimed = keys({"claimed": {**value, "description": "What the reporter thinks."}}, ("claimed",))
    return {"anyOf": [value, claimed], "description": _said(kind)}


def _event() -> Schema:
    def about(events: frozenset[str] | tuple[str, ...], *required: str) -> Schema:
        said = {"properties": {"event": {"enum": sorted(events)}}, "required": ["event"]}
        return {"if": said, "then": {"required": list(required)}}

    return keys(
        {
            "event": {"enum": list(EVENT_NAMES), "description": "What happened."},
            "at": {**ref("Moment"), "description": "When; absent: an hour after the one before."},
            "partner": {"enum": list(PARTNER_IDS), "description": "The partner it was about."},
            "table": {"enum": list(TABLE_IDS), "description": "The table it was about."},
            "source": {"enum": list(SOURCE_IDS), "description": "The source it was about."},
            "fact": {"enum": list(FACTS), "description": "The fact that was established."},
            "value": {**ref("FactValue"), "description": "As what it was established."},
            "assessment": {**_values(FACTS["assessment"]), "description": "How it was assessed."},
            "destination": {"type": "string", "description": "Where another phenomenon goes."},
            "outcome": {"type": "string", "description": "How it ended."},
            "referral": {"type": "string", "description": "The hand-over it was about."},
            "reasoned": {**YES_NO, "description": "Whether a reason was recorded for going on."},
        },
        ("event",),
        allOf=[
            about(ABOUT_PARTNER, "partner"),
            about(ABOUT_SOURCE, "source"),
            about(("signal.assessed",), "assessment"),
            about(("fact.established",), "fact", "value"),
        ],
    )


def parts() -> dict[str, Schema]:
    """Return the definitions to which the models point by name."""
    filled = {"type": "string", "pattern": r"\S"}
    words = keys(
        {"nl": {**filled, "description": "In Dutch."}, "en": {**filled, "description": "In English."}},
        ("nl", "en"),
    )
    term = {"type": "integer", "minimum": 1, "maximum": MOST_TIME}
    span = {"type": "integer", "minimum": 1, "maximum": MOST_SPAN}
    match = {"anyOf": [{"enum": list(EVENT_NAMES)}, ref("EventMatch")]}
    step = {"anyOf": [{"type": "string"}, ref("AfterStep")]}
    return {
        "Condition": _condition(),
        "CareCondition": _care_condition(),
        "Words": {
            **words,
            "description": "In both languages.",
            "examples": [{"nl": "Politie", "en": "Police"}],
        },
        "Reason": {"anyOf": [filled, ref("Words")], "description": "One sentence, or both languages."},
        "Term": {
            **_one_key({unit: {**term, "description": said} for unit, said in _UNIT_SAID.items()}),
            "description": "A number of hours, days or working days.",
            "examples": [{"working_days": 5}],
        },
        "HowLong": {
            **_one_key({unit: {**span, "description": said} for unit, said in _SPAN_SAID.items()}),
            "description": "A number of days, weeks, months or years; never zero.",
            "examples": [{"months": 3}],
        },
        "Day": {
            "type": "string",
            "format": "date",
            "pattern": r"^\d{4}-\d{2}-\d{2}$",
            "description": "Year-month-day.",
            "examples": ["2026-12-01"],
        },
        "Moment": {
            "type": "string",
            "format": "date-time",
            "description": "With its time zone.",
            "examples": ["2026-11-20T09:00:00+01:00"],
        },
        "OneMatch": {**match, "description": "An event, perhaps about one partner, table, source or fact."},
        "OnceMatch": {
            "anyOf": [{"enum": list(EVENT_NAMES)}, ref("Once")],
            "description": "An event, perhaps with one outcome.",
        },
        "Matches": {
            "anyOf": [*match["anyOf"], {"type": "array", "items": match}],
            "description": "An event, or a list of events of which one is enough.",
        },
        "After": {
            "anyOf": [*step["anyOf"], {"type": "array", "items": step}],
            "description": "A step, or a list of steps.",
        },
        "OneFact": {
            **_one_key({name: {**_values(kind), "description": _said(kind)} for name, kind in FACTS.items()}),
            "description": "One fact with one value.",
            "examples": [{"related": "smuggling"}],
        },
        "CaseFacts": {
            **keys({name: _told(kind) for name, kind in FACTS.items()}),
            "description": "What is known: a fact with its value, or with `{claimed: value}`.",
            "examples": [{"urgency": {"claimed": "acute"}}],
        },
        "CaseHistory": {"type": "array", "items": _event(), "description": "What happened, oldest first."},
        "CaseReferral": {
            "anyOf": [{"enum": ["required", "suggested", "none"]}, ref("ReferralWanted")],
            "description": "How strongly a partner is to be told, alone or with more.",
        },
        "FactValue": {
            **_one_or_many({"enum": sorted({value for kind in FACTS.values() for value in kind.values})}),
            "description": "A value of the fact, or a list of values where it can have several.",
        },
    }
