"""The closed lists, conditions and terms of which the parts of a policy are made; each says its own JSON Schema."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from baken.core.policy import written
from baken.core.policy.conditions import Condition, as_data
from baken.core.policy.mistake import mistake, not_listed
from baken.core.vocabulary.actors import ACTORS
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.happenings import EVENT_NAMES
from baken.core.vocabulary.moments import UNITS, Duration
from baken.core.vocabulary.partners import LEVELS, PARTNER_IDS, PARTNER_TYPES, TABLE_IDS
from baken.core.vocabulary.pieces import PIECES
from baken.core.vocabulary.sources import SOURCE_IDS
from baken.core.vocabulary.spans import SPAN_UNITS, Span
from baken.core.vocabulary.text import Text

MOST_TIME = 3660
MOST_SPAN = 400


@dataclass(frozen=True, slots=True)
class Listed:
    """A word of a closed list; what is not on it is a mistake that names what is."""

    known: tuple[str, ...]
    name: Text

    def _check(self, value: str) -> str:
        if value not in self.known:
            raise not_listed(value, self.known, self.name)
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return {"enum": list(self.known)}


PartnerId = Annotated[str, Listed(PARTNER_IDS, Text("partner", "partner"))]
TableId = Annotated[str, Listed(TABLE_IDS, Text("overleg", "table"))]
SourceId = Annotated[str, Listed(SOURCE_IDS, Text("bron", "source"))]
EventName = Annotated[str, Listed(EVENT_NAMES, Text("gebeurtenis", "event"))]
FactName = Annotated[str, Listed(tuple(FACTS), Text("feit", "fact"))]
ActorName = Annotated[str, Listed(tuple(ACTORS), Text("rol", "actor"))]
Level = Annotated[str, Listed(LEVELS, Text("niveau", "level"))]
PartnerType = Annotated[str, Listed(PARTNER_TYPES, Text("soort partner", "type of partner"))]
PieceId = Annotated[str, Listed(tuple(PIECES), Text("onderdeel van een signaal", "piece of a signal"))]
UseId = Annotated[str, Listed(("intake", *PARTNER_IDS), Text("partner", "partner"))]
When = Annotated[
    Condition,
    PlainValidator(lambda raw: written.condition(raw)),
    PlainSerializer(as_data, return_type=dict[str, Any]),
    WithJsonSchema({"x-baken": "Condition"}),
]


def _duration(raw: Any) -> Duration:
    if isinstance(raw, Duration):
        return raw
    if isinstance(raw, dict) and len(raw) == 1:
        unit, amount = next(iter(raw.items()))
        if unit not in UNITS:
            raise not_listed(unit, UNITS, Text("eenheid van tijd", "unit of time"))
        if isinstance(amount, int) and 1 <= amount <= MOST_TIME:
            return Duration(amount, unit)
    raise mistake(
        Text("Dit is geen termijn.", "This is not a term."),
        Text(
            "Een termijn is een aantal uren, dagen of werkdagen.",
            "A term is a number of hours, days or working days.",
        ),
        Text("Schrijf bijvoorbeeld `{working_days: 5}`.", "Write for example `{working_days: 5}`."),
    )


Term = Annotated[
    Duration,
    PlainValidator(_duration),
    PlainSerializer(lambda term: {term.unit: term.amount}, return_type=dict[str, int]),
    WithJsonSchema({"x-baken": "Term"}),
]


def _span(raw: Any) -> Span:
    if isinstance(raw, Span):
        return raw
    if isinstance(raw, dict) and len(raw) == 1:
        unit, amount = next(iter(raw.items()))
        if unit not in SPAN_UNITS:
            raise not_listed(unit, SPAN_UNITS, Text("eenheid van tijd", "unit of time"))
        if isinstance(amount, int) and 1 <= amount <= MOST_SPAN:
            return Span(amount, unit)
    raise mistake(
        Text("Dit is geen bewaartermijn.", "This is not a retention term."),
        Text(
            f"Een bewaartermijn is een aantal dagen, weken, maanden of jaren, van 1 tot {MOST_SPAN}. Nul is geen "
            "termijn: niemand weet of dat meteen of nooit is.",
            f"A retention term is a number of days, weeks, months or years, from 1 to {MOST_SPAN}. Zero is no term: "
            "nobody knows whether that is at once or never.",
        ),
        Text("Schrijf bijvoorbeeld `{months: 3}`.", "Write for example `{months: 3}`."),
    )


HowLong = Annotated[
    Span,
    PlainValidator(_span),
    PlainSerializer(lambda span: {span.unit: span.amount}, return_type=dict[str, int]),
    WithJsonSchema({"x-baken": "HowLong"}),
]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two others; another one is a mistake that names both."""

    least: int
    most: int

    def _check(self, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not self.least <= value <= self.most:
            raise mistake(
                Text(f"`{value}` kan hier niet.", f"`{value}` is not possible here."),
                Text(
                    f"Hier hoort een heel getal van {self.least} tot en met {self.most}.",
                    f"This should be a whole number from {self.least} up to {self.most}.",
                ),
                Text("Verander het getal.", "Change the number."),
            )
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._check)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


MonthNumber = Annotated[int, Whole(1, 12)]
TimesAYear = Annotated[int, Whole(1, 12)]
YearNumber = Annotated[int, Whole(1990, 2200)]
Euros = Annotated[int, Whole(0, 100_000_000)]
"""Whole euros."""
