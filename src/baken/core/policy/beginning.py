"""Whether a policy may begin: its name, its region and the decision are looked at before anything is made."""

import re
from collections.abc import Iterable
from datetime import date

from baken.core.policy.bundle import Bundle
from baken.core.policy.errors import PolicyError, PolicyErrors, suggest
from baken.core.policy.library import Library, unknown_policy
from baken.core.policy.models import Table
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.text import Text

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
LONGEST_ID = 40
LONGEST_NAME = 80
RESERVED = ("schema", "cases", "national")


def may_begin(
    library: Library, policy_id: str, name: str, extends: str, on: date, decision: str | None
) -> Bundle:
    """Return the policy to build on. Raises `PolicyErrors` with every reason why this cannot begin."""
    errors = list(_wrong_id(library, policy_id))
    if not _one_line(name):
        errors.append(_no_line(Text("De naam van de gemeente", "The name of the municipality")))
    if decision is not None and not _one_line(decision):
        errors.append(_no_line(Text("Het nummer van het besluit", "The number of the decision")))
    parent = _parent(library, extends, on, errors)
    if errors or parent is None:
        raise PolicyErrors(errors)
    return parent


def _one_line(words: str) -> bool:
    return bool(words.strip()) and len(words) <= LONGEST_NAME and words.isprintable()


def _no_line(what: Text) -> PolicyError:
    return _wrong(
        Text(f"{what.nl} kan zo niet.", f"{what.en} cannot be this."),
        Text(
            f"Het is één regel van 1 tot {LONGEST_NAME} tekens.",
            f"It is one line of 1 to {LONGEST_NAME} characters.",
        ),
        Text("Schrijf het zoals op papier.", "Write it as on paper."),
    )


def _wrong_id(library: Library, policy_id: str) -> Iterable[PolicyError]:
    if not _ID.match(policy_id) or len(policy_id) > LONGEST_ID or policy_id in RESERVED:
        taken = ", ".join(f"`{word}`" for word in RESERVED)
        yield _wrong(
            Text(f"`{policy_id}` kan geen naam van beleid zijn.", f"`{policy_id}` cannot name a policy."),
            Text(
                "De naam staat in adressen en opdrachten: kleine letters, cijfers en streepjes ertussen, "
                f"hoogstens {LONGEST_ID} tekens. Bezet zijn {taken}.",
                "The name stands in addresses and commands: lower case letters, digits and hyphens between them, "
                f"at most {LONGEST_ID} characters. Taken are {taken}.",
            ),
            Text("Schrijf bijvoorbeeld `stede-broec`.", "Write for example `stede-broec`."),
        )
    elif policy_id in library.policy_ids:
        yield _wrong(
            Text(f"`{policy_id}` heeft al beleid.", f"`{policy_id}` has a policy already."),
            Text("Wat er is, wordt nooit overschreven.", "What is there is never overwritten."),
            Text(
                "Een nieuwe versie is een map ernaast, met de dag waarop die gaat gelden als naam.",
                "A new version is a folder beside it, named after the day from which it counts.",
            ),
        )


def _parent(library: Library, extends: str, on: date, errors: list[PolicyError]) -> Bundle | None:
    if extends not in library.policy_ids:
        errors.append(unknown_policy(extends, library.policy_ids))
        return None
    try:
        parent = resolve(library, extends, on)
    except PolicyErrors as found:
        errors.extend(found.errors)
        return None
    if parent.kind == "care":
        errors.append(
            _wrong(
                Text(f"`{extends}` is van een zorgorganisatie.", f"`{extends}` is of a care organisation."),
                Text(
                    "Wat zij vastlegt geldt voor haar cliënten.", "What it lays down counts for its clients."
                ),
                Text("Kies een regio, of `national`.", "Choose a region, or `national`."),
            )
        )
    if parent.kind == "municipality":
        above = parent.layers[-2].policy_id if len(parent.layers) > 1 else "national"
        errors.append(
            _wrong(
                Text(f"`{extends}` is zelf een gemeente.", f"`{extends}` is a municipality itself."),
                Text(
                    "Bouwt een gemeente op een buur, dan verandert die buur ongemerkt haar beleid.",
                    "If a municipality builds on a neighbour, that neighbour changes its policy unnoticed.",
                ),
                Text(f"Kies de regio: `{above}`.", f"Choose the region: `{above}`."),
            )
        )
    return parent


def unknown_table(table: str, policy_id: str, asked: Iterable[Table]) -> PolicyError:
    """Return the mistake that something was said of a table on which the route does not turn."""
    return _wrong(
        Text(f"De route vraagt niet naar `{table}`.", f"The route does not ask for `{table}`."),
        Text(f"In `{policy_id}` hangt er niets van af.", f"Nothing in `{policy_id}` depends on it."),
        suggest(table, [one.id for one in asked], Text("Laat het weg.", "Leave it out.")),
    )


def _wrong(what: Text, why: Text, do: Text) -> PolicyError:
    return PolicyError("policies", 0, what, why, do)
