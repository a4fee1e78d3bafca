"""Putting a policy into use by one hand, for a fresh installation where nobody can log in yet."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import uuid4

from baken.core.decide import policy as decide
from baken.core.derive.cases import check_cases, run
from baken.core.policy.bundle import Bundle
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Library
from baken.core.policy.promised import only_the_basis_is_national
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.policy import proofs

_CASE = Text(
    "{file}:{line}: geval `{case}` loopt anders af", "{file}:{line}: case `{case}` comes out otherwise"
)
_PROMISE = Text("belofte niet gehouden: {promise} {how}", "promise not kept: {promise} {how}")


class NotWell(Exception):
    """The check found something; each of `found` is one thing."""

    def __init__(self, found: list[Text]) -> None:
        super().__init__("\n".join(one.en for one in found))
        self.found = found


def adopt(
    there: Library, policy_id: str, *, from_date: date, decision: str, decided_on: date, now: datetime
) -> Bundle:
    """Put the policy of the organisation in scope into use from its folder; the event says that one hand did it.

    What an adviser's draft must pass, this must pass too. Raises `PolicyErrors`, `NotWell` or `Refused`.
    """
    bundle = resolve(there, policy_id, from_date)
    if bundle.kind == "national":
        raise PolicyErrors([only_the_basis_is_national(there.folder_on(policy_id, from_date).head)])
    if found := [*_cases(there, policy_id, bundle), *_promises(bundle)]:
        raise NotWell(found)
    asked = decide.AdoptAlone(policies.store(bundle), policy_id, from_date, decision, decided_on)
    policies.carry_out(
        lambda state: decide.adopt_alone(state, asked, civil_date(now)),
        bundle_id=bundle.id,
        now=now,
        actor=None,
        command_id=uuid4(),
    )
    return bundle


def _cases(there: Library, policy_id: str, bundle: Bundle) -> Iterator[Text]:
    cases, errors = check_cases(there.case_files(policy_id), policy_id, bundle.valid_from)
    yield from (Text(error.in_("nl"), error.in_("en")) for error in errors)
    for case in cases:
        if case.day >= bundle.valid_from and run(case, bundle):
            yield _CASE.format(file=case.file, line=case.line, case=case.written.id)


def _promises(bundle: Bundle) -> Iterator[Text]:
    for one in proofs.proof(bundle).broken:
        if one.counterexample is not None:
            yield _PROMISE.format(promise=one.sentence, how=one.counterexample.sentence)
