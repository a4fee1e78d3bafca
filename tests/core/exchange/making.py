"""Records made from the code lists of the standard, the same each time for one seed."""

import random
from datetime import date, timedelta

from baken.core.exchange.fields import CORE, FIELDS, TAKEN, Field, HtcdsRecord, Kind, Value, codes_of
from baken.core.exchange.places import COUNTRIES, LANGUAGES

TODAY = date(2026, 11, 22)
_WORDS = (
    "'s-Hertogenbosch", "=1+1", "+31", "-", "@SUM(A1)", "Zoë", "d'Arc", "ć;=x", 'hij zei "ja"', "een\ntweede regel",
    "محمد", "a,-b", "_x0041_", "'=niet", "Nguyễn", "0612", "a\tb", "TRUE", "1990-01-01", "&lt;b>", "''@", "😀", "007",
)  # fmt: skip


def record(dice: random.Random, names: tuple[str, ...] = CORE, *, single: bool = False) -> HtcdsRecord:
    """Return a record in which about two in three fields are known."""
    return {name: value_of(FIELDS[name], dice, single=single) for name in names if dice.random() < 0.67}


def records(
    number: int, seed: int, names: tuple[str, ...] = CORE, *, single: bool = False
) -> list[HtcdsRecord]:
    """Return so many records, none of them empty."""
    dice = random.Random(seed)
    return [{"cas_Status": "Active", **record(dice, names, single=single)} for _ in range(number)]


def everything(dice: random.Random) -> HtcdsRecord:
    """Return a record in which every field that is taken over is known."""
    return {name: value_of(FIELDS[name], dice) for name in TAKEN}


def value_of(field: Field, dice: random.Random, *, single: bool = False) -> Value:
    """Return a value that this field allows."""
    match field.kind:
        case Kind.PICK:
            return dice.choice(codes_of(field.name))[0]
        case Kind.SEVERAL:
            codes = [code for code, _ in codes_of(field.name)]
            chosen = dice.sample(codes, 1 if single else dice.randint(1, len(codes)))
            return tuple(code for code in codes if code in chosen)
        case Kind.COUNTRY:
            return dice.choice(COUNTRIES)[0]
        case Kind.COUNTRIES:
            return tuple(
                sorted(code for code, _ in dice.sample(COUNTRIES, 1 if single else dice.randint(1, 3)))
            )
        case Kind.LANGUAGE:
            return dice.choice(sorted(LANGUAGES))
        case Kind.DATE:
            return TODAY - timedelta(days=dice.randint(0, 30_000))
        case Kind.NUMBER:
            return dice.randint(0, 99)
        case Kind.CHECKBOX:
            return dice.random() < 0.5
        case Kind.PHONE:
            return dice.choice(("+", "")) + str(dice.randint(10**10, 10**12))
        case _:
            return " ".join(dice.choices(_WORDS, k=dice.randint(1, 3))).strip()
