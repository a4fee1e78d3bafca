"""`baken policy check`: whether policies load, fit together, keep their promises, and do what their cases say."""

import sys
from datetime import date

import click

from baken.core.derive.cases import Case, check_cases, run
from baken.core.policy.bundle import Bundle
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Library, unknown_policy
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.text import Text
from baken.project import policy_promises
from baken.project.policies import library

_LOADED = Text(
    "{policy} {version}: leesbaar en passend ({count} onderdelen)",
    "{policy} {version}: loads and fits ({count} elements)",
)
_BROKEN = Text("{policy} {version}: {count} fouten", "{policy} {version}: {count} mistakes")
_PASSED = Text("{policy}: {count} gevallen kloppen", "{policy}: {count} cases hold")
_NO_CASES = Text("{policy}: er zijn geen gevallen", "{policy}: there are no cases")
_FAILED = Text(
    "{policy}: geval `{case}` klopt niet ({place}): {title}",
    "{policy}: case `{case}` fails ({place}): {title}",
)
_ALL_WELL = Text("Alles klopt.", "All is well.")
_NOT_WELL = Text("Niet alles klopt: {count} punten.", "Not all is well: {count} points.")


@click.command()
@click.argument("policies", nargs=-1, metavar="[POLICY]...")
@click.option(
    "--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Language of the lines."
)
@click.option(
    "--explain", is_flag=True, help="Tell per promise what was explored, and what was reduced and why."
)
def check(policies: tuple[str, ...], lang: str, explain: bool) -> None:
    """Read policies strictly, check what refers to what, and try their promises and cases. Without names: all."""
    there = library()
    unknown = [policy_id for policy_id in policies if policy_id not in there.policy_ids]
    for policy_id in unknown:
        _say(unknown_policy(policy_id, there.policy_ids).in_(lang), wrong=True)
    if unknown:
        sys.exit(2)
    wrong = 0
    for policy_id in policies or there.policy_ids:
        wrong += _versions(there, policy_id, lang, explain) + _cases(there, policy_id, lang)
    _say((_NOT_WELL.format(count=wrong) if wrong else _ALL_WELL).in_(lang))
    sys.exit(1 if wrong else 0)


def _versions(there: Library, policy_id: str, lang: str, explain: bool) -> int:
    wrong = 0
    for version in there.versions(policy_id):
        try:
            # A folder that is not a date is read for its errors on any day.
            bundle = resolve(there, policy_id, _day(version))
        except PolicyErrors as found:
            wrong += len(found.errors)
            _say(
                _BROKEN.format(policy=policy_id, version=version, count=len(found.errors)).in_(lang),
                wrong=True,
            )
            for error in found.errors:
                _say(f"  {error.in_(lang)}", wrong=True)
        else:
            count = sum(len(elements) for elements in bundle.elements().values())
            _say(_LOADED.format(policy=policy_id, version=version, count=count).in_(lang))
            wrong += _promises(bundle, version, lang, explain)
    return wrong


def _promises(bundle: Bundle, version: str, lang: str, explain: bool) -> int:
    broken = 0
    for line in policy_promises.lines(bundle, version, explain=explain):
        _say(line.text.in_(lang), wrong=line.wrong)
        broken += line.wrong
    return broken


def _cases(there: Library, policy_id: str, lang: str) -> int:
    files = there.case_files(policy_id)
    if not files:
        _say(_NO_CASES.format(policy=policy_id).in_(lang))
        return 0
    cases, errors = check_cases(files, policy_id, _day(there.versions(policy_id)[-1]))
    for error in errors:
        _say(f"  {error.in_(lang)}", wrong=True)
    on = {day: _bundle(there, policy_id, day) for day in {case.day for case in cases}}
    tried = [case for case in cases if on[case.day] is not None]
    failed = sum(_failed(case, on[case.day], lang, policy_id) for case in tried)
    _say(_PASSED.format(policy=policy_id, count=len(tried) - failed).in_(lang))
    return len(errors) + failed


def _failed(case: Case, bundle: Bundle | None, lang: str, policy_id: str) -> bool:
    if bundle is None:
        return False  # its mistakes were told already
    differences = run(case, bundle)
    if differences:
        place = f"{case.file}:{case.line}"
        words = _FAILED.format(policy=policy_id, case=case.written.id, place=place, title=case.written.title)
        _say(words.in_(lang), wrong=True)
        for difference in differences:
            _say(f"    {difference.in_(lang)}", wrong=True)
    return bool(differences)


def _bundle(there: Library, policy_id: str, on: date) -> Bundle | None:
    try:
        return resolve(there, policy_id, on)
    except PolicyErrors:
        return None


def _day(version: str) -> date:
    try:
        return date.fromisoformat(version)
    except ValueError:
        return date.max


def _say(line: str, *, wrong: bool = False) -> None:
    click.echo(line.encode("utf-8"), err=wrong)
