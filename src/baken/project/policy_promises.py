"""What a policy promises, tried for every signal, as lines on the command line."""

from collections.abc import Iterator
from typing import NamedTuple

from baken.core.policy.bundle import Bundle
from baken.core.prove.proof import PromiseResult
from baken.core.prove.proving import prove
from baken.core.vocabulary.text import Text

_KEPT = Text(
    "{policy} {version}: {count} beloften kloppen voor elk signaal ({explored} situaties nagerekend)",
    "{policy} {version}: {count} promises hold for every signal ({explored} situations worked out)",
)
_NONE = Text("{policy} {version}: er zijn geen beloften", "{policy} {version}: there are no promises")
_BROKEN = Text(
    "{policy} {version}: belofte `{id}` klopt niet ({source}). {sentence}\n    {how}",
    "{policy} {version}: promise `{id}` is broken ({source}). {sentence}\n    {how}",
)
_TRIED = Text("  {id}: {sentence} ({by}; {source})", "  {id}: {sentence} ({by}; {source})")
_EXPLORED = Text("    {count} situaties nagerekend.", "    {count} situations worked out.")
_LINE = Text("    {line}", "    {line}")


class Line(NamedTuple):
    """A line to print; `wrong` where it tells of a broken promise."""

    text: Text
    wrong: bool = False


def lines(bundle: Bundle, version: str, *, explain: bool) -> Iterator[Line]:
    """Yield what became of each promise; with `explain` also what was explored and what was reduced, and why."""
    proof = prove(bundle)
    names = {"policy": bundle.policy_id, "version": version}
    if not proof.promises:
        yield Line(_NONE.format(**names))
        return
    for one in proof.promises:
        if one.counterexample is not None:
            how = one.counterexample.sentence
            said = _BROKEN.format(**names, id=one.id, sentence=one.sentence, source=one.source, how=how)
            yield Line(said, wrong=True)
        if explain:
            yield from _explained(one)
    kept = len(proof.promises) - len(proof.broken)
    yield Line(_KEPT.format(**names, count=kept, explored=proof.explored))


def _explained(one: PromiseResult) -> Iterator[Line]:
    yield Line(_TRIED.format(id=one.id, sentence=one.sentence, by=one.by, source=one.source))
    yield Line(_EXPLORED.format(count=one.explored))
    for line in one.reductions:
        yield Line(_LINE.format(line=line))
