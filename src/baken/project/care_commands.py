"""`baken care explain`: what a policy lets one client count on, with reasons and sources. Needs no database."""

import json
from datetime import datetime

import click

from baken.core.derive import care_told, told
from baken.core.derive.entitlements import entitlements
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.project.care_data import as_data, as_text
from baken.project.explaining import read_json, refuse, show, unknown_policy
from baken.project.policies import library


@click.group()
def care() -> None:
    """Explain what a victim may count on."""


@care.command()
@click.option(
    "--facts", "facts_file", required=True, metavar="FILE|-", help="Facts as JSON; - reads standard input."
)
@click.option("--policy", default="national", show_default=True, help="Whose policy, for example moviera.")
@click.option("--at", "at", metavar="MOMENT", help="Now, for example 2026-11-22T10:00:00+01:00.")
@click.option("--lang", default="nl", show_default=True, metavar="nl|en", help="Language of the sentences.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def explain(facts_file: str, policy: str, at: str | None, lang: str, as_json: bool) -> None:
    """Show help and stay with reasons and sources, the deadlines, what to do next, and what is not known."""
    errors: list[str] = []
    if lang not in ("nl", "en"):
        errors.append(f"lang: {lang[:80]!r} is not one of nl, en")
    found = read_json("facts", facts_file, errors)
    facts = care_told.care_facts(found[0], errors) if found else None
    now = told.moment(at, "at", errors) if at is not None else datetime.now(AMSTERDAM)
    policies = library()
    if policy not in policies.policy_ids:
        errors.append(f"policy: {unknown_policy(policy, policies)}")
    if facts is not None and now is not None:
        errors.extend(care_told.contradictions(facts, civil_date(now)))
    if errors or facts is None or now is None:
        refuse(errors)
    try:
        bundle = resolve(policies, policy, civil_date(now))
    except PolicyErrors as wrong:
        refuse([f"policy: {error.in_(lang)}" for error in wrong.errors])
    answer = entitlements(bundle, facts, now)
    if as_json:
        show(json.dumps(as_data(answer, lang), ensure_ascii=False, indent=1))
    else:
        show(as_text(answer, lang))
