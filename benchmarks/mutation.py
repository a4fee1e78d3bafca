"""How much of what can go wrong in a policy its cases and its promises notice: every small wrong, one at a time.

Run: `.venv/bin/python -m benchmarks.mutation [POLICY]...`. A wrong in an element of the region or the national basis is
done there too, as an edit of that file would; the cases of those layers count, because `baken policy check` tries them.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from benchmarks.about import machine, say

from baken.core.derive.cases import Case, check_cases, run
from baken.core.policy.bundle import Bundle
from baken.core.policy.library import Library
from baken.core.policy.properties import Property
from baken.core.policy.resolve import resolve
from baken.core.prove.comparing import compare
from baken.core.prove.mutating import Mutant, mutants, refusals
from baken.core.prove.proving import prove, prove_one
from baken.project.policies import library

POLICIES = ("woerden", "montfoort", "hoorn")


@dataclass(frozen=True)
class Layer:
    """A policy as it counts for its cases, with everything that can be done wrong in it."""

    policy_id: str
    bundle: Bundle
    cases: tuple[Case, ...]

    @cached_property
    def wrongs(self) -> dict[str, Mutant]:
        """Every mutant of this layer by its id."""
        return {mutant.id: mutant for mutant in mutants(self.bundle)}


@dataclass(frozen=True)
class Outcome:
    """What came of one wrong, and one case and one promise that notice it."""

    mutant: Mutant
    refused: bool
    by_case: str | None = None
    by_promise: str | None = None
    changes: bool = True

    @property
    def survives(self) -> bool:
        """Whether it changes what happens to a signal and nothing notices."""
        return self.changes and not self.refused and not self.by_case and not self.by_promise


def layers(policy_id: str) -> tuple[Layer, ...]:
    """Return the newest version of a policy and what it builds on, the most general first."""
    there = library()
    newest = date.fromisoformat(there.versions(policy_id)[-1])
    top = resolve(there, policy_id, newest)
    return tuple(_layer(there, one.policy_id, top, newest) for one in top.layers)


def _layer(there: Library, policy_id: str, top: Bundle, on: date) -> Layer:
    newest = date.fromisoformat(there.versions(policy_id)[-1])
    bundle = top if policy_id == top.policy_id else resolve(there, policy_id, on)
    cases, errors = check_cases(there.case_files(policy_id), policy_id, newest)
    wrong = [case.written.id for case in cases if run(case, bundle)]
    if errors or wrong:
        raise RuntimeError(f"the cases of {policy_id} must hold first: {[*errors, *wrong]}")
    # What is cheap goes first: a case of a municipality without some table makes a policy of its own.
    return Layer(policy_id, bundle, tuple(sorted(cases, key=lambda case: bool(case.written.without_tables))))


def outcomes(policy_id: str, *, all_promises: bool = True) -> Iterator[Outcome]:
    """Try every wrong. Without `all_promises` they are asked only about what the cases do not notice."""
    chain = layers(policy_id)
    top = chain[-1]
    proof = prove(top.bundle)
    # What is cheap goes first: a broken promise spares the others.
    kept = [one.promise for one in sorted(proof.promises, key=lambda one: one.explored) if one.holds]
    for mutant in top.wrongs.values():
        if refusals(mutant.bundle):
            yield Outcome(mutant, refused=True)
            continue
        by_case, by_promise = next(_noticing(mutant, chain), None), None
        if all_promises or by_case is None:
            by_promise = _breaking(mutant, kept)
        changes = bool(by_case or by_promise) or _differs(top.bundle, mutant.bundle)
        yield Outcome(mutant, refused=False, by_case=by_case, by_promise=by_promise, changes=changes)


def _breaking(mutant: Mutant, kept: Iterable[Property]) -> str | None:
    """Return a promise that is broken."""
    return next((one.id for one in kept if not prove_one(mutant.bundle, one).holds), None)


def _differs(old: Bundle, new: Bundle) -> bool:
    """Return whether anything differs, also for a municipality without a table that a rule speaks of."""
    rules = (*old.steps, *old.referrals)
    spoken_of = {
        table for rule in rules for table in (rule.with_table, rule.without_table) if table is not None
    }
    variants = [
        (old, new),
        *((old.without_tables([one]), new.without_tables([one])) for one in sorted(spoken_of)),
    ]
    return any(compare(*variant).steering for variant in variants)


def _noticing(mutant: Mutant, chain: Sequence[Layer]) -> Iterator[str]:
    """Yield cases that fail: of the policy itself first, then of the layers down to the one whose element it is."""
    for layer in reversed(chain):
        there = layer.wrongs.get(mutant.id)
        if there is not None and there.by == mutant.by:
            bundle = there.bundle if layer is not chain[-1] else mutant.bundle
            yield from (f"{layer.policy_id}/{one.written.id}" for one in layer.cases if run(one, bundle))
        if layer.policy_id == mutant.by:
            return


def table(found: Iterable[Outcome]) -> Counter[str]:
    """Return the counts that are reported."""
    counts: Counter[str] = Counter()
    for one in found:
        counts["mutants"] += 1
        counts["refused"] += one.refused
        counts["equivalent"] += not one.changes
        if one.changes and not one.refused:
            counts["changing"] += 1
            counts["cases"] += bool(one.by_case)
            counts["promises"] += bool(one.by_promise)
            counts["either"] += bool(one.by_case or one.by_promise)
            counts["neither"] += one.survives
    return counts


def main(policies: Iterable[str]) -> None:
    """Print the figures, and what survived."""
    say(machine())
    for policy in policies:
        begin = time.perf_counter()
        found = list(outcomes(policy))
        counts = table(found)
        say(
            f"{policy}: {counts['mutants']} wrongs, {counts['refused']} refused at load, "
            f"{counts['equivalent']} change nothing, {counts['changing']} change what happens. Of those noticed by "
            f"cases {_share(counts, 'cases')}, by promises {_share(counts, 'promises')}, "
            f"by either {_share(counts, 'either')}, by neither {counts['neither']} "
            f"({time.perf_counter() - begin:.0f} s)"
        )
        for kind in sorted({one.mutant.kind for one in found}):
            part = table(one for one in found if one.mutant.kind == kind)
            if part["changing"]:
                say(
                    f"  {kind}: {part['changing']}; cases {_share(part, 'cases')}, "
                    f"promises {_share(part, 'promises')}, neither {part['neither']}"
                )
        for one in found:
            if one.survives:
                say(f"  survives: {one.mutant.changed.en}")
        for section, part in _by_section(found):
            say(f"  {section}: promises notice {_share(part, 'promises')}")
        for one in found:
            if not one.changes:
                say(f"  changes nothing: {one.mutant.changed.en}")


def _by_section(found: Iterable[Outcome]) -> Iterator[tuple[str, Counter[str]]]:
    for section, some in groupby(found, key=lambda one: one.mutant.section):
        yield section, table(some)


def _share(counts: Counter[str], name: str) -> str:
    return f"{counts[name]} ({100 * counts[name] / max(1, counts['changing']):.0f} %)"


if __name__ == "__main__":
    main(sys.argv[1:] or POLICIES)
