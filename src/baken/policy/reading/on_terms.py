"""How long each thing is kept, as a reader of the policy sees it."""

from baken.core.policy.retention import RetentionTerm
from baken.core.vocabulary.retention import STARTS, SUBJECTS, THEN
from baken.core.vocabulary.text import Text
from baken.policy.reading.entries import Entry, Group, Saying


def terms(saying: Saying) -> Group:
    """Return every term, with what it is about, from when it counts, and what happens then."""
    return Group(
        Text("Hoelang iets blijft", "How long things stay"),
        tuple(_term(saying, one) for one in saying.bundle.retention_list),
        Text("Alles wat wordt bewaard, heeft een termijn.", "Everything that is kept has a term."),
    )


def _term(saying: Saying, term: RetentionTerm) -> Entry:
    return saying.entry(
        "retention",
        term,
        term.name,
        lines=(
            (Text("Wat", "What"), SUBJECTS[term.about]),
            (Text("Hoelang", "How long"), term.keep_for.words if term.keep_for else None),
            (Text("Vanaf", "From"), STARTS[term.from_]),
            (Text("Hoogstens", "At most"), term.at_most.words if term.at_most else None),
            (Text("Daarna", "After that"), THEN[term.then]),
        ),
    )
