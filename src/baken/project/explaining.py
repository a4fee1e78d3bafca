"""What the commands that explain have in common: JSON read strictly, one error per line, answers in UTF-8."""

import json
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from baken.core.policy.errors import nearest
from baken.core.policy.library import Library

MAX_BYTES = 1_000_000


def read_json(name: str, file: str, errors: list[str]) -> tuple[Any] | None:
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


def unknown_policy(policy: str, policies: Library) -> str:
    """Return the error for a policy that does not exist."""
    shown = "".join(character if character.isprintable() else "?" for character in policy[:80])
    near = nearest(shown, policies.policy_ids)
    hint = f"; did you mean {near!r}?" if near else ""
    return f"{shown!r} is not one of {', '.join(policies.policy_ids)}{hint}"


def refuse(errors: list[str]) -> NoReturn:
    """Print one error per line on standard error and exit 2."""
    for error in errors:
        click.echo(error.encode("utf-8", "replace"), err=True)
    sys.exit(2)


def show(text: str) -> None:
    """Print text."""
    # As bytes: the answer is UTF-8 whatever the terminal says.
    click.echo(text.encode("utf-8"))
