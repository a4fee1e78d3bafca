"""Terms of the International Classification for Administrative Data on Trafficking in Persons (IC-TIP), for figures.

The UN Statistical Commission adopted it in March 2025; IOM and UNODC keep it. Its tables could not be read:
only what UN pages and article 3 of the Palermo Protocol say stands here as confirmed, the rest as Baken's reading.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Term:
    """One term: what it is called, and whether a public page of its keepers says so."""

    text: Text
    confirmed: bool = True


EXPLOITATION: Mapping[str, Term] = {
    "sexual_exploitation": Term(Text("seksuele uitbuiting", "sexual exploitation")),
    "forced_labour_or_services": Term(Text("gedwongen arbeid of diensten", "forced labour or services")),
    "forced_criminality": Term(
        Text("gedwongen criminaliteit", "exploitation in criminal activities"), confirmed=False
    ),
    "removal_of_organs": Term(Text("verwijdering van organen", "removal of organs")),
    "slavery_or_servitude": Term(
        Text("slavernij of dienstbaarheid", "slavery, similar practices or servitude")
    ),
    "other_exploitation": Term(Text("andere uitbuiting", "other exploitation"), confirmed=False),
}
OF_FORM: Mapping[str, str] = {
    "sexual": "sexual_exploitation",
    "labour": "forced_labour_or_services",
    "criminal": "forced_criminality",
    "organ_removal": "removal_of_organs",
}
"""From the forms of exploitation of a signal or a client; a form that a policy adds is other exploitation."""


def of_form(form: str) -> Term:
    """Return the term under which a form of exploitation is counted."""
    return EXPLOITATION[OF_FORM.get(form, "other_exploitation")]
