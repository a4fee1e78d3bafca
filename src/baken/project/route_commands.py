"""`baken route explain`: what a policy asks for one signal, with reasons and sources. Needs no database."""

import json
from datetime import datetime

import click

from baken.core.derive import told
from baken.core.derive.route import compile_route, derive
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.project.explaining import read_json, refuse, show, unknown_policy
from baken.project.policies import library
from baken.project.route_data import as_data
from baken.project.route_text import as_text


@click.group()
def route() -> None:
    """Explain what a policy asks for a signal."""


@route.command()
@click.option("--policy", required=True, help="Municipality or region, for example woerden.")
@click.option(
    "--facts", "facts_file", required=True, metavar="FILE|-", help="Facts as JSON; - reads standard input."
)
@click.option("--history", "history_file", metavar="FILE|-", help="What happened, as a JSON list of events.")
@click.option("--at", "at", metavar="MOMENT", help="Now, for example 2026-11-22T10:00:00+01:00.")
@click.option("--lang", default="nl", show_default=True, metavar="nl|en", help="Language of the sentences.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def explain(
    policy: str, facts_file: str, history_file: str | None, at: str | None, lang: str, as_json: bool
) -> None:
    """Show the steps, the partners to tell and what is owed, each with its reasons and source."""
    errors: list[str] = []
    if lang not in ("nl", "en"):
        errors.append(f"lang: {lang[:80]!r} is not one of nl, en")
    if facts_file == "-" and history_file == "-":
        errors.append("history: facts and history cannot both come from standard input")
        history_file = None
    found = read_json("facts", facts_file, errors)
    facts = told.facts(found[0], errors) if found else None
    happened = read_json("history", history_file, errors) if history_file else ([],)
    history = told.history(happened[0], errors) if happened else ()
    now = told.moment(at, "at", errors) if at is not None else datetime.now(AMSTERDAM)
    policies = library()
    if policy not in policies.policy_ids:
        errors.append(f"policy: {unknown_policy(policy, policies)}")
    if errors or facts is None or now is None:
        refuse(errors)
    try:
        bundle = resolve(policies, policy, civil_date(now))
    except PolicyErrors as wrong:
        refuse([f"policy: {error.in_(lang)}" for error in wrong.errors])
    policy_route = compile_route(bundle)
    answer = derive(policy_route, facts, history, now)
    if as_json:
        data = as_data(bundle, policy_route, answer, lang)
        show(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        show(as_text(bundle, answer, lang))
