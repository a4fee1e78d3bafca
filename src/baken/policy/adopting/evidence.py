"""What must be well before a policy is put into use: it loads, keeps its promises, and its cases come out.

Beside that, what becomes different from what it replaces.
"""

from dataclasses import dataclass

from baken.core.derive.adoptions import Proposal
from baken.core.derive.cases import check_cases, run
from baken.core.policy.bundle import Bundle
from baken.core.prove.differences import Comparison
from baken.core.prove.proof import Proof
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.policy import proofs
from baken.policy.drafting.accepting import CASES
from baken.policy.drafting.examining import Examined, Outcome, examine
from baken.policy.models import Draft

LABELS = (Text("het huidige beleid", "the present policy"), Text("het nieuwe beleid", "the new policy"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found about one bundle. Where nothing is in use that it `replaces`, there is no comparison either."""

    examined: Examined
    proof: Proof | None = None
    replaces: Bundle | None = None
    comparison: Comparison | None = None

    @property
    def bundle(self) -> Bundle | None:
        """What it is about; None where mistakes are in the way."""
        return self.examined.bundle

    @property
    def well(self) -> bool:
        """Whether this may be put into use: no mistakes, every promise kept, every case as expected."""
        return (
            not self.examined.errors
            and not self.examined.failing
            and self.proof is not None
            and self.proof.holds
        )


def of_draft(draft: Draft, replaces: Bundle | None) -> Evidence:
    """Look at a draft as it stands; `replaces` is what is in use on its first day."""
    return _of(examine(draft), replaces)


def of_proposal(proposal: Proposal, draft: Draft, replaces: Bundle | None) -> Evidence:
    """Look at the very bundle that was proposed, whatever became of the region's policy since.

    Its cases are those of its draft, as long as that is still what was proposed.
    """
    bundle = policies.bundle(proposal.bundle)
    version = f"{proposal.policy_id}/{proposal.from_date.isoformat()}"
    outcomes: tuple[Outcome, ...] = ()
    if draft.number == proposal.draft_number:
        cases, _wrong = check_cases(draft.cases, proposal.policy_id, proposal.from_date)
        outcomes = tuple(
            Outcome(case, tuple(run(case, bundle)), CASES + case.file.rpartition("/")[2]) for case in cases
        )
    return _of(Examined(version, (), bundle, outcomes), replaces)


def _of(examined: Examined, replaces: Bundle | None) -> Evidence:
    bundle = examined.bundle
    if bundle is None:
        return Evidence(examined)
    differs = proofs.comparison(replaces, bundle, LABELS) if replaces is not None else None
    return Evidence(examined, proofs.proof(bundle), replaces, differs)
