"""The answer of `baken programme forecast`, as plain values and as text."""

from typing import Any

from baken.core.figures import forecast_said as said
from baken.core.figures.assumed import DEEDS, MIX, UNSURE_CHOSEN, YEARLY, Assumptions
from baken.core.figures.forecast import CAVEAT, Forecast, Outcome
from baken.core.policy.bundle import Bundle

Row = dict[str, Any]
_ALL = {**DEEDS, **YEARLY}


def as_data(bundle: Bundle, answer: Forecast, assumed: Assumptions, lang: str) -> Row:
    """Return the answer with what it assumes; hours are rounded to tenths."""
    asked = answer.asked
    return {
        "policy": {"id": bundle.policy_id, "bundle": bundle.id, "valid_from": bundle.valid_from.isoformat()},
        "signals": asked.signals,
        "focal_points": asked.people,
        "seed": asked.seed,
        "years": asked.years,
        "reserved": answer.reserved,
        "expected": _outcome(answer.as_asked, lang),
        "what_if": {
            "signals_double": _outcome(answer.doubled, lang),
            "one_focal_point_more": _outcome(answer.one_more, lang),
        },
        "assumptions": {
            "minutes": {
                name: {
                    "name": _ALL[name].name.in_(lang),
                    "minutes": [span.low, span.likely, span.high],
                    "chosen": _ALL[name].chosen.in_(lang),
                }
                for name, span in assumed.minutes.items()
            },
            "mix": {
                name: {
                    "name": MIX[name].name.in_(lang),
                    "shares": dict(shares),
                    "chosen": MIX[name].chosen.in_(lang),
                }
                for name, shares in assumed.mix.items()
            },
            "times": dict(assumed.times),
            "unsure": {"part": assumed.unsure, "chosen": UNSURE_CHOSEN.in_(lang)},
        },
        "caveat": CAVEAT.in_(lang),
    }


def _outcome(found: Outcome, lang: str) -> Row:
    return {
        "signals": found.signals,
        "focal_points": found.people,
        "hours": round(found.hours, 1),
        "interval_80": [round(one, 1) for one in found.eighty],
        "interval_95": [round(one, 1) for one in found.ninety_five],
        "hours_per_focal_point": round(found.per_person, 1),
        "enough_in": round(found.within, 3) if found.within is not None else None,
        "by_kind": [
            {"id": name, "name": _ALL[name].name.in_(lang), "hours": round(hours, 1)}
            for name, hours in found.by_kind.items()
        ],
    }


def as_text(bundle: Bundle, answer: Forecast, lang: str) -> str:
    """Return the answer as text to read."""
    asked, found = answer.asked, answer.as_asked
    lines = [
        said.HEAD.format(policy=bundle.name, signals=f"{asked.signals:g}", people=asked.people).in_(lang),
        "",
        said.hours(found).in_(lang),
        said.reserved(answer).in_(lang),
        "",
        *(f"  {_shown(hours, lang)}  {_ALL[name].name.in_(lang)}" for name, hours in found.by_kind.items()),
        "",
        *(line.in_(lang) for line in said.what_if(answer)),
        "",
        CAVEAT.in_(lang),
        said.drawn(asked).in_(lang),
    ]
    return "\n".join(lines)


def _shown(hours: float, lang: str) -> str:
    """Return hours as the reader writes them: with a comma in Dutch."""
    shown = f"{hours:6.1f}"
    return shown if lang == "en" else shown.replace(".", ",")
