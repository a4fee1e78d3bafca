"""Refuses words that lead to a case: the programme is about no signal and no person, and its words travel far."""

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.reference import reference_in
from baken.core.vocabulary.text import Text


def about_no_case(**fields: str) -> None:
    """Refuse a text with the reference of a signal or file in it, at its field. Raises `Refused`."""
    for field, words in fields.items():
        found = reference_in(words)
        if found is not None:
            raise Refused(
                Text(
                    "‘{found}’ lijkt op het kenmerk van een signaal of dossier.",
                    "‘{found}’ looks like the reference of a signal or file.",
                ).format(found=found),
                Text(
                    "Wat hier staat, lezen ook mensen die dat signaal niet mogen zien.",
                    "What stands here is read by people too who may not see that signal.",
                ),
                Text(
                    "Schrijf wat u in het algemeen zag, zonder het kenmerk.",
                    "Write what you saw in general, without the reference.",
                ),
                field=field,
            )
