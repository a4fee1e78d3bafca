"""`baken route explain`: what a policy asks for one signal, with reasons and sources. Needs no database."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import click

from baken.core.derive import told
from baken.core.derive.route import compile_route, derive
from baken.core.policy.errors import PolicyErrors, nearest
from baken.core.policy.library import Library
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.project.policies import library
from baken.project.route_data import as_data
from baken.project.route_text import as_text

MAX_BYTES = 1_000_000


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
    found = _read_json("facts", facts_file, errors)
    facts = told.facts(found[0], errors) if found else None
    happened = _read_json("history", history_file, errors) if history_file else ([],)
    history = told.history(happened[0], errors) if happened else ()
    now = told.moment(at, "at", errors) if at is not None else datetime.now(AMSTERDAM)
    policies = library()
    if policy not in policies.policy_ids:
        errors.append(f"policy: {_unknown(policy, policies)}")
    if errors or facts is None or now is None:
        _refuse(errors)
    try:
        bundle = resolve(policies, policy, civil_date(now))
    except PolicyErrors as wrong:
        _refuse([f"policy: {error.in_(lang)}" for error in wrong.errors])
    policy_route = compile_route(bundle)
    answer = derive(policy_route, facts, history, now)
    if as_json:
        data = as_data(bundle, policy_route, answer, lang)
        _print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        _print(as_text(bundle, answer, lang))


def _read_json(name: str, file: str, errors: list[str]) -> tuple[Any] | None:
    """Return the value in a file, in a tuple of one; None after a mistake."""
    try:
        if file == "-":
            raw = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(file).open("rb") as opened:
                raw = opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "not a file name"
        errors.append(f"{name}: cannot read {file[:80]!r}: {why}")
        return None
    if len(raw) > MAX_BYTES:
        errors.append(f"{name}: larger than 1 MB")
        return None
    try:
        return (
            json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_no_doubles, parse_constant=_no_constant),
        )
    except UnicodeDecodeError:
        errors.append(f"{name}: not UTF-8")
    except json.JSONDecodeError as error:
        errors.append(f"{name}: not JSON: {error.msg} (line {error.lineno}, column {error.colno})")
    except _Double as double:
        errors.append(f"{name}: the key {double.args[0]!r} stands twice in one object")
    except (ValueError, RecursionError):
        errors.append(f"{name}: not JSON that can be read")
    return None


class _Double(Exception):
    """The same key twice in one JSON object."""


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Double("".join(c if c.isprintable() else "?" for c in key[:80]))
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _unknown(policy: str, policies: Library) -> str:
    shown = "".join(character if character.isprintable() else "?" for character in policy[:80])
    near = nearest(shown, policies.policy_ids)
    hint = f"; did you mean {near!r}?" if near else ""
    return f"{shown!r} is not one of {', '.join(policies.policy_ids)}{hint}"


def _refuse(errors: list[str]) -> NoReturn:
    for error in errors:
        click.echo(error.encode("utf-8", "replace"), err=True)
    sys.exit(2)


def _print(text: str) -> None:
    # As bytes: the answer is UTF-8 whatever the terminal says.
    click.echo(text.encode("utf-8"))
