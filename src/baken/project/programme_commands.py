"""`baken programme forecast`: how many hours a year a policy's route asks. Needs no database, and reads no signal."""

import json
from datetime import datetime

import click

from baken.core.figures import forecast as forecasting
from baken.core.figures.assumed import Assumptions
from baken.core.figures.told_assumed import assumptions as read_assumptions
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.project.explaining import read_json, refuse, show, unknown_policy
from baken.project.forecast_data import as_data, as_text
from baken.project.policies import library

MOST_SEED = 2**32 - 1


@click.group()
def programme() -> None:
    """Reckon what carrying out a policy asks."""


@programme.command()
@click.option("--policy", required=True, help="Municipality or region, for example woerden.")
@click.option("--signals", required=True, metavar="NUMBER", help="How many signals a year are expected.")
@click.option(
    "--focal-points", "people", default="1", show_default=True, help="How many focal points there are."
)
@click.option("--seed", default="1", show_default=True, help="Equal seeds give equal answers.")
@click.option("--years", default="2000", show_default=True, help="How many years to simulate.")
@click.option(
    "--assumptions", "file", metavar="FILE|-", help="Other assumptions, as JSON; - reads standard input."
)
@click.option("--lang", default="nl", show_default=True, metavar="nl|en", help="Language of the sentences.")
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
def forecast(
    policy: str, signals: str, people: str, seed: str, years: str, file: str | None, lang: str, json_: bool
) -> None:
    """Show the hours a year with their interval, by kind, beside what is reserved, and what if it were more."""
    errors: list[str] = []
    if lang not in ("nl", "en"):
        errors.append(f"lang: {lang[:80]!r} is not one of nl, en")
    policies = library()
    if policy not in policies.policy_ids:
        errors.append(f"policy: {unknown_policy(policy, policies)}")
    number = _signals(signals, errors)
    asked = forecasting.Asked(
        signals=number,
        people=_whole("focal-points", people, 1, forecasting.MOST_PEOPLE, errors),
        seed=_whole("seed", seed, 0, MOST_SEED, errors),
        years=_whole("years", years, forecasting.LEAST_YEARS, forecasting.most_years(number), errors),
    )
    found = read_json("assumptions", file, errors) if file else None
    assumed = read_assumptions(found[0], errors) if found else Assumptions()
    if errors:
        refuse(errors)
    try:
        bundle = resolve(policies, policy, civil_date(datetime.now(AMSTERDAM)))
    except PolicyErrors as wrong:
        refuse([f"policy: {error.in_(lang)}" for error in wrong.errors])
    answer = forecasting.forecast(bundle, asked, assumed)
    if json_:
        show(json.dumps(as_data(bundle, answer, assumed, lang), ensure_ascii=False, indent=1))
    else:
        show(as_text(bundle, answer, lang))


def _signals(told: str, errors: list[str]) -> float:
    try:
        number = float(told) if told.isascii() else -1.0
    except ValueError:
        number = -1.0
    if not 0 <= number <= forecasting.MOST_SIGNALS:
        errors.append(f"signals: {told[:80]!r} is not a number from 0 to {forecasting.MOST_SIGNALS}")
        return 1.0
    return number


def _whole(name: str, told: str, least: int, most: int, errors: list[str]) -> int:
    number = int(told) if told.isascii() and told.isdigit() and len(told) <= len(str(most)) else -1
    if not least <= number <= most:
        errors.append(f"{name}: {told[:80]!r} is not a whole number from {least} to {most}")
        return least
    return number
